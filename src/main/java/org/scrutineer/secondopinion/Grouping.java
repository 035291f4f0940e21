package org.scrutineer.secondopinion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.records.Formula;

/** Gathers rows by their groups and gives, at the end, one row a group: the groups' values, then the aggregates'. */
final class Grouping implements RowReceiver {

    private static final Set<String> FUNCTIONS =
            Set.of("count", "count_star", "count_if", "sum", "min", "max", "bool_and", "bool_or");

    private final List<RowFormula> groups;
    private final List<Aggregate> aggregates;
    private final RowStream result;
    private final Map<List<@Nullable Object>, Group> found = new LinkedHashMap<>();

    /** An aggregate made ready for rows of the source. */
    record Aggregate(
            String function,
            boolean distinct,
            @Nullable RowFormula argument,
            @Nullable RowFormula filter) {}

    /** A group's values as they were first seen, and what its aggregates have come to. */
    private record Group(List<@Nullable Object> values, List<Gathered> gathered) {}

    Grouping(List<RowFormula> groups, List<Aggregate> aggregates, RowStream result) {
        this.groups = List.copyOf(groups);
        this.aggregates = List.copyOf(aggregates);
        this.result = result;
    }

    static Aggregate aggregate(Formula.Aggregate aggregate, Interpreter interpreter, Shape source)
            throws NotRecomputableException {
        if (!FUNCTIONS.contains(aggregate.function())) {
            throw new NotRecomputableException("the function " + aggregate.function() + " over a group");
        }
        Formula argument = aggregate.argument();
        Formula filter = aggregate.filter();
        return new Aggregate(
                aggregate.function(),
                aggregate.distinct(),
                argument == null ? null : interpreter.formula(argument, source),
                filter == null ? null : interpreter.formula(filter, source));
    }

    @Override
    public void row(@Nullable Object[] row) {
        var values = new ArrayList<@Nullable Object>(groups.size());
        groups.forEach(group -> values.add(group.of(row)));
        Group group = found.computeIfAbsent(canonical(values), first -> group(values));
        for (int i = 0; i < aggregates.size(); i++) {
            Aggregate aggregate = aggregates.get(i);
            if (aggregate.filter() == null || aggregate.filter().holds(row)) {
                group.gathered()
                        .get(i)
                        .take(
                                aggregate.argument() == null
                                        ? Boolean.TRUE
                                        : aggregate.argument().of(row));
            }
        }
    }

    private Group group(List<@Nullable Object> values) {
        return new Group(values, aggregates.stream().map(Gathered::new).toList());
    }

    static List<@Nullable Object> canonical(List<@Nullable Object> values) {
        var canonical = new ArrayList<@Nullable Object>(values.size());
        values.forEach(value -> canonical.add(value == null ? null : Values.canonical(value)));
        return canonical;
    }

    @Override
    public void end() {
        if (groups.isEmpty() && found.isEmpty()) {
            // Aggregates without groups give a row even of no rows.
            found.put(List.of(), group(List.of()));
        }
        for (Group group : found.values()) {
            var row = new ArrayList<>(group.values());
            group.gathered().forEach(gathered -> row.add(gathered.value()));
            result.row(row.toArray());
        }
        found.clear();
        result.end();
    }

    /** What an aggregate has come to. */
    private static final class Gathered {

        private final Aggregate aggregate;
        private final Set<Object> seen = new HashSet<>();
        private long count;
        private @Nullable Object best;

        Gathered(Aggregate aggregate) {
            this.aggregate = aggregate;
        }

        void take(@Nullable Object value) {
            if (value == null || (aggregate.distinct() && !seen.add(Values.canonical(value)))) {
                return;
            }
            switch (aggregate.function()) {
                case "sum" -> best = best == null ? value : Values.plus(best, value);
                case "min" -> best = best == null || Values.compare(value, best) < 0 ? value : best;
                case "max" -> best = best == null || Values.compare(value, best) > 0 ? value : best;
                case "bool_and" -> best = (best == null || (Boolean) best) && (Boolean) value;
                case "bool_or" -> best = (best != null && (Boolean) best) || (Boolean) value;
                case "count_if" -> count += (Boolean) value ? 1 : 0;
                default -> count++;
            }
        }

        @Nullable
        Object value() {
            return aggregate.function().startsWith("count") ? (Object) count : best;
        }
    }
}
