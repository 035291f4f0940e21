package org.scrutineer.trace;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.indicators.ContributingRow;
import org.scrutineer.indicators.FigurePart;
import org.scrutineer.indicators.FigureRows;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.CellAsRead;
import org.scrutineer.intake.CellsAsRead;
import org.scrutineer.intake.DeletedReturns;
import org.scrutineer.intake.Submission;
import org.scrutineer.pipeline.Run;
import org.scrutineer.records.RowOrigin;
import org.scrutineer.trace.FigureTrace.Agreement;
import org.scrutineer.trace.FigureTrace.Question;
import org.springframework.stereotype.Component;

/** Follows a figure to the cells it came from, and checks that the rows sum to it. */
@Component
public class FigureTracer {

    private static final int SCALE = 10;

    private final TracedRuns runs;
    private final IndicatorValues values;
    private final CellsAsRead cells;
    private final DeletedReturns deleted;

    FigureTracer(TracedRuns runs, IndicatorValues values, CellsAsRead cells, DeletedReturns deleted) {
        this.deleted = deleted;
        this.runs = runs;
        this.values = values;
        this.cells = cells;
    }

    /**
     * @throws NotTraceableException where the run has no such figure
     * @throws IOException where the archived copy of a return cannot be read from the disk
     */
    public FigureTrace trace(Question question) throws NotTraceableException, IOException {
        return trace(question, 0, Integer.MAX_VALUE);
    }

    /**
     * The same with some of its rows only, as a page shows them.
     *
     * @param first how many of its rows come before them
     * @param most how many they are at the most
     * @throws NotTraceableException as above
     * @throws IOException as above
     */
    public FigureTrace trace(Question question, int first, int most) throws NotTraceableException, IOException {
        try (TracedRun run = runs.open(question.run())) {
            Indicator indicator = indicator(question, run.catalogue());
            Timing timing = question.timing() == null ? indicator.timing() : question.timing();
            IndicatorValue value = value(question, indicator, timing, run.catalogue());
            FigurePart part = run.rows().part(indicator, timing, value.organisation(), value.authority(), first, most);
            List<DeletedReturns.Gone> gone = deleted.countedIn(question.run().number());
            return new FigureTrace(
                    run.run(),
                    indicator,
                    title(value, run.catalogue()),
                    run.rows().window(timing),
                    run.otherCatalogue(),
                    value,
                    traced(part.rows(), indicator, run, question.personal()),
                    part.inAll(),
                    part.totals(),
                    agreement(value, part.totals(), gone),
                    gone);
        }
    }

    /**
     * Follows the organisation's own figures of a run, so that whoever asks for one of its figures later waits for none of
     * what is done once. Rows of any run that were deleted meanwhile are held no longer.
     *
     * @throws IOException where the archived copy of a return cannot be read from the disk
     */
    public void prepare(Run run) throws IOException {
        runs.closeChanged();
        String whole;
        try (TracedRun traced = runs.open(run)) {
            whole = traced.catalogue().organisation().id();
        }
        for (IndicatorValue value : values.of(run.number())) {
            if (value.organisation().equals(whole) && value.authority().equals(IndicatorValue.ALL)) {
                // Opened for each, so that nobody who asks meanwhile waits for all.
                try (TracedRun traced = runs.open(run)) {
                    Indicator indicator = traced.catalogue()
                            .definition(value.indicator(), run.period())
                            .orElseThrow();
                    FigurePart part = traced.rows().part(indicator, value.timing(), whole, IndicatorValue.ALL, 0, 1);
                    traced(part.rows(), indicator, traced, false);
                }
            }
        }
    }

    /**
     * Compares every figure of a run with the rows behind it, in the order of the run.
     *
     * @throws IOException where the catalogue of the run cannot be read from the disk
     */
    public List<Checked> check(Run run) throws IOException {
        Map<Figures, List<IndicatorValue>> figures = new LinkedHashMap<>();
        // By days first: the views are pointed at each window once.
        values.of(run.number()).stream()
                .sorted(Comparator.comparing(IndicatorValue::timing))
                .forEach(value -> figures.computeIfAbsent(
                                new Figures(value.indicator(), value.timing()), first -> new ArrayList<>())
                        .add(value));
        var checked = new ArrayList<Checked>();
        List<DeletedReturns.Gone> gone = deleted.countedIn(run.number());
        try (TracedRun traced = runs.open(run)) {
            for (var ofIndicator : figures.entrySet()) {
                Indicator indicator = traced.catalogue().indicators(run.period()).stream()
                        .filter(one -> one.id().equals(ofIndicator.getKey().indicator()))
                        .findFirst()
                        .orElseThrow();
                FigureRows rows =
                        traced.rows().of(indicator, ofIndicator.getKey().timing());
                for (IndicatorValue value : ofIndicator.getValue()) {
                    FigureRows.Totals totals = rows.totals(rows.of(value.organisation(), value.authority()));
                    checked.add(new Checked(
                            value, title(value, traced.catalogue()), totals, agreement(value, totals, gone)));
                }
            }
        }
        return checked;
    }

