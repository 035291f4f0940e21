package org.scrutineer.records;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.duckdb.DuckDBConnection;
import org.scrutineer.catalogue.Dataset;

/**
 * The rows of one dataset of a return while it is read and checked. They stay in Java until they are more than
 * hardly a return has; then they move to a table of the engine, which may put them on disk.
 */
final class StagedDataset implements AutoCloseable {

    private static final long MOST_BYTES_IN_JAVA = 8 << 20;

    /** How many rows are added before their bytes are asked for again. */
    private static final int ROWS_AT_A_TIME = 1_024;

    private final DuckDBConnection connection;
    private final StagedRowsFunction function;
    private final String name;
    private final Dataset dataset;
    private final StagedRows rows;
    private final String scan;
    private boolean moved;

    /** @param name under which nothing else is known to the engine */
    StagedDataset(DuckDBConnection connection, StagedRowsFunction function, String name, Dataset dataset) {
        this.connection = connection;
        this.function = function;
        this.name = name;
        this.dataset = dataset;
        this.rows = StagedRows.of(dataset);
        this.scan = function.name(name, rows);
    }

    Dataset dataset() {
        return dataset;
    }

    /** What stands for the rows in a query. */
    String from() {
        return moved ? name : scan;
    }

    StagedColumn column(int place) {
        return rows.columns().get(place);
    }

    int columns() {
        return rows.columns().size();
    }

    void endRow() throws SQLException {
        rows.endRow();
        if (rows.size() % ROWS_AT_A_TIME == 0 && rows.bytes() > MOST_BYTES_IN_JAVA) {
            move();
        }
    }

    /** Comes after the last row. */
    void end() throws SQLException {
        if (moved) {
            move();
        }
    }

    private void move() throws SQLException {
        if (!moved) {
            execute(Tables.create(name, dataset, RuleSql.UNREADABLE + " varchar"));
            moved = true;
        }
        execute("insert into " + name + " select * from " + scan);
        rows.clear();
    }

    /**
     * Writes the rows as a segment, in the order they were added, and tells how many there are. Those in Java are
     * written by our own writer: to hand them to the engine and have it write them takes several times as long.
     *
     * @param refusedRows those that are left out, as they are numbered in the sheet
     */
    long write(Collection<Integer> refusedRows, Path file) throws SQLException, IOException {
        return moved ? copy(refusedRows, file) : rows.write(refusedRows, file);
    }

    private long copy(Collection<Integer> refusedRows, Path file) throws SQLException {
        String refused = name + "_refused";
        try (Statement statement = connection.createStatement()) {
            String counting = refusedRows.isEmpty()
                    ? ""
                    : " where sheet_row not in (select sheet_row from "
                            + function.name(refused, StagedRows.numbered(refusedRows)) + ")";
            return statement.executeLargeUpdate("copy (select * exclude (" + RuleSql.UNREADABLE + ") from " + name
                    + counting + ") to "
                    + Engine.literal(file.toAbsolutePath().toString()) + " (format parquet, compression snappy)");
        } finally {
            function.forget(refused);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        function.forget(name);
        if (moved) {
            execute("drop table " + name);
        }
    }
}
