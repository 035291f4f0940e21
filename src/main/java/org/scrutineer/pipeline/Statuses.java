package org.scrutineer.pipeline;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.comparison.Comparison;
import org.scrutineer.comparison.Comparisons;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.indicators.KeptOutRows;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Supersession;
import org.scrutineer.intake.Verdict;
import org.scrutineer.pipeline.PeriodStatus.ExpectedReturn;
import org.scrutineer.publication.Publications;
import org.scrutineer.rendering.Renditions;
import org.scrutineer.validation.ReturnChecker;
import org.springframework.stereotype.Component;

/** Tells how periods stand, from the ledger. */
@Component
public class Statuses {

    /** What is due today is due by the day in the United Kingdom, wherever the machine stands. */
    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private final Catalogue catalogue;
    private final Submissions submissions;
    private final Supersession supersession;
    private final Findings findings;
    private final Comparisons comparisons;
    private final Runs runs;
    private final IndicatorValues values;
    private final FrozenReturns frozen;
    private final KeptOutRows keptOutRows;
    private final Publications publications;
    private final Renditions renditions;
    private final ReturnChecker checker;
    private final Amendments amendments;
    private final Clock clock;

    Statuses(
            Catalogue catalogue,
            Submissions submissions,
            Supersession supersession,
            Findings findings,
            Comparisons comparisons,
            Runs runs,
            IndicatorValues values,
            FrozenReturns frozen,
            KeptOutRows keptOutRows,
            Publications publications,
            Renditions renditions,
            ReturnChecker checker,
            Amendments amendments,
            Clock clock) {
        this.catalogue = catalogue;
        this.submissions = submissions;
        this.supersession = supersession;
        this.findings = findings;
        this.comparisons = comparisons;
        this.runs = runs;
        this.values = values;
        this.frozen = frozen;
        this.keptOutRows = keptOutRows;
        this.publications = publications;
        this.renditions = renditions;
        this.checker = checker;
        this.amendments = amendments;
        this.clock = clock;
    }

    /** The periods that there are returns or runs of, oldest first. */
    public List<ReportingPeriod> periods() {
        var periods = new TreeSet<>(submissions.periods());
        runs.all().forEach(run -> periods.add(run.period()));
        return List.copyOf(periods);
    }

    /** What to say of a period that there is nothing of, with the nearest there is; nothing where there is something. */
    public Optional<String> nothingOf(ReportingPeriod period) {
        List<ReportingPeriod> known = periods();
        if (known.contains(period)) {
            return Optional.empty();
        }
        return Optional.of("There are neither returns nor runs of " + period.title()
                + (known.isEmpty()
                        ? "; nothing has been received yet."
                        : "; there are of "
                                + known.stream().map(ReportingPeriod::title).collect(Collectors.joining(", ")) + ".")
                + Names.nearest(
                                period.toString(),
                                known.stream().map(ReportingPeriod::toString).toList())
                        .map(near -> " Did you mean " + near + "?")
                        .orElse(""));
    }

    public PeriodStatus of(ReportingPeriod period) {
        List<Submissions.Checked> received = submissions.of(period);
        List<ExpectedReturn> expected = expected(period, received);
        List<ExpectedReturn> missing =
                expected.stream().filter(ExpectedReturn::isMissing).toList();
        Optional<Run> run = runs.newest(period);
        return new PeriodStatus(
                period,
                expected.size(),
                expected.size() - missing.size(),
                missing.stream().map(ExpectedReturn::title).toList(),
                expected,
                received.stream().map(this::status).toList(),
                rows(received),
                cells(received),
                (int) received.stream()
                        .map(Submissions.Checked::submission)
                        .filter(submission -> checker.isByFormerDefinitions(
                                submission, submissions.segments(submission), amendments.of(submission)))
                        .count(),
                run,
                run.map(newest -> values.of(newest.number()).size()).orElse(0),
                run.map(newest -> keptOutRows.of(frozen.counted(newest.number()), period))
                        .orElse(List.of()),
                run.map(newest -> publications.workbooks(period, newest.number()))
                        .orElse(List.of()),
                run.map(newest -> renditions.of(newest.number())).orElse(List.of()));
    }

    private List<ExpectedReturn> expected(ReportingPeriod period, List<Submissions.Checked> received) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), UNITED_KINGDOM);
        var expected = new ArrayList<ExpectedReturn>();
        for (Team team : catalogue.organisation().teams(period)) {
            for (String typeId : team.owes().keySet()) {
                ReturnType type = catalogue.returnType(typeId).orElseThrow();
                LocalDate due = catalogue.deadline(type, period);
                Optional<LocalDate> preparedOn = received.stream()
                        .filter(checked -> isReceived(checked, team, typeId))
                        .map(checked -> checked.submission().preparedOn())
                        .min(Comparator.naturalOrder());
                expected.add(new ExpectedReturn(
                        team.id(),
                        team.name(),
                        typeId,
                        due,
                        preparedOn,
                        preparedOn
                                .map(day -> Math.max(0, catalogue.calendar().workedAfter(due, day)))
                                .orElse(0),
                        catalogue.calendar().workedAfter(today, due)));
            }
        }
        return expected;
    }

    private static boolean isReceived(Submissions.Checked checked, Team team, String type) {
        return checked.submission().team().equals(team.id())
                && checked.submission().returnType().equals(type)
                && checked.verdict() != Verdict.REFUSED;
    }

    private PeriodStatus.ReturnStatus status(Submissions.Checked checked) {
        String team = catalogue.organisation().senderName(checked.submission().team());
        String state = checked.superseded()
                ? PeriodStatus.SUPERSEDED
                : checked.verdict() == null ? "waiting" : checked.verdict().id();
        List<Finding> toCorrect = checked.superseded()
                ? supersession.findingsOf(checked.submission())
                : findings.of(checked.submission()).stream()
                        .filter(finding -> finding.severity() != Severity.INFO)
                        .toList();
        return new PeriodStatus.ReturnStatus(
                checked.submission().id(),
                checked.submission().fileName(),
                checked.submission().team(),
                team,
                checked.submission().returnType(),
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
