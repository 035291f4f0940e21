package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RowOrigin;
import org.scrutineer.records.SealedReturns;

/**
 * A trust of two services: the front door with teams north and south, which send visits and cases, and care with team
 * west, which sends visits, and hr, which sends the workers of all teams. Its returns are prepared on the 5th of the
 * next month.
 */
final class SmallTrust {

    private record Return(String period, String dataset, String team, List<String> rows) {}

    private final StringBuilder indicators = new StringBuilder();
    private final StringBuilder views = new StringBuilder();
    private final List<Return> returns = new ArrayList<>();
    private final List<EarlierFigure> earlier = new ArrayList<>();
    private final Map<String, String> lacking = new LinkedHashMap<>();
    private String furtherTeams = "";
    private boolean knowsPopulation;

    static SmallTrust aTrust() {
        return new SmallTrust();
    }

    /** Adds an indicator by what sets it apart, e.g. {@code from: visits}. */
    SmallTrust withIndicator(String id, String... said) {
        indicators.append("""
                - id: %s
                  name: Indicator %s
                  theme: Visits
                  owner: head-of-visits
                  counts: people
                  measured-in: children
                  good: high
                %s""".formatted(id, id, String.join("\n", said).indent(2)));
        return this;
    }

    SmallTrust withView(String id, String sql) {
        views.append("- {id: %s, about: a row, sql: \"%s\"}\n".formatted(id, sql));
        return this;
    }

    SmallTrust withTeam(String team) {
        furtherTeams += "  - " + team + "\n";
        return this;
    }

    /**
     * Adds the table population: 80,000 children in the county in the middle of 2018 and 2020, from 2021 on 50,000 in the
     * west and 40,000 in the north.
     */
    SmallTrust withPopulation() {
        knowsPopulation = true;
        return this;
    }

    /** Adds an accepted return of one dataset; without rows its team has nothing to report. */
    SmallTrust with(String period, String dataset, String team, String... rows) {
        returns.add(new Return(period, dataset, team, List.of(rows)));
        return this;
    }

    /** Adds what stood for an earlier month. */
    SmallTrust withEarlier(
            String period, String indicator, String organisation, String numerator, String denominator, Status status) {
        earlier.add(new EarlierFigure(
                ReportingPeriod.read(period).orElseThrow(),
                indicator,
                organisation,
                IndicatorValue.ALL,
                Timing.MONTH,
                numerator == null ? null : new BigDecimal(numerator),
                denominator == null ? null : new BigDecimal(denominator),
                denominator == null && numerator != null ? new BigDecimal(numerator) : null,
                status,
                new EarlierFigure.Origin.Calculated(1)));
        return this;
    }

    /** Lets the returns of a dataset that a team sends for a period lack a column. */
    SmallTrust lacking(String column, String period, String dataset, String team) {
        lacking.put(period + dataset + team, column);
        return this;
    }

    private List<MatchedColumn> columns(Return one) {
        return catalogue().datasets().stream()
                .filter(dataset -> dataset.id().equals(one.dataset()))
                .flatMap(dataset -> dataset.columns().stream())
                .filter(column -> !column.name().equals(lacking.get(one.period() + one.dataset() + one.team())))
                .map(column -> new MatchedColumn(one.dataset(), column.name(), one.dataset(), 1, column.name()))
                .toList();
    }

    Catalogue catalogue() {
        var catalogue = SmallCatalogue.aCatalogue()
                .with("organisation.yaml", """
                        id: trust
                        name: The trust
                        contact: performance@trust.example
                        minimum-coverage: 50
                        authorities:
                          - {id: NCC, name: County, valid-to: 2021-03-31}
                          - {id: WNC, name: West, valid-from: 2021-04-01}
                          - {id: NNC, name: North, valid-from: 2021-04-01}
                        services:
                          - {id: front-door, name: Front door}
                          - {id: care, name: Care}
                        teams:
                          - {id: north, name: Team North, service: front-door, owes: {visits: [visits, cases]}}
                          - {id: south, name: Team South, service: front-door, owes: {visits: [visits, cases]}}
                          - {id: west, name: Team West, service: care, owes: {visits: [visits]}}
                          - {id: hr, name: HR, service: care, owes: {workforce: [workers]}}
                        """ + furtherTeams)
                .with("returns/visits.yaml", """
                        id: visits
                        name: Visits return
                        template-versions: ["1"]
                        datasets:
                          visits:
                            name: Visits
                            sheet: Visits
                            key: [child, visited]
                            kind: flow
                            event-date: visited
                            columns:
                              child: {header: [Child], type: text}
                              visited: {header: [Date], type: date}
                              hours: {header: [Hours], type: decimal}
                              cost: {header: [Cost], type: money}
                              authority: {header: [Council], type: code, codes: {WNC: [], NNC: [], NCC: [], NO: []}}
                          cases:
                            name: Cases
                            sheet: Cases
                            key: [child]
                            kind: snapshot
                            columns:
                              child: {header: [Child], type: text}
                              service: {header: [Service], type: text}
                        """)
                .with("returns/workforce.yaml", """
                        id: workforce
                        name: Workforce return
                        template-versions: ["1"]
                        datasets:
                          workers:
                            name: Workers
                            sheet: Workers
                            key: [worker]
                            kind: snapshot
                            team-column: works_in
                            columns:
                              worker: {header: [Worker], type: text}
                              works_in: {header: [Team], type: text}
                              fte: {header: [FTE], type: decimal}
                        """)
                .with("indicators/visits.yaml", indicators.isEmpty() ? "[]" : indicators.toString())
                .with("targets.csv", "indicator,valid_from,target,tolerance\n")
                .without("publications/board.yaml")
                .without("views.yaml");
        if (knowsPopulation) {
            addPopulation(catalogue);
        }
        return (views.isEmpty() ? catalogue : catalogue.with("views.yaml", views.toString())).catalogue();
    }

