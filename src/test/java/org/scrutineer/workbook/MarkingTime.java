package org.scrutineer.workbook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures by hand how long marking a workbook takes beside reading it, in processor time:
 * {@code java -Xmx128m … org.scrutineer.workbook.MarkingTime return.xlsx}.
 */
final class MarkingTime {

    private static final int ROUNDS = 5;
    private static final double MILLISECOND = 1e6;

    private MarkingTime() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        Path marked = Files.createTempFile("marked", ".xlsx");
        for (int round = 0; round < ROUNDS; round++) {
            long start = processorTime();
            try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
                for (SourceSheet sheet : workbook.sheets()) {
                    workbook.read(sheet, new IgnoredCells());
                }
            }
            long read = processorTime();
            MarkedWorkbook.mark(file, MarkedWorkbookTests.sheets(), notes(file), marked);
            long end = processorTime();
            System.out.printf(
                    "read %.0f ms, marked %.0f ms, %.1f times as long%n",
                    (read - start) / MILLISECOND, (end - read) / MILLISECOND, (end - read) / (double) (read - start));
        }
        Files.delete(marked);
    }

    private static List<CellNote> notes(Path file) throws Exception {
        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            return workbook.sheets().stream()
                    .map(sheet -> new CellNote(sheet.name(), "B4", "found \"soon\"; expected a date."))
                    .toList();
        }
    }

    private static long processorTime() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
