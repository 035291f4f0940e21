package org.scrutineer.records;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * The function by which SQL reads {@link StagedRows}: {@code select … from _staged_rows('name')}. It gives the rows in
 * their order, and of their columns those the query uses.
 */
final class StagedRowsFunction implements DuckDBTableFunction<StagedRows, StagedRowsFunction.Scan, Void> {

    private static final String NAME = "_staged_rows";

    private final Map<String, StagedRows> known = new ConcurrentHashMap<>();

    /**
     * One query's way through the rows.
     *
     * @param columns the places of those it uses
     */
    record Scan(StagedRows rows, long[] columns, int[] next) {}

    /** Teaches it to an engine, for all its connections. */
    static StagedRowsFunction teach(Engine engine) throws SQLException {
        var function = new StagedRowsFunction();
        try (var connection = engine.connect();
                var builder = DuckDBFunctions.tableFunction()) {
            builder.withName(NAME)
                    .withParameter(String.class)
                    .withProjectionPushdown()
                    .withFunction(function)
                    .register(connection);
        }
        return function;
    }

    /** Makes rows known under a name, and gives what stands for them in a query. */
    String name(String name, StagedRows rows) {
        known.put(name, rows);
        return NAME + "(" + Engine.literal(name) + ")";
    }

    void forget(String name) {
        known.remove(name);
    }

    @Override
    public StagedRows bind(DuckDBTableFunctionBindInfo table) throws SQLException {
        String name = table.getParameter(0).getString();
        StagedRows rows = known.get(name);
        if (rows == null) {
            throw new IllegalStateException("no rows are known as " + name);
        }
        for (StagedColumn column : rows.columns()) {
            column.describe(table);
        }
        table.setCardinality(rows.size(), true);
        return rows;
    }

    @Override
    public Scan init(DuckDBTableFunctionInitInfo scan) {
        scan.setMaxThreads(1);
        var columns = new long[Math.toIntExact(scan.getColumnCount())];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = scan.getColumnIndex(i);
        }
        return new Scan(scan.getBindData(), columns, new int[1]);
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) {
        Scan scan = call.getInitData();
        int first = scan.next()[0];
        int rows = (int) Math.min(chunk.capacity(), scan.rows().size() - first);
        for (int i = 0; i < scan.columns().length && rows > 0; i++) {
            long place = scan.columns()[i];
            // A query that only counts rows asks for a column that there is not.
            if (place >= 0 && place < scan.rows().columns().size()) {
                scan.rows().columns().get((int) place).give(chunk.vector(i), first, rows);
            }
        }
        scan.next()[0] = first + rows;
        return rows;
    }
}