    private static void addPopulation(SmallCatalogue catalogue) {
        catalogue
                .withPublished()
                .changing(
                        "benchmarks/areas.yaml",
                        "ours:",
                        "ours:\n  - {code: \"928\", authorities: [NCC]}\n  - {code: \"940\", authorities: [NNC]}")
                .with("benchmarks/population.csv", """
                        time_period,geographic_level,region_code,region_name,old_la_code,la_name,estimate
                        2018,Local authority,E1,Midlands,928,County,80000
                        2020,Local authority,E1,Midlands,928,County,80000
                        2021,Local authority,E1,Midlands,941,West,50000
                        2021,Local authority,E1,Midlands,940,North,40000
                        """)
                .without("benchmarks/visits.yaml")
                .without("benchmarks/visits.csv")
                .without("benchmarks/values.csv");
    }

    /** The figures of a period, each as {@link #line} shows it. */
    List<String> figures(Path folder, String period) {
        return values(folder, period).stream().map(SmallTrust::line).toList();
    }

    /** The figures of one organisation. */
    List<String> figuresOf(String organisation, Path folder, String period) {
        return values(folder, period).stream()
                .filter(value -> value.organisation().equals(organisation))
                .map(SmallTrust::line)
                .toList();
    }

    List<IndicatorValue> values(Path folder, String period) {
        Catalogue catalogue = catalogue();
        var month = ReportingPeriod.read(period).orElseThrow();
        try (var sealed = sealed(folder, catalogue);
                RecordSet records = sealed.of(period)) {
            return new IndicatorCalculator(
                            catalogue,
                            sealed.store(),
                            records,
                            coverage(period),
                            month,
                            new FiguresByLine(catalogue, month).of(List.copyOf(earlier)))
                    .calculate();
        }
    }

    private SealedReturns sealed(Path folder, Catalogue catalogue) {
        var sealed = SealedReturns.in(folder, catalogue);
        for (Return one : returns) {
            sealed.with(
                    one.period(),
                    preparedOn(one).toString(),
                    one.dataset(),
                    one.team(),
                    one.rows().toArray(String[]::new));
        }
        return sealed;
    }

    /** The rows behind a month's figure, e.g. {@code NUMERATOR visits 0:2 +1 +1}: return and row, and what they add. */
    List<String> rows(Path folder, String period, String indicator, String organisation) {
        Catalogue catalogue = catalogue();
        try (var sealed = sealed(folder, catalogue);
                RecordSet records = sealed.of(period)) {
            return figureRows(catalogue, records, period, indicator).of(organisation, IndicatorValue.ALL).stream()
                    .map(SmallTrust::line)
                    .toList();
        }
    }

    /** Of them those that a row of the first return had a part in, whoever they are of. */
    List<String> rowsMadeOf(int row, Path folder, String period, String indicator) {
        Catalogue catalogue = catalogue();
        var month = ReportingPeriod.read(period).orElseThrow();
        try (var sealed = sealed(folder, catalogue);
                RecordSet records = sealed.of(period);
                var rows = new ContributingRows(catalogue, records, month)) {
            return rows
                    .madeOf(
                            new RowOrigin(returns.get(0).dataset(), 0, row),
                            catalogue.definition(indicator, month).orElseThrow(),
                            Timing.MONTH)
                    .of("trust", IndicatorValue.ALL)
                    .stream()
                    .map(SmallTrust::line)
                    .toList();
        }
    }

    /** The rows behind the figure of the whole over each of its timings in turn, and over the first one again. */
    List<String> rowsOverEachTiming(Path folder, String period, String indicator) {
        Catalogue catalogue = catalogue();
        var month = ReportingPeriod.read(period).orElseThrow();
        var definition = catalogue.definition(indicator, month).orElseThrow();
        try (var sealed = sealed(folder, catalogue);
                RecordSet records = sealed.of(period);
                var rows = new ContributingRows(catalogue, records, month)) {
            return Stream.concat(definition.timings().stream(), Stream.of(definition.timing()))
                    .map(timing -> timing.id() + ": "
                            + rows.of(definition, timing).of("trust", IndicatorValue.ALL).stream()
                                    .map(SmallTrust::line)
                                    .collect(Collectors.joining(", ")))
                    .toList();
        }
    }

