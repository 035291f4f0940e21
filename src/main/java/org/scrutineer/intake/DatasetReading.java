package org.scrutineer.intake;

import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Dataset;

/**
 * How a dataset's sheet was read.
 *
 * @param sheet the name it has in this workbook
 * @param columns where each of the dataset's columns was found, those only that were
 * @param read the rows below the header
 * @param refusedRows the numbers of those kept out because of a cell, as Excel shows them
 * @param blank rows without a record: empty, values only in columns not asked for, or taken for a total, a note or the
 *     header repeated
 */
public record DatasetReading(
        Dataset dataset,
        String sheet,
        Map<String, Match> columns,
        long read,
        Set<Integer> refusedRows,
        long blank,
        CellCount cells) {

    /** @param sheetColumn from 1 */
    public record Match(int sheetColumn, String header) {}

    public DatasetReading {
        columns = Map.copyOf(columns);
        refusedRows = Set.copyOf(refusedRows);
    }

    /** The address of a column's cell in a row, e.g. {@code C14}. */
    public String cell(String column, int row) {
        Match match = columns.get(column);
        return match == null ? Integer.toString(row) : CellAddress.of(row, match.sheetColumn());
    }

    /** What a column's header says in this sheet; the column's name where it has none. */
    public String header(String column) {
        Match match = columns.get(column);
        return match == null ? column : match.header();
    }
}
