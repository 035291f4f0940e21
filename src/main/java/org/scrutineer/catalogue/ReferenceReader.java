package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.PublishedArea.Level;
import org.scrutineer.catalogue.PublishedFile.Line;

/** Reads what is under {@code reference} in the files of {@code benchmarks}. */
final class ReferenceReader {

    private final PublishedAreas areas;
    private final Organisation organisation;
    private final Problems problems;
    private final Map<String, Place> ids = new HashMap<>();

    ReferenceReader(PublishedAreas areas, Organisation organisation, Problems problems) {
        this.areas = areas;
        this.organisation = organisation;
        this.problems = problems;
    }

    ReferenceTable read(PublishedFile file, Entry entry) {
        entry.scalar("id").ifPresent(id -> {
            SqlNames.check(id.place(), id.written(), problems);
            Place before = ids.putIfAbsent(id.written(), id.place());
            if (before != null) {
                problems.add(id, "a name that no other table has; see " + before);
            }
        });
        List<ReferenceTable.Column> columns = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        entry.fields("columns").forEach((name, column) -> {
            SqlNames.checkColumn(column.place(), name, problems);
            if (name.equals("authority") || name.equals("as_at")) {
                problems.add(column.place(), name, "a name other than authority and as_at, which every table has");
            }
            columns.add(
                    new ReferenceTable.Column(name, column.textOrEmpty("type").equals("integer")));
            column.scalar("column").ifPresent(header -> places.put(name, file.column(header)));
        });
        return new ReferenceTable(
                entry.textOrEmpty("id"),
                entry.textOrEmpty("about"),
                file.source(),
                columns,
                places.containsValue(-1) ? List.of() : rows(file, entry, places),
                entry.place());
    }

    private List<ReferenceTable.Row> rows(PublishedFile file, Entry entry, Map<String, Integer> columns) {
        List<ReferenceTable.Row> rows = new ArrayList<>();
        Map<List<Object>, Place> seen = new HashMap<>();
        for (Line line : file.lines(entry)) {
            Optional<String> authority = authority(line);
            if (authority.isEmpty()) {
                continue;
            }
            Place before = seen.putIfAbsent(
                    List.of(authority.get(), line.ends()), line.row().place());
            if (before != null) {
                problems.add(
                        line.row().place(),
                        line.area().name(),
                        "one row of an area and year; line " + before.line() + " is about them already");
            }
            Map<String, BigDecimal> values = new LinkedHashMap<>();
            columns.forEach((name, column) -> file.value(line, column)
                    .flatMap(PublishedFile.Cell::number)
                    .ifPresent(number -> values.put(name, number)));
            boolean exists = organisation.authorities().stream()
                    .anyMatch(one -> one.id().equals(authority.get()) && one.existsOn(line.ends()));
            if (values.size() == columns.size() && exists) {
                rows.add(new ReferenceTable.Row(authority.get(), line.ends(), values));
            }
        }
        tellGaps(entry, rows);
        return rows;
    }

    private Optional<String> authority(Line line) {
        return line.area().level() == Level.AUTHORITY
                ? organisation.authorities().stream()
                        .map(Organisation.Authority::id)
                        .filter(id -> areas.code(id)
                                .filter(code -> code.equals(line.area().code()))
                                .isPresent())
                        .findFirst()
                : Optional.empty();
    }

    /** A year that lacks one of the authorities would make the whole too small without a word. */
    private void tellGaps(Entry entry, List<ReferenceTable.Row> rows) {
        List<LocalDate> years =
                rows.stream().map(ReferenceTable.Row::asAt).distinct().sorted().toList();
        for (LocalDate year : years) {
            organisation.authorities().stream()
                    .filter(authority -> authority.existsOn(year))
                    .filter(authority -> rows.stream()
                            .noneMatch(row ->
                                    row.asAt().equals(year) && row.authority().equals(authority.id())))
                    .forEach(authority -> problems.add(
                            entry.place(),
                            null,
                            "a number for " + authority.name() + " in " + year.getYear()
                                    + ", as the other authorities of that year have one"));
        }
    }
}
