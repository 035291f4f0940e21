package org.scrutineer.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.records.RowChanges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's comparisons: one a return, made in the run that checked it. */
@Repository
public class Comparisons {

    private final JdbcClient jdbc;
    private final Submissions submissions;
    private final Findings findings;

    Comparisons(JdbcClient jdbc, Submissions submissions, Findings findings) {
        this.jdbc = jdbc;
        this.submissions = submissions;
        this.findings = findings;
    }

    void record(Submission submission, Comparison comparison) {
        Submission previous = comparison.previous();
        jdbc.sql("insert into attempt_comparison (submission, previous, rows_compared) values (?, ?, ?)")
                .param(submission.id())
                .param(previous == null ? null : previous.id())
                .param(comparison.rowsCompared())
                .update();
        comparison
                .history()
                .forEach((place, history) -> jdbc.sql(
                                "insert into finding_history (submission, place_in_order, since_last_attempt, months)"
                                        + " values (?, ?, ?, ?)")
                        .params(submission.id(), place)
                        .param(history.since() == null ? null : history.since().name())
                        .param(history.months())
                        .update());
        if (previous != null) {
            comparison
                    .fixed()
                    .keySet()
                    .forEach(place -> jdbc.sql(
                                    "insert into fixed_finding (submission, previous, place_in_order) values (?, ?, ?)")
                            .params(submission.id(), previous.id(), place)
                            .update());
        }
        recordChanges(submission, comparison.unasked());
    }

    private void recordChanges(Submission submission, Map<String, RowChanges> unasked) {
        int place = 0;
        for (var ofDataset : unasked.entrySet()) {
            RowChanges changes = ofDataset.getValue();
            jdbc.sql("insert into unasked_change_count (submission, dataset, rows_added, rows_removed, cells_changed)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(submission.id(), ofDataset.getKey(), changes.added(), changes.removed(), changes.changed())
                    .update();
            for (RowChanges.Change change : changes.first()) {
                jdbc.sql("insert into unasked_change (submission, place_in_order, dataset, row_key, column_name,"
                                + " sheet_row_before, sheet_row_after, value_before, value_after)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(submission.id(), place++, ofDataset.getKey(), change.key())
                        .param(change.column())
                        .param(change.rowBefore())
                        .param(change.rowAfter())
                        .param(change.before())
                        .param(change.after())
                        .update();
            }
        }
    }

    /** How a return compares with what came before; empty until the run that checks it has compared it. */
    public Optional<Comparison> of(Submission submission) {
        return jdbc.sql("select previous, rows_compared from attempt_comparison where submission = ?")
                .param(submission.id())
                .query((row, number) -> comparison(submission, row.getObject(1, Long.class), row.getBoolean(2)))
                .optional();
    }

    private Comparison comparison(Submission submission, @Nullable Long previous, boolean rowsCompared) {
        Submission before = previous == null
                ? null
                : submissions.of(submission.period()).stream()
                        .map(Submissions.Checked::submission)
                        .filter(one -> one.id() == previous)
                        .findFirst()
                        .orElseThrow();
        return new Comparison(
                before, rowsCompared, history(submission), fixed(submission, before), unasked(submission));
    }

    private Map<Integer, Comparison.History> history(Submission submission) {
        var history = new HashMap<Integer, Comparison.History>();
        jdbc.sql("select place_in_order, since_last_attempt, months from finding_history where submission = ?")
                .param(submission.id())
                .query(row -> {
                    String since = row.getString(2);
                    history.put(
                            row.getInt(1),
                            new Comparison.History(
                                    since == null ? null : Comparison.Since.valueOf(since), row.getInt(3)));
                });
        return history;
    }

    private Map<Integer, Finding> fixed(Submission submission, @Nullable Submission previous) {
        var fixed = new TreeMap<Integer, Finding>();
        if (previous != null) {
            List<Finding> before = findings.of(previous);
            jdbc.sql("select place_in_order from fixed_finding where submission = ?")
                    .param(submission.id())
                    .query(row -> {
                        fixed.put(row.getInt(1), before.get(row.getInt(1)));
                    });
        }
        return fixed;
    }

    private Map<String, RowChanges> unasked(Submission submission) {
        var first = new HashMap<String, List<RowChanges.Change>>();
        jdbc.sql("select dataset, row_key, column_name, sheet_row_before, sheet_row_after, value_before, value_after"
                        + " from unasked_change where submission = ? order by place_in_order")
                .param(submission.id())
                .query(row -> {
                    first.computeIfAbsent(row.getString(1), dataset -> new ArrayList<>())
                            .add(new RowChanges.Change(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, Integer.class),
                                    row.getObject(5, Integer.class),
                                    row.getString(6),
                                    row.getString(7)));
                });
        var unasked = new TreeMap<String, RowChanges>();
        jdbc.sql("select dataset, rows_added, rows_removed, cells_changed from unasked_change_count"
                        + " where submission = ?")
                .param(submission.id())
                .query(row -> {
                    unasked.put(
                            row.getString(1),
                            new RowChanges(
                                    row.getLong(2),
                                    row.getLong(3),
                                    row.getLong(4),
                                    first.getOrDefault(row.getString(1), List.of())));
                });
        return unasked;
    }
}
