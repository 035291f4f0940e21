package org.scrutineer.pipeline;

import java.util.List;
import javax.sql.DataSource;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes a copy of a ledger back to what it said while a run worked: what later runs did, what was received, agreed, told and
 * released since is gone, and the run itself is as it was when its returns had been settled.
 */
final class AsItStood implements Trials.Preparation {

    private final Run run;

    AsItStood(Run run) {
        this.run = run;
    }

    @Override
    public void of(DataSource copy) {
        JdbcClient jdbc = JdbcClient.create(copy);
        // What hangs on later runs stays, as nobody asks for it by a run that is not there.
        jdbc.sql("set referential_integrity false").update();
        forgetLaterReleases(jdbc);
        forgetLaterReturns(jdbc);
        forgetWhatHadNotFinished(jdbc);
        jdbc.sql("delete from amendment where recorded_at > (select started_at from run where number = ?)")
                .param(run.number())
                .update();
        jdbc.sql("delete from run where number > ?").param(run.number()).update();
        jdbc.sql("delete from publication where run = ?").param(run.number()).update();
        jdbc.sql("update run set state = ?, finished_at = null where number = ?")
                .params(Run.State.STARTED.id(), run.number())
                .update();
    }

    /** The returns of the run whose reading was amended since; to be asked for before. */
    static List<Long> amendedSince(JdbcClient ledger, Run run) {
        return ledger.sql(
                        "select distinct a.submission from amendment a join run_input i on i.submission = a.submission"
                                + " join run r on r.number = i.run where r.number = ? and a.recorded_at > r.started_at"
                                + " order by a.submission")
                .param(run.number())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private void forgetLaterReleases(JdbcClient jdbc) {
        jdbc.sql("select place from public_release where run = ?")
                .param(run.number())
                .query(Integer.class)
                .optional()
                .ifPresent(place -> {
                    jdbc.sql("delete from printed_figure where public_release >= ?")
                            .param(place)
                            .update();
                    jdbc.sql("delete from public_release where place >= ?")
                            .param(place)
                            .update();
                });
    }

    /** A return that no run up to this one had on its list had not been checked; nor had any such taken another's place. */
    private void forgetLaterReturns(JdbcClient jdbc) {
        jdbc.sql("update submission set verdict = null, superseded_by = null where period is not null and not exists"
                        + " (select 1 from run_input i where i.submission = submission.id and i.run <= ?)")
                .param(run.number())
                .update();
        jdbc.sql("update submission set superseded_by = null where superseded_by is not null and not exists"
                        + " (select 1 from run_input older join run_input newer on newer.run = older.run"
                        + " where older.submission = submission.id and newer.submission = submission.superseded_by"
                        + " and older.run <= ? and exists"
                        + " (select 1 from run_input settled where settled.run = older.run and settled.counts))")
                .param(run.number())
                .update();
        jdbc.sql("delete from finding_cell where exists (select 1 from finding d where d.submission ="
                        + " finding_cell.submission and d.place_in_order = finding_cell.place_in_order"
                        + " and d.told_after_run >= ?)")
                .param(run.number())
                .update();
        jdbc.sql("delete from finding where told_after_run >= ?")
                .param(run.number())
                .update();
    }

    /**
     * A run with a lower number may have finished later, having failed before. What stood for earlier periods when the run
     * was calculated is in the ledger, and nothing newer had finished.
     */
    private void forgetWhatHadNotFinished(JdbcClient jdbc) {
        record Stands(ReportingPeriod period, int run) {}
        List<Stands> standing = jdbc.sql("select period, stands from earlier_run where run = ?")
                .param(run.number())
                .query((row, number) ->
                        new Stands(ReportingPeriod.read(row.getString(1)).orElseThrow(), row.getInt(2)))
                .list();
        jdbc.sql("update run set finished_at = null where number < ? and period < ? and period not in"
                        + " (select period from earlier_run where run = ?)")
                .params(run.number(), run.period().toString(), run.number())
                .update();
        for (Stands stands : standing) {
            jdbc.sql("update run set finished_at = null where period = ? and number > ?")
                    .params(stands.period().toString(), stands.run())
                    .update();
        }
    }
}
