package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.workbook.Refusals.refusalOf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** A worker that fails takes nothing but its one file with it. */
@Timeout(120)
class WorkerFaultTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    /** Does what the file's name says; each start leaves a file behind. */
    static final class FaultyWorker {

        private FaultyWorker() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            var out = new DataOutputStream(System.out);
            var in = new DataInputStream(System.in);
            Path folder = Path.of(arguments[0]);
            int start = starts(folder) + 1;
            Files.createFile(folder.resolve("start-" + start));
            new WorkbookWorker.Answer(WorkbookWorker.WRITTEN, WorkbookWorker.NO_PASSWORD).write(out);
            while (true) {
                switch (WorkbookWorker.Request.read(in).file()) {
                    case "exit" -> System.exit(0);
                    case "exit once" -> {
                        if (start == 1) {
                            System.exit(0);
                        }
                        new WorkbookWorker.Answer(WorkbookWorker.WRITTEN, 0).write(out);
                    }
                    case "hang" -> Thread.sleep(Long.MAX_VALUE);
                    case "memory" -> {
                        var kept = new ArrayList<long[]>();
                        while (true) {
                            kept.add(new long[1 << 20]);
                        }
                    }
                    case "garbage" -> {
                        out.write(new byte[1_000]);
                        out.flush();
                    }
                    case "unknown word" -> new WorkbookWorker.Answer("SOMETHING", 0).write(out);
                    case "disk" -> new WorkbookWorker.Answer(WorkbookWorker.DISK_FAILED, 0).write(out);
                    default -> new WorkbookWorker.Answer(WorkbookWorker.WRITTEN, 0).write(out);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"exit", "memory", "garbage", "unknown word"})
    void isReplacedTriedOnceMoreAndThenTheFileIsRefused(String fault) throws Exception {
        try (WorkerProcess worker = faulty(LONG)) {
            assertThat(refusalOf(() -> ask(worker, fault))).isEqualTo(Refusal.READING_BROKE_OFF);
            assertThat(starts(folder)).isEqualTo(2);
            assertThat(ask(worker, "sound").outcome()).isEqualTo(WorkbookWorker.WRITTEN);
            assertThat(starts(folder)).isEqualTo(3);
        }
    }

    @Test
    void isKilledWhenItTakesTooLong() throws Exception {
        try (WorkerProcess worker = faulty(Duration.ofMillis(300))) {
            assertThat(refusalOf(() -> ask(worker, "hang"))).isEqualTo(Refusal.READING_BROKE_OFF);
            assertThat(starts(folder)).isEqualTo(2);
        }
    }

    @Test
    void mayFailOnce() throws Exception {
        try (WorkerProcess worker = faulty(LONG)) {
            assertThat(ask(worker, "exit once").outcome()).isEqualTo(WorkbookWorker.WRITTEN);
            assertThat(starts(folder)).isEqualTo(2);
        }
    }

    @Test
    void isUsedForOneFileAfterTheOther() throws Exception {
        try (WorkerProcess worker = faulty(LONG)) {
            assertThat(starts(folder)).isZero();
            for (int i = 0; i < 5; i++) {
                ask(worker, "sound");
            }
            assertThat(starts(folder)).isEqualTo(1);
        }
    }

    @Test
    void isNotBlamedForTheDisk() throws Exception {
        try (WorkerProcess worker = faulty(LONG)) {
            assertThatThrownBy(() -> ask(worker, "disk"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the scratch folder cannot be written to");
        }
    }

    @Test
    void thatDoesNotStartIsATroubleOfTheInstallation() {
        try (WorkerProcess worker = new WorkerProcess(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version"),
                folder,
                LONG)) {
            assertThatThrownBy(() -> ask(worker, "sound"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the process that reads .xls files and files with a password does not start");
        }
    }

    @Test
    void runsOutOfMemoryOverALargeFileAndTheNextOneIsRead() throws Exception {
        Path large = xls("large.xls", 30_000);
        Path small = xls("small.xls", 1);
        var scratch = new ScratchFolder(folder.resolve("scratch"));
        var worker = new WorkerProcess(
                WorkerProcess.command(DataSize.ofMegabytes(16), scratch.path()), scratch.path(), LONG);
        try (SourceWorkbooks workbooks = new SourceWorkbooks(
                Limits.DEFAULT,
                java.nio.charset.StandardCharsets.UTF_8,
                ',',
                scratch,
                Passwords.none(),
                worker,
                DataSize.ofMegabytes(10))) {
            assertThat(refusalOf(() -> workbooks.open(large, "large.xls"))).isEqualTo(Refusal.READING_BROKE_OFF);
            try (SourceWorkbook workbook = workbooks.open(small, "small.xls")) {
                assertThat(workbook.sheets()).hasSize(1);
            }
        }
    }

    @Test
    void tellsNobodyThePasswords() {
        assertThat(new WorkbookWorker.Request(WorkbookWorker.Task.CONVERT, "north.xls", "copy", 1, List.of("secret")))
                .hasToString("Request[north.xls]");
    }

    private Path xls(String name, int rows) throws IOException {
        Path file = folder.resolve(name);
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Data");
            for (int r = 0; r < rows; r++) {
                Row row = sheet.createRow(r);
                for (int c = 0; c < 20; c++) {
                    row.createCell(c).setCellValue(r * 31 + c);
                }
            }
            workbook.write(out);
        }
        return file;
    }

    private WorkerProcess faulty(Duration limit) {
        return new WorkerProcess(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaultyWorker.class.getName(),
                        folder.toString()),
                folder,
                limit);
    }

    private static WorkbookWorker.Answer ask(WorkerProcess worker, String file)
            throws UnreadableWorkbookException, IOException {
        return worker.ask(new WorkbookWorker.Request(WorkbookWorker.Task.CONVERT, file, "copy", 1_000, List.of()));
    }

    private static int starts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(file -> file.getFileName().toString().startsWith("start-"))
                    .count();
        }
    }
}
