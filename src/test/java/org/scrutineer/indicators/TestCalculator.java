package org.scrutineer.indicators;

import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;

/** Calculates a period's figures, which a step of the job does otherwise. */
public final class TestCalculator {

    private TestCalculator() {}

    /** @param counted the returns that count, with what became of their rows */
    public static List<IndicatorValue> figures(
            Catalogue catalogue,
            RecordStore store,
            RecordSet records,
            ReportingPeriod period,
            Map<Submission, List<RowCount>> counted) {
        var coverage = new CoverageCounter(catalogue, period, counted, Map.of());
        return new IndicatorCalculator(catalogue, store, records, coverage, period, List.of()).calculate();
    }
}
