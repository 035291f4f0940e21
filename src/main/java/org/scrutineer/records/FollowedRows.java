package org.scrutineer.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReferenceTable;
import org.scrutineer.catalogue.View;

/**
 * The rows of a record set's datasets and views over the days of a figure, each with the rows of returns it was made of.
 * What a view gives is worked out once, when it is first asked for. To be used by one thread at a time, others of the same
 * set beside it.
 */
public final class FollowedRows implements AutoCloseable {

    /** What rows are ordered by, for expressions over all of them. */
    public static final String ORDER = "_order";

    private static final String ORIGINS = "_origin_numbers";

    private final DuckDBConnection connection;
    private final Catalogue catalogue;
    private final Window window;
    private final List<String> datasets;
    private final Set<String> worked = new HashSet<>();

    private FollowedRows(DuckDBConnection connection, Catalogue catalogue, Window window) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.window = window;
        this.datasets = catalogue.datasets().stream().map(Dataset::id).toList();
    }

    /**
     * A row's columns as they were asked for, from 1.
     *
     * @param origins the rows of returns it was made of, by dataset, return and row
     */
    @FunctionalInterface
    public interface Reader<T> {

        T read(ResultSet row, List<RowOrigin> origins) throws SQLException;
    }

    /**
     * @param connection its own, in which it defines views that no other connection sees
     * @param relations the catalogue's reference data and views for these days: queries by name, in order
     */
    static FollowedRows over(
            DuckDBConnection connection, Catalogue catalogue, Window window, Map<String, String> relations)
            throws SQLException, SqlTree.SyntaxException {
        var rows = new FollowedRows(connection, catalogue, window);
        var lineage = new Lineage(connection, names(catalogue));
        for (Map.Entry<String, String> relation : relations.entrySet()) {
            rows.define(relation.getKey(), relation.getValue());
        }
        int number = 0;
        for (String dataset : rows.datasets) {
            rows.define(
                    Lineage.twin(dataset),
                    "select *, [" + RowOrigin.numberOfRow(number++) + "] as " + Lineage.COLUMN + " from " + dataset);
        }
        for (ReferenceTable table : catalogue.references()) {
            rows.define(
                    Lineage.twin(table.id()),
                    "select *, cast([] as bigint[]) as " + Lineage.COLUMN + " from " + table.id());
        }
        for (View view : catalogue.views()) {
            rows.define(
                    Lineage.twin(view.id()),
                    lineage.follow(window.applyTo(view.query().sql())));
        }
        return rows;
    }

    private static Set<String> names(Catalogue catalogue) {
        var names = new LinkedHashSet<String>();
        catalogue.datasets().forEach(dataset -> names.add(dataset.id()));
        catalogue.references().forEach(table -> names.add(table.id()));
        catalogue.views().forEach(view -> names.add(view.id()));
        return names;
    }

    private void define(String name, String query) throws SQLException {
        Rows.execute(connection, "create temp view " + name + " as " + query);
    }

    /**
     * The rows of a dataset or view, by where they are from: by dataset, return and row.
     *
     * @param columns expressions over its columns that have been checked, in which the days stand for {@code :start} and
     *     {@code :end}; they order what is from the same rows
     */
    public <T> List<T> of(String from, List<String> columns, Reader<T> reader) {
        String all = names(columns.size());
        return read(
                "select " + all + ", " + origins(from) + " from (" + named(from, columns, "true") + ") order by "
                        + ORDER + ", " + all,
                reader);
    }

    /**
     * Of the rows of {@link #of} those that a row of a return had a part in. What else they were made of is not fetched:
     * that may be all rows of all returns.
     */
    public <T> List<T> madeOf(String from, List<String> columns, RowOrigin origin, RowReader<T> reader) {
        String all = names(columns.size());
        return Rows.of(
                connection,
                window.applyTo("select " + all + " from (" + named(from, columns, isMadeOf(from, origin))
                        + ") order by " + ORDER + ", " + all),
                "following a row",
                reader);
    }

    /**
     * How many rows of a dataset or view are alike.
     *
     * @param columns as for {@link #of}
     * @param condition over its columns, on those that are counted
     * @param reader takes the columns, and after them how many rows have these
     */
    public <T> List<T> counted(String from, List<String> columns, String condition, RowReader<T> reader) {
        return Rows.of(
                connection,
                window.applyTo("select " + String.join(", ", columns) + ", count(*) from " + relation(from) + " where "
                        + condition + " group by all order by all"),
                "counting rows",
                reader);
    }

    /**
     * Some of the rows of a dataset or view in the order of {@link #of}.
     *
     * @param columns as for {@link #of}, with {@code marks} after them
     * @param condition over its columns, on all rows
     * @param marks expressions that may look at all rows, in which {@link #column} and {@link #ORDER} stand for what a row
     *     has
     * @param some a condition on those that are given, in the same words
     * @param first how many of those come before
     * @param most how many are given at the most
     */
    public <T> List<T> part(
            String from,
            List<String> columns,
            String condition,
            List<String> marks,
            String some,
            long first,
            long most,
            Reader<T> reader) {
        String all = names(columns.size());
        var marked = new StringBuilder("select " + all + ", " + ORDER);
        for (int mark = 1; mark <= marks.size(); mark++) {
            marked.append(", ").append(marks.get(mark - 1)).append(" as ").append(column(columns.size() + mark));
        }
        return read(
                "select " + names(columns.size() + marks.size()) + ", " + origins(from) + " from (" + marked + " from ("
                        + named(from, columns, condition) + ")) where " + some + " order by " + ORDER + ", " + all
                        + " limit " + most + " offset " + first,
                reader);
    }

    /** What stands for a column that was asked for, from 1. */
    public static String column(int number) {
        return "_" + number;
    }

    /** The condition that a column has one of these values. */
    public static String isOneOf(String column, Collection<String> values) {
        return values.isEmpty()
                ? "false"
                : column + values.stream().map(Engine::literal).collect(Collectors.joining(", ", " in (", ")"));
    }

    /** Each row's columns by their numbers, and what orders it. */
    private String named(String from, List<String> columns, String condition) {
        var query = new StringBuilder("select ");
        for (int column = 1; column <= columns.size(); column++) {
            query.append(columns.get(column - 1))
                    .append(" as ")
                    .append(column(column))
                    .append(", ");
        }
        // The number of a dataset's row orders as the list of that one number would.
        String order = isDataset(from) ? RowOrigin.numberOfRow(datasets.indexOf(from)) : Lineage.COLUMN;
        return query + order + " as " + ORDER + " from " + relation(from) + " where " + condition;
    }

    private static String names(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(FollowedRows::column).collect(Collectors.joining(", "));
    }

    private String origins(String from) {
        return (isDataset(from) ? "cast(" + ORDER + " as varchar)" : "array_to_string(" + ORDER + ", ' ')") + " as "
                + ORIGINS;
    }

    private boolean isDataset(String from) {
        return datasets.contains(from);
    }

    private String relation(String from) {
        return isDataset(from) ? from : workedOut(from);
    }

    private <T> List<T> read(String sql, Reader<T> reader) {
        return Rows.of(
                connection,
                window.applyTo(sql),
                "following rows",
                row -> reader.read(row, origins(row.getString(ORIGINS), datasets)));
    }

    private String isMadeOf(String from, RowOrigin origin) {
        if (isDataset(from)) {
            return from.equals(origin.dataset())
                    ? "submission = " + origin.submission() + " and sheet_row = " + origin.row()
                    : "false";
        }
        return "list_contains(" + Lineage.COLUMN + ", " + origin.number(datasets.indexOf(origin.dataset())) + ")";
    }

    /** The table of a view's rows, made when it is first asked for. */
    private String workedOut(String view) {
        String table = "_worked_out_" + view;
        if (worked.add(view)) {
            try {
                Rows.execute(
                        connection,
                        "create temp table " + table + " as select * replace (list_sort(list_distinct(" + Lineage.COLUMN
                                + ")) as " + Lineage.COLUMN + ") from " + Lineage.twin(view));
            } catch (SQLException e) {
                throw new RecordsException("cannot follow the rows of " + view, e);
            }
        }
        return table;
    }

    private static List<RowOrigin> origins(@Nullable String numbers, List<String> datasets) {
        if (numbers == null || numbers.isEmpty()) {
            return List.of();
        }
        return Stream.of(numbers.split(" "))
                .map(Long::parseLong)
                .map(number -> new RowOrigin(
                        datasets.get(RowOrigin.dataset(number)), RowOrigin.submission(number), RowOrigin.row(number)))
                .toList();
    }

    /** The names of the columns of a dataset or view, in lower case. */
    public Set<String> columns(String from) {
        return Rows.columns(connection, from);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new RecordsException("cannot close the followed rows of " + window, e);
        }
    }
}
