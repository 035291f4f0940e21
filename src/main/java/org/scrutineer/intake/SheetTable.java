package org.scrutineer.intake;

import java.util.TreeMap;
import org.scrutineer.workbook.CellHandler;

/** The cells of a small sheet, all kept. */
final class SheetTable implements CellHandler {

    private final TreeMap<Integer, TreeMap<Integer, CellValue>> rows = new TreeMap<>();
    private int row;

    /** The rows that hold a value, by number; in each its cells, by column. */
    TreeMap<Integer, TreeMap<Integer, CellValue>> rows() {
        return rows;
    }

    CellValue at(int row, int column) {
        return rows.getOrDefault(row, new TreeMap<>()).getOrDefault(column, CellValue.BLANK);
    }

    private void put(int column, CellValue value) {
        if (value.kind() != CellValue.Kind.BLANK) {
            rows.computeIfAbsent(row, number -> new TreeMap<>()).put(column, value);
        }
    }

    @Override
    public void row(int number, boolean hidden) {
        row = number;
    }

    @Override
    public void text(int column, String text) {
        put(column, CellValue.text(text));
    }

    @Override
    public void number(int column, double value) {
        put(column, CellValue.number(value));
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        put(column, CellValue.date(epochDay, secondOfDay));
    }

    @Override
    public void bool(int column, boolean value) {
        put(column, CellValue.bool(value));
    }

    /** An error stands for its text, e.g. {@code #REF!}, so that it can be amended. */
    @Override
    public void error(int column, String code) {
        put(column, CellValue.text(code));
    }

    @Override
    public void noResult(int column) {
        // there is nothing a person could see
    }
}
