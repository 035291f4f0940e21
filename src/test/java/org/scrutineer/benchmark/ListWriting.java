package org.scrutineer.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipFile;
import org.scrutineer.workbook.ListWorkbook;
import org.scrutineer.workbook.ListWriter;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;

/**
 * What it costs to write a list of 200,000 rows and 20 columns, with {@code -Xmx128m}, against the floor: a process that
 * deflates the bytes of the same sheet, read from a file, and keeps nothing. Both are processes of their own, in turn.
 */
final class ListWriting {

    private static final int ROWS = 200_000;
    private static final int COLUMNS = 20;

    /** Further apart than the packer looks back; made beforehand, as what makes rows is not measured. */
    private static final int DIFFERENT_ROWS = 2_000;

    private static final double BAR = 1.5;
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private ListWriting() {}

    /** {@code race FOLDER ROUNDS}, or what it starts itself: {@code write FILE}, {@code floor FILE}. */
    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "race" -> race(Path.of(arguments[1]).toAbsolutePath(), Integer.parseInt(arguments[2]));
            case "write" -> ListWriter.write(list(), Path.of(arguments[1]));
            case "floor" -> floor(Path.of(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void race(Path folder, int rounds) throws Exception {
        Files.createDirectories(folder);
        Path list = folder.resolve("list.xlsx");
        Path sheet = folder.resolve("sheet.xml");
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            Files.deleteIfExists(list);
            ChildProcess.Measured written = run(folder, List.of("-Xmx128m"), "write", list);
            unpack(list, sheet);
            ChildProcess.Measured floor = run(folder, List.of(), "floor", sheet);
            ratios.add(written.cpuSeconds() / floor.cpuSeconds());
            System.out.println(String.format(
                    Locale.ROOT,
                    "written %.2f s cpu, %.2f s wall, %.0f MB peak; floor %.2f s cpu; %.2f times the floor; %d MB packed, %d"
                            + " MB unpacked; load %s",
                    written.cpuSeconds(),
                    written.wallSeconds(),
                    written.peakMegabytes(),
                    floor.cpuSeconds(),
                    written.cpuSeconds() / floor.cpuSeconds(),
                    Files.size(list) >> 20,
                    Files.size(sheet) >> 20,
                    Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
        }
        double median = ratios.stream().sorted().toList().get(ratios.size() / 2);
        System.out.println(
                String.format(Locale.ROOT, "median %.2f, bar %.1f: %s", median, BAR, median <= BAR ? "met" : "MISSED"));
    }

    private static ChildProcess.Measured run(Path folder, List<String> options, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ListWriting.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return ChildProcess.run(command, folder, folder.resolve(arguments[0] + ".log"));
    }

    private static ChildProcess.Measured run(Path folder, List<String> options, String what, Path file)
            throws Exception {
        return run(folder, options, new String[] {what, file.toString()});
    }

    private static void unpack(Path list, Path sheet) throws IOException {
        try (var zip = new ZipFile(list.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(SHEET))) {
            Files.write(sheet, in.readAllBytes());
        }
    }

    private static void floor(Path sheet) throws IOException {
        try (InputStream in = Files.newInputStream(sheet);
                OutputStream out =
                        new DeflaterOutputStream(OutputStream.nullOutputStream(), new Deflater(6, true), 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    /** Identifiers, names of teams and sheets, sentences, numbers and days, as findings have them. */
    private static ListWorkbook list() {
        List<Header> columns = IntStream.range(0, COLUMNS)
                .mapToObj(i -> new Header("Column " + (i + 1), 20))
                .toList();
        List<List<Cell>> different =
                IntStream.range(0, DIFFERENT_ROWS).mapToObj(ListWriting::row).toList();
        return new ListWorkbook(
                "A long list",
                "Benchmark",
                "List",
                List.of("One table."),
                "list",
                columns,
                () -> IntStream.range(0, ROWS)
                        .mapToObj(number -> different.get(number % DIFFERENT_ROWS))
                        .iterator());
    }

    private static List<Cell> row(int number) {
        var cells = new ArrayList<Cell>(COLUMNS);
        for (int column = 0; column < COLUMNS; column++) {
            int seed = number * 31 + column * 7919;
            cells.add(
                    switch (column % 5) {
                        case 0 -> new Cell.Text("CH" + Integer.toUnsignedString(seed * 0x9E3779B9, 36));
                        case 1 -> new Cell.Text("Safeguarding Team " + (seed % 17) + ", sheet Child protection");
                        case 2 -> new Cell.Number(BigDecimal.valueOf(seed % 9973, 2), 2);
                        case 3 -> new Cell.Day(LocalDate.ofEpochDay(17_000 + seed % 1500));
                        default ->
                            new Cell.Text("found \"n/a\" in row " + number + "; expected a date such as 31/12/2018");
                    });
        }
        return cells;
    }
}
