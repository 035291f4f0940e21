package org.scrutineer.intake;

import org.jspecify.annotations.Nullable;

/**
 * What was agreed to be read differently in a return whose file stays as it is: a cell's value, or a row that is left
 * out.
 *
 * @param sheet as the workbook names it
 * @param cell the cell amended, or one of the row that is left out, e.g. {@code C14}
 * @param old what stood there, as a person reads it
 * @param replacement what counts instead; null where the row is left out
 * @param reason why, as a clause
 * @param askedBy who asked for it
 * @param approvedBy who agreed, never the same person
 */
public record Amendment(
        String sheet,
        String cell,
        String old,
        @Nullable CellValue replacement,
        String reason,
        String askedBy,
        String approvedBy) {

    public boolean leavesRowOut() {
        return replacement == null;
    }

    public int row() {
        return CellAddress.row(cell);
    }

    int column() {
        return CellAddress.column(cell);
    }

    /** What is told about it in the findings of the return. */
    public String agreement() {
        return "asked for by " + askedBy + ", approved by " + approvedBy + ": " + reason;
    }
}
