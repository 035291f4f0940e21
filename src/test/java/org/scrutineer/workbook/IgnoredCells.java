package org.scrutineer.workbook;

/** Takes no notice of anything; to be overridden. */
class IgnoredCells implements CellHandler {

    @Override
    public void row(int row, boolean hidden) {}

    @Override
    public void text(int column, String text) {}

    @Override
    public void number(int column, double value) {}

    @Override
    public void date(int column, long epochDay, int secondOfDay) {}

    @Override
    public void bool(int column, boolean value) {}

    @Override
    public void error(int column, String code) {}

    @Override
    public void noResult(int column) {}
}
