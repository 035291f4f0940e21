package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.indicators.KeptOutRows;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.Submission;
import org.scrutineer.reconciliation.Discrepancies;
import org.scrutineer.secondopinion.SecondOpinions;
import org.springframework.stereotype.Component;

/** Reads from the ledger what checking did to a run's figures. */
@Component
class CheckingReader {

    private final Catalogue catalogue;
    private final MatchedColumns columns;
    private final Findings findings;
    private final CountedRows countedRows;
    private final KeptOutRows keptOutRows;
    private final Amendments amendments;
    private final Discrepancies discrepancies;
    private final SecondOpinions secondOpinions;

    CheckingReader(
            Catalogue catalogue,
            MatchedColumns columns,
            Findings findings,
            CountedRows countedRows,
            KeptOutRows keptOutRows,
            Amendments amendments,
            Discrepancies discrepancies,
            SecondOpinions secondOpinions) {
        this.catalogue = catalogue;
        this.columns = columns;
        this.findings = findings;
        this.countedRows = countedRows;
        this.keptOutRows = keptOutRows;
        this.amendments = amendments;
        this.discrepancies = discrepancies;
        this.secondOpinions = secondOpinions;
    }

    /** @param seen the run's returns */
    Checking read(int run, ReportingPeriod period, List<SeenReturn> seen) {
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
}
