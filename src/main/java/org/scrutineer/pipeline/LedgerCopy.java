package org.scrutineer.pipeline;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a ledger says into an empty one with the same tables, as it stands at one moment, whichever database either
 * is in. How far jobs got and who holds which lock is not copied: nobody works on the copy.
 */
final class LedgerCopy {

    private static final int BATCH = 1_000;

    private static final Set<String> NOT_COPIED = Set.of(
            "flyway_schema_history",
            "work_lock",
            "working_process",
            // Nobody signs in to a copy, and secrets have no business in one.
            "account",
            "account_role",
            "account_team",
            "account_office",
            "account_link",
            "recovery_code",
            "signed_in",
            "failed_sign_in");

    private final Connection from;
    private final Connection to;

    private LedgerCopy(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    private record Column(String name, int type, boolean identity) {}

    /** @param to in H2, with the tables of this version and nothing in them but what its migrations put there */
    static void copy(DataSource from, DataSource to) {
        try (Connection source = from.getConnection();
                Connection target = to.getConnection()) {
            int isolation = source.getTransactionIsolation();
            source.setAutoCommit(false);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            target.setAutoCommit(false);
            try {
                new LedgerCopy(source, target).copy();
                target.commit();
            } finally {
                source.rollback();
                source.setTransactionIsolation(isolation);
                source.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be copied", e);
        }
    }

    private void copy() throws SQLException {
        try (Statement statement = to.createStatement()) {
            // Tables come by name, not in the order in which they depend on each other.
            statement.execute("set referential_integrity false");
            for (String table : tables()) {
                statement.execute("delete from " + table);
                copy(table, columns(table), statement);
            }
            statement.execute("set referential_integrity true");
        }
    }

    private Set<String> tables() throws SQLException {
        var tables = new TreeSet<String>();
        DatabaseMetaData data = to.getMetaData();
        try (ResultSet found = data.getTables(null, to.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!NOT_COPIED.contains(name) && !name.startsWith("batch_")) {
                    tables.add(name);
                }
            }
        }
        return tables;
    }

    private List<Column> columns(String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (ResultSet found =
                to.getMetaData().getColumns(null, to.getSchema(), table.toUpperCase(Locale.ROOT), null)) {
            while (found.next()) {
                columns.add(new Column(
                        found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        found.getInt("DATA_TYPE"),
                        "YES".equals(found.getString("IS_AUTOINCREMENT"))));
            }
        }
        return columns;
    }

    private void copy(String table, List<Column> columns, Statement statement) throws SQLException {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (Statement select = from.createStatement();
                PreparedStatement insert =
                        // A number that is always given by the ledger stays the one that it has.
                        to.prepareStatement("insert into " + table + " (" + names + ") overriding system value values ("
                                + places + ")")) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery("select " + names + " from " + table)) {
                int waiting = 0;
                while (row.next()) {
                    for (int i = 0; i < columns.size(); i++) {
                        insert.setObject(i + 1, value(row, i + 1, columns.get(i).type()));
                    }
                    insert.addBatch();
                    if (++waiting == BATCH) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                insert.executeBatch();
            }
        }
        for (Column column : columns) {
            if (column.identity()) {
                statement.execute("alter table " + table + " alter column " + column.name()
                        + " restart with (select coalesce(max(" + column.name() + "), 0) + 1 from " + table + ")");
            }
        }
    }

    private static @Nullable Object value(ResultSet row, int place, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(place, OffsetDateTime.class);
            case Types.DATE -> row.getObject(place, LocalDate.class);
            default -> row.getObject(place);
        };
    }
}
