package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.PublishedArea.Level;

/** Reads {@code benchmarks/values.csv}: single published figures, kept by hand, each with its source. */
final class SingleFiguresReader {

    static final String FILE = PublishedFile.FOLDER + "values.csv";

    private static final List<String> HEADER =
            List.of("indicator", "definition_from", "area", "period_ends", "value", "source");

    private final Indicators indicators;
    private final Organisation organisation;
    private final PublishedAreas areas;
    private final BenchmarkReader figures;
    private final Problems problems;

    SingleFiguresReader(
            Indicators indicators,
            Organisation organisation,
            PublishedAreas areas,
            BenchmarkReader figures,
            Problems problems) {
        this.indicators = indicators;
        this.organisation = organisation;
        this.areas = areas;
        this.figures = figures;
        this.problems = problems;
    }

    List<Benchmark> read(CatalogueFiles files) {
        return files.text(FILE)
                .flatMap(text -> CsvTable.read(FILE, text, problems))
                .map(this::read)
                .orElse(List.of());
    }

    private List<Benchmark> read(CsvTable table) {
        for (String cell : table.header().cells()) {
            if (!cell.isEmpty() && HEADER.stream().noneMatch(name -> Names.same(name, cell))) {
                problems.unknown(table.header().place(), cell, "columns", HEADER);
            }
        }
        List<String> lacking =
                HEADER.stream().filter(name -> table.column(name) < 0).toList();
        if (!lacking.isEmpty()) {
            problems.add(
                    table.header().place(),
                    null,
                    "the header " + String.join(",", HEADER) + "; lacking is " + String.join(", ", lacking));
            return List.of();
        }
        List<Benchmark> read = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            figure(table, row).ifPresent(read::add);
        }
        return read;
    }

    private Optional<Benchmark> figure(CsvTable table, CsvTable.Row row) {
        Place place = row.place();
        String code = row.cell(table.column("indicator"));
        boolean known = indicators.find(place, code).isPresent();
        Optional<ReportingPeriod> definition = ReportingPeriod.read(row.cell(table.column("definition_from")));
        if (definition.isEmpty()) {
            tell(table, row, "definition_from", "a month, e.g. 2014-04,");
        } else if (known) {
            figures.checkDefinition(place, code, definition.get());
        }
        Optional<PublishedArea> area = area(place, row.cell(table.column("area")));
        Optional<LocalDate> ends = Dates.date(row.cell(table.column("period_ends")));
        if (ends.isEmpty()) {
            tell(table, row, "period_ends", "a date, e.g. 2025-03-31,");
        }
        Optional<BigDecimal> value = new WrittenNumber(table.separator(), false).read(row.cell(table.column("value")));
        if (value.isEmpty()) {
            tell(table, row, "value", "a number");
        }
        String source = row.cell(table.column("source"));
        if (source.isEmpty()) {
            problems.add(place, null, "where it was published, in the column source");
        }
        if (definition.isEmpty() || area.isEmpty() || ends.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        figures.checkOnce(place, code, area.get(), ends.get());
        return Optional.of(new Benchmark(
                code,
                definition.get(),
                area.get(),
                ends.get(),
                value.get(),
                null,
                null,
                null,
                Math.max(0, value.get().scale()),
                new PublishedSource(source, "", "", Optional.empty()),
                place));
    }

    private void tell(CsvTable table, CsvTable.Row row, String column, String expected) {
        String text = row.cell(table.column(column));
        problems.add(row.place(), text.isEmpty() ? null : text, expected + " in the column " + column);
    }

    /** The nation or a region by its name, one of our authorities by its id. */
    private Optional<PublishedArea> area(Place place, String text) {
        Map<String, PublishedArea> known = new LinkedHashMap<>();
        known.put(areas.nation(), new PublishedArea(Level.NATION, "", areas.nation()));
        figures.regions().values().forEach(region -> known.put(region.name(), region));
        for (Organisation.Authority authority : organisation.authorities()) {
            areas.code(authority.id())
                    .ifPresent(code ->
                            known.put(authority.id(), new PublishedArea(Level.AUTHORITY, code, authority.name())));
        }
        Optional<PublishedArea> found = known.entrySet().stream()
                .filter(area -> Names.same(area.getKey(), text))
                .map(Map.Entry::getValue)
                .findFirst();
        if (found.isEmpty()) {
            problems.unknown(place, text, "areas", known.keySet());
        }
        return found;
    }
}
