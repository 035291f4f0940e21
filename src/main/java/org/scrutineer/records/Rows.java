package org.scrutineer.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The rows a query gives, and statements that give none. */
final class Rows {

    private Rows() {}

    /** @param what it is about, for the message should it fail */
    static <T> List<T> of(Connection connection, String sql, String what, RowReader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            var rows = new ArrayList<T>();
            while (results.next()) {
                rows.add(reader.read(results));
            }
            return rows;
        } catch (SQLException e) {
            throw new RecordsException(what + " failed", e);
        }
    }

    /** The names of the columns of a table or view, in lower case. */
    static Set<String> columns(Connection connection, String from) {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + from + " limit 0")) {
            var names = new LinkedHashSet<String>();
            for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                names.add(none.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
            }
            return names;
        } catch (SQLException e) {
            throw new RecordsException("cannot describe " + from, e);
        }
    }

    /** Does what gives no rows. */
    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
