package org.scrutineer.retention;

import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every place of the ledger that holds what stood in a cell, or what somebody wrote freely. Each statement is about one
 * return, whose number is its only kind of parameter.
 */
@Repository
class QuotedTexts {

    /** Takes the cells that are quoted from a return, and what was answered there. */
    private static final List<String> QUOTED = List.of(
            "update finding set found = null where submission = ?",
            "delete from unasked_change where submission = ?",
            "delete from unasked_change where submission in (select c.submission from attempt_comparison c"
                    + " where c.previous = ?)",
            "delete from answer where submission = ?",
            "update discrepancy set found = '' where exists (select 1 from discrepancy_cell c, received_file f, submission s"
                    + " where c.run = discrepancy.run and c.place_in_order = discrepancy.place_in_order"
                    + " and c.file_name = f.name and f.hash = s.file_hash and s.id = ?)");

    /** Takes what is needed only to read the return again, and to tell what was agreed about it. */
    private static final List<String> OF_ITS_READING = List.of(
            "update finding set expected = 'what was expected of it is deleted', remedy = '' where submission = ?",
            "update finding set found = null, expected = 'what was expected of it is deleted'"
                    + " where rule = 'amendment-lapsed' and submission = (select s.superseded_by from submission s"
                    + " where s.id = ?)",
            "update amendment set old_value = '', new_value = case when new_value is null then null else '' end,"
                    + " reason = '' where submission = ?",
            "delete from matched_column where submission = ?",
            "delete from segment where submission = ?",
            "update batch_step_execution set exit_message = '' where job_execution_id in (select p.job_execution_id"
                    + " from batch_job_execution_params p join run_input i on cast(i.run as varchar(20)) = p.parameter_value"
                    + " where p.parameter_name = 'run' and i.submission = ?)",
            "update batch_job_execution set exit_message = '' where job_execution_id in (select p.job_execution_id"
                    + " from batch_job_execution_params p join run_input i on cast(i.run as varchar(20)) = p.parameter_value"
                    + " where p.parameter_name = 'run' and i.submission = ?)");

    private final JdbcClient jdbc;

    QuotedTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the cells quoted from a return that stays. */
    void forget(long submission) {
        QUOTED.forEach(sql -> execute(sql, submission));
    }

    /** Takes all that was written of a return but its identity, its verdict and its counts, and marks it as deleted. */
    void forgetWhole(long submission, long deletion) {
        forget(submission);
        OF_ITS_READING.forEach(sql -> execute(sql, submission));
        jdbc.sql("update submission set deletion = ?, verdict = coalesce(verdict, 'refused') where id = ?")
                .params(deletion, submission)
                .update();
    }

    /** Takes what was said of a run's figures, and what was written of its period's on pages. */
    void forgetExplanations(int run) {
        jdbc.sql("delete from explanation where run = ?").param(run).update();
        jdbc.sql("delete from written_explanation where period = (select r.period from run r where r.number = ?)")
                .param(run)
                .update();
    }

    private void execute(String sql, long submission) {
        int parameters = (int) sql.chars().filter(sign -> sign == '?').count();
        jdbc.sql(sql).params(Collections.nCopies(parameters, submission)).update();
    }
}
