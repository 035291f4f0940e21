package org.scrutineer.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RuleBreach;
import org.scrutineer.records.ToldTwice;
import org.scrutineer.records.Window;
import org.scrutineer.trends.ControlLimits;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Trends;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Asks what only shows across returns, and keeps the answers in place of any the run had. */
class ReconcileReturns implements Tasklet {

    private final Catalogue catalogue;
    private final CountedRows rows;
    private final FrozenReturns frozen;
    private final MatchedColumns columns;
    private final IndicatorValues values;
    private final Trends trends;
    private final Discrepancies discrepancies;

    ReconcileReturns(
            Catalogue catalogue,
            CountedRows rows,
            FrozenReturns frozen,
            MatchedColumns columns,
            IndicatorValues values,
            Trends trends,
            Discrepancies discrepancies) {
        this.catalogue = catalogue;
        this.rows = rows;
        this.frozen = frozen;
        this.columns = columns;
        this.values = values;
        this.trends = trends;
        this.discrepancies = discrepancies;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunKey key = RunKey.of(context.getStepContext().getJobParameters());
        List<Submission> counted = frozen.counted(key.number());
        var found = new ArrayList<Discrepancy>();
        try (RecordSet records = rows.open(counted, key.period())) {
            Window month = Window.of(key.period());
            for (CrossRule rule : catalogue.reconciliation()) {
                records.breaches(rule, month).forEach(breach -> found.add(discrepancy(rule, breach, counted)));
            }
            found.addAll(toldTwice(records, counted));
            for (Dataset stated : catalogue.datasets(Dataset.Purpose.STATED_FIGURES)) {
                found.addAll(statedOtherwise(stated, records, month, counted, values.of(key.number())));
            }
        }
        found.addAll(beyondTheirLimits(key));
        discrepancies.replace(key.number(), found);
        return RepeatStatus.FINISHED;
    }

    private Discrepancy discrepancy(CrossRule rule, RuleBreach breach, List<Submission> counted) {
        var places = new ArrayList<Discrepancy.Place>();
        var teams = new LinkedHashSet<String>();
        var values = new LinkedHashSet<String>();
        for (RuleBreach.Cell cell : breach.cells()) {
            Submission submission = counted.get(cell.submission());
            teams.add(cell.team());
            values.add(cell.value());
            columns.cell(submission, cell.dataset(), cell.column(), cell.row())
                    .ifPresent(place ->
                            places.add(new Discrepancy.Place(submission.fileName(), place.sheet(), place.cell())));
        }
        return new Discrepancy(
                rule.id(),
                rule.severity(),
                null,
                List.copyOf(teams),
                places,
                String.join(", ", values),
                "otherwise: " + rule.say(),
                rule.remedy());
    }

    /** Rows left out because another return tells of the same thing for the same team, by the two returns. */
    private List<Discrepancy> toldTwice(RecordSet records, List<Submission> counted) {
        Map<List<Object>, List<ToldTwice>> byReturns = new LinkedHashMap<>();
        records.toldTwice()
                .forEach(row -> byReturns
                        .computeIfAbsent(
                                List.of(row.dataset(), row.submission(), row.counting()),
                                first -> new ArrayList<ToldTwice>())
                        .add(row));
        return byReturns.values().stream().map(rows -> toldTwice(rows, counted)).toList();
    }

    private Discrepancy toldTwice(List<ToldTwice> rows, List<Submission> counted) {
        ToldTwice first = rows.get(0);
        Submission leftOut = counted.get(first.submission());
        Submission counting = counted.get(first.counting());
        Dataset dataset = catalogue.datasets().stream()
                .filter(one -> one.id().equals(first.dataset()))
                .findFirst()
                .orElseThrow();
        return new Discrepancy(
                "told-by-two-returns",
                Severity.WARNING,
                null,
                List.of(leftOut.team(), counting.team()),
                rows.stream()
                        .flatMap(row -> columns
                                .cell(leftOut, dataset.id(), dataset.key().get(0), row.row())
                                .stream())
                        .map(place -> new Discrepancy.Place(leftOut.fileName(), place.sheet(), place.cell()))
                        .toList(),
                rows.size() + (rows.size() == 1 ? " row of " : " rows of ") + dataset.name(),
                "rows that no other return tells: " + counting.fileName() + ", which was prepared last, has "
                        + (rows.size() == 1 ? "it" : "them") + " for the same team too, and only those count",
                "Agree which return is to tell of the team, and leave its rows out of the other.");
    }

