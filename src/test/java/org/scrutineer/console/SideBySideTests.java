package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.Scrutineer;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.locks.LockLostException;
import org.scrutineer.pipeline.PeriodStatus;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.RunReport;
import org.scrutineer.validation.ReturnChecked;
import org.springframework.batch.core.listener.ChunkListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Two applications over one output folder, as two processes are. */
class SideBySideTests {

    private static final ReportingPeriod LATER = ReportingPeriod.of(2021, 12);

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void receiveReturnsOfTwoPeriods() {
        installation = Installation.withoutFigures(folder)
                .receiving("2018-12/FRT1 Dec 18.xlsx", "2021-12/Workforce return 31 December 2021.xlsx");
    }

    @Test
    void anotherProcessWorksOnAnotherPeriodMeanwhileAndLeavesThisOneAlone() throws IOException, SQLException {
        var second = new ArrayList<RunReport>();
        try (ConfigurableApplicationContext one = open();
                ConfigurableApplicationContext other = open()) {
            whenAReturnIsChecked(one, () -> second.add(run(other, Optional.of(LATER))));

            RunReport first = run(one, Optional.of(ReportingPeriod.of(2018, 12)));

            assertThat(second).hasSize(1);
            assertThat(second.get(0).failed()).isEmpty();
            assertThat(second.get(0).periods()).extracting(PeriodStatus::period).containsExactly(LATER);
            assertThat(second.get(0).inTheWay())
                    .extracting(holder -> holder.work().title())
                    .containsExactly("December 2018");
            assertThat(first.failed()).isEmpty();
            assertThat(first.periods()).extracting(PeriodStatus::period).containsExactly(ReportingPeriod.of(2018, 12));
        }
        assertThat(runs()).containsExactly("1 2018-12 finished", "2 2021-12 finished");
    }

    @Test
    void aProcessThatStoodStillWhileAnotherTookItsPlaceKeepsNothingAndTheOtherGoesOn()
            throws IOException, SQLException {
        try (ConfigurableApplicationContext stoodStill = open()) {
            whenAReturnIsChecked(stoodStill, this::takeAllLocks);

            RunReport report = run(stoodStill, Optional.of(LATER));

            assertThat(report.failed())
                    .extracting(failure -> failure.cause().getClass())
                    .containsExactly((Class) LockLostException.class);
        }
        assertThat(runs()).containsExactly("1 2021-12 started");
        assertThat(lines("select verdict from submission where period = '2021-12'"))
                .containsExactly("null");

        letThemGo();
        Installation.Answer next = installation.command("run", "--period", "2021-12");

        assertThat(next.exitCode()).isZero();
        assertThat(next.out()).contains("December 2021, run 1, which was cut off, goes on: 1 return to check");
        assertThat(runs()).containsExactly("1 2021-12 finished");
    }

    @Test
    void whoeverIsAskedToStopDoesSoBetweenTwoStepsAndTheNextStartGoesOn() throws IOException, SQLException {
        try (ConfigurableApplicationContext context = open()) {
            whenAReturnIsChecked(context, context.getBean(Pipeline.class)::stop);

            assertThat(run(context, Optional.of(LATER)).stopped()).isTrue();
        }
        assertThat(runs()).containsExactly("1 2021-12 started");

        assertThat(installation.command("run", "--period", "2021-12").exitCode())
                .isZero();
        assertThat(runs()).containsExactly("1 2021-12 finished");
    }

    @Test
    void aShareOfWhichAKillLeftNoMoreThanItsNameIsReadByTheNextStart() throws IOException, SQLException {
        try (ConfigurableApplicationContext context = open()) {
            whenAReturnIsChecked(context, this::takeAllLocks);
            run(context, Optional.of(LATER));
        }
        letThemGo();
        change("delete from batch_step_execution_context");

        Installation.Answer next = installation.command("run", "--period", "2021-12");

        assertThat(next.exitCode()).isZero();
        assertThat(next.out()).contains("December 2021, run 1, which was cut off, goes on: 1 return to check");
        assertThat(lines("select verdict from submission where period = '2021-12'"))
                .containsExactly("accepted");
    }

    @Test
    void whoeverIsAskedToStopWhenAllIsDoneTellsWhatWasDone() throws IOException, SQLException {
        try (ConfigurableApplicationContext context = open()) {
            whenTheLastStepHasDoneItsWork(context, context.getBean(Pipeline.class)::stop);

            RunReport report = run(context, Optional.of(LATER));

            assertThat(runs()).containsExactly("1 2021-12 finished");
            assertThat(report.stopped()).isFalse();
            assertThat(report.finished()).extracting(Run::number).containsExactly(1);
            assertThat(report.periods()).extracting(PeriodStatus::period).containsExactly(LATER);
        }
    }

    private ConfigurableApplicationContext open() throws IOException {
        return new Workplace(
                        Scrutineer.class,
                        () -> "a person",
                        Map.of(
                                "folders.input", installation.input().toString(),
                                "folders.output", installation.output().toString(),
                                "folders.catalogue", installation.catalogue().toString()),
                        new PrintWriter(Writer.nullWriter()))
                .open();
    }

    private static RunReport run(ConfigurableApplicationContext context, Optional<ReportingPeriod> only) {
        try {
            return context.getBean(Pipeline.class).run(only, "a person");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Once, in the middle of the transaction that keeps the first return's verdict; on a thread of its own, as it is
     * somebody else's deed.
     */
    private static void whenAReturnIsChecked(ConfigurableApplicationContext context, Runnable deed) {
        var done = new AtomicBoolean();
        context.addApplicationListener((ApplicationListener<PayloadApplicationEvent<?>>) event -> {
            if (event.getPayload() instanceof ReturnChecked && done.compareAndSet(false, true)) {
                CompletableFuture.runAsync(deed).join();
            }
        });
    }

    private static void whenTheLastStepHasDoneItsWork(ConfigurableApplicationContext context, Runnable deed) {
        context.getBean("send", TaskletStep.class).registerChunkListener(new ChunkListener<Object, Object>() {
            @Override
            public void afterChunk(ChunkContext chunk) {
                CompletableFuture.runAsync(deed).join();
            }
        });
    }

    private void takeAllLocks() {
        change("insert into working_process (id, host, pid, beat_at) values ('other', 'elsewhere', 1,"
                + " timestamp with time zone '2999-01-08 09:00:00Z')");
        change("update work_lock set fence = fence + 1, holder = 'other' where holder is not null");
    }

    private void letThemGo() {
        change("update working_process set beat_at = timestamp with time zone '2019-01-08 09:00:00Z'");
    }

    private void change(String sql) {
        try (var connection = DriverManager.getConnection(url());
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> runs() throws SQLException {
        return lines("select number || ' ' || period || ' ' || state from run order by number");
    }

    private List<String> lines(String sql) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url());
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                lines.add(String.valueOf(rows.getString(1)));
            }
        }
        return lines;
    }

    private String url() {
        return "jdbc:h2:file:" + installation.output().toAbsolutePath() + "/ledger/scrutineer;AUTO_SERVER=TRUE";
    }
}
