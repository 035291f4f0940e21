package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code benchmarks/areas.yaml} and the file of neighbours it names. */
final class AreasReader {

    static final String FILE = PublishedFile.FOLDER + "areas.yaml";

    private final CatalogueFiles files;
    private final Set<String> authorities;
    private final Problems problems;

    /** @param authorities ids of the authorities that commission the organisation */
    AreasReader(CatalogueFiles files, Set<String> authorities, Problems problems) {
        this.files = files;
        this.authorities = authorities;
        this.problems = problems;
    }

    PublishedAreas read(Entry root) {
        List<PublishedAreas.Ours> ours = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (Entry area : root.entries("ours")) {
            area.scalar("code").ifPresent(code -> {
                Place before = seen.putIfAbsent(Names.normal(code.written()), code.place());
                if (before != null) {
                    problems.add(code, "each code once; it is on line " + before.line() + " already");
                }
            });
            Set<String> of = new LinkedHashSet<>();
            for (Entry authority : area.list("authorities")) {
                if (!authorities.contains(authority.written())) {
                    problems.unknown(authority, "authorities of organisation.yaml", authorities);
                }
                of.add(authority.written());
            }
            ours.add(new PublishedAreas.Ours(area.textOrEmpty("code"), of));
        }
        return new PublishedAreas(
                root.textOrEmpty("nation"),
                root.textOrEmpty("region"),
                ours,
                root.at("neighbours").flatMap(this::neighbours));
    }

    private Optional<PublishedAreas.Neighbours> neighbours(Entry entry) {
        Optional<Entry> file = entry.scalar("file");
        Optional<CsvTable> table = file.flatMap(name -> PublishedFile.table(files, name, problems));
        return table.map(found -> {
            String name = file.map(Entry::written).orElse("");
            int code = entry.scalar("code")
                    .map(column -> PublishedFile.column(found, name, column, problems))
                    .orElse(-1);
            List<Integer> columns = entry.list("neighbours").stream()
                    .map(column -> PublishedFile.column(found, name, column, problems))
                    .filter(column -> column >= 0)
                    .toList();
            Map<String, List<String>> of = new LinkedHashMap<>();
            Map<String, Place> seen = new HashMap<>();
            for (CsvTable.Row row : found.rows()) {
                String area = code < 0 ? "" : row.cell(code);
                if (area.isEmpty()) {
                    continue;
                }
                Place before = seen.putIfAbsent(area, row.place());
                if (before != null) {
                    problems.add(
                            row.place(), area, "one row of an area; line " + before.line() + " has its neighbours");
                }
                of.put(
                        area,
                        columns.stream()
                                .map(row::cell)
                                .filter(neighbour -> !neighbour.isEmpty())
                                .toList());
            }
            return new PublishedAreas.Neighbours(entry.textOrEmpty("name"), PublishedFile.source(entry, problems), of);
        });
    }
}
