package org.scrutineer.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rules, with the rows they are tried on. */
final class RuleReader {

    /** What every row has of itself, and an example may give. */
    private static final String TEAM = "team";

    private static final Pattern IN_BRACES = Pattern.compile("\\{[^}]*}");

    private final String owner;
    private final @Nullable String sourceSystem;
    private final Problems problems;
    private final Map<String, Place> ids = new HashMap<>();

    /**
     * @param owner what no two of its rules may share an id in, e.g. {@code the dataset}
     * @param sourceSystem where the data comes from, e.g. {@code the case management system}; null where nobody says
     */
    RuleReader(String owner, @Nullable String sourceSystem, Problems problems) {
        this.owner = owner;
        this.sourceSystem = sourceSystem;
        this.problems = problems;
    }

    RowRule rowRule(Entry rule, String dataset, Collection<String> columns) {
        checkId(rule);
        rule.scalar("cell").ifPresent(cell -> checkColumn(cell, columns));
        return new RowRule(
                rule.textOrEmpty("id"),
                expect(rule),
                severity(rule),
                rule.text("cell").orElse(null),
                rule.textOrEmpty("say"),
                remedy(rule),
                example(rule, "breaks", dataset, columns),
                example(rule, "keeps", dataset, columns));
    }

    private @Nullable Example example(Entry rule, String key, String dataset, Collection<String> columns) {
        return rule.at(key)
                .map(entry -> new Example(Map.of(dataset, List.of(row(entry, columns))), entry.place()))
                .orElse(null);
    }

    /** @param datasets those it may look at, by id */
    Optional<CrossRule> crossRule(Entry rule, Map<String, Dataset> datasets) {
        checkId(rule);
        Optional<Dataset> over = rule.scalar("over").flatMap(name -> dataset(name, datasets));
        Optional<Dataset> match = rule.scalar("match").flatMap(name -> dataset(name, datasets));
        over.ifPresent(dataset -> {
            rule.scalar("cell").ifPresent(cell -> checkColumn(cell, names(dataset)));
            rule.list("on").forEach(column -> checkColumn(column, names(dataset)));
            rule.list("per").forEach(column -> checkColumn(column, names(dataset)));
        });
        match.ifPresent(dataset -> rule.list("on").forEach(column -> checkColumn(column, names(dataset))));
        checkMatch(rule);
        var involved = new LinkedHashMap<String, Dataset>();
        over.ifPresent(dataset -> involved.put(dataset.id(), dataset));
        match.ifPresent(dataset -> involved.put(dataset.id(), dataset));
        return over.map(dataset -> new CrossRule(
                rule.textOrEmpty("id"),
                dataset.id(),
                match.map(Dataset::id).orElse(null),
                rule.texts("on"),
                rule.at("per").map(per -> rule.texts("per")),
                expect(rule),
                severity(rule),
                rule.text("cell").orElse(null),
                rule.textOrEmpty("say"),
                remedy(rule),
                examples(rule, "breaks", involved),
                examples(rule, "keeps", involved)));
    }

    private void checkMatch(Entry rule) {
        Optional<Entry> match = rule.at("match");
        if (match.isPresent() && rule.list("on").isEmpty()) {
            problems.add(match.get(), "the key on beside match: the columns both datasets have");
        }
        if (match.isEmpty() && rule.at("on").isPresent()) {
            problems.add(rule.at("on").get(), "the key match beside on: the dataset to look into");
        }
        match.filter(name -> name.written().equals(rule.textOrEmpty("over")))
                .ifPresent(name -> problems.add(name, "a dataset other than that under over"));
    }

    private @Nullable Example examples(Entry rule, String key, Map<String, Dataset> involved) {
        Optional<Entry> entry = rule.at(key);
        if (entry.isEmpty()) {
            return null;
        }
        var rows = new LinkedHashMap<String, List<Map<String, String>>>();
        entry.get().fields().forEach((id, list) -> {
            Dataset dataset = involved.get(id);
            if (dataset == null) {
                problems.unknown(list.place(), id, "datasets of the rule", involved.keySet());
            } else {
                rows.put(
                        id,
                        list.items().stream()
                                .map(row -> row(row, names(dataset)))
                                .toList());
            }
        });
        return new Example(rows, entry.get().place());
    }

    private Map<String, String> row(Entry row, Collection<String> columns) {
        var known = new LinkedHashSet<>(columns);
        known.add(TEAM);
        var values = new LinkedHashMap<String, String>();
        row.fields().forEach((column, value) -> {
            if (!known.contains(column)) {
                problems.unknown(value.place(), column, "columns", columns);
            }
            values.put(column, value.written());
        });
        return values;
    }

    private Optional<Dataset> dataset(Entry name, Map<String, Dataset> datasets) {
        Dataset dataset = datasets.get(name.written());
        if (dataset == null) {
            problems.unknown(name, "datasets", datasets.keySet());
        }
        return Optional.ofNullable(dataset);
    }

    private static Set<String> names(Dataset dataset) {
        var names = new LinkedHashSet<String>();
        dataset.columns().forEach(column -> names.add(column.name()));
        return names;
    }

    private void checkId(Entry rule) {
        rule.scalar("id").ifPresent(id -> {
            Place before = ids.putIfAbsent(id.written(), id.place());
            if (before != null) {
                problems.add(
                        id,
                        "an id that no other rule of " + owner + " has; it is on line " + before.line() + " already");
            }
        });
    }

    private void checkColumn(Entry name, Collection<String> columns) {
        if (!columns.contains(name.written())) {
            problems.unknown(name, "columns", columns);
        }
    }

    private static Expression expect(Entry rule) {
        return rule.expression("expect").orElseGet(() -> new Expression("", rule.place()));
    }

    private static Severity severity(Entry rule) {
        return rule.choice("severity", Severity.class).orElse(Severity.ERROR);
    }

    /** What to do, with the name of the source system in the place of {@code {source}}. */
    private String remedy(Entry rule) {
        rule.scalar("do")
                .ifPresent(text -> IN_BRACES
                        .matcher(text.written())
                        .results()
                        .map(MatchResult::group)
                        .forEach(name -> {
                            if (!name.equals("{source}")) {
                                problems.add(text.place(), name, "{source}, or a text without braces");
                            } else if (sourceSystem == null) {
                                problems.add(
                                        text.place(), name, "the key source-system at the head of the return type");
                            }
                        }));
        return rule.textOrEmpty("do").replace("{source}", sourceSystem == null ? "" : sourceSystem);
    }
}
