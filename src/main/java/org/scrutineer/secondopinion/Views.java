package org.scrutineer.secondopinion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReferenceTable;
import org.scrutineer.catalogue.View;
import org.scrutineer.records.Formula;
import org.scrutineer.records.NotReadableException;
import org.scrutineer.records.Query;
import org.scrutineer.records.Query.Item;
import org.scrutineer.records.Query.Source;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.Window;

/** The streams of rows that the catalogue's views become for the days of a figure, each made once. */
final class Views {

    private static final RowFormula ALWAYS = row -> Boolean.TRUE;

    private final Catalogue catalogue;
    private final RecordStore store;
    private final Interpreter interpreter;
    private final Map<String, RowStream> datasets;
    private final Window window;
    private final Map<String, RowStream> made = new HashMap<>();
    private final Map<ReferenceTable, RowStream> references = new LinkedHashMap<>();

    /** @param datasets the streams of their rows */
    Views(
            Catalogue catalogue,
            RecordStore store,
            Interpreter interpreter,
            Map<String, RowStream> datasets,
            Window window) {
        this.catalogue = catalogue;
        this.store = store;
        this.interpreter = interpreter;
        this.datasets = Map.copyOf(datasets);
        this.window = window;
    }

    /**
     * The rows of a dataset or view.
     *
     * @throws NotRecomputableException where its query uses something that is not known here
     */
    RowStream stream(String name) throws NotRecomputableException {
        RowStream known = datasets.containsKey(name) ? datasets.get(name) : made.get(name);
        if (known != null) {
            return known;
        }
        Optional<ReferenceTable> reference = catalogue.references().stream()
                .filter(one -> one.id().equals(name))
                .findFirst();
        if (reference.isPresent()) {
            return references.computeIfAbsent(reference.get(), table -> new RowStream(shape(table)));
        }
        Optional<View> view =
                catalogue.views().stream().filter(one -> one.id().equals(name)).findFirst();
        if (view.isEmpty()) {
            throw new NotRecomputableException("the table " + name);
        }
        try {
            RowStream stream = query(store.query(view.get(), window));
            made.put(name, stream);
            return stream;
        } catch (NotReadableException e) {
            throw new NotRecomputableException(e.what()).in(name);
        } catch (NotRecomputableException e) {
            throw e.in(name);
        }
    }

    private static Shape shape(ReferenceTable table) {
        var names = new ArrayList<>(List.of("team", "authority", "as_at"));
        table.columns().forEach(column -> names.add(column.name()));
        return Shape.of(table.id(), names);
    }

    /** Gives the rows of the reference data that is used: of the newest year at or before the end of the days. */
    void giveReferences() {
        references.forEach((table, stream) -> {
            Optional<LocalDate> newest = table.rows().stream()
                    .map(ReferenceTable.Row::asAt)
                    .filter(day -> !day.isAfter(window.end()))
                    .max(LocalDate::compareTo);
            table.rows().stream()
                    .filter(row -> newest.filter(row.asAt()::equals).isPresent())
                    .forEach(row -> {
                        var values = new ArrayList<@Nullable Object>(
                                List.of(catalogue.organisation().id(), row.authority(), row.asAt()));
                        table.columns()
                                .forEach(column -> values.add(row.values().get(column.name())));
                        stream.row(values.toArray());
                    });
            stream.end();
        });
    }

    private RowStream query(Query query) throws NotRecomputableException {
        return query instanceof Query.Union union ? union(union) : selection((Query.Selection) query);
    }

    private RowStream union(Query.Union union) throws NotRecomputableException {
        var parts = new ArrayList<RowStream>();
        for (Query part : union.parts()) {
            parts.add(query(part));
        }
        // Columns bear the names they have in the first part.
        var together = new RowStream(parts.get(0).shape());
        var open = new int[] {parts.size()};
        for (RowStream part : parts) {
            part.to(new RowReceiver() {
                @Override
                public void row(@Nullable Object[] row) {
                    together.row(row);
                }

                @Override
                public void end() {
                    if (--open[0] == 0) {
                        together.end();
                    }
                }
            });
        }
        return union.all() ? together : distinct(together);
    }

    private static RowStream distinct(RowStream rows) {
        var distinct = new RowStream(rows.shape());
        Set<List<@Nullable Object>> seen = new HashSet<>();
        rows.to(new RowReceiver() {
            @Override
            public void row(@Nullable Object[] row) {
                if (seen.add(Grouping.canonical(Arrays.asList(row)))) {
                    distinct.row(row);
                }
            }

            @Override
            public void end() {
                seen.clear();
                distinct.end();
            }
        });
        return distinct;
    }

    private RowStream selection(Query.Selection selection) throws NotRecomputableException {
        RowStream source = source(selection.from());
        RowStream kept = filtered(source, selection.where());
        RowStream given = new GroupedSelection(selection).isGrouped()
                ? grouped(new GroupedSelection(selection), kept)
                : projected(kept, selection.items());
        return selection.distinct() ? distinct(given) : given;
    }

    private RowStream filtered(RowStream source, @Nullable Formula where) throws NotRecomputableException {
        if (where == null) {
            return source;
        }
        var conditions = new ArrayList<Formula>();
        RowStream matched = source;
        for (Formula part : where instanceof Formula.And and ? and.parts() : List.of(where)) {
            if (part instanceof Formula.InQuery in) {
                matched = matched(matched, in);
            } else {
                conditions.add(part);
            }
        }
        return conditions.isEmpty()
                ? matched
                : filtered(matched, interpreter.formula(new Formula.And(conditions), source.shape()));
    }

