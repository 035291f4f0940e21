package org.scrutineer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.scrutineer.workbook.CellHandler;
import org.scrutineer.workbook.SourceSheet;
import org.scrutineer.workbook.SourceWorkbook;

/**
 * Has every sheet of a folder of workbooks told cell by cell, on one thread, and keeps none. Prints the checksum, and
 * the microseconds of its thread's cpu that a workbook of the second half took, when the program was warm.
 */
final class ReadingOnly implements CellHandler {

    private final Checksum checksum = new Checksum();

    private ReadingOnly() {}

    public static void main(String[] arguments) throws Exception {
        var reading = new ReadingOnly();
        List<Path> files = Floor.files(Path.of(arguments[0]));
        int cold = files.size() / 2;
        long warmSince = 0;
        for (int i = 0; i < files.size(); i++) {
            warmSince = i == cold ? cpuNanos() : warmSince;
            reading.read(files.get(i));
        }
        reading.checksum.print();
        long nanos = cpuNanos() - warmSince;
        System.out.println("warm=" + nanos / 1_000 / (files.size() - cold));
    }

    /** Of this thread; the kernel's own account, as Java's loads a hundred classes to tell it. */
    private static long cpuNanos() throws IOException {
        String account = Files.readString(Path.of("/proc/thread-self/schedstat"));
        return Long.parseLong(account.substring(0, account.indexOf(' ')));
    }

    private void read(Path file) throws Exception {
        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            for (SourceSheet sheet : workbook.sheets()) {
                workbook.read(sheet, this);
            }
        }
    }

    @Override
    public void row(int row, boolean hidden) {}

    @Override
    public void text(int column, String text) {
        checksum.text(text);
    }

    @Override
    public void number(int column, double value) {
        checksum.number(value);
    }

    @Override
    public void date(int column, long epochDay, int secondOfDay) {
        checksum.date(epochDay);
    }

    @Override
    public void bool(int column, boolean value) {
        checksum.bool(value);
    }

    @Override
    public void error(int column, String code) {
        checksum.text(code);
    }

    @Override
    public void noResult(int column) {
        checksum.text("");
    }
}
