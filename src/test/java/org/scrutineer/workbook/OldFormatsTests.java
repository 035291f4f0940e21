package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.RawWorkbook.cells;
import static org.scrutineer.workbook.RawWorkbook.rawWorkbook;
import static org.scrutineer.workbook.Refusals.refusalOf;
import static org.scrutineer.workbook.TestWorkbooks.sourceWorkbooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks of Excel 97 to 2003, and workbooks under a password. */
class OldFormatsTests {

    private static final SourceWorkbooks WITH_PASSWORDS =
            TestWorkbooks.withPasswords(Map.of("north", "secret of north", "south", "geheim \u00fc \\ #"));

    @TempDir
    Path folder;

    @ParameterizedTest(name = "from 1904: {0}")
    @ValueSource(booleans = {false, true})
    void tellTheSameAsAWorkbookOfToday(boolean from1904) throws Exception {
        Path old = folder.resolve("old.xls");
        Path today = folder.resolve("today.xlsx");
        HSSFWorkbook hssf = new HSSFWorkbook();
        hssf.getInternalWorkbook().getRecords().stream()
                .filter(DateWindow1904Record.class::isInstance)
                .forEach(record -> ((DateWindow1904Record) record).setWindowing((short) (from1904 ? 1 : 0)));
        XSSFWorkbook xssf = new XSSFWorkbook();
        xssf.getCTWorkbook().addNewWorkbookPr().setDate1904(from1904);
        save(hssf, old);
        save(xssf, today);

        try (SourceWorkbook first = sourceWorkbooks().open(old, "old.xls");
                SourceWorkbook second = sourceWorkbooks().open(today, "today.xlsx")) {
            assertThat(first.sheets())
                    .isEqualTo(second.sheets())
                    .containsExactly(
                            new SourceSheet(0, "Data & more", false),
                            new SourceSheet(1, "Hidden", true),
                            new SourceSheet(2, "Very hidden", true));
            RecordedCells told = RecordedCells.of(first, first.sheets().get(0));
            assertThat(told.events())
                    .isEqualTo(RecordedCells.of(second, second.sheets().get(0)).events())
                    .hasSizeGreaterThan(60);
            assertThat(told.facts())
                    .isEqualTo(new SheetFacts(
                            List.of(new SheetFacts.Columns(3, 4), new SheetFacts.Columns(256, 256)),
                            List.of("A1:B1"),
                            "A2:K60"));
        }
    }

