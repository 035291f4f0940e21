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
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.scrutineer.catalogue.Calendar;
import org.scrutineer.catalogue.DayCount;

/**
 * A DuckDB in memory that may touch the records' folder and nothing else: no other file, no network, no extension, and
 * no setting of it can be changed once it is open.
 */
final class Engine implements AutoCloseable {

    private final DuckDBConnection connection;

    private Engine(DuckDBConnection connection) {
        this.connection = connection;
    }

    static void load() {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            connection.getMetaData();
            NativeLibrary.deleteUnpacked();
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
        NativeLibrary.deleteUnpacked();
        try {
            teachDayCounts(connection, calendar);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new Engine(connection);
    }

    /**
     * Defines a function for each {@link DayCount} and {@code working_day_after(a, n)}, all null where a date is null or
     * not from 1900 to 2100. They look days up in {@link DayLists}, which is as fast as a join and still an expression.
     */
    private static void teachDayCounts(DuckDBConnection connection, Calendar calendar) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table _day_count (worked integer[], weekdays integer[], days integer[])");
            try (DuckDBAppender appender = connection.createAppender("_day_count")) {
                DayLists lists = DayLists.of(calendar);
                appender.beginRow()
                        .append(lists.worked())
                        .append(lists.weekdays())
                        .append(lists.days())
                        .endRow();
            }
            for (DayCount convention : DayCount.values()) {
                statement.execute(macro(convention));
            }
            // An item before the first would be counted from the end of the list.
            statement.execute("create macro working_day_after(a, n) as case when n >= 0 and " + isKnown("a")
                    + " then date '" + LocalDate.EPOCH + "' + (select days from _day_count)[" + opening("worked", "a")
                    + " + n] end");
        }
    }

    /** {@code greatest} passes over nulls, so the dates are asked for first. */
    private static String macro(DayCount convention) {
        return "create macro " + convention.function() + "(a, b) as case when " + isKnown("a") + " and " + isKnown("b")
                + " then case when b::date >= a::date then " + days(convention, "a", "b") + " else -"
                + days(convention, "b", "a") + " end end";
    }

    private static String days(DayCount convention, String first, String last) {
        return switch (convention) {
            case WORKING_DAYS -> "greatest(" + item("worked", last) + " - " + opening("worked", first) + ", 0)";
            case WORKING_DAYS_INCLUSIVE -> "(" + item("worked", last) + " - " + opening("worked", first) + " + 1)";
            case WEEKDAYS -> "greatest(" + item("weekdays", last) + " - " + opening("weekdays", first) + ", 0)";
        };
    }

    private static String isKnown(String date) {
        return date + "::date between date '" + DayLists.FIRST_DAY + "' and date '" + DayLists.LAST_DAY + "'";
    }

    /** The total on the day that a start is moved to: itself, where it counts, or else the next that does. */
    private static String opening(String list, String date) {
        return "(coalesce(" + item(list, "(" + date + "::date - 1)") + ", 0) + 1)";
    }

    private static String item(String list, String date) {
        return "(select " + list + " from _day_count)[(" + date + "::date - date '" + DayLists.FIRST_DAY + "') + 1]";
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
