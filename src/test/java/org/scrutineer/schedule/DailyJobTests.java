package org.scrutineer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.Locks;
import org.scrutineer.locks.TestClock;
import org.scrutineer.locks.TestLocks;
import org.scrutineer.locks.Work;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DailyJobTests {

    private final DataSource ledger = TestLedger.aLedger().source();
    private final TestClock clock = new TestClock("2019-01-08T12:00:00");
    private final List<String> done = new ArrayList<>();
    private long processes;
    private final JobDays days = new JobDays(JdbcClient.create(ledger), clock);

    /** One process that keeps the schedule; its work is what the test says. */
    private DailyJob process(Runnable work) {
        return new DailyJob(
                "night",
                new Timetable("0 30 2 * * *", TestClock.LONDON),
                Duration.ofHours(1),
                true,
                new DailyJob.Doing() {
                    @Override
                    public JobDay.State on(LocalDate date) {
                        work.run();
                        done.add(date.toString());
                        return JobDay.State.DONE;
                    }

                    @Override
                    public void missed(List<LocalDate> dates, boolean caughtUp) {
                        done.add("missed " + dates + (caughtUp ? ", caught up" : ""));
                    }
                },
                days,
                locks(),
                new TransactionTemplate(new JdbcTransactionManager(ledger)),
                clock);
    }

    private Locks locks() {
        return TestLocks.ofProcess(++processes, ledger, clock);
    }

    private static void nothing() {}

    @Test
    void aDateIsDoneOnceByWhoeverAsksFirst() {
        DailyJob one = process(DailyJobTests::nothing);
        DailyJob other = process(DailyJobTests::nothing);
        one.look();
        clock.set("2019-01-09T02:30:00");
        one.look();
        other.look();
        clock.set("2019-01-09T01:30:00");
        one.look();

        assertThat(done).containsExactly("2019-01-09");
        assertThat(days.newest("night", 5)).extracting(JobDay::state).containsExactly(JobDay.State.DONE);
    }

    @Test
    void whatIsAtWorkIsNotBegunAgainByAnotherProcess() {
        DailyJob other = process(DailyJobTests::nothing);
        DailyJob one = process(other::look);
        one.look();
        clock.set("2019-01-09T02:31:00");
        one.look();

        assertThat(done).containsExactly("2019-01-09");
    }

    @Test
    void datesThatNobodyKeptAreEnteredAsMissedAndMadeUpForOnce() {
        DailyJob job = process(DailyJobTests::nothing);
        job.look();
        clock.set("2019-01-12T10:00:00");
        job.look();
        job.look();

        assertThat(done)
                .containsExactly("missed [2019-01-09, 2019-01-10, 2019-01-11, 2019-01-12], caught up", "2019-01-12");
        assertThat(days.newest("night", 5))
                .extracting(JobDay::state)
                .containsExactly(JobDay.State.DONE, JobDay.State.MISSED, JobDay.State.MISSED, JobDay.State.MISSED);
    }

    @Test
    void whatWasCutOffIsGoneOnWith() {
        DailyJob dies = process(() -> {
            // As after kill -9: nobody says how it ended, and the lock stays.
            throw new DeadProcess();
        });
        dies.look();
        clock.set("2019-01-09T02:30:00");
        assertThatThrownBy(dies::look).isInstanceOf(DeadProcess.class);
        JdbcClient.create(ledger)
                .sql("update scheduled_day set state = 'begun', ended_at = null")
                .update();
        clock.passes(Duration.ofMinutes(10));
        process(DailyJobTests::nothing).look();

        assertThat(done).containsExactly("2019-01-09");
        assertThat(days.newest("night", 5)).extracting(JobDay::state).containsExactly(JobDay.State.DONE);
    }

    private static final class DeadProcess extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void whatFailedIsEnteredSoAndWaitsForItsNextDate() {
        DailyJob fails = process(() -> {
            throw new IllegalStateException("the disk is full");
        });
        fails.look();
        clock.set("2019-01-09T02:30:00");
        assertThatThrownBy(fails::look).hasMessage("the disk is full");
        fails.look();

        assertThat(days.newest("night", 5)).extracting(JobDay::state).containsExactly(JobDay.State.FAILED);
    }

    @Test
    void waitsWhileSomebodyHasTheOutputFolderToHimself() {
        DailyJob job = process(DailyJobTests::nothing);
        job.look();
        clock.set("2019-01-09T02:30:00");
        try (Locks.Held everything = locks().take(Work.EVERYTHING, "amending returns")) {
            assertThat(everything).isNotNull();
            job.look();
            assertThat(done).isEmpty();
        }
        job.look();

        assertThat(done).containsExactly("2019-01-09");
    }
}