    /** What the rows behind each of a month's figures sum to. */
    List<FigureRows.Totals> totals(Path folder, String period, List<IndicatorValue> figures) {
        Catalogue catalogue = catalogue();
        try (var sealed = sealed(folder, catalogue);
                RecordSet records = sealed.of(period)) {
            Map<String, FigureRows> ofIndicator = new HashMap<>();
            return figures.stream()
                    .map(figure -> {
                        FigureRows rows = ofIndicator.computeIfAbsent(
                                figure.indicator(), code -> figureRows(catalogue, records, period, code));
                        return rows.totals(rows.of(figure.organisation(), figure.authority()));
                    })
                    .toList();
        }
    }

    /** The figures whose rows in parts of two differ from all of them, or sum to something else; each of a month's. */
    List<String> figuresWhosePartsDiffer(Path folder, String period, List<Place> places) {
        Catalogue catalogue = catalogue();
        var month = ReportingPeriod.read(period).orElseThrow();
        var differing = new ArrayList<String>();
        try (var sealed = sealed(folder, catalogue);
                RecordSet records = sealed.of(period);
                var rows = new ContributingRows(catalogue, records, month)) {
            for (Indicator indicator : catalogue.indicators(month)) {
                FigureRows whole = rows.of(indicator, Timing.MONTH);
                for (Place place : places) {
                    List<ContributingRow> all = whole.of(place.organisation(), place.authority());
                    var parts = new ArrayList<ContributingRow>();
                    for (int first = 0; first <= all.size(); first += 2) {
                        FigurePart part =
                                rows.part(indicator, Timing.MONTH, place.organisation(), place.authority(), first, 2);
                        parts.addAll(part.rows());
                        if (!part.totals().equals(whole.totals(all))
                                || part.inAll().values().stream()
                                                .mapToLong(Long::longValue)
                                                .sum()
                                        != all.size()) {
                            differing.add(indicator.id() + " of " + place + " from " + first + ": " + part);
                        }
                    }
                    if (!parts.equals(all)) {
                        differing.add(indicator.id() + " of " + place + ": " + parts + " in place of " + all);
                    }
                }
            }
        }
        return differing;
    }

    private static FigureRows figureRows(Catalogue catalogue, RecordSet records, String period, String indicator) {
        var month = ReportingPeriod.read(period).orElseThrow();
        try (var rows = new ContributingRows(catalogue, records, month)) {
            return rows.of(catalogue.definition(indicator, month).orElseThrow(), Timing.MONTH);
        }
    }

    private static String line(ContributingRow row) {
        return row.role() + " " + row.source()
                + row.origins().stream()
                        .map(origin -> " " + origin.submission() + ":" + origin.row())
                        .collect(Collectors.joining())
                + " +" + written(row.toNumerator()) + " +" + written(row.toDenominator())
                + (row.role() == ContributingRow.Role.NOT_COUNTED ? " " + row.reason() : "");
    }

    CoverageCounter coverage(String period) {
        Map<Submission, List<RowCount>> counted = new LinkedHashMap<>();
        Map<Submission, List<MatchedColumn>> found = new LinkedHashMap<>();
        for (Return one : returns) {
            int rows = one.rows().size();
            var submission = new Submission(
                    counted.size(),
                    "hash-" + counted.size(),
                    "return.xlsx",
                    one.dataset().equals("workers") ? "workforce" : "visits",
                    one.team(),
                    ReportingPeriod.read(one.period()).orElseThrow(),
                    preparedOn(one),
                    rows == 0 ? Set.of(one.dataset()) : Set.of());
            counted.put(submission, List.of(new RowCount(one.dataset(), rows, rows, 0, 0, rows == 0)));
            found.put(submission, rows == 0 ? List.of() : columns(one));
        }
        return new CoverageCounter(catalogue(), ReportingPeriod.read(period).orElseThrow(), counted, found);
    }

    private static LocalDate preparedOn(Return one) {
        return ReportingPeriod.read(one.period()).orElseThrow().lastDay().plusDays(5);
    }

    /** For example {@code V1 north month: 1 / 3 = 33.3333333333}, or {@code V1 trust/WNC month: - / - = - [x]}. */
    static String line(IndicatorValue value) {
        return value.indicator() + " " + value.organisation()
                + (value.authority().isEmpty() ? "" : "/" + value.authority()) + " "
                + value.timing().id() + ": " + written(value.numerator()) + " / " + written(value.denominator()) + " = "
                + written(value.value())
                + (value.status() == IndicatorValue.Status.COMPLETE
                        ? ""
                        : " [" + value.status().symbol() + "]");
    }

    private static String written(BigDecimal number) {
        return number == null
                ? "-"
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
