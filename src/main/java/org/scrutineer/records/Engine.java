package org.scrutineer.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.scrutineer.catalogue.Calendar;

/**
 * A DuckDB in memory that may touch the records' folder and nothing else: no other file, no network, no extension, and
 * no setting of it can be changed once it is open.
 */
final class Engine implements AutoCloseable {

    /** The first day {@code working_days} knows; earlier dates are refused when a return is read. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private final DuckDBConnection connection;

    private Engine(DuckDBConnection connection) {
        this.connection = connection;
    }

    static void load() {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            connection.getMetaData();
        } catch (SQLException | LinkageError toldWhereTheEngineIsUsed) {
            // opening the engine fails in the same way and tells what to do
        }
    }

    static Engine open(RecordsProperties settings, Calendar calendar) throws SQLException {
        Path folder = settings.path();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the records' folder " + folder, e);
        }
        String inside = folder.toString();
        var properties = new Properties();
        properties.setProperty("threads", Integer.toString(settings.threads()));
        properties.setProperty("memory_limit", settings.memoryLimit().toMegabytes() + "MiB");
        properties.setProperty("temp_directory", inside + "/.spill");
        properties.setProperty("max_temp_directory_size", settings.spillLimit().toMegabytes() + "MiB");
        properties.setProperty("allowed_directories", "[" + listItem(inside + "/") + "]");
        // Outside the folder it may touch: inside it, INSTALL would go as far as the network.
        properties.setProperty("extension_directory", inside + ".none");
        properties.setProperty("secret_directory", inside + ".none");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        properties.setProperty("allow_community_extensions", "false");
        properties.setProperty("allow_persistent_secrets", "false");
        properties.setProperty("errors_as_json", "true");
        properties.setProperty("enable_external_access", "false");
        properties.setProperty("lock_configuration", "true");
        var connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
        try {
            teachWorkingDays(connection, calendar);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new Engine(connection);
    }

    /**
     * {@code working_days(a, b)}: the working days after {@code a} up to and including {@code b}; negative where b is
     * before a; null where either is null or before 1900. It looks both days up in one list of running totals, which
     * is as fast as a join and still an expression.
     */
    private static void teachWorkingDays(DuckDBConnection connection, Calendar calendar) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table calendar_day (day date, worked integer)");
            try (var appender = connection.createAppender("calendar_day")) {
                int worked = 0;
                for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
                    worked += calendar.isWorkingDay(day) ? 1 : 0;
                    appender.beginRow()
                            .appendEpochDays((int) day.toEpochDay())
                            .append(worked)
                            .endRow();
                }
            }
            statement.execute(
                    "create table _day_count as select list(worked order by day) as totals from calendar_day");
            statement.execute("drop table calendar_day");
            statement.execute("""
                    create macro working_days(a, b) as case
                      when a::date < date '1900-01-01' or b::date < date '1900-01-01' then null
                      else (select totals from _day_count)[(b::date - date '1900-01-01') + 1]
                         - (select totals from _day_count)[(a::date - date '1900-01-01') + 1] end""");
        }
    }

    /** A connection of its own for another thread; all see the same tables. */
    DuckDBConnection connect() throws SQLException {
        return connection.duplicate();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Text as an item of a list that is written as text, where a quote is not doubled as in SQL. */
    private static String listItem(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** Text as an SQL literal. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
