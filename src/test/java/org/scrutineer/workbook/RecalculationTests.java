package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.TestWorkbooks.sourceWorkbooks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.workbook.Recalculation.Differing;
import org.scrutineer.workbook.Recalculation.Done;
import org.scrutineer.workbook.Recalculation.NotDone;
import org.springframework.util.unit.DataSize;

/** Results of formulas that stand in a file, against those that calculating them gives. */
@Timeout(120)
class RecalculationTests {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void tellsTheCellsWithAnotherResultAsExcelShowsThem(String name) throws Exception {
        Path file = saved(name, workbook -> {
            number(workbook, "A1", 40);
            number(workbook, "A2", 2);
            stored(workbook, "B1", "A1+A2").setCellValue(42);
            stored(workbook, "B2", "A1+A2").setCellValue(41);
            Cell share = stored(workbook, "B3", "A2/A1");
            share.setCellValue(0.5);
            share.setCellStyle(format(workbook, "0.0%"));
            Cell day = stored(workbook, "B4", "DATE(2018,12,31)");
            day.setCellValue(43_464);
            day.setCellStyle(format(workbook, "dd/mm/yyyy"));
            stored(workbook, "B5", "IF(A1>A2,\"more\",\"less\")").setCellValue("less");
            stored(workbook, "B6", "A1>A2").setCellValue(false);
            stored(workbook, "B7", "A1/0").setCellValue(7);
            stored(workbook, "B8", "IF(A1>0,\"\",A1)").setCellValue("");
        });

        assertThat(sourceWorkbooks().recalculate(file))
                .isEqualTo(new Done(
                        List.of(
                                new Differing("Data", "B2", "41", "42"),
                                new Differing("Data", "B3", "50.0%", "5.0%"),
                                new Differing("Data", "B4", "30/12/2018", "31/12/2018"),
                                new Differing("Data", "B5", "less", "more"),
                                new Differing("Data", "B6", "FALSE", "TRUE"),
                                new Differing("Data", "B7", "7", "#DIV/0!")),
                        6,
                        8,
                        0));
    }

    @ParameterizedTest(name = "{0} in a file for {1}")
    @CsvSource({
        "1.0000000001, 1, 0",
        "1.00000001, 1, 1",
        "1000000000.1, 1000000000, 0",
        "1000000100, 1000000000, 1",
        "0.0000000001, 0, 0"
    })
    void takesNumbersForTheSameThatDifferOnlyByHowTheyWereAddedUp(String inFile, String calculated, long differing)
            throws Exception {
        Path file = saved("a.xlsx", workbook -> {
            number(workbook, "A1", Double.parseDouble(calculated));
            stored(workbook, "B1", "A1").setCellValue(Double.parseDouble(inFile));
        });

        assertThat(done(file).differing()).isEqualTo(differing);
    }

