package org.scrutineer.records;

import java.util.Objects;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.ReferenceTable;

/** What a table of reference data becomes: a table of all years, and a query for the one in force. */
final class ReferenceSql {

    private ReferenceSql() {}

    /** The table of all years, without rows. */
    static String create(String name, ReferenceTable table) {
        return "create table " + name + " (team varchar, authority varchar, as_at date, "
                + table.columns().stream()
                        .map(column -> column.name() + (column.whole() ? " bigint" : " decimal(18,4)"))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** @param team whose rows they are: the organisation as a whole */
    static String insert(String name, ReferenceTable table, String team) {
        return "insert into " + name + " values "
                + table.rows().stream()
                        .map(row -> "(" + Engine.literal(team) + ", " + Engine.literal(row.authority()) + ", date '"
                                + row.asAt() + "', "
                                + table.columns().stream()
                                        .map(column -> Objects.requireNonNull(
                                                        row.values().get(column.name()))
                                                .toPlainString())
                                        .collect(Collectors.joining(", "))
                                + ")")
                        .collect(Collectors.joining(", "));
    }

    /** The newest year at or before the end of a figure's days; no rows where all years are later. */
    static String inForce(String name, Window window) {
        String end = " where as_at <= date '" + window.end() + "'";
        return "select * from " + name + " where as_at = (select max(as_at) from " + name + end + ")";
    }

    static String nameOfAllYears(ReferenceTable table) {
        return "_all_years_" + table.id();
    }
}
