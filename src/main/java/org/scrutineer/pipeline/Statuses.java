package org.scrutineer.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.comparison.Comparison;
import org.scrutineer.comparison.Comparisons;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.scrutineer.publication.Publications;
import org.springframework.stereotype.Component;

/** Tells how periods stand, from the ledger. */
@Component
public class Statuses {

    private final Catalogue catalogue;
    private final Submissions submissions;
    private final Findings findings;
    private final Comparisons comparisons;
    private final Runs runs;
    private final IndicatorValues values;
    private final Publications publications;

    Statuses(
            Catalogue catalogue,
            Submissions submissions,
            Findings findings,
            Comparisons comparisons,
            Runs runs,
            IndicatorValues values,
            Publications publications) {
        this.catalogue = catalogue;
        this.submissions = submissions;
        this.findings = findings;
        this.comparisons = comparisons;
        this.runs = runs;
        this.values = values;
        this.publications = publications;
    }

    /** The periods that there are returns or runs of, oldest first. */
    public List<ReportingPeriod> periods() {
        var periods = new TreeSet<>(submissions.periods());
        runs.all().forEach(run -> periods.add(run.period()));
        return List.copyOf(periods);
    }

    public PeriodStatus of(ReportingPeriod period) {
        List<Submissions.Checked> received = submissions.of(period);
        int expected = 0;
        var missing = new ArrayList<String>();
        for (Team team : catalogue.organisation().teams(period)) {
            for (String type : team.owes().keySet()) {
                expected++;
                if (received.stream().noneMatch(checked -> isReceived(checked, team, type))) {
                    missing.add(team.name() + " (" + type + ")");
                }
            }
        }
        Optional<Run> run = runs.newest(period);
        return new PeriodStatus(
                period,
                expected,
                expected - missing.size(),
                missing,
                received.stream().map(this::status).toList(),
                rows(received),
                cells(received),
                run,
                run.map(newest -> values.of(newest.number()).size()).orElse(0),
                run.map(newest -> publications.workbooks(period, newest.number()))
                        .orElse(List.of()));
    }

    private static boolean isReceived(Submissions.Checked checked, Team team, String type) {
        return checked.submission().team().equals(team.id())
                && checked.submission().returnType().equals(type)
                && checked.verdict() != Verdict.REFUSED;
    }

    private PeriodStatus.ReturnStatus status(Submissions.Checked checked) {
        String team = catalogue
                .organisation()
                .team(checked.submission().team())
                .map(Team::name)
                .orElse(checked.submission().team());
        String state = checked.superseded()
                ? "superseded"
                : checked.verdict() == null ? "waiting" : checked.verdict().id();
        List<Finding> toCorrect = findings.of(checked.submission()).stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        return new PeriodStatus.ReturnStatus(
                checked.submission().fileName(),
                team,
                state,
                comparisons.of(checked.submission()).flatMap(Comparison::answer).orElse(null),
                toCorrect);
    }

    private CellCount cells(List<Submissions.Checked> received) {
        CellCount sum = CellCount.NONE;
        for (Submissions.Checked checked : received) {
            for (CellCount count : submissions.cellCounts(checked.submission()).values()) {
                sum = sum.plus(count);
            }
        }
        return sum;
    }

    private PeriodStatus.Rows rows(List<Submissions.Checked> received) {
        long read = 0;
        long accepted = 0;
        long refused = 0;
        long blank = 0;
        for (Submissions.Checked checked : received) {
            for (RowCount count : submissions.rowCounts(checked.submission())) {
                read += count.read();
                accepted += count.accepted();
                refused += count.refused();
                blank += count.blank();
            }
        }
        return new PeriodStatus.Rows(read, accepted, refused, blank);
    }
}