    @Test
    void tellsMoreExactlyWhatWouldBeShownAlike() throws Exception {
        Path file = saved("a.xlsx", workbook -> {
            number(workbook, "A1", 12.25);
            Cell rounded = stored(workbook, "B1", "A1");
            rounded.setCellValue(12);
            rounded.setCellStyle(format(workbook, "0"));
            stored(workbook, "B2", "A1").setCellValue("12.25");
        });

        assertThat(done(file).told())
                .containsExactly(
                        new Differing("Data", "B1", "12", "12.25"), new Differing("Data", "B2", "\"12.25\"", "12.25"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "TODAY()-A1",
                "NOW()",
                "IF(TRUE,1,RAND())",
                "RANDBETWEEN(1,6)",
                "SUM(OFFSET(A1,0,0,2,1))",
                "INDIRECT(\"A1\")",
                "CELL(\"row\",A1)",
                "Today",
                "CUBEVALUE(\"a\")",
                "OWNFUNCTION(A1)",
                "[1]Costs!A1"
            })
    void leavesOutWhatItDoesNotKnowOrCannotRepeatAndWhatDependsOnIt(String formula) throws Exception {
        Path file = saved("a.xlsx", workbook -> {
            number(workbook, "A1", 40);
            Name today = workbook.createName();
            today.setNameName("Today");
            today.setRefersToFormula("TODAY()");
            ((XSSFWorkbook) workbook).linkExternalWorkbook("Costs.xlsx", new XSSFWorkbook());
            raw(workbook, "B1", formula, "41");
            raw(workbook, "B2", "B1*2", "1");
            raw(workbook, "B3", "IFERROR(B2,0)", "1");
            raw(workbook, "B4", "A1", "40");
        });

        assertThat(sourceWorkbooks().recalculate(file)).isEqualTo(new Done(List.of(), 0, 1, 3));
    }

    @Test
    void leavesOutWhatDependsOnItself() throws Exception {
        Path file = saved("a.xlsx", workbook -> {
            stored(workbook, "B1", "B1+1").setCellValue(41);
            stored(workbook, "B2", "B1*2").setCellValue(1);
        });

        assertThat(sourceWorkbooks().recalculate(file)).isEqualTo(new Done(List.of(), 0, 0, 2));
    }

    @Test
    void leavesOutWhatHasNoResultInTheFile() throws Exception {
        Path file = saved("a.xlsx", workbook -> {
            number(workbook, "A1", 40);
            stored(workbook, "B1", "A1");
        });

        assertThat(sourceWorkbooks().recalculate(file)).isEqualTo(new Done(List.of(), 0, 0, 1));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a.xlsx", "a.xls"})
    void ofDaysCountedFrom1904OnlyTheSumsAreCompared(String name) throws Exception {
        Path file = saved(name, workbook -> {
            if (workbook instanceof XSSFWorkbook today) {
                today.getCTWorkbook().getWorkbookPr().setDate1904(true);
            } else {
                ((HSSFWorkbook) workbook)
                        .getInternalWorkbook().getRecords().stream()
                                .filter(DateWindow1904Record.class::isInstance)
                                .forEach(record -> ((DateWindow1904Record) record).setWindowing((short) 1));
            }
            number(workbook, "A1", 42_003);
            Cell next = stored(workbook, "B1", "A1+1");
            next.setCellValue(42_003);
            next.setCellStyle(format(workbook, "dd/mm/yyyy"));
            stored(workbook, "B2", "YEAR(A1)").setCellValue(2018);
            stored(workbook, "B3", "DATE(2018,12,31)").setCellValue(42_003);
        });

        assertThat(sourceWorkbooks().recalculate(file))
                .isEqualTo(new Done(List.of(new Differing("Data", "B1", "31/12/2018", "01/01/2019")), 1, 1, 2));
    }

    @Test
    void opensAWorkbookUnderAPasswordAsItsReaderDoes() throws Exception {
        Path open = saved("open.xlsx", workbook -> stored(workbook, "A1", "1+1").setCellValue(3));
        Path locked = folder.resolve("locked.xlsx");
        try (var compound = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret of north");
            try (OutputStream out = encryptor.getDataStream(compound)) {
                Files.copy(open, out);
            }
            try (OutputStream out = Files.newOutputStream(locked)) {
                compound.writeFilesystem(out);
            }
        }

        try (SourceWorkbooks workbooks = TestWorkbooks.withPasswords(Map.of("north", "secret of north"))) {
            assertThat(workbooks.recalculate(locked))
                    .isEqualTo(new Done(List.of(new Differing("Data", "A1", "3", "2")), 1, 1, 0));
        }
        assertThat(sourceWorkbooks().recalculate(locked))
                .isEqualTo(new NotDone("it is of a kind that we can read but not recalculate"));
    }

    @Test
    void countsAllButTellsTwoHundred() throws Exception {
        Path file = saved("a.xlsx", workbook -> {
            for (int row = 1; row <= 250; row++) {
                stored(workbook, "A" + row, "1+1").setCellValue(3);
            }
        });

        Done done = done(file);

        assertThat(done.differing()).isEqualTo(250);
        assertThat(done.told()).hasSize(200);
        assertThat(done.told().get(199).cell()).isEqualTo("A200");
    }

    @Test
    void followsALongRunOfFormulasFromItsEnd() throws Exception {
        int rows = 20_000;
        Path file = saved("a.xlsx", workbook -> {
            for (int row = 1; row < rows; row++) {
                stored(workbook, "A" + row, "A" + (row + 1) + "+1").setCellValue(rows - row + 1);
            }
            number(workbook, "A" + rows, 1);
        });

        assertThat(sourceWorkbooks().recalculate(file)).isEqualTo(new Done(List.of(), 0, rows - 1, 0));
    }

    @Test
    void spendsNoTimeOnALongRunOfFormulasWhoseBeginningIsLeftOut() throws Exception {
        int rows = 20_000;
        Path file = saved("a.xlsx", workbook -> {
            stored(workbook, "A1", "TODAY()").setCellValue(1);
            for (int row = 2; row <= rows; row++) {
                stored(workbook, "A" + row, "A" + (row - 1) + "+1").setCellValue(row);
            }
        });

        assertThat(sourceWorkbooks().recalculate(file)).isEqualTo(new Done(List.of(), 0, 0, rows));
    }

    @Test
    void isNotDoneForAFileThatIsTooLarge() throws Exception {
        Path file = Files.write(folder.resolve("large.xlsx"), new byte[(1 << 20) + 1]);

        try (SourceWorkbooks workbooks =
                with(new WorkerProcess(List.of("no such program"), folder, Duration.ofMinutes(1)))) {
            assertThat(workbooks.recalculate(file)).isEqualTo(new NotDone("it is too large for that (at most 1 MB)"));
        }
    }

    @Test
    void isNotDoneWhereNoProcessCanBeStarted() throws Exception {
        Path file = saved("a.xlsx", workbook -> stored(workbook, "A1", "1+1").setCellValue(3));

        try (SourceWorkbooks workbooks =
                with(new WorkerProcess(List.of("no such program"), folder, Duration.ofMinutes(1)))) {
            assertThat(workbooks.recalculate(file))
                    .isEqualTo(new NotDone("the process that does so could not be used"));
        }
    }

    @Test
    @Tag("long")
    void isNotDoneWhereItTakesTooMuchAndTheNextFileIs() throws Exception {
        Path large = saved("large.xlsx", workbook -> {
            for (int row = 1; row <= 20_000; row++) {
                cell(workbook, "A" + row).setCellValue(row + "x".repeat(2_000));
            }
        });
        Path small =
                saved("small.xlsx", workbook -> stored(workbook, "A1", "1+1").setCellValue(3));
        Path scratch = folder.resolve("scratch");

        try (SourceWorkbooks workbooks = with(new WorkerProcess(
                WorkerProcess.command(DataSize.ofMegabytes(32), scratch), scratch, Duration.ofMinutes(1)))) {
            assertThat(workbooks.recalculate(large))
                    .isEqualTo(new NotDone("it takes more time or memory than is allowed for that"));
            assertThat(workbooks.recalculate(small))
                    .isEqualTo(new Done(List.of(new Differing("Data", "A1", "3", "2")), 1, 1, 0));
        }
        assertThat(scratch).isEmptyDirectory();
    }

    private SourceWorkbooks with(WorkerProcess worker) {
        return new SourceWorkbooks(
                Limits.DEFAULT,
                StandardCharsets.UTF_8,
                ',',
                new ScratchFolder(folder.resolve("scratch")),
                Passwords.none(),
                worker,
                DataSize.ofMegabytes(1));
    }

    private static Done done(Path file) {
        return (Done) sourceWorkbooks().recalculate(file);
    }

    private Path saved(String name, Consumer<Workbook> filled) throws IOException {
        Path file = folder.resolve(name);
        try (Workbook workbook = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("Data");
            filled.accept(workbook);
            workbook.write(out);
        }
        return file;
    }

    private static void number(Workbook workbook, String address, double value) {
        cell(workbook, address).setCellValue(value);
    }

    /** A cell with a formula; what is then set is its result in the file. */
    private static Cell stored(Workbook workbook, String address, String formula) {
        Cell cell = cell(workbook, address);
        cell.setCellFormula(formula);
        return cell;
    }

    /** One whose formula POI need not know. */
    private static void raw(Workbook workbook, String address, String formula, String result) {
        var cell = ((XSSFCell) cell(workbook, address)).getCTCell();
        cell.addNewF().setStringValue(formula);
        cell.setV(result);
    }

    private static Cell cell(Workbook workbook, String address) {
        var place = new CellAddress(address);
        Row row = workbook.getSheetAt(0).getRow(place.getRow());
        if (row == null) {
            row = workbook.getSheetAt(0).createRow(place.getRow());
        }
        return row.createCell(place.getColumn());
    }

    private static CellStyle format(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }
}
