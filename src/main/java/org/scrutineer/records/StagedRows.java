package org.scrutineer.records;

import java.util.List;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.records.StagedColumn.Kind;

/**
 * Rows in the order they were added, column by column, for the engine to take as it asks for them. They are not in a
 * table of the engine: to make one costs more than all that is asked of the rows of one return.
 */
final class StagedRows {

    private final List<StagedColumn> columns;
    private int size;

    StagedRows(List<StagedColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Makes room for rows with the columns of {@link Tables#create}, the last being {@link RuleSql#UNREADABLE}. */
    static StagedRows of(Dataset dataset) {
        return new StagedRows(Stream.of(
                        Stream.of(new StagedColumn("team", Kind.TEXT), new StagedColumn("sheet_row", Kind.ROW)),
                        dataset.columns().stream()
                                .map(column -> new StagedColumn(column.name(), Kind.of(column.type()))),
                        Stream.of(new StagedColumn(RuleSql.UNREADABLE, Kind.TEXT)))
                .flatMap(some -> some)
                .toList());
    }

    List<StagedColumn> columns() {
        return columns;
    }

    /** How many rows are complete. */
    int size() {
        return size;
    }

    /** About how much of the heap the rows take; texts that are the same object are counted each time. */
    long bytes() {
        return columns.stream().mapToLong(StagedColumn::bytes).sum();
    }

    /** Counts a row once each column has its value. */
    void endRow() {
        size++;
    }

    /** Forgets all rows, to be filled anew. */
    void clear() {
        size = 0;
        columns.forEach(StagedColumn::clear);
    }
}
