package org.scrutineer.records;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;

/** The tables that datasets become. */
final class Tables {

    private Tables() {}

    /**
     * {@code create table name (team …, sheet_row …, columns as the catalogue types them, further …)}.
     *
     * @param further columns with their types
     */
    static String create(String name, Dataset dataset, String... further) {
        return create(name, dataset.columns(), further);
    }

    /** The same with some of a dataset's columns only. */
    static String create(String name, List<Column> columns, String... further) {
        return "create table " + name + " (team varchar, sheet_row integer, "
                + Stream.concat(
                                columns.stream().map(column -> column.name() + " " + type(column.type())),
                                Stream.of(further))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** The names of the columns of a segment that has these of its dataset. */
    static List<String> names(List<Column> columns) {
        return Stream.concat(Stream.of("team", "sheet_row"), columns.stream().map(Column::name))
                .toList();
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
