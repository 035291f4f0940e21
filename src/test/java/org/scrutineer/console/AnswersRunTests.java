package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What teams get back from a run, what becomes of it when they send it in again, and the check folder. */
class AnswersRunTests {

    private static final String SAMPLE = "2021-12/CIC2_2021-12.xlsx";
    private static final String ANSWER = "teams/children-in-care-2/2021-12/CIC2_2021-12 - what to correct.xlsx";

    @TempDir
    Path folder;

    private Installation received(String... samples) {
        return Installation.afterRunWithoutFiguresOf(folder, samples);
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** Opens a workbook, changes it, and saves it elsewhere, as a team does. */
    private static void saved(Path from, Path to, Consumer<XSSFWorkbook> change) throws IOException {
        try (XSSFWorkbook workbook = open(from)) {
            change.accept(workbook);
            Files.createDirectories(to.getParent());
            try (OutputStream out = Files.newOutputStream(to)) {
                workbook.write(out);
            }
        }
    }

    private static List<List<String>> texts(XSSFSheet sheet) {
        var format = new DataFormatter(java.util.Locale.UK);
        var rows = new ArrayList<List<String>>();
        for (Row row : sheet) {
            var cells = new ArrayList<String>();
            row.forEach(cell -> cells.add(format.formatCellValue(cell)));
            rows.add(cells);
        }
        return rows;
    }

    private static Cell cell(XSSFWorkbook workbook, String sheet, String address) {
        var place = new CellAddress(address);
        Row row = workbook.getSheet(sheet).getRow(place.getRow());
        Cell cell = row.getCell(place.getColumn());
        return cell == null ? row.createCell(place.getColumn()) : cell;
    }

    /** The row of the list whose cell under "Cell" is this one. */
    private static Row listed(XSSFWorkbook workbook, String cell) {
        for (Row row : workbook.getSheet("What to correct")) {
            if (row.getCell(2) != null && row.getCell(2).getStringCellValue().equals(cell)) {
                return row;
            }
        }
        throw new AssertionError("nothing listed at " + cell);
    }

    @Test
    void aTeamGetsItsWorkbookBackWithEachCellListedAndMarked() throws IOException {
        Installation installation = received(SAMPLE);

        try (XSSFWorkbook workbook = open(installation.output().resolve(ANSWER))) {
            assertThat(texts(workbook.getSheet("What to correct")))
                    .startsWith(
                            List.of("What to correct"),
                            List.of(
                                    "CIC2_2021-12.xlsx: Team performance return of Children in Care Team 2 for December 2021,"
                                            + " prepared on " + preparedOn(workbook) + "."))
                    .contains(
                            List.of(
                                    "Severity",
                                    "Sheet",
                                    "Cell",
                                    "Found",
                                    "Expected",
                                    "What to do",
                                    "Your answer, if it is right",
                                    "Rule"),
                            List.of(
                                    "Row kept out",
                                    "Children in care",
                                    "B16",
                                    "not yet known",
                                    "A date such as 31/12/2018",
                                    "Type the date as day/month/year.",
                                    "",
                                    "date-expected"));
            XSSFSheet sheet = workbook.getSheet("Children in care");
            assertThat(sheet.getCellComment(new CellAddress("B16")).getString().getString())
                    .isEqualTo("To correct (Scrutineer)\nRow kept out: found \"not yet known\"; expected a date such as"
                            + " 31/12/2018. Type the date as day/month/year.");
            assertThat(listed(workbook, "B16").getCell(2).getHyperlink().getAddress())
                    .isEqualTo("'Children in care'!B16");
        }
    }

    private static String preparedOn(XSSFWorkbook workbook) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM uuuu", java.util.Locale.ENGLISH)
                .format(preparedOn(workbook, 6));
    }

    private static java.time.LocalDate preparedOn(XSSFWorkbook workbook, int row) {
        Cell cell = workbook.getSheet("Return").getRow(row - 1).getCell(1);
        return cell.getLocalDateTimeCellValue().toLocalDate();
    }

    @Test
    void nobodyButTheOwnerMayLookIntoTheFoldersOfTeams() throws IOException {
        Installation installation = received(SAMPLE);

        try (Stream<Path> all = Files.walk(installation.output().resolve("teams"))) {
            assertThat(all.filter(Files::isDirectory))
                    .isNotEmpty()
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rwx------"));
        }
    }

