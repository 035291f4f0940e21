package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;

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
    private final boolean withFormulas;
    private @Nullable SheetFacts facts;
    private int row;

    private RecordedCells(boolean withRows, boolean withFormulas) {
        this.withRows = withRows;
        this.withFormulas = withFormulas;
    }

    /** Of rows, cells and their being calculated. */
    static RecordedCells everything() {
        return new RecordedCells(true, true);
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

    /** Whatever is read, all ways of reading it tell the same. */
    private static List<String> record(Path file, boolean withRows) throws UnreadableWorkbookException, IOException {
        assertThat(Reading.AS_OFFERED.of(file)).isEqualTo(Reading.OF_XML.of(file));
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
        RecordedCells cells = new RecordedCells(withRows, false);
        workbook.read(sheet, cells);
        return cells.events;
    }

    /** All that a sheet tells. */
    static RecordedCells of(SourceWorkbook workbook, SourceSheet sheet)
            throws UnreadableWorkbookException, IOException {
        RecordedCells cells = new RecordedCells(true, false);
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
    public void calculated(int column) {
        if (withFormulas) {
            told(column, "calculated");
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
