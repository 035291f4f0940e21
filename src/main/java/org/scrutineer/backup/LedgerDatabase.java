package org.scrutineer.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** The databases that a ledger can be in, in what they do each in its own way. */
enum LedgerDatabase {

    /** H2: a file of the output folder, or memory. */
    FILE("H2") {
        @Override
        void suspendReferences(Connection connection) throws SQLException {
            execute(connection, "set referential_integrity false");
        }

        @Override
        void checkReferences(Connection connection) throws SQLException {
            execute(connection, "set referential_integrity true");
        }

        @Override
        long nextOf(Connection connection, String table, String column) throws SQLException {
            return number(
                    connection,
                    "select identity_base from information_schema.columns where table_schema = current_schema and"
                            + " lower(table_name) = ? and lower(column_name) = ?",
                    table,
                    column);
        }

        @Override
        long nextOf(Connection connection, String sequence) throws SQLException {
            return number(
                    connection,
                    "select base_value from information_schema.sequences where sequence_schema = current_schema and"
                            + " lower(sequence_name) = ?",
                    sequence);
        }
    },

    /** A server of PostgreSQL. */
    SERVER("PostgreSQL") {
        @Override
        void suspendReferences(Connection connection) throws SQLException {
            for (String reference : references(connection)) {
                execute(connection, reference + " deferrable initially deferred");
            }
        }

        @Override
        void checkReferences(Connection connection) throws SQLException {
            execute(connection, "set constraints all immediate");
            for (String reference : references(connection)) {
                execute(connection, reference + " not deferrable");
            }
        }

        private List<String> references(Connection connection) throws SQLException {
            return texts(
                    connection,
                    "select format('alter table %s alter constraint %I', conrelid::regclass, conname) from pg_constraint"
                            + " where contype = 'f' and connamespace = current_schema()::regnamespace order by 1");
        }

        @Override
        long nextOf(Connection connection, String table, String column) throws SQLException {
            return nextOf(
                    connection,
                    texts(connection, "select pg_get_serial_sequence(?, ?)", table, column)
                            .get(0));
        }

        @Override
        long nextOf(Connection connection, String sequence) throws SQLException {
            return number(
                    connection, "select case when is_called then last_value + 1 else last_value end from " + sequence);
        }
    };

    private final String product;

    LedgerDatabase(String product) {
        this.product = product;
    }

    /** @throws IllegalStateException where it is none that a ledger can be in */
    static LedgerDatabase of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (LedgerDatabase database : values()) {
            if (database.product.equals(product)) {
                return database;
            }
        }
        throw new IllegalStateException("The ledger is in " + product
                + "; expected a file, or a database of PostgreSQL. Put that right under spring.datasource in"
                + " config/application.yaml.");
    }

    /** The same, as asked now. */
    static LedgerDatabase of(DataSource ledger) {
        try (Connection connection = ledger.getConnection()) {
            return of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be reached", e);
        }
    }

    /** Until {@link #checkReferences} rows may come before those that they refer to, in this transaction. */
    abstract void suspendReferences(Connection connection) throws SQLException;

    abstract void checkReferences(Connection connection) throws SQLException;

    /** The number that the next row of a table gets in a column whose numbers the database gives. */
    abstract long nextOf(Connection connection, String table, String column) throws SQLException;

    /** The number that a sequence gives next. */
    abstract long nextOf(Connection connection, String sequence) throws SQLException;

    /** Names as statements of either database write them. */
    static String name(String found) {
        return found.toLowerCase(Locale.ROOT);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> texts(Connection connection, String sql, String... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            var texts = new ArrayList<String>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        }
    }

    private static long number(Connection connection, String sql, String... parameters) throws SQLException {
        return Long.parseLong(texts(connection, sql, parameters).get(0));
    }
}
