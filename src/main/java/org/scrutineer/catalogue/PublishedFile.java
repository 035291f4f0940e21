package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scrutineer.catalogue.AreaLayout.Role;
import org.scrutineer.catalogue.Benchmark.Withheld;
import org.scrutineer.catalogue.PublishedArea.Level;

/**
 * A file in the long format of official statistics, one row a year, area and category, with what the catalogue says of
 * it. Rows of other levels than nation, region and authority are passed over.
 */
final class PublishedFile {

    static final String FOLDER = "benchmarks/";

    /** 2025, 202425, 2024-25 or 2024/25: the year it ends in counts. */
    private static final Pattern YEAR = Pattern.compile("((?:19|20)[0-9]{2})(?:[-/]?([0-9]{2}))?");

    private final Entry mapping;
    private final String file;
    private final CsvTable table;
    private final AreaLayout layout;
    private final String nation;
    private final Map<Role, Integer> columns = new EnumMap<>(Role.class);
    private final MonthDay ends;
    private final Problems problems;

    /** @param nation what the whole of all areas is called */
    private PublishedFile(
            Entry mapping,
            String file,
            CsvTable table,
            AreaLayout layout,
            String nation,
            MonthDay ends,
            Problems problems) {
        this.mapping = mapping;
        this.file = file;
        this.table = table;
        this.layout = layout;
        this.nation = nation;
        this.ends = ends;
        this.problems = problems;
        layout.columns().forEach((role, name) -> columns.put(role, column(table, file, name, problems)));
    }

    /** A row that meets a condition. */
    record Line(CsvTable.Row row, PublishedArea area, PublishedArea region, LocalDate ends) {}

    /** What a cell of a figure says: a number, or a symbol in place of one. */
    record Cell(Optional<BigDecimal> number, Optional<Withheld> withheld) {}

    /** The file a mapping names; empty where it is not there or says too little to be read, which is told. */
    static Optional<PublishedFile> of(
            Entry mapping, AreaLayout areas, String nation, CatalogueFiles files, Problems problems) {
        Optional<MonthDay> ends = mapping.scalar("period-ends").flatMap(entry -> monthDay(entry, problems));
        return mapping.scalar("file")
                .flatMap(name -> table(files, name, problems)
                        .flatMap(table -> ends.map(day -> new PublishedFile(
                                mapping, name.written(), table, areas.with(mapping), nation, day, problems))));
    }

    static Optional<CsvTable> table(CatalogueFiles files, Entry name, Problems problems) {
        String path = FOLDER + name.written();
        if (!files.has(path)) {
            List<String> there = files.names("benchmarks").stream()
                    .filter(file -> file.endsWith(".csv"))
                    .map(file -> file.substring(FOLDER.length()))
                    .toList();
            problems.unknown(name, "files in benchmarks", there);
            return Optional.empty();
        }
        return files.text(path).flatMap(text -> CsvTable.read(path, text, problems));
    }

    /** Where a column stands; -1 if the file has none of that name, which is told. */
    static int column(CsvTable table, String file, Entry name, Problems problems) {
        int column = table.column(name.written());
        if (column < 0) {
            problems.unknown(name, "columns of " + file, table.header().cells());
        }
        return column;
    }

    static PublishedSource source(Entry entry, Problems problems) {
        return new PublishedSource(
                entry.textOrEmpty("title"),
                entry.textOrEmpty("publisher"),
                entry.textOrEmpty("licence"),
                Dates.date(entry, "published", problems));
    }

    private static Optional<MonthDay> monthDay(Entry entry, Problems problems) {
        try {
            return Optional.of(MonthDay.parse("--" + entry.written()));
        } catch (DateTimeException impossible) {
            problems.add(entry, "a month and a day, e.g. 03-31");
            return Optional.empty();
        }
    }

    String name() {
        return file;
    }

    PublishedSource source() {
        return source(mapping, problems);
    }

    int column(Entry name) {
        return column(table, file, name, problems);
    }

