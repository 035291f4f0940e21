package org.scrutineer.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.springframework.stereotype.Component;

/** Which figures rows are missing from, because something in the rows has to be corrected first. */
@Component
public class KeptOutRows {

    private final Catalogue catalogue;
    private final Submissions submissions;
    private final CountedRows countedRows;

    KeptOutRows(Catalogue catalogue, Submissions submissions, CountedRows countedRows) {
        this.catalogue = catalogue;
        this.submissions = submissions;
        this.countedRows = countedRows;
    }

    /** How many rows that a figure might have been made from were kept out, and of how many returns. */
    public record KeptOut(Indicator indicator, long rows, int returns) {}

    /**
     * The indicators that lack rows, in the catalogue's order. Of the period's own returns: what was kept out of those of
     * earlier months was told with them.
     *
     * @param counted the returns that a run's figures are made from
     */
    public List<KeptOut> of(List<Submission> counted, ReportingPeriod period) {
        List<List<RowCount>> counts = counted.stream()
                .filter(submission -> submission.period().equals(period))
                .map(submissions::rowCounts)
                .toList();
        var keptOut = new ArrayList<KeptOut>();
        for (Indicator indicator : catalogue.indicators(period)) {
            Set<String> sources = countedRows.sources(indicator);
            List<Long> refused = counts.stream()
                    .map(ofReturn -> ofReturn.stream()
                            .filter(count -> sources.contains(count.dataset()))
                            .mapToLong(RowCount::refused)
                            .sum())
                    .filter(rows -> rows > 0)
                    .toList();
            if (!refused.isEmpty()) {
                keptOut.add(new KeptOut(
                        indicator, refused.stream().mapToLong(Long::longValue).sum(), refused.size()));
            }
        }
        return keptOut;
    }
}
