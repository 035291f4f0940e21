package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.PublishedArea.Level;
import org.scrutineer.catalogue.PublishedFile.Cell;
import org.scrutineer.catalogue.PublishedFile.Line;

/** Reads what is under {@code figures} in the files of {@code benchmarks}. */
final class BenchmarkReader {

    private final Indicators indicators;
    private final PublishedAreas areas;
    private final Problems problems;
    private final Map<List<Object>, Place> cells = new HashMap<>();
    private final Map<List<Object>, Entry> mapped = new HashMap<>();
    private final Map<String, PublishedArea> regions = new LinkedHashMap<>();

    BenchmarkReader(Indicators indicators, PublishedAreas areas, Problems problems) {
        this.indicators = indicators;
        this.areas = areas;
        this.problems = problems;
    }

    /** The region each of our areas lies in, as the files read so far say. */
    Map<String, PublishedArea> regions() {
        return regions;
    }

    List<Benchmark> read(PublishedFile file, Entry figure) {
        checkDefinition(figure);
        checkMappedOnce(file, figure);
        int value = figure.scalar("value").map(file::column).orElse(-1);
        int numerator = figure.scalar("numerator").map(file::column).orElse(-1);
        int denominator = figure.scalar("denominator").map(file::column).orElse(-1);
        List<Line> lines = file.lines(figure);
        if (value < 0) {
            return List.of();
        }
        noteRegions(lines);
        String indicator = figure.textOrEmpty("indicator");
        Optional<ReportingPeriod> definition = Dates.period(figure, "definition-from", problems);
        Map<Line, Cell> read = new LinkedHashMap<>();
        for (Line line : lines) {
            checkOnce(line.row().place(), indicator, line.area(), line.ends());
            file.value(line, value).ifPresent(cell -> read.put(line, cell));
        }
        int decimals = read.values().stream()
                .flatMap(cell -> cell.number().stream())
                .mapToInt(number -> Math.max(0, number.scale()))
                .max()
                .orElse(0);
        PublishedSource source = file.source();
        Set<String> wanted = wanted();
        return read.entrySet().stream()
                .filter(cell -> isWanted(cell.getKey().area(), wanted))
                .flatMap(cell -> definition.stream()
                        .map(from -> new Benchmark(
                                indicator,
                                from,
                                cell.getKey().area(),
                                cell.getKey().ends(),
                                cell.getValue().number().orElse(null),
                                cell.getValue().withheld().orElse(null),
                                number(file, cell.getKey(), numerator),
                                number(file, cell.getKey(), denominator),
                                decimals,
                                source,
                                cell.getKey().row().place())))
                .toList();
    }

    private static @Nullable BigDecimal number(PublishedFile file, Line line, int column) {
        return column < 0
                ? null
                : file.value(line, column).flatMap(Cell::number).orElse(null);
    }

    /** Tells where the code has no such definition: a figure is comparable with one definition only. */
    private void checkDefinition(Entry figure) {
        Optional<ReportingPeriod> from = Dates.period(figure, "definition-from", new Problems());
        figure.scalar("indicator")
                .filter(code -> indicators.find(code.place(), code.written()).isPresent())
                .ifPresent(code -> from.ifPresent(month -> checkDefinition(
                        figure.at("definition-from").orElse(figure).place(), code.written(), month)));
    }

    /** The same for a line of a file that is kept by hand. */
    void checkDefinition(Place place, String code, ReportingPeriod from) {
        List<String> known = indicators.all().stream()
                .filter(indicator -> indicator.id().equals(code))
                .map(indicator -> indicator.validFrom().toString())
                .toList();
        if (!known.contains(from.toString())) {
            problems.add(
                    place,
                    from.toString(),
                    "the month from which a definition of " + code + " is valid: " + String.join(", ", known));
        }
    }

    /** A published column is one definition: it cannot be comparable with two indicators. */
    private void checkMappedOnce(PublishedFile file, Entry figure) {
        figure.scalar("value").ifPresent(value -> {
            Entry before = mapped.putIfAbsent(
                    List.of(
                            file.name(),
                            Names.normal(value.written()),
                            figure.at("where")
                                    .map(where -> where.json().toString())
                                    .orElse("")),
                    figure);
            if (before != null && !before.textOrEmpty("indicator").equals(figure.textOrEmpty("indicator"))) {
                problems.add(
                        figure.at("indicator").orElse(figure),
                        "one indicator for a column of a file; " + before.place() + " gives it to "
                                + before.textOrEmpty("indicator"));
            }
        });
    }

    /** Tells of a second figure of an indicator for the same area and year, in whatever file. */
    void checkOnce(Place place, String indicator, PublishedArea area, LocalDate ends) {
        Place before = cells.putIfAbsent(List.of(indicator, area.level(), area.code(), ends), place);
        if (before != null) {
            problems.add(
                    place,
                    area.name(),
                    "one figure of " + indicator + " for an area and year; " + before + " has it already");
        }
    }

    private void noteRegions(List<Line> lines) {
        Set<String> ours = areas.ours().stream().map(PublishedAreas.Ours::code).collect(Collectors.toSet());
        lines.stream()
                .filter(line -> line.area().level() == Level.AUTHORITY
                        && ours.contains(line.area().code()))
                .forEach(line -> regions.put(line.area().code(), line.region()));
    }

    /** Codes of the areas that something of ours is compared with. */
    private Set<String> wanted() {
        Set<String> wanted = new HashSet<>();
        for (PublishedAreas.Ours area : areas.ours()) {
            wanted.add(area.code());
            areas.neighbours().ifPresent(known -> wanted.addAll(known.of().getOrDefault(area.code(), List.of())));
        }
        return wanted;
    }

    private boolean isWanted(PublishedArea area, Set<String> wanted) {
        return switch (area.level()) {
            case NATION -> true;
            case REGION ->
                regions.values().stream().anyMatch(region -> region.code().equals(area.code()));
            case AUTHORITY -> wanted.contains(area.code());
        };
    }
}
