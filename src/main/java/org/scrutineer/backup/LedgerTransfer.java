package org.scrutineer.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a ledger says into another one with the same tables, as it stands at one moment, whichever database either is
 * in; one of them is a file. Numbers that the database gives its rows go on where they had got to.
 */
public final class LedgerTransfer {

    private static final int BATCH = 1_000;

    /** Which tables a ledger has got, and when. */
    private static final String MIGRATIONS = "flyway_schema_history";

    private final Connection from;
    private final Connection to;
    private final LedgerDatabase source;
    private final LedgerDatabase target;

    /** That of the two which is a file: its driver tells of what type a column is. */
    private final Connection file;

    private LedgerTransfer(Connection from, Connection to) throws SQLException {
        this.from = from;
        this.to = to;
        this.source = LedgerDatabase.of(from);
        this.target = LedgerDatabase.of(to);
        this.file = target == LedgerDatabase.FILE ? to : from;
    }

    private record Column(String name, int type, boolean identity) {}

    /**
     * Copies tables, in one transaction.
     *
     * @param to with the same tables, and nothing in them but what their migrations put there
     * @param tables says of a name in small letters whether that table is copied
     */
    public static void copy(DataSource from, DataSource to, Predicate<String> tables) {
        try (Connection source = from.getConnection();
                Connection target = to.getConnection()) {
            int isolation = source.getTransactionIsolation();
            source.setAutoCommit(false);
            source.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            target.setAutoCommit(false);
            try {
                new LedgerTransfer(source, target).copy(tables.and(table -> !table.equals(MIGRATIONS)));
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

    private void copy(Predicate<String> tables) throws SQLException {
        target.suspendReferences(to);
        for (String table : tables(file)) {
            if (tables.test(table)) {
                LedgerDatabase.execute(to, "delete from " + table);
                copyRows(table, columns(file, table));
            }
        }
        target.checkReferences(to);
        // After the rows: what was numbered meanwhile may be left out, but no number is given twice.
        for (String table : tables(file)) {
            if (tables.test(table)) {
                goOnCounting(table);
            }
        }
        for (String sequence : sequences()) {
            LedgerDatabase.execute(to, "alter sequence " + sequence + " restart with " + source.nextOf(from, sequence));
        }
    }

    /** In both databases: Spring Batch's tables are numbered by the file, and by sequences of the server. */
    private void goOnCounting(String table) throws SQLException {
        Set<String> numbered = numbered(from, table);
        numbered.retainAll(numbered(to, table));
        for (String column : numbered) {
            LedgerDatabase.execute(
                    to,
                    "alter table " + table + " alter column " + column + " restart with "
                            + source.nextOf(from, table, column));
        }
    }

    private static Set<String> numbered(Connection connection, String table) throws SQLException {
        return columns(connection, table).stream()
                .filter(Column::identity)
                .map(Column::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        var tables = new TreeSet<String>();
        DatabaseMetaData data = connection.getMetaData();
        try (ResultSet found =
                data.getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                tables.add(LedgerDatabase.name(found.getString("TABLE_NAME")));
            }
        }
        return tables;
    }

    private List<String> sequences() throws SQLException {
        return LedgerDatabase.texts(
                file,
                "select lower(sequence_name) from information_schema.sequences where sequence_schema = current_schema"
                        + " and sequence_name not like 'SYSTEM_SEQUENCE%' order by 1");
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        String written = connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet found = connection.getMetaData().getColumns(null, connection.getSchema(), written, null)) {
            while (found.next()) {
                columns.add(new Column(
                        LedgerDatabase.name(found.getString("COLUMN_NAME")),
                        found.getInt("DATA_TYPE"),
                        "YES".equals(found.getString("IS_AUTOINCREMENT"))));
            }
        }
        return columns;
    }

    private void copyRows(String table, List<Column> columns) throws SQLException {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (Statement select = from.createStatement();
                PreparedStatement insert = to.prepareStatement(
                        "insert into " + table + " (" + names + ") overriding system value values (" + places + ")")) {
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
    }

    private static @Nullable Object value(ResultSet row, int place, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(place, OffsetDateTime.class);
            case Types.TIMESTAMP -> row.getObject(place, LocalDateTime.class);
            case Types.DATE -> row.getObject(place, LocalDate.class);
            case Types.CLOB -> row.getString(place);
            default -> row.getObject(place);
        };
    }
}
