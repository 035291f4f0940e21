package org.scrutineer.benchmark;

import java.nio.file.Path;
import org.scrutineer.workbook.CellHandler;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;

/** Has every sheet of a folder of workbooks told cell by cell, on one thread, and keeps none. Prints the cells. */
final class ReadingOnly implements CellHandler {

    private long cells;
    private double sum;

    private ReadingOnly() {}

    public static void main(String[] arguments) throws Exception {
        var reading = new ReadingOnly();
        for (Path file : Floor.files(Path.of(arguments[0]))) {
            try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
                for (SourceSheet sheet : workbook.sheets()) {
                    workbook.read(sheet, reading);
                }
            }
        }
        System.out.println("sum=" + reading.sum);
        System.out.println("cells=" + reading.cells);
    }

    @Override
    public void row(int row, boolean hidden) {}

    @Override
    public void text(int column, String text) {
        cells++;
        sum += text.length();
    }

    @Override
    public void number(int column, double value) {
        cells++;
        sum += value;
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        cells++;
        sum += epochDay;
    }

    @Override
    public void bool(int column, boolean value) {
        cells++;
    }

    @Override
    public void error(int column, String code) {
        cells++;
    }

    @Override
    public void noResult(int column) {
        cells++;
    }
}
