package org.scrutineer.records;

import java.util.stream.Collectors;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;

/** The tables that datasets become. */
final class Tables {

    private Tables() {}

    /** {@code create table name (team …, sheet_row …, columns as the catalogue types them)}. */
    static String create(String name, Dataset dataset) {
        return "create table " + name + " (team varchar, sheet_row integer, "
                + dataset.columns().stream()
                        .map(column -> column.name() + " " + type(column.type()))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    static String type(Column.Type type) {
        return switch (type) {
            case TEXT, CODE -> "varchar";
            case DATE, MONTH -> "date";
            case DATETIME -> "timestamp";
            case YES_NO -> "boolean";
            case INTEGER -> "bigint";
            case DECIMAL -> "decimal(18,4)";
            case MONEY -> "decimal(18,2)";
        };
    }
}
