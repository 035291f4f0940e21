package org.scrutineer.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * Freezes the period's returns that count or have not been checked yet, and those of other periods that count since a
     * run of their own period settled that they do, since an event may be reported late. What another run is about to
     * settle does not count yet, so that two periods can be worked on side by side. The largest files are dealt out
     * first, so that workers finish together.
     */
    @Transactional
    public void freeze(int run, ReportingPeriod period, int workers) {
        var returns = new ArrayList<>(submissions.counting());
        Set<Long> settled = settled();
        returns.removeIf(checked -> !checked.submission().period().equals(period)
                && !settled.contains(checked.submission().id()));
        returns.sort(Comparator.comparing((Submissions.Checked checked) -> checked.verdict() != null)
                .thenComparing(checked -> -size(checked.submission()))
                .thenComparing(checked -> checked.submission().fileHash()));
        for (int i = 0; i < returns.size(); i++) {
            jdbc.sql("insert into run_input (run, submission, worker, counts) values (?, ?, ?, false)")
                    .params(run, returns.get(i).submission().id(), i % workers)
                    .update();
        }
    }

    /** Those that some run's figures were made from; one that was amended has no verdict until it is checked again. */
    private Set<Long> settled() {
        return Set.copyOf(
                jdbc.sql("select distinct i.submission from run_input i join submission s on s.id = i.submission"
                                + " where i.counts and s.verdict is not null")
                        .query(Long.class)
                        .list());
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

    /**
     * All returns of a run, oldest first. One counts as superseded where a return of the same run has taken its place: what
     * another run settles meanwhile is not this one's.
     */
    public List<Submissions.Checked> of(int run) {
        Map<Long, Long> newer = new HashMap<>();
        jdbc.sql("select i.submission, coalesce(s.superseded_by, -1) from run_input i join submission s"
                        + " on s.id = i.submission where i.run = ?")
                .param(run)
                .query(row -> {
                    newer.put(row.getLong(1), row.getLong(2));
                });
        return submissions
                .select("join run_input i on i.submission = s.id where i.run = ?" + Submissions.ORDER, run)
                .stream()
                .map(checked -> new Submissions.Checked(
                        checked.submission(),
                        checked.verdict(),
                        newer.containsKey(newer.get(checked.submission().id()))))
                .toList();
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
