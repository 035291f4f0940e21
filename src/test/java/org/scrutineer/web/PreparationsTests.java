package org.scrutineer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scrutineer.console.OpenInstallation;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done before anybody asks for it, and what becomes of it where it fails or the program ends. */
class PreparationsTests {

    private final OpenInstallation program = OpenInstallation.afterRun();
    private final JdbcClient ledger = program.bean(JdbcClient.class);

    /** What was done, in that order. */
    private final List<String> done = new CopyOnWriteArrayList<>();

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void haveRunsOfThreePeriods() {
        run(201, "2019-01", "finished");
        run(202, "2019-01", "finished");
        run(203, "2019-02", "failed");
        run(204, "2019-03", "finished");
    }

    private void run(int number, String period, String state) {
        ledger.sql(
                        "insert into run (number, period, kind, started_by, started_at, catalogue_hash, software_version, state)"
                                + " select ?, ?, kind, started_by, started_at, catalogue_hash, software_version, ? from run"
                                + " where number = 1")
                .params(number, period, state)
                .update();
    }

    @AfterEach
    void leaveTheLedgerAsItWas() {
        ledger.sql("delete from run where number > 200").update();
    }

    private Preparations preparations(Preparation... all) {
        return new Preparations(List.of(all), program.bean(Runs.class));
    }

    private Preparation doing(String what) {
        return run -> done.add(what + " " + run.number());
    }

    /** Notes each run, and waits at the first until it may go on. */
    private void waiting(Run run) throws IOException {
        done.add("pages " + run.number());
        begun.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void theNewestFinishedRunOfEachOfTheTwoNewestPeriodsIsPreparedTheNewestPeriodFirst() throws InterruptedException {
        try (Preparations preparations = preparations(doing("rows"), doing("pages"))) {
            preparations.begin();
            await().until(() -> done.size() == 4);
        }

        assertThat(done).containsExactly("rows 204", "pages 204", "rows 202", "pages 202");
    }

    @Test
    void whatFailsKeepsNothingElseFromBeingPrepared() throws InterruptedException {
        try (Preparations preparations = preparations(
                run -> {
                    throw new IOException("The disk is gone.");
                },
                run -> {
                    throw new IllegalStateException("The rows are gone.");
                },
                doing("pages"))) {
            preparations.begin();
            await().until(() -> done.size() == 2);
        }

        assertThat(done).containsExactly("pages 204", "pages 202");
    }

    @Test
    void whatIsNewMeanwhileIsLookedAtOnceMoreHoweverOftenItIsTold() throws InterruptedException {
        try (Preparations preparations = preparations(this::waiting)) {
            preparations.begin();
            begun.await();
            run(205, "2019-03", "finished");
            preparations.begin();
            preparations.begin();
            preparations.begin();
            goOn.countDown();
            await().until(() -> done.size() == 4);
        }

        assertThat(done).containsExactly("pages 204", "pages 202", "pages 205", "pages 202");
    }

    @Test
    void atTheEndOfTheProgramWhatIsBeingDoneIsWaitedForAndTheRestGivenUp() throws InterruptedException {
        Preparations preparations = preparations(this::waiting, doing("rows"));
        preparations.begin();
        begun.await();
        var end = new Thread(() -> {
            try {
                preparations.close();
                done.add("end");
            } catch (InterruptedException e) {
                done.add("interrupted");
            }
        });
        end.start();
        await().until(() -> end.getState() == Thread.State.TIMED_WAITING);
        assertThat(done).containsExactly("pages 204");

        goOn.countDown();
        end.join();

        assertThat(done).containsExactly("pages 204", "end");
    }
}
