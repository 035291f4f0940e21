package org.scrutineer.intake;

/**
 * Where a column of a dataset was found in a return.
 *
 * @param dataset id of the dataset
 * @param column the column's name in the catalogue
 * @param sheet as the workbook has it
 * @param sheetColumn from 1
 * @param header as the workbook has it
 */
public record MatchedColumn(String dataset, String column, String sheet, int sheetColumn, String header) {

    /** The letters Excel shows above the column, e.g. {@code AB}. */
    public String letters() {
        return CellAddress.columnName(sheetColumn);
    }

    /** The address of its cell in a row, from 1. */
    public String cell(int row) {
        return CellAddress.of(row, sheetColumn);
    }
}