    /** The rows of which a figure or table of the mapping is made; tells a condition that no row meets. */
    List<Line> lines(Entry figure) {
        Map<Integer, Set<String>> wanted = wanted(figure);
        if (wanted.containsKey(-1) || columns.containsValue(-1) || columns.size() < Role.values().length) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        for (CsvTable.Row row : table.rows()) {
            boolean meets = wanted.entrySet().stream()
                    .allMatch(condition -> condition.getValue().contains(Names.normal(row.cell(condition.getKey()))));
            if (meets) {
                line(row).ifPresent(lines::add);
            }
        }
        if (lines.isEmpty()) {
            tellNothing(figure);
        }
        return lines;
    }

    private Map<Integer, Set<String>> wanted(Entry figure) {
        Map<Integer, Set<String>> wanted = new LinkedHashMap<>();
        figure.fields("where").forEach((name, value) -> {
            int column = table.column(name);
            if (column < 0) {
                problems.unknown(
                        value.place(),
                        name,
                        "columns of " + file,
                        table.header().cells());
            }
            Set<String> texts = new LinkedHashSet<>();
            for (Entry text : figure.at("where").map(where -> where.list(name)).orElse(List.of())) {
                texts.add(Names.normal(text.written()));
                if (column >= 0) {
                    tellUnknown(text, column);
                }
            }
            wanted.put(column, texts);
        });
        return wanted;
    }

    /** Tells a text that stands nowhere in its column, with the one that is most like it. */
    private void tellUnknown(Entry text, int column) {
        var known = new LinkedHashSet<String>();
        table.rows().forEach(row -> known.add(row.cell(column)));
        if (known.stream().noneMatch(cell -> Names.same(cell, text.written()))) {
            problems.unknown(text, "texts in the column " + table.header().cell(column) + " of " + file, known);
        }
    }

    private void tellNothing(Entry figure) {
        problems.add(
                figure.at("where").orElse(figure).place(),
                null,
                "conditions that at least one row of " + file + " for a nation, region or authority meets");
    }

    private Optional<Line> line(CsvTable.Row row) {
        Optional<Level> level = layout.level(cell(row, Role.LEVEL));
        Optional<LocalDate> day = level.flatMap(known -> ends(row));
        if (level.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        var region = new PublishedArea(Level.REGION, cell(row, Role.REGION_CODE), cell(row, Role.REGION_NAME));
        PublishedArea area = switch (level.get()) {
            case NATION -> new PublishedArea(Level.NATION, "", nation);
            case REGION -> region;
            case AUTHORITY ->
                new PublishedArea(Level.AUTHORITY, cell(row, Role.AUTHORITY_CODE), cell(row, Role.AUTHORITY_NAME));
        };
        return Optional.of(new Line(row, area, region, day.get()));
    }

    private String cell(CsvTable.Row row, Role role) {
        return row.cell(columns.getOrDefault(role, -1));
    }

    private Optional<LocalDate> ends(CsvTable.Row row) {
        String text = cell(row, Role.PERIOD);
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            int first = Integer.parseInt(year.group(1));
            if (year.group(2) == null) {
                return Optional.of(ends.atYear(first));
            }
            if (Integer.parseInt(year.group(2)) == (first + 1) % 100) {
                return Optional.of(ends.atYear(first + 1));
            }
        }
        problems.add(
                row.place(),
                text,
                "a year such as 2025 or 202425 in the column "
                        + table.header().cell(columns.getOrDefault(Role.PERIOD, -1)));
        return Optional.empty();
    }

    /** What a line has in a column: a number or one of the symbols; tells anything else. */
    Optional<Cell> value(Line line, int column) {
        String text = line.row().cell(column);
        Optional<BigDecimal> number = new WrittenNumber(table.separator(), false).read(text);
        Optional<Withheld> withheld = Withheld.of(text);
        if (number.isEmpty() && withheld.isEmpty()) {
            problems.add(
                    line.row().place(),
                    text,
                    "a number, or one of the symbols c, k, low, u, x and z, in the column "
                            + table.header().cell(column));
            return Optional.empty();
        }
        return Optional.of(new Cell(number, withheld));
    }
}
