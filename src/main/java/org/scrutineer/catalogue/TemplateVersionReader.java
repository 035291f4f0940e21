package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how older versions of a template differ from the newest one. */
final class TemplateVersionReader {

    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Problems problems;

    /** @param datasets as the newest version has them */
    TemplateVersionReader(List<Dataset> datasets, Problems problems) {
        datasets.forEach(dataset -> this.datasets.put(dataset.id(), dataset));
        this.problems = problems;
    }

    List<TemplateVersion> read(List<Entry> versions) {
        var older = new ArrayList<TemplateVersion>();
        for (int i = 0; i < versions.size(); i++) {
            Entry version = versions.get(i);
            if (!version.isScalar()) {
                if (i == 0) {
                    problems.add(version.place(), null, "the newest version first, which differs from no other");
                }
                Set<String> lacks = lacks(version);
                older.add(new TemplateVersion(version.textOrEmpty("version"), lacks, differences(version, lacks)));
            }
        }
        return older;
    }

    private Set<String> lacks(Entry version) {
        Set<String> lacks = new LinkedHashSet<>();
        for (Entry lacking : version.list("lacks")) {
            lacks.add(lacking.written());
            if (!datasets.containsKey(lacking.written())) {
                problems.unknown(lacking, "datasets of the return", datasets.keySet());
            } else if (lacks.containsAll(datasets.keySet())) {
                problems.add(lacking, "at least one dataset that the version has");
            }
        }
        return lacks;
    }

    private Map<String, TemplateVersion.Difference> differences(Entry version, Set<String> lacks) {
        Map<String, TemplateVersion.Difference> differences = new LinkedHashMap<>();
        version.fields("datasets").forEach((id, entry) -> {
            Dataset dataset = datasets.get(id);
            if (dataset == null) {
                problems.unknown(entry.place(), id, "datasets of the return", datasets.keySet());
            } else if (lacks.contains(id)) {
                problems.add(entry.place(), id, "a dataset that the version has; it is under lacks");
            } else {
                differences.put(id, difference(entry, dataset));
            }
        });
        return differences;
    }

    private TemplateVersion.Difference difference(Entry entry, Dataset dataset) {
        Set<String> known = new LinkedHashSet<>();
        dataset.columns().forEach(column -> known.add(column.name()));
        for (Entry lacking : entry.list("lacks")) {
            if (!known.contains(lacking.written())) {
                problems.unknown(lacking, "columns", known);
            } else if (dataset.key().contains(lacking.written())) {
                problems.add(lacking, "a column that is no part of the key, without which no row can be told");
            }
        }
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Map<String, Map<String, List<String>>> codes = new LinkedHashMap<>();
        entry.fields("columns").forEach((name, column) -> {
            Optional<Column> newest = dataset.column(name);
            if (newest.isEmpty()) {
                problems.unknown(column.place(), name, "columns", known);
                return;
            }
            if (column.at("header").isPresent()) {
                headers.put(name, column.texts("header"));
            }
            codes.put(name, codes(column, newest.get()));
        });
        checkHeaders(entry, dataset, headers);
        return new TemplateVersion.Difference(
                entry.texts("sheet"), new LinkedHashSet<>(entry.texts("lacks")), headers, codes);
    }

    private Map<String, List<String>> codes(Entry column, Column newest) {
        Map<String, List<String>> codes = new LinkedHashMap<>();
        Map<String, String> meant = new HashMap<>();
        column.fields("codes").forEach((code, ways) -> {
            if (!newest.codes().containsKey(code)) {
                problems.unknown(
                        ways.place(),
                        code,
                        "codes of " + newest.name(),
                        newest.codes().keySet());
            }
            for (Entry way : ways.items()) {
                String before = meant.putIfAbsent(Names.normal(way.written()), code);
                if (before != null) {
                    problems.add(way, "a text that means one code only; it means " + before + " already");
                }
            }
            codes.put(code, ways.items().stream().map(Entry::written).toList());
        });
        return codes;
    }

    /** A header that moved from one column to another is told where the other still has it. */
    private void checkHeaders(Entry entry, Dataset dataset, Map<String, List<String>> headers) {
        Map<String, String> claimed = new HashMap<>();
        for (Column column : dataset.columns()) {
            if (!headers.containsKey(column.name()) && !entry.texts("lacks").contains(column.name())) {
                column.headers().forEach(header -> claimed.put(Names.normal(header), column.name()));
            }
        }
        entry.fields("columns").forEach((name, column) -> {
            for (Entry header : column.list("header")) {
                String before = claimed.putIfAbsent(Names.normal(header.written()), name);
                if (before != null && !before.equals(name)) {
                    problems.add(header, "a header that stands for one column only; " + before + " has it already");
                }
            }
        });
    }
}
