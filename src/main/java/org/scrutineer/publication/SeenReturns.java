package org.scrutineer.publication;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.comparison.Comparison;
import org.scrutineer.comparison.Comparisons;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.springframework.stereotype.Component;

/** Reads from the ledger what became of a run's returns. */
@Component
class SeenReturns {

    private final FrozenReturns frozen;
    private final Submissions submissions;
    private final Findings findings;
    private final Comparisons comparisons;

    SeenReturns(FrozenReturns frozen, Submissions submissions, Findings findings, Comparisons comparisons) {
        this.frozen = frozen;
        this.submissions = submissions;
        this.findings = findings;
        this.comparisons = comparisons;
    }

    /** Every checked return of the run's period, and those of other periods that count in it too. */
    List<SeenReturn> of(int run, ReportingPeriod period) {
        Map<Long, Submissions.Checked> returns = new LinkedHashMap<>();
        frozen.of(run).forEach(checked -> returns.put(checked.submission().id(), checked));
        submissions
                .of(period)
                .forEach(checked -> returns.put(checked.submission().id(), checked));
        Set<Long> counted = frozen.counted(run).stream().map(Submission::id).collect(Collectors.toSet());
        return returns.values().stream()
                // What has no verdict arrived after the run froze its list: it waits for the next one.
                .filter(checked -> checked.verdict() != null)
                .map(checked ->
                        seen(checked, counted.contains(checked.submission().id())))
                .toList();
    }

    private SeenReturn seen(Submissions.Checked checked, boolean counts) {
        Submission submission = checked.submission();
        return new SeenReturn(
                submission,
                Objects.requireNonNull(checked.verdict()),
                checked.superseded(),
                counts,
                submissions.rowCounts(submission),
                counted(
                        findings.of(submission),
                        comparisons.of(submission).map(Comparison::history).orElse(Map.of())));
    }

    /** Only how often each rule was broken goes further: what was found may name a person. */
    static List<SeenReturn.FindingCount> counted(List<Finding> findings, Map<Integer, Comparison.History> history) {
        Map<List<Object>, SeenReturn.FindingCount> counts = new LinkedHashMap<>();
        for (int place = 0; place < findings.size(); place++) {
            Finding finding = findings.get(place);
            Comparison.History known = history.get(place);
            counts.merge(
                    List.of(finding.rule(), finding.severity()),
                    new SeenReturn.FindingCount(
                            finding.rule(), finding.severity(), 1, known == null ? 1 : known.months()),
                    SeenReturn.FindingCount::and);
        }
        return counts.values().stream()
                .sorted(Comparator.comparing(SeenReturn.FindingCount::severity)
                        .thenComparing(SeenReturn.FindingCount::rule))
                .toList();
    }
}
