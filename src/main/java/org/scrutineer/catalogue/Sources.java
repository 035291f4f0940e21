package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What indicators can be calculated from: the datasets of all return types, the tables of reference data, and the views
 * over them.
 */
final class Sources {

    private final Map<String, Optional<Dataset.Kind>> kinds = new LinkedHashMap<>();
    private final List<View> views = new ArrayList<>();
    private final Problems problems;
    private boolean complete;

    private Sources(ReturnTypes returnTypes, List<ReferenceTable> references, Problems problems) {
        this.problems = problems;
        this.complete = returnTypes.complete();
        returnTypes.all().stream()
                .flatMap(type -> type.datasets().stream())
                .forEach(dataset -> kinds.put(dataset.id(), Optional.of(dataset.kind())));
        for (ReferenceTable table : references) {
            if (kinds.putIfAbsent(table.id(), Optional.empty()) != null) {
                problems.add(table.place(), table.id(), "a name that no dataset has");
            }
        }
    }

    static Sources read(
            CatalogueFiles files, ReturnTypes returnTypes, List<ReferenceTable> references, Problems problems) {
        var sources = new Sources(returnTypes, references, problems);
        if (files.has("views.yaml")) {
            Optional<Entry> root = files.yaml("views.yaml", "views");
            root.map(Entry::items).orElse(List.of()).forEach(sources::take);
            sources.complete &= root.isPresent();
        }
        return sources;
    }

    private void take(Entry view) {
        view.scalar("id").ifPresent(id -> {
            SqlNames.check(id.place(), id.written(), problems);
            if (kinds.putIfAbsent(id.written(), Optional.empty()) != null) {
                problems.add(id, "a name that no dataset and no other view has");
            }
        });
        views.add(new View(
                view.textOrEmpty("id"),
                view.textOrEmpty("about"),
                view.expression("sql").orElseGet(() -> new Expression("", view.place()))));
    }

    List<View> views() {
        return views;
    }

    /** Tells a name that is neither a dataset nor a view, nor a table of reference data. */
    void check(Entry name) {
        if (complete && !kinds.containsKey(name.written())) {
            problems.unknown(name, "datasets and views", kinds.keySet());
        }
    }

    boolean isSnapshot(String name) {
        return kinds.getOrDefault(name, Optional.empty()).equals(Optional.of(Dataset.Kind.SNAPSHOT));
    }
}