    @Test
    void aReturnWithNothingToCorrectGetsAReceipt() throws IOException {
        Installation installation = received("2018-12/FRT2 Dec 18 CORRECTED.xlsx");

        try (XSSFWorkbook receipt = open(
                installation.output().resolve("teams/first-response-2/2018-12/FRT2 Dec 18 CORRECTED - receipt.xlsx"))) {
            assertThat(receipt.getNumberOfSheets()).isEqualTo(2);
            assertThat(texts(receipt.getSheet("What to correct")))
                    .startsWith(List.of("Nothing to correct"))
                    .contains(List.of("The return is accepted, and every row counts."));
        }
    }

    @Test
    void aFileNobodyCanTellTheReturnOfIsAnsweredToo() throws IOException {
        Installation installation = Installation.withoutFigures(folder);
        Files.writeString(installation.input().resolve("notes.xls"), "Dear all");

        installation.command("run");

        try (XSSFWorkbook answer =
                open(installation.output().resolve("teams/unrecognised/notes - what to correct.xlsx"))) {
            assertThat(texts(answer.getSheet("What to correct")))
                    .contains(
                            List.of("notes.xls: we cannot tell whose return this is, or for which period."),
                            List.of("The return is refused: nothing of it counts until it is corrected."));
        }
    }

    @Test
    void correctedInPlaceAndSentBackAsItIsItIsAccepted() throws IOException, SQLException {
        Installation installation = received(SAMPLE);
        saved(installation.output().resolve(ANSWER), installation.input().resolve("back.xlsx"), workbook -> {
            cell(workbook, "Children in care", "B16").setCellValue(java.time.LocalDate.of(2020, 3, 2));
            cell(workbook, "Return", "B6").setCellValue(preparedOn(workbook, 6).plusDays(3));
            Row other = anotherRow(workbook);
            other.getCell(6).setCellValue("The case system says so.");
        });

        Installation.Answer answer = installation.command("run");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .contains("back.xlsx: accepted with findings")
                .doesNotContain("What to correct")
                .contains("1 superseded by a newer one");
        assertThat(query(
                        installation,
                        "select count(*) from finding where sheet in ('What to correct',"
                                + " 'How we read your file')"))
                .isEqualTo("0");
        assertThat(query(installation, "select answer from answer")).isEqualTo("The case system says so.");
        try (XSSFWorkbook again =
                open(installation.output().resolve("teams/children-in-care-2/2021-12/back - what to correct.xlsx"))) {
            assertThat(again.getSheetName(0)).isEqualTo("What to correct");
            assertThat(again.getSheetName(2)).isEqualTo("Return");
            assertThat(anotherRow(again).getCell(6).getStringCellValue()).isEqualTo("Still wrong");
            assertThat(anotherRow(again).getCell(7).getStringCellValue()).isEqualTo("The case system says so.");
            assertThat(again.getSheet("Children in care").getCellComment(new CellAddress("B16")))
                    .isNull();
        }
    }

    /** A row of the list that asks for something, other than that of B16. */
    private static Row anotherRow(XSSFWorkbook workbook) {
        for (Row row : workbook.getSheet("What to correct")) {
            if (row.getCell(0).getStringCellValue().equals("Row kept out")
                    && !row.getCell(2).getStringCellValue().equals("B16")) {
                return row;
            }
        }
        throw new AssertionError("only one thing is listed");
    }

