package org.scrutineer.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The list of returns that a run works on, frozen when it starts: a file that arrives while it works, or between a
 * crash and the restart, waits for the next run.
 */
@Repository
public class FrozenReturns {

    private final JdbcClient jdbc;
    private final Submissions submissions;

    FrozenReturns(JdbcClient jdbc, Submissions submissions) {
        this.jdbc = jdbc;
        this.submissions = submissions;
    }

    /**
     * Freezes the period's returns that nobody has checked yet, and all returns of any period that count, since an
     * event may be reported late. The largest files are dealt out first, so that workers finish together.
     */
    @Transactional
    public void freeze(int run, ReportingPeriod period, int workers) {
        var returns = new ArrayList<>(submissions.counting());
        returns.removeIf(checked ->
                checked.verdict() == null && !checked.submission().period().equals(period));
        returns.sort(Comparator.comparing((Submissions.Checked checked) -> checked.verdict() != null)
                .thenComparing(checked -> -size(checked.submission()))
                .thenComparing(checked -> checked.submission().fileHash()));
        for (int i = 0; i < returns.size(); i++) {
            jdbc.sql("insert into run_input (run, submission, worker, counts) values (?, ?, ?, false)")
                    .params(run, returns.get(i).submission().id(), i % workers)
                    .update();
        }
    }

    private long size(Submission submission) {
        return jdbc.sql("select size from received_file where hash = ?")
                .param(submission.fileHash())
                .query(Long.class)
                .single();
    }

    /** The workers that have a share in a run. */
    public List<Integer> workers(int run) {
        return jdbc.sql("select distinct worker from run_input where run = ? order by worker")
                .param(run)
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /** A worker's returns that have no verdict yet, the largest first. */
    public List<Submission> toCheck(int run, int worker) {
        return submissions
                .select(
                        "join run_input i on i.submission = s.id where i.run = ? and i.worker = ?"
                                + " and s.verdict is null order by f.size desc, f.hash",
                        run,
                        worker)
                .stream()
                .map(Submissions.Checked::submission)
                .toList();
    }

    /** All returns of a run, oldest first. */
    public List<Submissions.Checked> of(int run) {
        return submissions.select("join run_input i on i.submission = s.id where i.run = ?" + Submissions.ORDER, run);
    }

    /** Notes which returns' rows the run's figures are made from. */
    public void count(int run, List<Submission> counted) {
        jdbc.sql("update run_input set counts = false where run = ?").param(run).update();
        for (Submission submission : counted) {
            jdbc.sql("update run_input set counts = true where run = ? and submission = ?")
                    .params(run, submission.id())
                    .update();
        }
    }

    /** Whether the figures of a run before were made from a return's rows. */
    public boolean countedBefore(int run, Submission submission) {
        return jdbc.sql("select count(*) from run_input where submission = ? and counts and run < ?")
                        .params(submission.id(), run)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The returns whose rows the run's figures are made from, oldest first. */
    public List<Submission> counted(int run) {
        return submissions
                .select("join run_input i on i.submission = s.id where i.run = ? and i.counts" + Submissions.ORDER, run)
                .stream()
                .map(Submissions.Checked::submission)
                .toList();
    }
}
