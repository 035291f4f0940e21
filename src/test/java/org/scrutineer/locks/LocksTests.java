package org.scrutineer.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.TestLedger;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class LocksTests {

    private static final Work DECEMBER = Work.on(ReportingPeriod.of(2018, 12));
    private static final Work NOVEMBER = Work.on(ReportingPeriod.of(2018, 11));

    private final DataSource ledger = TestLedger.aLedger().source();
    private final Set<Long> dead = new HashSet<>();
    /** The time of all processes of a test, and their way to wait. */
    private final TestClock clock = new TestClock(Instant.parse("2019-01-08T09:00:00Z"));

    private final AtomicBoolean away = new AtomicBoolean();

    private Locks process(long pid) {
        return process("srv-1", pid, () -> clock.passes(Duration.ofMinutes(1)));
    }

    private Locks process(String host, long pid, Runnable pause) {
        return process(host, pid, LocksConfig.transaction(ledger), pause);
    }

    private Locks process(String host, long pid, TransactionTemplate transaction, Runnable pause) {
        return new Locks(
                new LockTable(JdbcClient.create(ledger)),
                transaction,
                new LocksProperties(Duration.ofMinutes(1), Duration.ofMinutes(10)),
                clock,
                new WorkingProcess("process " + pid + " on " + host, host, pid, null),
                other -> !dead.contains(other.pid()),
                pause);
    }

    @Test
    void ofTwoProcessesTheSecondIsToldWhoWorksOnWhatSinceWhen() {
        process(4711).take(DECEMBER, "run");

        assertThatThrownBy(() -> process(4712).take(DECEMBER, "run"))
                .isInstanceOf(WorkInProgressException.class)
                .hasMessage("December 2018 is worked on by process 4711 on srv-1 since 8 Jan 2019, 09:00 (run)");
    }

    @Test
    void differentPeriodsAreWorkedOnSideBySide() {
        process(4711).take(DECEMBER, "run");

        assertThatCode(() -> process(4712).take(NOVEMBER, "run")).doesNotThrowAnyException();
        assertThat(process(4713).holders())
                .extracting(holder -> holder.work().title(), Holder::pid)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("November 2018", 4712L),
                        org.assertj.core.groups.Tuple.tuple("December 2018", 4711L));
    }

    @Test
    void oneProcessDoesNotWorkTwiceOnTheSamePeriodEither() {
        Locks process = process(4711);
        process.take(DECEMBER, "run");

        assertThatThrownBy(() -> process.take(DECEMBER, "rerun")).isInstanceOf(WorkInProgressException.class);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        process(4711).take(DECEMBER, "run").close();

        assertThatCode(() -> process(4712).take(DECEMBER, "run")).doesNotThrowAnyException();
    }

    @Test
    void whatCouldNotBeGivenBackCanBeTakenAgainByTheSameProcess() {
        Locks process = process(4711, false);
        Locks.Held lock = process.take(DECEMBER, "run");
        away.set(true);
        lock.close();
        away.set(false);

        assertThat(process.holders()).isEmpty();
        assertThatCode(() -> process.take(DECEMBER, "rerun")).doesNotThrowAnyException();
        assertThatCode(process::requireHeld).doesNotThrowAnyException();
    }

    @Test
    void whatCouldNotBeGivenBackIsNobodysWhenTheProcessSaysNextThatItLives() {
        Locks process = process(4711, false);
        process.take(NOVEMBER, "run");
        Locks.Held lock = process.take(DECEMBER, "run");
        away.set(true);
        lock.close();
        away.set(false);
        assertThatThrownBy(() -> process(4712).take(DECEMBER, "run")).isInstanceOf(WorkInProgressException.class);

        process.beat();

        assertThatCode(() -> process(4712).take(DECEMBER, "run")).doesNotThrowAnyException();
        assertThatCode(process::requireHeld).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatWasTakenAndNobodyHeardOfItCanBeTakenAgain(boolean committed) {
        Locks process = process(4711, committed);
        away.set(true);
        assertThatThrownBy(() -> process.take(DECEMBER, "run")).isInstanceOf(DataAccessResourceFailureException.class);
        away.set(false);

        assertThatCode(() -> process.take(DECEMBER, "run")).doesNotThrowAnyException();
        assertThatCode(process::requireHeld).doesNotThrowAnyException();
    }

    /** One to which the ledger is {@link #away} when it commits; what it was given to do may be done all the same. */
    private Locks process(long pid, boolean committed) {
        var transactions = new JdbcTransactionManager(ledger) {
            @Override
            protected void doCommit(DefaultTransactionStatus status) {
                if (away.get() && !committed) {
                    doRollback(status);
                } else {
                    super.doCommit(status);
                }
                if (away.get()) {
                    throw new DataAccessResourceFailureException("Connection reset");
                }
            }
        };
        return process("srv-1", pid, new TransactionTemplate(transactions), () -> {});
    }

    @Test
    void whatAnotherThreadGivesBackAtThatMomentIsNotLost() throws Exception {
        Locks process = process(4711);
        var working = new AtomicBoolean(true);
        var worker = new Thread(() -> {
            while (working.get()) {
                process.take(DECEMBER, "run").close();
            }
        });
        worker.start();

        try {
            for (int look = 0; look < 1_000; look++) {
                assertThatCode(process::requireHeld).doesNotThrowAnyException();
            }
        } finally {
            working.set(false);
            worker.join();
        }
    }

    @Test
    void nobodyHasEverythingWhileAnybodyWorks() {
        process(4711).take(DECEMBER, "run");

        assertThatThrownBy(() -> process(4712).take(Work.EVERYTHING, "backup"))
                .isInstanceOf(WorkInProgressException.class)
                .hasMessageStartingWith("December 2018 is worked on by process 4711");
    }

    @Test
    void nobodyWorksWhileAnotherHasEverything() {
        process(4711).take(Work.EVERYTHING, "backup");

        assertThatThrownBy(() -> process(4712).take(DECEMBER, "run"))
                .isInstanceOf(WorkInProgressException.class)
                .hasMessage("The output folder is worked on by process 4711 on srv-1 since 8 Jan 2019, 09:00 (backup)");
    }

    @Test
    void aProcessThatIsGoneFromThisMachineIsReplacedAtOnce() {
        process(4711).take(DECEMBER, "run");
        dead.add(4711L);

        assertThat(process(4712).holders()).isEmpty();
        assertThatCode(() -> process(4712).take(DECEMBER, "run")).doesNotThrowAnyException();
    }

    @Test
    void aProcessOfAnotherMachineIsReplacedOnceItWasSilentForLongerThanItsLease() {
        process("srv-2", 4711, () -> {}).take(DECEMBER, "run");
        dead.add(4711L);

        clock.passes(Duration.ofMinutes(1));
        assertThatThrownBy(() -> process(4712).take(DECEMBER, "run")).isInstanceOf(WorkInProgressException.class);
        clock.passes(Duration.ofSeconds(1));
        assertThatCode(() -> process(4712).take(DECEMBER, "run")).doesNotThrowAnyException();
    }

    @Test
    void aProcessThatSaysThatItLivesIsNotReplaced() {
        Locks living = process("srv-2", 4711, () -> {});
        living.take(DECEMBER, "run");
        for (int minute = 0; minute < 10; minute++) {
            clock.passes(Duration.ofMinutes(1));
            living.beat();
        }

        assertThatThrownBy(() -> process(4712).take(DECEMBER, "run")).isInstanceOf(WorkInProgressException.class);
    }

    @Test
    void whatIsHeldForAShortTimeIsWaitedFor() {
        Locks.Held held = process(4711).take(Work.DROP_FOLDER, "run");
        Locks waiting = process("srv-1", 4712, held::close);

        assertThatCode(() -> waiting.await(Work.DROP_FOLDER, "run")).doesNotThrowAnyException();
    }

    @Test
    void nobodyWaitsForEver() {
        Locks busy = process(4711);
        busy.take(Work.DROP_FOLDER, "run");
        Locks waiting = process("srv-1", 4712, () -> {
            clock.passes(Duration.ofSeconds(30));
            busy.beat();
        });

        assertThatThrownBy(() -> waiting.await(Work.DROP_FOLDER, "run")).isInstanceOf(WorkInProgressException.class);
    }

    @Test
    void aProcessThatStoodStillWhileAnotherTookItsPlaceCommitsNothing() {
        Locks paused = process(4711);
        TransactionTemplate work = fenced(paused);
        Locks.Held lost = paused.take(DECEMBER, "run");
        work.executeWithoutResult(status -> write("before it stood still"));

        clock.passes(Duration.ofMinutes(2));
        Locks other = process(4712);
        other.take(DECEMBER, "run");

        assertThatThrownBy(() -> work.executeWithoutResult(status -> write("after it stood still")))
                .isInstanceOf(LockLostException.class)
                .hasMessage("This process stood still for too long, and another has taken over its work: December 2018."
                        + " Nothing that this process was doing there was kept or published");
        assertThatThrownBy(paused::requireHeld).isInstanceOf(LockLostException.class);
        assertThat(written()).containsExactly("before it stood still");
        lost.close();
        assertThatCode(other::requireHeld).doesNotThrowAnyException();
    }

    @Test
    void aProcessWhosePlaceWasGivenBackByItsSuccessorCommitsNothingEither() {
        Locks paused = process(4711);
        paused.take(DECEMBER, "run");
        clock.passes(Duration.ofMinutes(2));
        process(4712).take(DECEMBER, "run").close();

        assertThatThrownBy(paused::requireHeld).isInstanceOf(LockLostException.class);
    }

    @Test
    void whoeverTakesEverythingKeepsTheOneThatStoodStillOutOfItsPeriod() {
        Locks paused = process(4711);
        paused.take(DECEMBER, "run");
        clock.passes(Duration.ofMinutes(2));
        process(4712).take(Work.EVERYTHING, "backup").close();

        assertThatThrownBy(paused::requireHeld).isInstanceOf(LockLostException.class);
    }

    @Test
    void ofManyAtOnceExactlyOneGetsTheLock() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var pids = new AtomicLong();
            Callable<Boolean> attempt = () -> {
                try {
                    process(pids.incrementAndGet()).take(DECEMBER, "run");
                    return true;
                } catch (WorkInProgressException e) {
                    return false;
                }
            };
            int holders = 0;
            for (Future<Boolean> got : threads.invokeAll(java.util.Collections.nCopies(24, attempt))) {
                holders += got.get() ? 1 : 0;
            }

            assertThat(holders).isOne();
        } finally {
            threads.shutdownNow();
        }
    }

    private TransactionTemplate fenced(Locks locks) {
        var transactions = new JdbcTransactionManager(ledger);
        transactions.addListener(new FenceAtCommit(locks));
        return new TransactionTemplate(transactions);
    }

    private void write(String what) {
        JdbcClient.create(ledger)
                .sql("insert into received_file (hash, name, size, received_at) values (?, '', 0, current_timestamp)")
                .param(what)
                .update();
    }

    private List<String> written() {
        return JdbcClient.create(ledger)
                .sql("select hash from received_file")
                .query(String.class)
                .list();
    }
}
