package org.scrutineer.validation;

import java.util.List;
import org.scrutineer.intake.DatasetReading;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Verdict;
import org.scrutineer.records.Segment;

/**
 * A return with its verdict and everything that led to it.
 *
 * @param segments the accepted rows; empty where the return is refused
 */
public record CheckedReturn(
        Submission submission,
        Verdict verdict,
        List<Finding> findings,
        List<RowCount> counts,
        List<DatasetReading> readings,
        List<Segment> segments) {

    public CheckedReturn {
        findings = findings.stream().sorted(Finding.ORDER).toList();
        counts = List.copyOf(counts);
        readings = List.copyOf(readings);
        segments = List.copyOf(segments);
    }
}
