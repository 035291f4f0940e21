package org.scrutineer.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.parquet.ParquetFile;
import org.scrutineer.records.StagedColumn.Kind;

/**
 * Rows in the order they were added, column by column, for the engine to take as it asks for them. They are not in a
 * table of the engine: to make one costs more than all that is asked of the rows of one return.
 */
final class StagedRows {

    private static final String SHEET_ROW = "sheet_row";

    private final List<StagedColumn> columns;
    private int size;

    StagedRows(List<StagedColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Makes room for rows with the columns of {@link Tables#create}, the last being {@link RuleSql#UNREADABLE}. */
    static StagedRows of(Dataset dataset) {
        return new StagedRows(Stream.of(
                        Stream.of(new StagedColumn("team", Kind.TEXT), new StagedColumn(SHEET_ROW, Kind.ROW)),
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

    /** Just numbers of rows in a sheet. */
    static StagedRows numbered(Collection<Integer> sheetRows) {
        var column = new StagedColumn(SHEET_ROW, Kind.ROW);
        var numbers = new StagedRows(List.of(column));
        for (int row : sheetRows) {
            column.number(Kind.ROW, row);
            numbers.endRow();
        }
        return numbers;
    }

    /**
     * Writes rows of a dataset as a segment, and tells how many there are.
     *
     * @param refusedRows those that are left out, as they are numbered in the sheet
     */
    long write(Collection<Integer> refusedRows, Path file) throws IOException {
        int[] accepted = rowsWithout(refusedRows);
        var parquet = new ParquetFile(accepted);
        for (StagedColumn column : columns) {
            if (!column.name().equals(RuleSql.UNREADABLE)) {
                column.write(parquet);
            }
        }
        parquet.write(file);
        return accepted.length;
    }

    private int[] rowsWithout(Collection<Integer> refusedRows) {
        StagedColumn sheetRows = columns.stream()
                .filter(column -> column.name().equals(SHEET_ROW))
                .findFirst()
                .orElseThrow();
        var refused = new BitSet();
        refusedRows.forEach(refused::set);
        return IntStream.range(0, size)
                .filter(row -> !refused.get((int) sheetRows.numberAt(row)))
                .toArray();
    }

    /** Forgets all rows, to be filled anew. */
    void clear() {
        size = 0;
        columns.forEach(StagedColumn::clear);
    }
}