    /** What teams say their figures are, against what their rows give. */
    private List<Discrepancy> statedOtherwise(
            Dataset dataset,
            RecordSet records,
            Window month,
            List<Submission> counted,
            List<IndicatorValue> calculated) {
        List<Stated> all = records.query(
                "select submission, team, sheet_row, indicator, value from " + dataset.id()
                        + " order by submission, sheet_row",
                month,
                row -> new Stated(
                        dataset.id(),
                        counted.get(row.getInt(1)),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getBigDecimal(5)));
        var found = new ArrayList<Discrepancy>();
        for (Stated stated : all) {
            for (Indicator indicator : catalogue.indicators(ReportingPeriod.containing(month.start()))) {
                if (Names.same(indicator.id(), stated.indicator())) {
                    valueOf(indicator, stated.team(), calculated)
                            .filter(value -> !agrees(stated.value(), value, indicator))
                            .ifPresent(value -> found.add(discrepancy(indicator, stated, value)));
                }
            }
        }
        return found;
    }

    /** A percentage may be stated as such or as a part of 1, which is what Excel holds where it shows 65%. */
    static boolean agrees(BigDecimal stated, BigDecimal value, Indicator indicator) {
        return agreesAsItStands(stated, value, indicator)
                || (indicator.unit() == Indicator.Unit.PERCENT
                        && stated.abs().compareTo(BigDecimal.ONE) <= 0
                        && agreesAsItStands(stated.movePointRight(2), value, indicator));
    }

    /** Whether both are the same with the decimals that are stated, at most those the figure is printed with. */
    private static boolean agreesAsItStands(BigDecimal stated, BigDecimal value, Indicator indicator) {
        int decimals = Math.min(
                indicator.decimals(), Math.max(0, stated.stripTrailingZeros().scale()));
        return stated.setScale(decimals, RoundingMode.HALF_UP).equals(value.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A figure as a team says it is. */
    private record Stated(
            String dataset, Submission submission, String team, int row, String indicator, BigDecimal value) {}

    private static Optional<BigDecimal> valueOf(Indicator indicator, String team, List<IndicatorValue> calculated) {
        return calculated.stream()
                .filter(value -> value.indicator().equals(indicator.id())
                        && value.organisation().equals(team)
                        && value.authority().equals(IndicatorValue.ALL)
                        && value.timing() == indicator.timing())
                .flatMap(value -> Optional.ofNullable(value.value()).stream())
                .findFirst();
    }

    private Discrepancy discrepancy(Indicator indicator, Stated stated, BigDecimal value) {
        return new Discrepancy(
                "stated-otherwise",
                Severity.QUERY,
                indicator.id(),
                List.of(stated.team()),
                columns.cell(stated.submission(), stated.dataset(), "value", stated.row()).stream()
                        .map(place ->
                                new Discrepancy.Place(stated.submission().fileName(), place.sheet(), place.cell()))
                        .toList(),
                indicator.id() + " stated as "
                        + stated.value().stripTrailingZeros().toPlainString(),
                value.setScale(indicator.decimals(), RoundingMode.HALF_UP).toPlainString()
                        + ", which the rows of the returns give",
                "Find out which rows are missing or too many; the figure is calculated from the rows.");
    }

    /** Each team's figures that lie beyond the limits of their own series. */
    private List<Discrepancy> beyondTheirLimits(RunKey key) {
        var found = new ArrayList<Discrepancy>();
        for (Trend trend : trends.of(key.number(), key.period())) {
            Optional<Team> team = trend.authority().equals(IndicatorValue.ALL)
                    ? catalogue.organisation().team(trend.organisation())
                    : Optional.empty();
            if (team.isPresent() && trend.isBeyondLimit()) {
                trend.limits().ifPresent(limits -> found.add(beyond(trend, limits, team.get(), key.period())));
            }
        }
        return found;
    }

    private static Discrepancy beyond(Trend trend, ControlLimits limits, Team team, ReportingPeriod period) {
        return new Discrepancy(
                "outside-control-limits",
                Severity.QUERY,
                trend.indicator(),
                List.of(team.id()),
                List.of(),
                trend.indicator() + " of " + team.name() + " for " + period.title() + " is "
                        + printed(trend.newest().point().value()),
                "a value from " + printed(limits.lower()) + " to " + printed(limits.upper())
                        + ", the control limits of the team's own last "
                        + trend.points().size() + " values",
                "Find out what happened, or which rows of the return are wrong.");
    }

    private static String printed(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
