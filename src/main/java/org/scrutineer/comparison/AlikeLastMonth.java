package org.scrutineer.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.Segment;

/**
 * Asks about rows that are nearly all the same, in every column, as in the month before: most likely a sheet of last
 * month's return was sent again. Only datasets are asked about of which the catalogue says that their rows change.
 */
final class AlikeLastMonth {

    static final String RULE = "alike-last-month";

    /** Of fewer rows all may well be as they were. */
    private static final long FEWEST_ROWS = 20;

    private final Submissions submissions;
    private final MatchedColumns columns;
    private final RecordStore records;

    AlikeLastMonth(Submissions submissions, MatchedColumns columns, RecordStore records) {
        this.submissions = submissions;
        this.columns = columns;
        this.records = records;
    }

    List<Finding> of(Submission submission, ReturnType type) {
        Optional<Submission> earlier = submissions.of(submission.period().plusMonths(-1)).stream()
                .filter(checked ->
                        checked.verdict() != null && checked.verdict().isAccepted() && !checked.superseded())
                .map(Submissions.Checked::submission)
                .filter(one ->
                        one.team().equals(submission.team()) && one.returnType().equals(submission.returnType()))
                .reduce((older, newer) -> newer);
        var findings = new ArrayList<Finding>();
        if (earlier.isPresent()) {
            for (Dataset dataset : type.datasets()) {
                if (dataset.alikeLastMonth() != null) {
                    compare(dataset, submission, earlier.get()).ifPresent(findings::add);
                }
            }
        }
        return findings;
    }

    private Optional<Finding> compare(Dataset dataset, Submission now, Submission before) {
        Optional<Segment> later = segment(dataset, now);
        Optional<Segment> earlier = segment(dataset, before);
        if (later.isEmpty() || earlier.isEmpty() || later.get().rows() < FEWEST_ROWS) {
            return Optional.empty();
        }
        long rows = later.get().rows();
        long alike = records.alike(dataset, earlier.get(), later.get());
        int threshold = Objects.requireNonNull(dataset.alikeLastMonth());
        if (alike * 100 < rows * threshold) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                RULE,
                Severity.QUERY,
                now.fileName(),
                sheet(dataset, now),
                null,
                alike + " of " + rows + " rows the same in every column as in "
                        + before.period().title(),
                "rows brought up to date since then, with fewer than " + threshold + " in 100 the same",
                "If last month's sheet was sent again, send this month's. If the rows are right, say so."));
    }

    private String sheet(Dataset dataset, Submission submission) {
        return columns.of(submission).stream()
                .filter(column -> column.dataset().equals(dataset.id()))
                .map(MatchedColumn::sheet)
                .findFirst()
                .orElse(dataset.sheets().get(0));
    }

    /** Where its file is whole: a damaged one is made again when it is needed for a figure. */
    private Optional<Segment> segment(Dataset dataset, Submission submission) {
        return submissions.segments(submission).stream()
                .filter(segment -> segment.dataset().equals(dataset.id()))
                .filter(records::holds)
                .findFirst();
    }
}
