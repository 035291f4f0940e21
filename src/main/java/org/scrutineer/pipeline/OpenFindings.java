package org.scrutineer.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.comparison.Comparison;
import org.scrutineer.comparison.Comparisons;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.reconciliation.Discrepancies;
import org.springframework.stereotype.Component;

/**
 * The findings of all teams that still matter: those of an attempt that a later one has made up for, being accepted, are
 * left out. And the questions that only show across returns, as the newest run of each period asks them.
 */
@Component
public class OpenFindings {

    private final Catalogue catalogue;
    private final Submissions submissions;
    private final Findings findings;
    private final Comparisons comparisons;
    private final Runs runs;
    private final Discrepancies discrepancies;

    OpenFindings(
            Catalogue catalogue,
            Submissions submissions,
            Findings findings,
            Comparisons comparisons,
            Runs runs,
            Discrepancies discrepancies) {
        this.catalogue = catalogue;
        this.submissions = submissions;
        this.findings = findings;
        this.comparisons = comparisons;
        this.runs = runs;
        this.discrepancies = discrepancies;
    }

    /** By period, oldest first, then by team as the catalogue lists them; files that are no return come last. */
    public List<ReportedFinding> of(FindingsFilter filter) {
        var reported = new ArrayList<ReportedFinding>();
        for (ReportingPeriod period : submissions.periods()) {
            if (filter.wants(period)) {
                List<Submissions.Checked> received = submissions.of(period);
                for (Team team : catalogue.organisation().teams()) {
                    if (filter.team().map(team.id()::equals).orElse(true)) {
                        received.stream()
                                .filter(checked -> checked.submission().team().equals(team.id()))
                                .filter(checked -> !isMadeUpFor(checked, received))
                                .forEach(checked -> add(checked, team, filter, reported));
                    }
                }
            }
        }
        if (filter.period().isEmpty() && filter.team().isEmpty()) {
            for (Submissions.Unrecognised file : submissions.unrecognised()) {
                file.findings().stream()
                        .filter(filter::wants)
                        .forEach(finding ->
                                reported.add(new ReportedFinding(null, null, null, "refused", finding, null, null)));
            }
        }
        return reported;
    }

    /** What only shows across returns, by period, oldest first, in the order it was found. */
    public List<ReportedDiscrepancy> acrossReturns(FindingsFilter filter) {
        var reported = new ArrayList<ReportedDiscrepancy>();
        for (ReportingPeriod period : runs.publishedPeriods()) {
            if (filter.wants(period)) {
                int run = runs.newest(period).orElseThrow().number();
                discrepancies.of(run).stream()
                        .filter(filter::wants)
                        .forEach(discrepancy -> reported.add(new ReportedDiscrepancy(
                                period,
                                run,
                                discrepancy.teams().stream()
                                        .map(catalogue.organisation()::senderName)
                                        .toList(),
                                discrepancy)));
            }
        }
        return reported;
    }

    private static boolean isMadeUpFor(Submissions.Checked checked, List<Submissions.Checked> received) {
        Submission attempt = checked.submission();
        return received.stream()
                .dropWhile(other -> other.submission().id() != attempt.id())
                .skip(1)
                .filter(later -> later.submission().team().equals(attempt.team())
                        && later.submission().returnType().equals(attempt.returnType()))
                .anyMatch(later -> later.verdict() != null && later.verdict().isAccepted());
    }

    private void add(Submissions.Checked checked, Team team, FindingsFilter filter, List<ReportedFinding> reported) {
        Submission submission = checked.submission();
        Optional<Comparison> comparison = comparisons.of(submission);
        List<Finding> found = findings.of(submission);
        for (int place = 0; place < found.size(); place++) {
            if (filter.wants(found.get(place))) {
                int placeInOrder = place;
                reported.add(new ReportedFinding(
                        submission.period(),
                        team.name(),
                        submission.returnType(),
                        checked.superseded()
                                ? "superseded"
                                : checked.verdict() == null
                                        ? "waiting"
                                        : checked.verdict().id(),
                        found.get(place),
                        comparison
                                .map(known -> known.history().get(placeInOrder))
                                .orElse(null),
                        comparison.flatMap(Comparison::answer).orElse(null)));
            }
        }
    }
}
