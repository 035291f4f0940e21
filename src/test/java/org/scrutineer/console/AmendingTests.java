package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.TestWorkbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lists of amendments and of rows to be left out do, from the command to the published figure. */
class AmendingTests {

    private static final String FIRST = "2018-12/FRT2 Dec 18.xlsx";
    private static final String CORRECTED = "2018-12/FRT2 Dec 18 CORRECTED.xlsx";
    private static final LocalDateTime MONTH = LocalDateTime.of(2018, 12, 1, 0, 0);

    @TempDir
    Path folder;

    private Installation installation;

    /** The rows of assessments authorised in the month without the child having been seen, told by "N". */
    private List<Row> notSeen;

    private record Row(int number, String child) {

        String cell(String column) {
            return column + number;
        }
    }

    @BeforeEach
    void runOnce() throws IOException {
        notSeen = notSeen();
        installation = Installation.afterRunOf(folder, FIRST);
    }

    private static List<Row> notSeen() throws IOException {
        var rows = new ArrayList<Row>();
        try (var in = Files.newInputStream(Path.of("input").resolve(FIRST));
                var workbook = new XSSFWorkbook(in)) {
            XSSFSheet sheet = workbook.getSheet("Single assessments");
            for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                XSSFCell authorised = sheet.getRow(row).getCell(2);
                XSSFCell seen = sheet.getRow(row).getCell(3);
                if (authorised != null
                        && seen != null
                        && authorised.getCellType() == CellType.NUMERIC
                        && !authorised.getLocalDateTimeCellValue().isBefore(MONTH)
                        && seen.getStringCellValue().equals("N")) {
                    rows.add(new Row(row + 1, sheet.getRow(row).getCell(0).getStringCellValue()));
                }
            }
        }
        return rows;
    }

    /** The same with a cell amended and a second run. */
    private Installation.AfterRun amendedAndRun() {
        return Installation.afterRun(folder.resolve("amended"), FIRST + " amended", made -> {
            Installation once = Installation.afterRunOf(made, FIRST);
            once.command("amend", list("B. Officer", seenCell(), "N", "Yes"));
            return once;
        });
    }

    @Test
    void anAmendedCellChangesTheFigureInANewRunAndLeavesTheFileAndTheOldRunAlone() throws IOException {
        Map<String, byte[]> published = installation.publications();
        Map<String, byte[]> archived = Installation.files(installation.output().resolve("archive"));
        assertThat(seen(1)).contains(",76,93,81.7204301075,");

        Installation.Answer amended = installation.command("amend", list("B. Officer", seenCell(), "N", "Yes"));

        assertThat(amended.err()).isEmpty();
        assertThat(amended.out())
                .isEqualToNormalizingNewlines("1 line taken. The next run reads again and publishes anew:\n"
                        + "  December 2018: 2018-12/FRT2 Dec 18.xlsx\n");
        Installation.AfterRun afterRun = amendedAndRun();
        installation = afterRun.installation();
        assertThat(afterRun.answer().out()).contains("December 2018 (run 2)");
        assertThat(seen(2)).contains(",77,93,82.7956989247,");
        assertThat(workbookOf(2).contains("typed wrongly")).isTrue();
        assertThat(workbookOf(2).contains("Approved by")).isTrue();
        assertThat(installation.publications()).containsAllEntriesOf(published);
        assertThat(Installation.files(installation.output().resolve("archive"))).containsAllEntriesOf(archived);
        assertThat(installation
                        .command("rerun", "--period", "2018-12", "--as-issued", "--run", "1")
                        .out())
                .contains("are byte for byte what was published.");
    }

    @Test
    void anAmendedCellIsTracedAsItStandsInTheFileAndAsItWasAgreedToBeRead() throws IOException {
        installation = amendedAndRun().installation();

        assertThat(installation
                        .command("trace", "--file", FIRST, "--cell", "Single assessments!" + seenCell())
                        .out())
                .contains(
                        "\"N\", read as \"Yes\", as was asked for by A. Manager, approved by B. Officer: typed wrongly: Yes",
                        "It feeds, in December 2018 (run 2):",
                        "      numerator of First Response Team 2");
        assertThat(trace(2).out()).contains("The rows sum to the figure: 77 of 93.");
        Installation.Answer before = trace(1);
        assertThat(before.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(before.out())
                .contains(
                        "The rows sum to 77 of 93, but the figure is 76 of 93. A return of the run was read anew since, or"
                                + " the record store was tampered with: rerun the period, and report it if the figure stays.");
    }

    @Test
    void aRunIsTracedByTheCatalogueItUsedWhateverWasChangedSince() throws IOException {
        Path definitions = installation.catalogue().resolve("indicators/1-front-door-and-assessment.yaml");
        String text = Files.readString(definitions);
        assertThat(text).contains("numerator: seen\n");
        Files.writeString(definitions, text.replace("numerator: seen\n", "numerator: not seen\n"));

        assertThat(trace(1).out()).contains("The rows sum to the figure: 76 of 93.", "numerator: seen");
    }

    private Installation.Answer trace(int run) {
        return installation.command(
                "trace",
                "--period",
                "2018-12",
                "--indicator",
                "AS05",
                "--organisation",
                "First Response Team 2",
                "--run",
                Integer.toString(run));
    }

    @Test
    void theManifestListsAmendmentsWithoutTheirValues() throws IOException {
        installation = amendedAndRun().installation();

        assertThat(manifest(1).path("amendments")).isEmpty();
        JsonNode amendments = manifest(2).path("amendments");
        assertThat(amendments).hasSize(1);
        assertThat(amendments.get(0).toString())
                .isEqualTo("{\"file\":\"2018-12/FRT2 Dec 18.xlsx\",\"team\":\"first-response-2\","
                        + "\"returnType\":\"team-performance\",\"sheet\":\"Single assessments\",\"cell\":\""
                        + seenCell() + "\","
                        + "\"what\":\"cell amended\",\"reason\":\"typed wrongly\",\"askedBy\":\"A. Manager\","
                        + "\"approvedBy\":\"B. Officer\"}");
    }

    @Test
    void theTeamIsAnsweredAnewAndTheAnswerBeforeStaysAsItWas() throws IOException {
        Map<String, byte[]> before = Installation.files(installation.output().resolve("teams"));
        assertThat(before).hasSize(1);
        String first = before.keySet().iterator().next();

        installation = amendedAndRun().installation();

        Path teams = installation.output().resolve("teams");
        Map<String, byte[]> after = Installation.files(teams);
        assertThat(after)
                .hasSize(2)
                .containsEntry(first, before.get(first))
                .containsKey("first-response-2/2018-12/FRT2 Dec 18 - receipt (2).xlsx");
        assertThat(texts(after.get("first-response-2/2018-12/FRT2 Dec 18 - receipt (2).xlsx")))
                .contains("typed wrongly");
        assertThat(installation.command("run").out()).contains("There was nothing new to do");
        assertThat(Installation.files(teams)).hasSize(2);
    }

    private JsonNode manifest(int run) {
        return JsonMapper.shared()
                .readTree(installation.publications().get("2018-12/run-000" + run + "/manifest.json"));
    }

    @Test
    void aRowLeftOutIsCountedAsRefusedAndMissingFromTheFigure() throws IOException {
        assertThat(installation
                        .command(
                                "exclude",
                                list(
                                        "B. Officer",
                                        notSeen.get(0).cell(""),
                                        notSeen.get(0).child(),
                                        null))
                        .err())
                .isEmpty();

        assertThat(installation.command("run").out())
                .contains("1 refused")
                .containsPattern("(?m)^  Kept out    1 row of 1 return: .*AS05")
                .doesNotContainPattern("Kept out .*LA");
        assertThat(installation.command("status", "--json").out())
                .containsPattern(
                        "\\{\\s*\"indicator\" : \"AS05\",\\s*\"name\" : \"[^\"]+\",\\s*\"rows\" : 1,\\s*\"returns\" : 1\\s*}");
        assertThat(seen(2)).contains(",76,92,82.6086956522,");
    }

    @Test
    void aListIsTakenAsAWholeOrNotAtAllAndEachLineIsToldWhatIsWrong() throws IOException {
        String list = lists(
                line("FRT2 Dec 18.xlsx", "Single assessments", seenCell(), "Y", "Yes", "A. Manager", "B. Officer"),
                line("FRT9.xlsx", "Single assessments", seenCell(), "N", "Yes", "A. Manager", "B. Officer"),
                line("FRT2 Dec 18.xlsx", "Assessments", seenCell(), "N", "Yes", "A. Manager", "B. Officer"),
                line("FRT2 Dec 18.xlsx", "Single assessments", seenCell(), "N", "Yes", "A. Manager", "a. manager"),
                line(
                        "FRT2 Dec 18.xlsx",
                        "Single assessments",
                        "D1",
                        "Child seen during assessment",
                        "Yes",
                        "A. Manager",
                        "B. Officer"),
                line(
                        "FRT2 Dec 18.xlsx",
                        "Single assessments",
                        notSeen.get(1).cell("D"),
                        "N",
                        "Yes",
                        "A. Manager",
                        "B. Officer"));

        Installation.Answer refused = installation.command("amend", list);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).isEqualToNormalizingNewlines("""
                        Nothing was taken of the list:
                          list.xlsx, sheet List, cell D2: found "Y"; expected "N", which is what stands in cell %s of sheet Single assessments now. Look at the return again; the line was written for another value.
                          list.xlsx, sheet List, cell A3: found "FRT9.xlsx"; expected the name or number of a return that was received. Correct the name.
                          list.xlsx, sheet List, cell B4: found "Assessments"; expected a sheet of 2018-12/FRT2 Dec 18.xlsx that is read: Contacts, Referrals, Single assessments, Supervision. Correct the name of the sheet.
                          list.xlsx, sheet List, cell H5: found "a. manager"; expected somebody other than the one who asked. Have it approved by a second person.
                          list.xlsx, sheet List, cell C6: found "D1"; expected a cell of a row below the headers, in a column that is read. Correct the cell.
                        """.formatted(seenCell()));
        assertThat(refusal(TestWorkbook.aWorkbook().sheet("List").row(1, "Sheet", "Cell")))
                .isEqualTo(
                        "list.xlsx, sheet List: expected a row of headers with submission, sheet, cell, old, new, reason,"
                                + " asked by, approved by. Add the headers.");
        assertThat(refusal(TestWorkbook.aWorkbook()
                        .sheet("List")
                        .row(1, "Submission", "Sheet", "Cell", "Old", "New", "Reason", "Asked by", "Approved by")))
                .isEqualTo("list.xlsx, sheet List: expected at least one line below the headers. Add the lines.");
        assertThat(installation.command("run").out()).contains("There was nothing new to do");
    }

    private String refusal(TestWorkbook list) throws IOException {
        return installation
                .command("amend", list.saveAs(folder.resolve("list.xlsx")).toString())
                .err()
                .lines()
                .skip(1)
                .collect(java.util.stream.Collectors.joining("\n"))
                .strip();
    }

    @Test
    void anAmendmentLapsesWithTheReturnThatIsSentAgainAndThatIsTold() throws IOException {
        installation = amendedAndRun().installation();
        installation.receiving(CORRECTED);

        assertThat(installation.command("run").out()).contains("December 2018 (run 3)");

        assertThat(installation.command("status", "--json").out())
                .contains("\"rule\" : \"amendment-lapsed\"")
                .contains(
                        "a return that needs no amendment; \\\"Yes\\\" to count instead in 2018-12/FRT2 Dec 18.xlsx, asked"
                                + " for by A. Manager, approved by B. Officer: typed wrongly, and that holds no more");
        assertThat(installation
                        .command("amend", list("B. Officer", seenCell(), "Yes", "N"))
                        .err())
                .contains(
                        "cell A2: found \"FRT2 Dec 18.xlsx\"; expected a return that counts; a later one has taken the"
                                + " place of this one. Name the later return, if it needs the same.");
        assertThat(workbookOf(3).contains("typed wrongly")).isFalse();
    }

    /** The cell of the first of them that says that the child was not seen. */
    private String seenCell() {
        return notSeen.get(0).cell("D");
    }

    /** The line of indicators.csv with the children seen during their assessment. */
    private String seen(int run) {
        byte[] csv = installation.publications().get("2018-12/run-000" + run + "/trust/data/indicators.csv");
        return new String(csv, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("2018-12,first-response-2,") && line.contains(",AS05,"))
                .filter(line -> line.contains(",month,"))
                .findFirst()
                .orElseThrow();
    }

    /** All texts of the published workbook. */
    private String workbookOf(int run) throws IOException {
        return texts(installation
                .publications()
                .get("2018-12/run-000" + run + "/commissioner/performance-2018-12-commissioner.xlsx"));
    }

    private static String texts(byte[] workbook) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (zip.getNextEntry() != null) {
                text.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private String list(String approvedBy, String cell, String old, String replacement) throws IOException {
        return lists(line("FRT2 Dec 18.xlsx", "Single assessments", cell, old, replacement, "A. Manager", approvedBy));
    }

    private static String[] line(
            String submission,
            String sheet,
            String cell,
            String old,
            String replacement,
            String asked,
            String approved) {
        return new String[] {submission, sheet, cell, old, replacement, "typed wrongly", asked, approved};
    }

    private String lists(String[]... lines) throws IOException {
        TestWorkbook workbook = TestWorkbook.aWorkbook().sheet("List");
        List<String> headers =
                List.of("Submission", "Sheet", "Cell", "Old", "New", "Reason", "Asked by", "Approved by");
        for (int column = 0; column < headers.size(); column++) {
            char letter = (char) ('A' + column);
            workbook.cell(letter + "1", headers.get(column));
            for (int line = 0; line < lines.length; line++) {
                if (lines[line][column] != null) {
                    workbook.cell(letter + "" + (line + 2), lines[line][column]);
                }
            }
        }
        return workbook.saveAs(folder.resolve("list.xlsx")).toString();
    }
}
