package org.scrutineer.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's findings. */
@Repository
public class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(long submission, List<Finding> findings) {
        int place = 0;
        for (Finding finding : findings.stream().sorted(Finding.ORDER).toList()) {
            insert(submission, place++, finding);
        }
    }

    void add(long submission, Finding finding) {
        int next = jdbc.sql("select coalesce(max(place_in_order) + 1, 0) from finding where submission = ?")
                .param(submission)
                .query(Integer.class)
                .single();
        insert(submission, next, finding);
    }

    /** Adds one that no run has found: what runs up to now have published does not tell of it. */
    void addBetweenRuns(long submission, Finding finding) {
        add(submission, finding);
        jdbc.sql("update finding set told_after_run = (select coalesce(max(number), 0) from run) where submission = ?"
                        + " and place_in_order = (select max(place_in_order) from finding where submission = ?)")
                .params(submission, submission)
                .update();
    }

    private void insert(long submission, int place, Finding finding) {
        jdbc.sql("insert into finding (submission, place_in_order, rule, severity, sheet, cell, found, expected,"
                        + " remedy, waiver) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(submission, place, finding.rule(), finding.severity().name())
                .param(finding.sheet())
                .param(finding.cell())
                .param(finding.found())
                .params(finding.expected(), finding.remedy())
                .param(finding.waiver())
                .update();
        int nth = 0;
        for (CellPlace further : finding.also()) {
            jdbc.sql("insert into finding_cell (submission, place_in_order, nth, sheet, cell) values (?, ?, ?, ?, ?)")
                    .params(submission, place, nth++, further.sheet(), further.cell())
                    .update();
        }
    }

    /** The findings of a return, worst first. */
    public List<Finding> of(Submission submission) {
        return of(submission.id());
    }

    List<Finding> of(long submission) {
        Map<Integer, List<CellPlace>> further = furtherCells(submission);
        return jdbc.sql("select d.rule, d.severity, f.name, d.sheet, d.cell, d.found, d.expected, d.remedy,"
                        + " d.place_in_order, d.waiver from finding d join submission s on s.id = d.submission"
                        + " join received_file f on f.hash = s.file_hash"
                        + " where d.submission = ? order by d.place_in_order")
                .param(submission)
                .query((row, number) -> new Finding(
                        row.getString(1),
                        Severity.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        further.getOrDefault(row.getInt(9), List.of()),
                        row.getString(10)))
                .list();
    }

    private Map<Integer, List<CellPlace>> furtherCells(long submission) {
        var cells = new HashMap<Integer, List<CellPlace>>();
        jdbc.sql("select place_in_order, sheet, cell from finding_cell where submission = ?"
                        + " order by place_in_order, nth")
                .param(submission)
                .query(row -> {
                    cells.computeIfAbsent(row.getInt(1), first -> new ArrayList<>())
                            .add(new CellPlace(row.getString(2), row.getString(3)));
                });
        return cells;
    }
}
