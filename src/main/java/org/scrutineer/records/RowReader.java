package org.scrutineer.records;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes something of one row of a query's result. */
@FunctionalInterface
public interface RowReader<T> {

    T read(ResultSet row) throws SQLException;
}
