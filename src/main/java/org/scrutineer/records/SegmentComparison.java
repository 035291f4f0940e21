package org.scrutineer.records;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;

/** Two segments of one dataset side by side. A column that a segment lacks is blank in it. */
final class SegmentComparison implements AutoCloseable {

    /** Of each kind of change; more are counted, and nobody reads so many. */
    private static final int FIRST = 50;

    private final DuckDBConnection connection;
    private final Dataset dataset;

    SegmentComparison(
            DuckDBConnection connection,
            Path folder,
            Dataset dataset,
            Optional<Segment> before,
            Optional<Segment> after)
            throws SQLException {
        this.connection = connection;
        this.dataset = dataset;
        load("before_rows", folder, before);
        load("after_rows", folder, after);
    }

    private void load(String table, Path folder, Optional<Segment> segment) throws SQLException {
        execute(Tables.create(table, dataset).replaceFirst("create table", "create temp table"));
        if (segment.isPresent()) {
            String known = dataset.columns().stream()
                    .map(column -> Engine.literal(column.name()))
                    .collect(Collectors.joining(", ", "['team', 'sheet_row', ", "]"));
            Path file = folder.toAbsolutePath()
                    .normalize()
                    .resolve(dataset.id())
                    .resolve(segment.get().fileName());
            execute("insert into " + table + " by name select columns(lambda name: name in " + known
                    + ") from read_parquet(" + Engine.literal(file.toString()) + ")");
        }
        execute("alter table " + table + " add column _key varchar");
        execute("update " + table + " set _key = "
                + dataset.key().stream()
                        .map(column -> "coalesce(cast(" + column + " as varchar), '')")
                        .collect(Collectors.joining(" || chr(" + (int) RowChanges.KEY_SEPARATOR + ") || ")));
    }

    /** How many rows of the later segment are in the earlier one too, the same in every column. */
    long alike() throws SQLException {
        String same = dataset.columns().stream()
                .map(column -> "b." + column.name() + " is not distinct from a." + column.name())
                .collect(Collectors.joining(" and "));
        return count("after_rows a where exists (select 1 from before_rows b where b._key = a._key and " + same + ")");
    }

    RowChanges changes(Collection<RowChanges.Asked> asked) throws SQLException {
        execute("create temp table asked (_key varchar, sheet_row integer, column_name varchar)");
        try (var appender = connection.createAppender("temp", null, "asked")) {
            for (RowChanges.Asked one : asked) {
                appender.beginRow().append(one.key());
                if (one.row() == null) {
                    appender.appendNull();
                } else {
                    appender.append(one.row().intValue());
                }
                appender.append(one.column()).endRow();
            }
        }
        var first = new ArrayList<RowChanges.Change>();
        String added = "after_rows a where not exists (select 1 from before_rows b where b._key = a._key)"
                + " and not exists (select 1 from asked where asked._key = a._key)"
                + " and not exists (select 1 from asked where asked.sheet_row = a.sheet_row)";
        first.addAll(query(
                "select a._key, a.sheet_row from " + added + " order by a.sheet_row limit " + FIRST,
                row -> new RowChanges.Change(row.getString(1), null, null, row.getInt(2), null, null)));
        String removed = "before_rows b where not exists (select 1 from after_rows a where a._key = b._key)"
                + " and not exists (select 1 from asked where asked._key = b._key)";
        first.addAll(query(
                "select b._key, b.sheet_row from " + removed + " order by b.sheet_row limit " + FIRST,
                row -> new RowChanges.Change(row.getString(1), null, row.getInt(2), null, null, null)));
        long changed = 0;
        for (Column column : dataset.columns()) {
            String name = column.name();
            String cells = "before_rows b join after_rows a on a._key = b._key where a." + name
                    + " is distinct from b." + name
                    + " and not exists (select 1 from asked where asked._key = b._key and"
                    + " (asked.column_name is null or asked.column_name = " + Engine.literal(name) + "))";
            long ofColumn = count(cells);
            changed += ofColumn;
            if (ofColumn > 0) {
                first.addAll(query(
                        "select b._key, b.sheet_row, a.sheet_row, b." + name + ", a." + name + " from " + cells
                                + " order by a.sheet_row limit " + FIRST,
                        row -> new RowChanges.Change(
                                row.getString(1),
                                name,
                                row.getInt(2),
                                row.getInt(3),
                                Written.of(row.getObject(4)),
                                Written.of(row.getObject(5)))));
            }
        }
        return new RowChanges(count(added), count(removed), changed, first);
    }

    private long count(String from) {
        return query("select count(*) from " + from, row -> row.getLong(1)).get(0);
    }

    private <T> List<T> query(String sql, RowReader<T> reader) {
        return Rows.of(connection, sql, "a comparison of two segments of " + dataset.id(), reader);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
