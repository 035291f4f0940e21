package org.scrutineer.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.TestLedger;

/** How long a process stays after its own work, where others reach the ledger through it. */
class LedgerHostTests {

    private static final Instant ENDED = Instant.parse("2019-01-08T09:00:00Z");

    private final DataSource ledger = TestLedger.aLedger().source();
    private final TestClock clock = new TestClock(ENDED);
    private final Locks other = TestLocks.ofProcess(2, ledger, clock);
    private boolean connected = true;

    @Test
    void whereNobodyElseIsConnectedItEndsAtOnce() {
        connected = false;

        host(() -> {}).stop();

        assertThat(clock.instant()).isEqualTo(ENDED);
    }

    @Test
    void itStaysAsLongAsAnotherWorks() {
        Locks.Held work = other.take(Work.on(ReportingPeriod.of(2018, 12)), "run");

        host(() -> {
                    if (!clock.instant().isBefore(ENDED.plus(Duration.ofMinutes(30)))) {
                        work.close();
                    }
                })
                .stop();

        assertThat(clock.instant()).isEqualTo(ENDED.plus(Duration.ofMinutes(30)));
    }

    @Test
    void whoIsConnectedAndWorksOnNothingIsWaitedForOnlyAsLongAsAStartTakes() {
        host(() -> {}).stop();

        assertThat(clock.instant()).isEqualTo(ENDED.plusSeconds(20));
    }

    /** The other process says that it lives, as it does all the time. */
    private LedgerHost host(Runnable meanwhile) {
        Locks own = TestLocks.ofProcess(1, ledger, clock);
        return new LedgerHost(() -> connected, own, clock, () -> {
            clock.passes(Duration.ofSeconds(1));
            other.beat();
            meanwhile.run();
        });
    }
}
