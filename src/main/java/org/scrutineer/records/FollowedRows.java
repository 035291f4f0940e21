package org.scrutineer.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        execute("create temp view " + name + " as " + query);
    }

    /**
     * The rows of a dataset or view, by where they are from: by dataset, return and row.
     *
     * @param columns expressions over its columns that have been checked, in which the days stand for {@code :start} and
     *     {@code :end}; they order what is from the same rows
     * @param madeOf where it is given, only what this row of a return had a part in
     */
    public <T> List<T> of(String from, List<String> columns, Optional<RowOrigin> madeOf, Reader<T> reader) {
        boolean isDataset = datasets.contains(from);
        // A row of a dataset is made of itself alone: no list has to be made of it.
        String origins = isDataset
                ? "cast(" + RowOrigin.numberOfRow(datasets.indexOf(from)) + " as varchar)"
                : "array_to_string(" + Lineage.COLUMN + ", ' ')";
        String order = isDataset ? "submission, sheet_row" : Lineage.COLUMN;
        String condition =
                madeOf.map(origin -> " where " + isMadeOf(from, origin)).orElse("");
        String sql = "select " + String.join(", ", columns) + ", " + origins + " from "
                + (isDataset ? from : workedOut(from)) + condition + " order by " + order;
        for (int column = 1; column <= columns.size(); column++) {
            sql += ", " + column;
        }
        int last = columns.size() + 1;
        return Rows.of(
                connection,
                window.applyTo(sql),
                "following rows",
                row -> reader.read(row, origins(row.getString(last))));
    }

    private String isMadeOf(String from, RowOrigin origin) {
        if (datasets.contains(from)) {
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
                execute("create temp table " + table + " as select * replace (list_sort(list_distinct(" + Lineage.COLUMN
                        + ")) as " + Lineage.COLUMN + ") from " + Lineage.twin(view));
            } catch (SQLException e) {
                throw new RecordsException("cannot follow the rows of " + view, e);
            }
        }
        return table;
    }

    private List<RowOrigin> origins(@Nullable String numbers) {
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

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