    /** The same cells into whichever kind of workbook. */
    private static void save(Workbook workbook, Path file) throws IOException {
        Sheet sheet = workbook.createSheet("Data & more");
        workbook.createSheet("Hidden");
        workbook.createSheet("Very hidden");
        workbook.setSheetHidden(1, true);
        workbook.setSheetVisibility(2, org.apache.poi.ss.usermodel.SheetVisibility.VERY_HIDDEN);
        String[] formats = {"General", "dd/mm/yyyy", "h:mm", "[h]:mm", "d mmm yy;@", "0 \"days\"", "0.00"};
        CellStyle[] styles = new CellStyle[formats.length];
        for (int i = 0; i < formats.length; i++) {
            styles[i] = workbook.createCellStyle();
            styles[i].setDataFormat(workbook.createDataFormat().getFormat(formats[i]));
        }
        String[] texts = {"North", " blank ", "=1+1", "Zo\u00eb \u0141uczak", "two\nlines", "n/a", "<&>", "\ud83d\ude00"
        };
        Random random = new Random(4);
        for (int r = 0; r < 60; r += 1 + random.nextInt(2)) {
            Row row = sheet.createRow(r);
            row.setZeroHeight(random.nextInt(8) == 0);
            for (int c = 0; c < 10; c += 1 + random.nextInt(3)) {
                Cell cell = row.createCell(c);
                switch (random.nextInt(8)) {
                    case 0 -> cell.setCellValue(texts[random.nextInt(texts.length)]);
                    case 1 -> cell.setCellValue(random.nextGaussian() * 1e9);
                    case 2 -> cell.setCellValue(random.nextBoolean());
                    case 3 -> cell.setCellErrorValue(FormulaError.values()[1 + random.nextInt(7)].getCode());
                    case 4 -> cell.setBlank();
                    case 5 -> {
                        cell.setCellFormula("A1&\"[x]\"");
                        // POI does not escape the results of formulas as Excel does.
                        cell.setCellValue(texts[random.nextInt(5)]);
                    }
                    case 6 -> {
                        cell.setCellFormula("1+1");
                        cell.setCellValue(2);
                    }
                    default -> {
                        cell.setCellValue(61 + random.nextInt(40_000) + random.nextInt(86_400) / 86_400.0);
                        cell.setCellStyle(styles[random.nextInt(styles.length)]);
                    }
                }
            }
        }
        sheet.setColumnHidden(2, true);
        sheet.setColumnHidden(3, true);
        sheet.setColumnHidden(255, true);
        sheet.addMergedRegion(CellRangeAddress.valueOf("A1:B1"));
        sheet.setAutoFilter(CellRangeAddress.valueOf("A2:K60"));
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    @Test
    void tellValuesFromAnotherWorkbook() throws Exception {
        Path file = folder.resolve("linked.xls");
        try (HSSFWorkbook other = new HSSFWorkbook();
                HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            other.createSheet("Sums").createRow(0).createCell(0).setCellValue(7);
            workbook.linkExternalWorkbook("other.xls", other);
            Row row = workbook.createSheet("Data").createRow(0);
            row.createCell(0).setCellValue("_x0041_ as typed");
            Cell cell = row.createCell(1);
            cell.setCellFormula("[other.xls]Sums!A1");
            cell.setCellValue(7);
            workbook.write(out);
        }

        try (SourceWorkbook workbook = sourceWorkbooks().open(file, "linked.xls")) {
            assertThat(RecordedCells.of(workbook, workbook.sheets().get(0)).events())
                    .containsExactly(
                            "row 1", "A1 text \"_x0041_ as typed\"", "B1 from another workbook", "B1 number 7.0");
        }
    }

    @Test
    void areHeldToTheLimitsOfAllWorkbooks() throws Exception {
        Path file = folder.resolve("wide.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Data");
            for (int i = 0; i <= 10_000; i++) {
                sheet.addMergedRegionUnsafe(new CellRangeAddress(i, i, 0, 1));
            }
            workbook.write(out);
        }

        assertThat(refusalOf(() -> read(sourceWorkbooks(), file))).isEqualTo(Refusal.TOO_MANY_MERGED);
    }