    private record Figures(String indicator, Timing timing) {}

    /** A figure of a run with what its rows sum to. */
    public record Checked(IndicatorValue value, String title, FigureRows.Totals totals, Agreement agreement) {}

    private static Indicator indicator(Question question, Catalogue catalogue) throws NotTraceableException {
        List<Indicator> known = catalogue.indicators(question.run().period());
        for (Indicator indicator : known) {
            if (indicator.id().equalsIgnoreCase(question.indicator())) {
                return indicator;
            }
        }
        throw new NotTraceableException("There is no indicator \"" + question.indicator() + "\" in "
                + question.run().period().title() + "."
                + nearest(
                        question.indicator(), known.stream().map(Indicator::id).toList()));
    }

    private IndicatorValue value(Question question, Indicator indicator, Timing timing, Catalogue catalogue)
            throws NotTraceableException {
        String organisation = organisation(question.organisation(), catalogue);
        List<IndicatorValue> ofIndicator = values.of(question.run().number()).stream()
                .filter(value -> value.indicator().equals(indicator.id()))
                .toList();
        for (IndicatorValue value : ofIndicator) {
            if (value.timing() == timing
                    && value.organisation().equals(organisation)
                    && value.authority().equalsIgnoreCase(question.authority())) {
                return value;
            }
        }
        List<String> timings = ofIndicator.stream()
                .map(IndicatorValue::timing)
                .distinct()
                .sorted()
                .map(Timing::id)
                .toList();
        if (!timings.contains(timing.id())) {
            throw new NotTraceableException("Run " + question.run().number() + " has no figure " + indicator.id()
                    + " for the timing " + timing.id() + ", only for " + String.join(", ", timings) + ".");
        }
        throw new NotTraceableException("Run " + question.run().number() + " has no figure " + indicator.id() + " for "
                + title(organisation, question.authority(), catalogue)
                + (question.authority().isEmpty()
                        ? "; it is given for "
                                + ofIndicator.stream()
                                        .filter(value -> value.authority().isEmpty())
                                        .map(IndicatorValue::organisation)
                                        .distinct()
                                        .collect(Collectors.joining(", "))
                        : "; authorities are told apart for the organisation as a whole, by the codes "
                                + ofIndicator.stream()
                                        .map(IndicatorValue::authority)
                                        .filter(code -> !code.isEmpty())
                                        .distinct()
                                        .collect(Collectors.joining(", ")))
                + ".");
    }

    private static String organisation(@Nullable String named, Catalogue catalogue) throws NotTraceableException {
        Organisation organisation = catalogue.organisation();
        if (named == null || organisation.isCalled(named)) {
            return organisation.id();
        }
        for (Organisation.Service service : organisation.services()) {
            if (Names.same(service.id(), named) || Names.same(service.name(), named)) {
                return service.id();
            }
        }
        return organisation
                .team(named)
                .map(Organisation.Team::id)
                .orElseThrow(() -> new NotTraceableException("There is no team or service \"" + named + "\"."
                        + nearest(
                                named,
                                Stream.concat(
                                                organisation.services().stream().map(Organisation.Service::name),
                                                organisation.teams().stream().map(Organisation.Team::name))
                                        .toList())));
    }

    private static String nearest(String said, List<String> known) {
        return Names.nearest(said, known)
                .map(near -> " Did you mean " + near + "?")
                .orElse("");
    }

    private static String title(IndicatorValue value, Catalogue catalogue) {
        return title(value.organisation(), value.authority(), catalogue);
    }

    static String title(String organisationId, String authority, Catalogue catalogue) {
        Organisation organisation = catalogue.organisation();
        String name = organisation.services().stream()
                .filter(service -> service.id().equals(organisationId))
                .map(Organisation.Service::name)
                .findFirst()
                .orElseGet(() -> organisation.senderName(organisationId));
        if (authority.isEmpty()) {
            return name;
        }
        return name + ", "
                + organisation.authorities().stream()
                        .filter(one -> one.id().equals(authority))
                        .map(Organisation.Authority::name)
                        .findFirst()
                        .orElse("neither authority");
    }

