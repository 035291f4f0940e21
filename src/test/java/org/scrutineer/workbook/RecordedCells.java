package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Writes down what it is told, a line an event, e.g. {@code B3 text "x"}. */
final class RecordedCells implements CellHandler {

    private final List<String> events = new ArrayList<>();
    private final boolean withRows;
    private @Nullable SheetFacts facts;
    private int row;

    private RecordedCells(boolean withRows) {
        this.withRows = withRows;
    }

    static RecordedCells withRows() {
        return new RecordedCells(true);
    }

    List<String> events() {
        return List.copyOf(events);
    }

    /** The cells of the first sheet. */
    static List<String> cellsOf(Path file) throws UnreadableWorkbookException, IOException {
        return record(file, false);
    }

    /** The rows and cells of the first sheet. */
    static List<String> rowsOf(Path file) throws UnreadableWorkbookException, IOException {
        return record(file, true);
    }

    private static List<String> record(Path file, boolean withRows) throws UnreadableWorkbookException, IOException {
        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            return cellsOf(workbook, workbook.sheets().get(0), withRows);
        }
    }

    static List<String> cellsOf(SourceWorkbook workbook, SourceSheet sheet)
            throws UnreadableWorkbookException, IOException {
        return cellsOf(workbook, sheet, false);
    }

    private static List<String> cellsOf(SourceWorkbook workbook, SourceSheet sheet, boolean withRows)
            throws UnreadableWorkbookException, IOException {
        RecordedCells cells = new RecordedCells(withRows);
        workbook.read(sheet, cells);
        return cells.events;
    }

    /** All that a sheet tells. */
    static RecordedCells of(SourceWorkbook workbook, SourceSheet sheet)
            throws UnreadableWorkbookException, IOException {
        RecordedCells cells = new RecordedCells(true);
        cells.facts = workbook.read(sheet, cells);
        return cells;
    }

    @Nullable
    SheetFacts facts() {
        return facts;
    }

    @Override
    public void row(int row, boolean hidden) {
        this.row = row;
        if (withRows) {
            events.add("row " + row + (hidden ? " hidden" : ""));
        }
    }

    @Override
    public void fromAnotherWorkbook(int column) {
        told(column, "from another workbook");
    }

    @Override
    public void text(int column, String text) {
        told(column, "text \"" + text + "\"");
    }

    @Override
    public void number(int column, double value) {
        told(column, "number " + value);
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        String time = secondOfDay == 0 ? "" : " " + LocalTime.ofSecondOfDay(secondOfDay);
        told(column, "date " + LocalDate.ofEpochDay(epochDay) + time);
    }

    @Override
    public void bool(int column, boolean value) {
        told(column, "bool " + value);
    }

    @Override
    public void error(int column, String code) {
        told(column, "error " + code);
    }

    @Override
    public void noResult(int column) {
        told(column, "no result");
    }

    private void told(int column, String what) {
        events.add(CellReference.convertNumToColString(column - 1) + row + " " + what);
    }
}
