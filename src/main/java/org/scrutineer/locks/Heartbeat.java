package org.scrutineer.locks;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Says again and again that this process lives, on a thread of its own: work that takes long must not look like death. */
class Heartbeat implements SmartLifecycle {

    /** How often it speaks while a lease lasts. */
    private static final int BEATS = 6;

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Locks locks;
    private final Duration lease;
    private final ScheduledExecutorService thread;
    private volatile boolean running;

    Heartbeat(Locks locks, Duration lease) {
        this.locks = locks;
        this.lease = lease;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            var beating = new Thread(task, "heartbeat");
            beating.setDaemon(true);
            return beating;
        });
    }

    @Override
    public void start() {
        long pause = lease.toMillis() / BEATS;
        thread.scheduleWithFixedDelay(this::beat, pause, pause, TimeUnit.MILLISECONDS);
        running = true;
    }

    private void beat() {
        try {
            locks.beat();
        } catch (DataAccessException e) {
            // The next beat may reach the ledger again; if none does in time, the fence keeps the work out.
            LOG.warn("the ledger could not be told that this process lives");
        }
    }

    /** Comes last, when whatever worked has ended. */
    @Override
    public void stop() {
        thread.shutdownNow();
        locks.leave();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
