package org.scrutineer.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.audit.Actor;
import org.scrutineer.audit.AuditTrail;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Submission;
import org.scrutineer.locks.Locks;
import org.scrutineer.publication.Software;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger's runs. */
@Repository
public class Runs {

    private static final String SELECT = "select number, period, state from run ";

    private static final String ENTRIES =
            "select number, period, state, kind, started_by, reason, started_at, finished_at from run ";

    private final JdbcClient jdbc;
    private final FrozenReturns frozen;
    private final Locks locks;
    private final AuditTrail trail;
    private final Actor actor;
    private final Software software;
    private final PipelineProperties settings;
    private final Clock clock;

    Runs(
            JdbcClient jdbc,
            FrozenReturns frozen,
            Locks locks,
            AuditTrail trail,
            Actor actor,
            Software software,
            PipelineProperties settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.frozen = frozen;
        this.locks = locks;
        this.trail = trail;
        this.actor = actor;
        this.software = software;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a run and freezes its list of returns, both or neither. It takes the place of runs of the period that have not
     * ended.
     *
     * @param reason why a person wants it; null where nobody has to say
     */
    @Transactional
    Run open(ReportingPeriod period, RunKind kind, @Nullable String reason, String startedBy, String catalogueHash) {
        locks.oneAtATime();
        jdbc.sql("update run set state = ? where period = ? and state in (?, ?)")
                .params(Run.State.ABANDONED.id(), period.toString(), Run.State.STARTED.id(), Run.State.FAILED.id())
                .update();
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from run")
                .query(Integer.class)
                .single();
        jdbc.sql("insert into run (number, period, kind, reason, started_by, started_at, catalogue_hash,"
                        + " software_version, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(number, period.toString(), kind.id())
                .param(reason)
                .params(startedBy, OffsetDateTime.now(clock), catalogueHash, software.version(), Run.State.STARTED.id())
                .update();
        frozen.freeze(number, period, settings.workers());
        var run = new Run(number, period, Run.State.STARTED);
        trail.opened(
                number,
                trail.record(
                        startedBy,
                        "run-opened",
                        subject(run),
                        reason,
                        Map.of("kind", kind.id(), "catalogue", catalogueHash, "software", software.version())));
        return run;
    }

    @Transactional
    void finished(Run run) {
        jdbc.sql("update run set state = ?, finished_at = ? where number = ?")
                .params(Run.State.FINISHED.id(), OffsetDateTime.now(clock), run.number())
                .update();
        trail.record(actor.account(), "run-finished", subject(run), null, Map.of());
    }

    @Transactional
    void failed(Run run) {
        jdbc.sql("update run set state = ? where number = ?")
                .params(Run.State.FAILED.id(), run.number())
                .update();
        trail.record(actor.account(), "run-failed", subject(run), null, Map.of());
    }

    private static String subject(Run run) {
        return "run " + run.number() + " of " + run.period();
    }

    /** Runs that were begun with a catalogue and not finished, oldest first. */
    List<Run> unfinished(String catalogueHash) {
        return jdbc.sql(SELECT + "where state in (?, ?) and catalogue_hash = ? order by number")
                .params(Run.State.STARTED.id(), Run.State.FAILED.id(), catalogueHash)
                .query((row, number) -> run(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /**
     * The periods that a new run is due for, oldest first: those with returns that are neither checked nor on the list of a
     * run that is still to be finished, and those whose run was begun with another catalogue and not finished, since half
     * of a run by one catalogue and half by another would be explained by neither.
     */
    List<ReportingPeriod> due(String catalogueHash) {
        return jdbc.sql(
                        "select s.period from submission s where s.verdict is null and not exists (select 1 from run_input i"
                                + " join run r on r.number = i.run where i.submission = s.id and r.period = s.period"
                                + " and r.state in (?, ?) and r.catalogue_hash = ?)"
                                + " union select r.period from run r where r.state in (?, ?) and r.catalogue_hash <> ?"
                                + " order by 1")
                .params(Run.State.STARTED.id(), Run.State.FAILED.id(), catalogueHash)
                .params(Run.State.STARTED.id(), Run.State.FAILED.id(), catalogueHash)
                .query((row, number) -> ReportingPeriod.read(row.getString(1)).orElseThrow())
                .list();
    }

    /** All runs, oldest first. */
    public List<Run> all() {
        return jdbc.sql(SELECT + "order by number")
                .query((row, number) -> run(row.getInt(1), row.getString(2), row.getString(3)))
                .list();
    }

    /** The runs of a period, with who started them and when, oldest first. */
    public List<RunEntry> entries(ReportingPeriod period) {
        return jdbc.sql(ENTRIES + "where period = ? order by number")
                .param(period.toString())
                .query(Runs::entry)
                .list();
    }

    /** All runs, with who started them and when, newest first. */
    public List<RunEntry> entries() {
        return jdbc.sql(ENTRIES + "order by number desc").query(Runs::entry).list();
    }

    /** The run with a number, however it stands. */
    public Optional<RunEntry> entry(int number) {
        return jdbc.sql(ENTRIES + "where number = ?")
                .param(number)
                .query(Runs::entry)
                .optional();
    }

    private static RunEntry entry(ResultSet row, int place) throws SQLException {
        return new RunEntry(
                run(row.getInt(1), row.getString(2), row.getString(3)),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject(8, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
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

    /** The catalogues that runs used, the one that was used first at the head. */
    public List<CatalogueUse> catalogues() {
        return jdbc.sql("select catalogue_hash, min(number), max(number), count(*), min(started_at) from run"
                        + " group by catalogue_hash order by min(number)")
                .query((row, number) -> new CatalogueUse(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The hash of the catalogue that a run used. */
    public String catalogueHash(Run run) {
        return jdbc.sql("select catalogue_hash from run where number = ?")
                .param(run.number())
                .query(String.class)
                .single();
    }

    /** The version of the software that opened a run. */
    String softwareVersion(Run run) {
        return jdbc.sql("select software_version from run where number = ?")
                .param(run.number())
                .query(String.class)
                .single();
    }

    private static Run run(int number, String period, String state) {
        return new Run(
                number, ReportingPeriod.read(period).orElseThrow(), Run.State.valueOf(state.toUpperCase(Locale.ROOT)));
    }
}