    @Test
    void areRefusedWhereverTheyAreCutOffOrChangedButNeverBreakAnything() throws Exception {
        Path whole = folder.resolve("whole.xls");
        save(new HSSFWorkbook(), whole);
        byte[] bytes = Files.readAllBytes(whole);
        Random random = new Random(7);
        Path file = folder.resolve("damaged.xls");
        for (int i = 0; i < Integer.getInteger("mutations", 300) / 8; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(bytes, 8 + random.nextInt(bytes.length - 8)) : bytes.clone();
            for (int hits = random.nextInt(20); i % 2 == 1 && hits >= 0; hits--) {
                damaged[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                read(sourceWorkbooks(), file);
            } catch (UnreadableWorkbookException e) {
                assertThat(e.refusal())
                        .isIn(
                                Refusal.DAMAGED,
                                Refusal.SUSPICIOUS,
                                Refusal.NOT_A_WORKBOOK,
                                Refusal.ENCRYPTED,
                                Refusal.EARLY_FORMAT,
                                Refusal.READING_BROKE_OFF);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = EncryptionMode.class,
            names = {"agile", "standard"})
    void openWithThePasswordOfATeam(EncryptionMode mode) throws Exception {
        Path file =
                encrypted(mode, "geheim \u00fc \\ #", cells("<c><v>42</v></c>").bytes());

        try (SourceWorkbook workbook = WITH_PASSWORDS.open(file, "received.xlsx")) {
            assertThat(RecordedCells.cellsOf(workbook, workbook.sheets().get(0)))
                    .containsExactly("A1 number 42.0");
            assertThat(workbook.passwordOf()).isEqualTo("south");
        }
    }

    @Test
    void openWithThePasswordThatExcelItselfPutsOnThem() throws Exception {
        Path file = encrypted(
                EncryptionMode.agile,
                Decryptor.DEFAULT_PASSWORD,
                cells("<c><v>42</v></c>").bytes());

        try (SourceWorkbook workbook = sourceWorkbooks().open(file, "received.xlsx")) {
            assertThat(RecordedCells.cellsOf(workbook, workbook.sheets().get(0)))
                    .containsExactly("A1 number 42.0");
            assertThat(workbook.passwordOf()).isNull();
        }
    }

    @Test
    void stayShutWithoutTheirPassword() throws Exception {
        Path file = encrypted(EncryptionMode.agile, "another", cells("").bytes());

        assertThat(refusalOf(() -> read(sourceWorkbooks(), file))).isEqualTo(Refusal.ENCRYPTED);
        assertThat(refusalOf(() -> read(WITH_PASSWORDS, file))).isEqualTo(Refusal.ENCRYPTED);
    }

    @Test
    void areCheckedOnceMoreWhenDecrypted() throws Exception {
        byte[] twins = cells("")
                .part("XL/Workbook.XML", "<x/>")
                .part("xl/workbook.xml", "<x/>")
                .bytes();
        byte[] bomb = cells("").part("xl/media/a.bin", new byte[5_000_000]).bytes();
        byte[] binary = rawWorkbook().part("xl/workbook.bin", new byte[1]).bytes();

        assertThat(refusalOf(() -> read(sourceWorkbooks(), excels(twins)))).isEqualTo(Refusal.SUSPICIOUS);
        assertThat(refusalOf(() -> read(sourceWorkbooks(), excels(bomb)))).isEqualTo(Refusal.INFLATED);
        assertThat(refusalOf(() -> read(sourceWorkbooks(), excels(binary)))).isEqualTo(Refusal.BINARY_FORMAT);
        assertThat(refusalOf(() -> read(sourceWorkbooks(), excels(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))))
                .isEqualTo(Refusal.NOT_A_WORKBOOK);
    }

    @Test
    void ofTheOldFormatOpenWithAPasswordToo() throws Exception {
        Path file = folder.resolve("old.xls");
        Biff8EncryptionKey.setCurrentUserPassword("secret of north");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("Data").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        try (SourceWorkbook workbook = WITH_PASSWORDS.open(file, "old.xls")) {
            assertThat(RecordedCells.cellsOf(workbook, workbook.sheets().get(0)))
                    .containsExactly("A1 text \"x\"");
            assertThat(workbook.passwordOf()).isEqualTo("north");
        }
        assertThat(refusalOf(() -> read(sourceWorkbooks(), file))).isEqualTo(Refusal.ENCRYPTED);
    }

    @Test
    void leaveNothingBehindInTheScratchFolder() throws Exception {
        Path scratch = TestWorkbooks.scratch();
        Path left = Files.writeString(scratch.resolve("reading-1.tmp"), "of a process that was killed");
        Path file = encrypted(
                EncryptionMode.agile,
                Decryptor.DEFAULT_PASSWORD,
                cells("<c><v>42</v></c>").bytes());
        Path damaged = Files.write(folder.resolve("damaged.xls"), Arrays.copyOf(Files.readAllBytes(file), 2_048));

        try (SourceWorkbooks workbooks = SourceWorkbooks.of(TestWorkbooks.settings(scratch), Passwords.none())) {
            try (SourceWorkbook workbook = workbooks.open(file, "received.xlsx")) {
                assertThat(left).doesNotExist();
                assertThat(scratch)
                        .isDirectoryContaining(
                                copy -> copy.getFileName().toString().startsWith("reading-"));
            }
            refusalOf(() -> read(workbooks, damaged));
            try (Stream<Path> files = Files.list(scratch)) {
                assertThat(files).isEmpty();
            }
        }
    }

    private Path excels(byte[] content) throws Exception {
        return encrypted(EncryptionMode.agile, Decryptor.DEFAULT_PASSWORD, content);
    }

    private Path encrypted(EncryptionMode mode, String password, byte[] content) throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(content);
            }
            file.writeFilesystem(bytes);
            return Files.write(folder.resolve("encrypted.xlsx"), bytes.toByteArray());
        }
    }

    private static void read(SourceWorkbooks workbooks, Path file) throws UnreadableWorkbookException, IOException {
        try (SourceWorkbook workbook = workbooks.open(file, "received.xls")) {
            for (SourceSheet sheet : workbook.sheets()) {
                workbook.read(sheet, new IgnoredCells());
            }
        }
    }
}
