package org.scrutineer.locks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the ledger up for others. Where it is a file, the process that opened it first serves it to the others, whose
 * transactions break off when that process ends: so it ends after them.
 */
class LedgerHost implements SmartLifecycle {

    /** How long others may be connected that work on nothing: who has just started takes its lock within that. */
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(LedgerHost.class);

    private final BooleanSupplier isUsedByOthers;
    private final Locks locks;
    private final Clock clock;
    private final Runnable pause;
    private volatile boolean running;

    /**
     * @param isUsedByOthers whether other processes are connected to the ledger through this one
     * @param pause for a moment
     */
    LedgerHost(BooleanSupplier isUsedByOthers, Locks locks, Clock clock, Runnable pause) {
        this.isUsedByOthers = isUsedByOthers;
        this.locks = locks;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Comes when the work of this process has ended, and before its heart stops. */
    @Override
    public void stop() {
        running = false;
        Instant settled = clock.instant().plus(SETTLED);
        boolean told = false;
        while (isUsedByOthers.getAsBoolean()
                && (!locks.holders().isEmpty() || clock.instant().isBefore(settled))) {
            if (!told && !locks.holders().isEmpty()) {
                told = true;
                LOG.warn(
                        "waiting until another process is done, which works on the ledger through this one: {}",
                        locks.holders().get(0).sentence());
            }
            pause.run();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
