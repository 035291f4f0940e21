package org.scrutineer.pipeline;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Submission;
import org.scrutineer.publication.Software;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's runs. */
@Repository
public class Runs {

    private static final String SELECT = "select number, period, state from run ";

    private final JdbcClient jdbc;
    private final FrozenReturns frozen;
    private final Software software;
    private final PipelineProperties settings;
    private final Clock clock;

    Runs(JdbcClient jdbc, FrozenReturns frozen, Software software, PipelineProperties settings, Clock clock) {
        this.jdbc = jdbc;
        this.frozen = frozen;
        this.software = software;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a run and freezes its list of returns, both or neither. */
    @Transactional
    Run open(ReportingPeriod period, String startedBy, String catalogueHash) {
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from run")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into run (number, period, kind, started_by, started_at, catalogue_hash, software_version,"
                        + " state) values (?, ?, 'scheduled', ?, ?, ?, ?, ?)")
                .params(
                        number,
                        period.toString(),
                        startedBy,
                        OffsetDateTime.now(clock),
                        catalogueHash,
                        software.version(),
                        Run.State.STARTED.id())
                .update();
        frozen.freeze(number, period, settings.workers());
        return new Run(number, period, Run.State.STARTED);
    }

    void finished(Run run) {
        jdbc.sql("update run set state = ?, finished_at = ? where number = ?")
                .params(Run.State.FINISHED.id(), OffsetDateTime.now(clock), run.number())
                .update();
    }

    void failed(Run run) {
        jdbc.sql("update run set state = ? where number = ?")
                .params(Run.State.FAILED.id(), run.number())
                .update();
    }

    void abandoned(Run run) {
        jdbc.sql("update run set state = ? where number = ?")
                .params(Run.State.ABANDONED.id(), run.number())
                .update();
    }

    /** Runs that were begun and not finished, oldest first. */
    List<Run> unfinished() {
        return jdbc.sql(SELECT + "where state in (?, ?) order by number")
                .params(Run.State.STARTED.id(), Run.State.FAILED.id())
                .query((row, number) -> run(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** All runs, oldest first. */
    public List<Run> all() {
        return jdbc.sql(SELECT + "order by number")
                .query((row, number) -> run(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The periods that have a finished run, oldest first. */
    List<ReportingPeriod> publishedPeriods() {
        return jdbc.sql("select distinct period from run where state = ? order by period")
                .param(Run.State.FINISHED.id())
                .query((row, number) -> ReportingPeriod.read(row.getString(1)).orElseThrow())
                .list();
    }

    /** The newest finished run of a period. */
    public Optional<Run> newest(ReportingPeriod period) {
        return jdbc.sql(SELECT + "where number = (select max(number) from run where period = ? and state = ?)")
                .params(period.toString(), Run.State.FINISHED.id())
                .query((row, number) -> run(row.getInt(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** The run with a number; none where there is none, or where it did not end well. */
    public Optional<Run> finished(int number) {
        return jdbc.sql(SELECT + "where number = ? and state = ?")
                .params(number, Run.State.FINISHED.id())
                .query((row, place) -> run(row.getInt(1), row.getString(2), row.getString(3)))
                .optional();
    }

    /** Of each period the newest finished run, where its figures were made from a return's rows too; by period. */
    public List<Run> newestCounting(Submission submission) {
        return jdbc.sql(
                        SELECT + "join run_input on run_input.run = run.number where submission = ? and counts"
                                + " and number in (select max(number) from run where state = ? group by period) order by period")
                .params(submission.id(), Run.State.FINISHED.id())
                .query((row, place) -> run(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The hash of the catalogue that a run used. */
    public String catalogueHash(Run run) {
        return jdbc.sql("select catalogue_hash from run where number = ?")
                .param(run.number())
                .query(String.class)
                .single();
    }

    private static Run run(int number, String period, String state) {
        return new Run(
                number, ReportingPeriod.read(period).orElseThrow(), Run.State.valueOf(state.toUpperCase(Locale.ROOT)));
    }
}