    private static String query(Installation installation, String sql) throws SQLException {
        String ledger =
                "jdbc:h2:file:" + installation.output().toAbsolutePath() + "/ledger/scrutineer;AUTO_SERVER=TRUE";
        try (var connection = DriverManager.getConnection(ledger);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    @Test
    void anotherAttemptUnderTheSameNameGetsAnAnswerOfItsOwn() throws IOException {
        Installation installation = received(SAMPLE);
        byte[] first = Files.readAllBytes(installation.output().resolve(ANSWER));
        saved(
                installation.input().resolve(SAMPLE),
                installation.input().resolve("later/CIC2_2021-12.xlsx"),
                workbook -> cell(workbook, "Return", "B6")
                        .setCellValue(preparedOn(workbook, 6).plusDays(1)));

        installation.command("run");

        assertThat(Installation.files(installation.output().resolve("teams/children-in-care-2")))
                .containsOnlyKeys(
                        "2021-12/CIC2_2021-12 - what to correct.xlsx",
                        "2021-12/CIC2_2021-12 - what to correct (2).xlsx")
                .containsEntry("2021-12/CIC2_2021-12 - what to correct.xlsx", first);
    }

    @Test
    void anAnswerCutOffBeforeTheLedgerKnewOfItIsWrittenAgainWithTheSameBytes() throws IOException, SQLException {
        Installation installation = received(SAMPLE);
        Map<String, byte[]> before = Installation.files(installation.output().resolve("teams"));
        Files.write(installation.output().resolve(ANSWER), new byte[] {1});
        execute(installation, "delete from answered_return");
        execute(installation, "update run set state = 'started', finished_at = null");
        execute(installation, "update batch_step_execution set status = 'FAILED' where step_name = 'answerTeams'");
        execute(installation, "update batch_job_execution set status = 'FAILED', exit_code = 'FAILED'");

        assertThat(installation.command("run").exitCode()).isZero();

        assertThat(Installation.files(installation.output().resolve("teams"))).containsExactlyEntriesOf(before);
    }

    private static void execute(Installation installation, String sql) throws SQLException {
        String ledger =
                "jdbc:h2:file:" + installation.output().toAbsolutePath() + "/ledger/scrutineer;AUTO_SERVER=TRUE";
        try (var connection = DriverManager.getConnection(ledger);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Test
    void aFileInTheCheckFolderIsAnsweredBesideItOnceAndNotReceived() throws IOException {
        Installation installation = Installation.withoutFigures(folder);
        Path check = Files.createDirectories(installation.input().resolve("check"));
        Files.copy(Path.of("input").resolve(SAMPLE), check.resolve("draft.xlsx"));

        Installation.Answer first = installation.command("run");
        Installation.Answer second = installation.command("run");

        assertThat(first.out())
                .contains("0 files in the input folder")
                .contains("Only checked, and answered beside the file")
                .contains("draft - what to correct.xlsx");
        assertThat(second.out()).doesNotContain("Only checked");
        assertThat(Installation.files(check)).containsOnlyKeys("draft.xlsx", "draft - what to correct.xlsx");
        assertThat(installation.output().resolve("archive"))
                .satisfiesAnyOf(
                        archive -> assertThat(archive).doesNotExist(),
                        archive -> assertThat(Installation.files(archive))
                                .allSatisfy((name, bytes) -> assertThat(name).startsWith("catalogue-")));
        try (XSSFWorkbook answer = open(check.resolve("draft - what to correct.xlsx"))) {
            assertThat(texts(answer.getSheet("What to correct")))
                    .contains(List.of("This was only a check. If the file were sent as it is: The return is accepted,"
                            + " but 11 rows are kept out until corrected."));
        }
    }

    @Test
    void anAnswerThatWasCorrectedAndSavedIsCheckedAgain() throws IOException {
        Installation installation = Installation.withoutFigures(folder);
        Path check = Files.createDirectories(installation.input().resolve("check"));
        Files.copy(Path.of("input").resolve(SAMPLE), check.resolve("draft.xlsx"));
        installation.command("run");
        Path answer = check.resolve("draft - what to correct.xlsx");

        saved(
                answer,
                answer,
                workbook -> cell(workbook, "Children in care", "B16").setCellValue(java.time.LocalDate.of(2020, 3, 2)));
        installation.command("run");
        Installation.Answer third = installation.command("run");

        assertThat(third.out()).doesNotContain("Only checked");
        assertThat(Installation.files(check))
                .containsOnlyKeys("draft.xlsx", "draft - what to correct.xlsx", "draft - what to correct (2).xlsx");
        try (XSSFWorkbook second = open(check.resolve("draft - what to correct (2).xlsx"))) {
            assertThat(second.getNumberOfSheets()).isEqualTo(open(answer).getNumberOfSheets());
            assertThat(texts(second.getSheet("What to correct")))
                    .contains(List.of("This was only a check. If the file were sent as it is: The return is accepted,"
                            + " but 10 rows are kept out until corrected."));
        }
    }

    @Test
    void aFileInTheCheckFolderThatIsStillBeingCopiedIsLeftForTheNextStart() throws IOException {
        Installation installation = Installation.withoutFigures(folder);
        Path check = Files.createDirectories(installation.input().resolve("check"));
        byte[] whole = Files.readAllBytes(Path.of("input").resolve(SAMPLE));
        Files.write(check.resolve("draft.xlsx"), Arrays.copyOf(whole, whole.length / 2));

        Installation.Answer first = installation.command("run");

        assertThat(first.exitCode()).isZero();
        assertThat(first.out())
                .contains("still arriving, and is looked at again by the next start: check/draft.xlsx")
                .doesNotContain("Only checked");
        assertThat(Installation.files(check)).containsOnlyKeys("draft.xlsx");
        Files.write(check.resolve("draft.xlsx"), whole);
        installation.command("run");
        assertThat(Installation.files(check)).containsOnlyKeys("draft.xlsx", "draft - what to correct.xlsx");
    }

    /** Whoever may write everywhere cannot write what has too long a name. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aCheckFolderThatCannotBeWrittenToIsToldAndStopsNothing() throws IOException {
        Installation installation = Installation.withoutFigures(folder).receiving("2018-12/FRT2 Dec 18 CORRECTED.xlsx");
        Path deep = Files.createDirectories(installation.input().resolve("check"));
        int longest = 4_095 - "/draft.xlsx".length();
        while (length(deep) < longest) {
            int left = longest - length(deep) - 1;
            deep = Files.createDirectory(deep.resolve("d".repeat(left > 250 ? 200 : Math.max(1, left))));
        }
        Files.copy(Path.of("input").resolve(SAMPLE), deep.resolve("draft.xlsx"));

        Installation.Answer answer = installation.command("run");

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .contains("in a folder that could not be written to, so that it was not answered; it is tried again by"
                        + " the next start: check/ddd")
                .contains("FRT2 Dec 18 CORRECTED.xlsx: accepted")
                .doesNotContain("Only checked");
        assertThat(Installation.files(deep)).containsOnlyKeys("draft.xlsx");
    }

    private static int length(Path path) {
        return path.toAbsolutePath().toString().length();
    }

    @Test
    void aResultThatCalculatingItAgainDoesNotGiveIsToldAndChangesNothing() throws IOException {
        Installation installation = Installation.withoutFigures(folder);
        saved(Path.of("input").resolve(SAMPLE), installation.input().resolve("stale.xlsx"), workbook -> {
            Cell stale = cell(workbook, "Children in care", "B14");
            stale.setCellFormula("DATE(2021,3,1)+8");
            stale.setCellValue(44_263);
            Cell volatileOne = cell(workbook, "Children in care", "B15");
            volatileOne.setCellFormula("TODAY()-1000");
            volatileOne.setCellValue(43_315);
        });

        Installation.Answer answer = installation.command("run");

        assertThat(answer.out()).contains("stale.xlsx: accepted with findings");
        try (XSSFWorkbook workbook =
                open(installation.output().resolve("teams/children-in-care-2/2021-12/stale - what to correct.xlsx"))) {
            assertThat(texts(workbook.getSheet("How we read your file")))
                    .containsSequence(
                            List.of("Formulas: 1 cell recalculated, 1 cell gives another result than the file's;"
                                    + " 1 cell not recalculated"),
                            List.of("Sheet", "Cell", "Stored in the file", "Recalculated"),
                            List.of("Children in care", "B14", "08-Mar-21", "09-Mar-21"));
            assertThat(texts(workbook.getSheet("What to correct")))
                    .noneMatch(row -> row.contains("B14") || row.contains("B15"));
        }
    }

    @Test
    void checkWritesTheMarkedWorkbookIntoAFolder() {
        Installation installation = Installation.withSampleReturns(folder);

        Installation.Answer answer = installation.command(
                "check", "input/" + SAMPLE, "--marked", folder.resolve("marked").toString());

        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("what would go back: ");
        assertThat(Installation.files(folder.resolve("marked")))
                .containsOnlyKeys("CIC2_2021-12 - what to correct.xlsx");
        assertThat(installation.output()).doesNotExist();
    }
}
