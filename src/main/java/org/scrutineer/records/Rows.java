package org.scrutineer.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows a query gives. */
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
}