    /** The rows whose value is among those a query gives. */
    private RowStream matched(RowStream source, Formula.InQuery in) throws NotRecomputableException {
        RowStream values = distinct(query(in.query()));
        int columns = source.shape().fields().size();
        var both = new RowStream(source.shape().and(values.shape()));
        var joining = new Joining(
                List.of(interpreter.formula(in.value(), source.shape())),
                List.of(row -> row[0]),
                ALWAYS,
                false,
                1,
                both);
        source.to(joining.left());
        values.to(joining.right());
        return withColumns(both, IntStream.range(0, columns).toArray());
    }

    private static RowStream filtered(RowStream source, RowFormula condition) {
        var kept = new RowStream(source.shape());
        source.to(new RowReceiver() {
            @Override
            public void row(@Nullable Object[] row) {
                if (condition.holds(row)) {
                    kept.row(row);
                }
            }

            @Override
            public void end() {
                kept.end();
            }
        });
        return kept;
    }

    private RowStream grouped(GroupedSelection selection, RowStream source) throws NotRecomputableException {
        var groups = new ArrayList<RowFormula>();
        for (Formula group : selection.groups()) {
            groups.add(interpreter.formula(group, source.shape()));
        }
        var aggregates = new ArrayList<Grouping.Aggregate>();
        for (Formula.Aggregate aggregate : selection.aggregates()) {
            aggregates.add(Grouping.aggregate(aggregate, interpreter, source.shape()));
        }
        var result = new RowStream(selection.shape());
        source.to(new Grouping(groups, aggregates, result));
        return projected(filtered(result, selection.having()), selection.items());
    }

    private RowStream projected(RowStream source, List<Item> items) throws NotRecomputableException {
        var names = new ArrayList<String>();
        var values = new ArrayList<RowFormula>();
        for (Item item : items) {
            if (item instanceof Item.Value value) {
                names.add(value.name());
                values.add(interpreter.formula(value.formula(), source.shape()));
            } else {
                List<Shape.Field> fields = source.shape().fields();
                String table = ((Item.Star) item).table();
                for (Shape.Field field : fields) {
                    if (table == null || table.equals(field.table())) {
                        names.add(field.name());
                        values.add(
                                interpreter.formula(new Formula.Column(field.table(), field.name()), source.shape()));
                    }
                }
            }
        }
        var projected = new RowStream(Shape.of("", names));
        source.to(new RowReceiver() {
            @Override
            public void row(@Nullable Object[] row) {
                @Nullable Object[] given = new Object[values.size()];
                for (int i = 0; i < given.length; i++) {
                    given[i] = values.get(i).of(row);
                }
                projected.row(given);
            }

            @Override
            public void end() {
                projected.end();
            }
        });
        return projected;
    }

    private RowStream source(Source source) throws NotRecomputableException {
        if (source instanceof Source.Named named) {
            return renamed(stream(named.name()), named.alias());
        }
        if (source instanceof Source.Nested nested) {
            return renamed(query(nested.query()), nested.alias());
        }
        return joined((Source.Joined) source);
    }

    private static RowStream renamed(RowStream rows, String table) {
        var renamed = new RowStream(rows.shape().as(table));
        rows.to(renamed);
        return renamed;
    }

    private RowStream joined(Source.Joined join) throws NotRecomputableException {
        RowStream left = source(join.left());
        RowStream right = source(join.right());
        Shape both = left.shape().and(right.shape());
        var leftKeys = new ArrayList<RowFormula>();
        var rightKeys = new ArrayList<RowFormula>();
        for (String column : join.using()) {
            leftKeys.add(interpreter.formula(new Formula.Column(null, column), left.shape()));
            rightKeys.add(interpreter.formula(new Formula.Column(null, column), right.shape()));
        }
        RowFormula condition = ALWAYS;
        if (join.on() != null) {
            condition = interpreter.formula(join.on(), both);
            for (Formula part : join.on() instanceof Formula.And and ? and.parts() : List.of(join.on())) {
                if (part instanceof Formula.Comparison equal
                        && equal.comparator() == Formula.Comparator.EQUAL
                        && equal.left() instanceof Formula.Column one
                        && equal.right() instanceof Formula.Column other) {
                    int border = left.shape().fields().size();
                    boolean inOrder = both.place(one) < border;
                    if (inOrder != both.place(other) < border) {
                        leftKeys.add(interpreter.formula(inOrder ? one : other, left.shape()));
                        rightKeys.add(interpreter.formula(inOrder ? other : one, right.shape()));
                    }
                }
            }
        }
        var result = new RowStream(both);
        var joining = new Joining(
                leftKeys,
                rightKeys,
                condition,
                join.outer(),
                right.shape().fields().size(),
                result);
        left.to(joining.left());
        right.to(joining.right());
        return join.using().isEmpty()
                ? result
                : onceOnly(join.using(), result, left.shape().fields().size());
    }

    /** All columns of both sides, but those they share once: the right side's are left out. */
    private static RowStream onceOnly(List<String> using, RowStream both, int border) {
        List<Shape.Field> fields = both.shape().fields();
        return withColumns(
                both,
                IntStream.range(0, fields.size())
                        .filter(place -> place < border
                                || !using.contains(fields.get(place).name()))
                        .toArray());
    }

    private static RowStream withColumns(RowStream both, int[] kept) {
        List<Shape.Field> fields = both.shape().fields();
        var once =
                new RowStream(new Shape(IntStream.of(kept).mapToObj(fields::get).toList()));
        both.to(new RowReceiver() {
            @Override
            public void row(@Nullable Object[] row) {
                @Nullable Object[] given = new Object[kept.length];
                for (int i = 0; i < given.length; i++) {
                    given[i] = row[kept[i]];
                }
                once.row(given);
            }

            @Override
            public void end() {
                once.end();
            }
        });
        return once;
    }
}