    private List<TracedRow> traced(List<ContributingRow> rows, Indicator indicator, TracedRun run, boolean personal)
            throws IOException {
        Map<String, Set<String>> used = new LinkedHashMap<>(run.store().columns(indicator));
        var datasets = new HashMap<String, Dataset>();
        run.catalogue().datasets().forEach(dataset -> datasets.put(dataset.id(), dataset));
        var wanted = new LinkedHashMap<Integer, Map<String, Set<Integer>>>();
        rows.stream()
                .flatMap(row -> row.origins().stream())
                .forEach(origin -> wanted.computeIfAbsent(origin.submission(), first -> new LinkedHashMap<>())
                        .computeIfAbsent(origin.dataset(), first -> new TreeSet<>())
                        .add(origin.row()));
        var origins = new HashMap<RowOrigin, TracedRow.Origin>();
        for (var ofReturn : wanted.entrySet()) {
            Submission submission = run.counted().get(ofReturn.getKey());
            var asked = new ArrayList<CellsAsRead.Wanted>();
            ofReturn.getValue().forEach((id, numbers) -> {
                Dataset dataset = Objects.requireNonNull(datasets.get(id));
                var columns = new TreeSet<>(used.getOrDefault(id, Set.of()));
                columns.addAll(dataset.key());
                asked.add(new CellsAsRead.Wanted(dataset, numbers, columns));
            });
            cells.of(submission, asked)
                    .forEach((id, read) -> read.sheetRows()
                            .forEach((number, found) -> origins.put(
                                    new RowOrigin(id, ofReturn.getKey(), number),
                                    origin(
                                            submission,
                                            Objects.requireNonNull(datasets.get(id)),
                                            read.sheet(),
                                            number,
                                            found,
                                            personal))));
        }
        return rows.stream()
                .map(row -> new TracedRow(
                        row,
                        why(row, indicator),
                        row.origins().stream()
                                .map(origin -> Objects.requireNonNull(
                                        origins.get(origin), () -> "no cells were found of " + origin))
                                .toList()))
                .toList();
    }

    private static TracedRow.Origin origin(
            Submission submission, Dataset dataset, String sheet, int row, List<CellAsRead> found, boolean personal) {
        String cell = found.stream()
                .filter(one -> one.column().name().equals(dataset.key().get(0)))
                .map(CellAsRead::cell)
                .findFirst()
                .orElseGet(() -> "A" + row);
        return new TracedRow.Origin(submission, dataset.id(), sheet, row, cell, PersonalCells.shown(found, personal));
    }

    private static String why(ContributingRow row, Indicator indicator) {
        boolean per = indicator.per() != null
                && row.role() != ContributingRow.Role.NUMERATOR
                && row.source().equals(indicator.per().from())
                && !row.source().equals(indicator.from());
        return switch (row.reason()) {
            case MEETS_THE_DEFINITION -> "";
            case OUTSIDE_THE_DENOMINATOR ->
                "does not meet: "
                        + sql(per ? Objects.requireNonNull(indicator.per()).where() : indicator.denominator());
            case OUTSIDE_THE_NUMERATOR -> "does not meet: " + sql(indicator.numerator());
            case WITHOUT_A_VALUE -> "has nothing in what is added up";
        };
    }

    private static String sql(@Nullable Object condition) {
        return String.valueOf(condition).strip().replaceAll("\\s+", " ");
    }

    private static Agreement agreement(IndicatorValue value, FigureRows.Totals totals, List<DeletedReturns.Gone> gone) {
        if (value.numerator() == null && value.denominator() == null && value.value() == null) {
            return Agreement.WITHHELD;
        }
        if (value.basis() == IndicatorValue.Basis.MONTHS || value.outturn() != null) {
            return Agreement.NOT_FROM_ROWS;
        }
        boolean same = same(totals.numerator(), value.numerator())
                && same(totals.denominator(), value.denominator())
                && (totals.picked() == null || same(totals.picked(), value.value()));
        if (same) {
            return Agreement.AGREES;
        }
        return gone.isEmpty() ? Agreement.DIFFERS : Agreement.ROWS_DELETED;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null
                ? one == other
                : one.setScale(SCALE, RoundingMode.HALF_UP).compareTo(other) == 0;
    }
}
