package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.FiguresInQuestion;
import org.scrutineer.comparison.Comparison;
import org.scrutineer.comparison.Comparisons;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.EarlierFigures;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.indicators.KeptOutRows;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.reconciliation.Discrepancies;
import org.scrutineer.secondopinion.SecondOpinions;
import org.scrutineer.trends.Trends;

/** Reads from the ledger what a run's publications are made of. */
final class RunFiguresReader {

    private static final int MONTHS_OF_YEAR = 12;

    private final Catalogue catalogue;
    private final FrozenReturns frozen;
    private final Submissions submissions;
    private final MatchedColumns columns;
    private final Findings findings;
    private final Comparisons comparisons;
    private final IndicatorValues values;
    private final EarlierFigures earlier;
    private final Trends trends;
    private final CountedRows countedRows;
    private final KeptOutRows keptOutRows;
    private final Amendments amendments;
    private final Discrepancies discrepancies;
    private final SecondOpinions secondOpinions;
    private final FiguresInQuestion figuresInQuestion;
    private final String softwareVersion;

    RunFiguresReader(
            Catalogue catalogue,
            FrozenReturns frozen,
            Submissions submissions,
            MatchedColumns columns,
            Findings findings,
            Comparisons comparisons,
            IndicatorValues values,
            EarlierFigures earlier,
            Trends trends,
            CountedRows countedRows,
            KeptOutRows keptOutRows,
            Amendments amendments,
            Discrepancies discrepancies,
            SecondOpinions secondOpinions,
            FiguresInQuestion figuresInQuestion,
            String softwareVersion) {
        this.catalogue = catalogue;
        this.frozen = frozen;
        this.submissions = submissions;
        this.columns = columns;
        this.findings = findings;
        this.comparisons = comparisons;
        this.values = values;
        this.earlier = earlier;
        this.trends = trends;
        this.countedRows = countedRows;
        this.keptOutRows = keptOutRows;
        this.amendments = amendments;
        this.discrepancies = discrepancies;
        this.secondOpinions = secondOpinions;
        this.figuresInQuestion = figuresInQuestion;
        this.softwareVersion = softwareVersion;
    }

    RunFigures read(int run, ReportingPeriod period) {
        Map<Long, Submissions.Checked> returns = new LinkedHashMap<>();
        frozen.of(run).forEach(checked -> returns.put(checked.submission().id(), checked));
        submissions
                .of(period)
                .forEach(checked -> returns.put(checked.submission().id(), checked));
        Set<Long> counted = frozen.counted(run).stream().map(Submission::id).collect(Collectors.toSet());
        List<SeenReturn> seen = returns.values().stream()
                // What has no verdict arrived after the run froze its list: it waits for the next one.
                .filter(checked -> checked.verdict() != null)
                .map(checked ->
                        seen(checked, counted.contains(checked.submission().id())))
                .toList();
        return RunFigures.of(
                catalogue,
                period,
                run,
                softwareVersion,
                values.of(run),
                overTime(run, period),
                seen,
                checking(run, period, seen),
                figuresInQuestion.of(run, period));
    }

    private OverTime overTime(int run, ReportingPeriod period) {
        Optional<ReportingPeriod> meeting = catalogue.lastReported(period);
        return new OverTime(
                valuesOf(period.plusMonths(-1), run),
                valuesOf(period.plusMonths(-MONTHS_OF_YEAR), run),
                meeting.orElse(null),
                meeting.map(reported -> valuesOf(reported, run)).orElse(Map.of()),
                Set.of(),
                OverTime.byWhose(trends.of(run, period)));
    }

    private Map<RunFigures.Figure, BigDecimal> valuesOf(ReportingPeriod month, int run) {
        Map<RunFigures.Figure, BigDecimal> known = new HashMap<>();
        for (EarlierFigure figure : earlier.of(run, month, month, EnumSet.allOf(Indicator.Timing.class))) {
            if (figure.value() != null) {
                known.put(
                        new RunFigures.Figure(
                                figure.indicator(), figure.organisation(), figure.authority(), figure.timing()),
                        figure.value());
            }
        }
        return known;
    }

    private Checking checking(int run, ReportingPeriod period, List<SeenReturn> seen) {
        List<SeenReturn> counting = seen.stream()
                .filter(SeenReturn::counts)
                .sorted(Comparator.comparing(
                                (SeenReturn one) -> one.submission().period())
                        .thenComparing(one -> one.submission().team())
                        .thenComparing(one -> one.submission().returnType()))
                .toList();
        return new Checking(
                keptOutRows.of(counting.stream().map(SeenReturn::submission).toList(), period),
                counting.stream()
                        .flatMap(one -> waived(one.submission(), period).stream())
                        .toList(),
                counting.stream()
                        .flatMap(one -> amendments.of(one.submission()).stream()
                                .map(amendment -> new Checking.Amended(
                                        one.submission().fileName(),
                                        one.submission().team(),
                                        one.submission().returnType(),
                                        amendment)))
                        .toList(),
                discrepancies.of(run),
                secondOpinions.of(run));
    }

    private List<Checking.Waived> waived(Submission submission, ReportingPeriod period) {
        Map<List<String>, List<Finding>> waived = new LinkedHashMap<>();
        for (Finding finding : findings.of(submission)) {
            if (finding.waiver() != null) {
                waived.computeIfAbsent(List.of(finding.rule(), finding.waiver()), first -> new ArrayList<>())
                        .add(finding);
            }
        }
        return waived.entrySet().stream()
                .map(entry -> new Checking.Waived(
                        submission.team(),
                        submission.returnType(),
                        entry.getKey().get(0),
                        entry.getKey().get(1),
                        entry.getValue().size(),
                        submission.period().equals(period)
                                ? indicators(submission, entry.getValue(), period)
                                : Set.of()))
                .toList();
    }

    /** The figures that rows of the sheets these findings are on may be in. */
    private Set<String> indicators(Submission submission, List<Finding> found, ReportingPeriod period) {
        Set<String> datasets = columns.of(submission).stream()
                .filter(column ->
                        found.stream().anyMatch(finding -> column.sheet().equals(finding.sheet())))
                .map(MatchedColumn::dataset)
                .collect(Collectors.toSet());
        return catalogue.indicators(period).stream()
                .filter(indicator -> countedRows.sources(indicator).stream().anyMatch(datasets::contains))
                .map(Indicator::id)
                .collect(Collectors.toSet());
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
