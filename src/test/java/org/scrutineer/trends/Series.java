package org.scrutineer.trends;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;

/** The figures of one indicator, V1, month by month up to December 2018, as a test writes them. */
final class Series {

    static final ReportingPeriod LAST = ReportingPeriod.of(2018, 12);

    private final List<String> said = new ArrayList<>(
            List.of("from: visits", "counts: people", "measured-in: children", "owner: head-of-visits"));
    private final List<String> former = new ArrayList<>();
    private final List<EarlierFigure> earlier = new ArrayList<>();
    private final List<IndicatorValue> now = new ArrayList<>();
    private String organisation = "trust";
    private String target = "";
    private @Nullable String trends;
    private Timing timing = Timing.MONTH;
    private ReportingPeriod last = LAST;

    /** Of a percentage that is better high: {@code 71.2, -, 65p, 70} is of four months, without and with a returns missing. */
    static Series percentages(String values) {
        return new Series("unit: percent", "numerator: hours > 1", "good: high").of(values);
    }

    static Series counts(String values) {
        return new Series("unit: count", "good: low").of(values);
    }

    static Series amounts(String values) {
        return new Series("unit: money", "sum: hours", "good: low").of(values);
    }

    private Series(String... said) {
        this.said.addAll(List.of(said));
    }

    Series good(String polarity) {
        said.replaceAll(line -> line.startsWith("good:") ? "good: " + polarity : line);
        return this;
    }

    Series saying(String line) {
        said.add(line);
        return this;
    }

    /** A definition of the same, before what is said from here on, with a line of its own. */
    Series formerly(String line) {
        former.addAll(said);
        former.add(line);
        return this;
    }

    Series timing(String id) {
        Timing before = timing;
        timing = Timing.of(id);
        now.replaceAll(value -> value.timing() == before ? figure(value, timing) : value);
        return this;
    }

    Series target(String value) {
        target = "V1,2014-04," + value + "," + value + "\n";
        return this;
    }

    Series settings(String yaml) {
        trends = "profile: of-the-test\n" + yaml;
        return this;
    }

    /** The same months, up to another one. */
    Series upTo(int year, int month) {
        last = ReportingPeriod.of(year, month);
        return this;
    }

    /** The last figure is of a part of the trust. */
    Series ofTeam(String team) {
        organisation = team;
        return this;
    }

    /** Another figure of the period, of another timing. */
    Series and(String id, String value) {
        now.add(value(value, Timing.of(id)));
        return this;
    }

    /** The month's returns were not all received. */
    Series received(int received, int expected) {
        now.replaceAll(value -> new IndicatorValue(
                value.indicator(),
                value.organisation(),
                value.authority(),
                value.timing(),
                null,
                null,
                value.value(),
                value.status(),
                new Coverage(expected, received)));
        return this;
    }

    private Series of(String list) {
        List<String> values = Arrays.stream(list.split(",")).map(String::strip).toList();
        for (int i = 0; i < values.size() - 1; i++) {
            if (!values.get(i).equals("-")) {
                IndicatorValue value = value(values.get(i), Timing.MONTH);
                earlier.add(new EarlierFigure(
                        LAST.plusMonths(i + 1 - values.size()),
                        "V1",
                        "trust",
                        IndicatorValue.ALL,
                        Timing.MONTH,
                        null,
                        null,
                        value.value(),
                        value.status(),
                        new EarlierFigure.Origin.Published("a report")));
            }
        }
        now.add(value(values.get(values.size() - 1), Timing.MONTH));
        return this;
    }

    private static IndicatorValue value(String written, Timing timing) {
        boolean provisional = written.endsWith("p");
        boolean lacking = written.equals("x") || written.equals("z");
        return new IndicatorValue(
                "V1",
                "trust",
                IndicatorValue.ALL,
                timing,
                null,
                null,
                lacking ? null : new BigDecimal(written.replace("p", "")),
                provisional
                        ? Status.PROVISIONAL
                        : written.equals("x")
                                ? Status.NOT_AVAILABLE
                                : written.equals("z") ? Status.NOT_APPLICABLE : Status.COMPLETE,
                provisional ? new Coverage(5, 4) : written.equals("x") ? new Coverage(5, 1) : new Coverage(5, 5));
    }

    private IndicatorValue figure(IndicatorValue value, Timing other) {
        return new IndicatorValue(
                value.indicator(),
                organisation,
                value.authority(),
                other,
                value.numerator(),
                value.denominator(),
                value.value(),
                value.status(),
                value.coverage());
    }

    Trend trend() {
        Catalogue catalogue = catalogue();
        String id = timing.id();
        var calculator = new TrendCalculator(catalogue, last);
        var figures = now.stream().map(value -> figure(value, value.timing())).toList();
        var before = earlier.stream()
                .map(figure -> new EarlierFigure(
                        figure.period().plusMonths((int) ChronoUnit.MONTHS.between(LAST.month(), last.month())),
                        figure.indicator(),
                        organisation,
                        figure.authority(),
                        Timing.of(id),
                        null,
                        null,
                        figure.value(),
                        figure.status(),
                        figure.origin()))
                .toList();
        return calculator.trend(catalogue.indicators(last).get(0), figures, before);
    }

    String sentence() {
        return trend().sentence();
    }

    private Catalogue catalogue() {
        String further = now.stream()
                .map(IndicatorValue::timing)
                .filter(other -> other != timing)
                .distinct()
                .map(Timing::id)
                .collect(Collectors.joining(", "));
        var catalogue = SmallCatalogue.aCatalogue()
                .with(
                        "indicators/visits.yaml",
                        (former.isEmpty() ? "" : definition(further, former)) + definition(further, said))
                .with("targets.csv", "indicator,valid_from,target,tolerance\n" + target)
                .without("publications/board.yaml");
        return (trends == null ? catalogue : catalogue.with("trends.yaml", trends)).catalogue();
    }

    private String definition(String further, List<String> lines) {
        return """
                - id: V1
                  name: Visits
                  theme: Visits
                  timing: %s
                  also: [%s]
                %s""".formatted(timing.id(), further, String.join("\n", lines).indent(2));
    }
}
