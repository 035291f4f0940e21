package org.scrutineer.workbook;

/** Passes on what stands after the last cell that was told, when a sheet is read again from its beginning. */
final class UntoldCells implements CellHandler {

    private final CellHandler handler;
    private final int toldRow;
    private final int toldColumn;
    private int row;

    /**
     * @param toldRow the last row that was told; 0 where none was
     * @param toldColumn the last cell of it that was told; 0 where none was
     */
    UntoldCells(CellHandler handler, int toldRow, int toldColumn) {
        this.handler = handler;
        this.toldRow = toldRow;
        this.toldColumn = toldColumn;
    }

    private boolean isUntold(int column) {
        return row > toldRow || (row == toldRow && column > toldColumn);
    }

    @Override
    public void row(int next, boolean hidden) {
        row = next;
        if (row > toldRow) {
            handler.row(row, hidden);
        }
    }

    @Override
    public void calculated(int column) {
        if (isUntold(column)) {
            handler.calculated(column);
        }
    }

    @Override
    public void fromAnotherWorkbook(int column) {
        if (isUntold(column)) {
            handler.fromAnotherWorkbook(column);
        }
    }

    @Override
    public void text(int column, String text) {
        if (isUntold(column)) {
            handler.text(column, text);
        }
    }

    @Override
    public void number(int column, double value) {
        if (isUntold(column)) {
            handler.number(column, value);
        }
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        if (isUntold(column)) {
            handler.date(column, epochDay, secondOfDay);
        }
    }

    @Override
    public void bool(int column, boolean value) {
        if (isUntold(column)) {
            handler.bool(column, value);
        }
    }

    @Override
    public void error(int column, String code) {
        if (isUntold(column)) {
            handler.error(column, code);
        }
    }

    @Override
    public void noResult(int column) {
        if (isUntold(column)) {
            handler.noResult(column);
        }
    }
}
