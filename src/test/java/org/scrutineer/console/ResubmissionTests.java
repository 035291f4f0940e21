package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.workbook.FilledForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a team hears of a return when it has sent one before. */
class ResubmissionTests {

    private static final LocalDate DAY = LocalDate.of(2018, 12, 3);

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void install() {
        installation = Installation.withoutFigures(folder);
    }

    @Test
    void aCorrectionIsAnsweredWithFixedStillWrongNewAndChangedThoughNotAsked() throws Exception {
        audits("first.xlsx", "2018-12", 8)
                .row("A1", DAY, "Team North", "Splendid")
                .row("A2", "soon", "Team North", "Good")
                .row("A3", DAY, "Team North", "Good")
                .row("A4", DAY, "Team North", "Good")
                .row("A5", DAY, "Team North", "Good")
                .send();
        installation.command("run");
        audits("second.xlsx", "2018-12", 9)
                .row("A9", DAY, "Team North", "Good")
                .row("A3", DAY, "Team North", "Inadequate")
                .row("A2", "soon", "Team North", "Good")
                .row("A1", DAY, "Team North", "Good")
                .row("A4", DAY, "Team North", "Poor")
                .send();

        Installation.Answer answer = installation.command("run");

        assertThat(answer.out())
                .contains("  Corrected   Quality Assurance. Since first.xlsx: 1 fixed, 1 still wrong, 1 new; 3 cells or"
                        + " rows changed though no finding asked for it.");
        assertThat(installation.command("findings").out()).isEqualToNormalizingNewlines("""
                December 2018, Quality Assurance, team-performance: second.xlsx (accepted with findings)
                  Since first.xlsx: 1 fixed, 1 still wrong, 1 new; 3 cells or rows changed though no finding asked for it.
                  Severity  Sheet and cell              Found                   Expected, and what to do                      Before
                  error     Audits, cell B8             "soon"                  Expected a date such as 31/12/2018. Type the  still wrong
                                                                                date as day/month/year.
                  error     Audits, cell D10            "Poor"                  Expected one of Outstanding, Good, Requires   new
                                                                                improvement, Inadequate. Choose one of
                                                                                these.
                """);
        try (FilledForm marked = FilledForm.of(markedReturn())) {
            assertThat(marked.texts("What to correct"))
                    .containsSubsequence(
                            "Since first.xlsx: 1 fixed, 1 still wrong, 1 new; 3 cells or rows changed though no"
                                    + " finding asked for it.",
                            "Fixed: first.xlsx, sheet Audits, cell D6: found \"Splendid\"; expected one of Outstanding,"
                                    + " Good, Requires improvement, Inadequate. Choose one of these.",
                            "Changed though not asked: sheet Audits, row 6 (A9) was added.",
                            "Changed though not asked: sheet Audits, row 10 of the earlier return (A5) was removed.",
                            "Changed though not asked: sheet Audits, row 7 (A3), Grade: \"GOOD\" became"
                                    + " \"INADEQUATE\".",
                            "Since last time",
                            "Still wrong",
                            "New");
        }
    }

    @Test
    void aRefusedReturnCorrectedIsAnsweredAndItsRowsAreNotCompared() throws Exception {
        audits("first.xlsx", "2018-12", 8).row("A1", "soon", "", "Good").send();
        installation.command("run");
        audits("second.xlsx", "2018-12", 9).row("A1", DAY, "", "Good").send();

        assertThat(installation.command("run").out())
                .contains("Since first.xlsx: 2 fixed; rows not compared, as those of a refused return are not"
                        + " kept.");
        assertThat(installation.command("findings").out())
                .isEqualTo("There are no such findings." + System.lineSeparator());
    }

    @Test
    void aProblemThatComesBackEachMonthIsCalledByItsAge() throws Exception {
        for (int month = 9; month <= 12; month++) {
            if (month != 10) {
                audits(month + ".xlsx", "2018-" + (month < 10 ? "0" : "") + month, 8)
                        .row("A" + month, LocalDate.of(2018, month, 3), "", "Splendid")
                        .row("B" + month, LocalDate.of(2018, month, 3), "", "Good")
                        .send();
            }
        }
        audits("10.xlsx", "2018-10", 8)
                .row("A10", "soon", "", "Good")
                .row("B10", LocalDate.of(2018, 10, 3), "", "Good")
                .send();
        installation.command("run");

        assertThat(monthsOf("2018-09")).containsExactly(1);
        assertThat(monthsOf("2018-10")).containsExactly(1);
        assertThat(monthsOf("2018-11")).containsExactly(1);
        assertThat(monthsOf("2018-12")).containsExactly(2);
        assertThat(installation.command("findings", "--period", "2018-12").out())
                .contains("second month");
    }

    @Test
    void rowsThatAreAllAsLastMonthRaiseAQuery() throws Exception {
        supervision("november.xlsx", "2018-11", LocalDate.of(2018, 11, 5));
        supervision("december.xlsx", "2018-12", LocalDate.of(2018, 11, 5));
        installation.command("run");

        assertThat(installation
                        .command("findings", "--rule", "alike-last-month", "--csv")
                        .out())
                .isEqualTo(
                        "kind,period,team,return_type,file,verdict,severity,rule,sheet,cell,found,expected,remedy,also,waiver,months,"
                                + "since_last_attempt\r\n"
                                + "return,2018-12,First Response Team 1,team-performance,december.xlsx,accepted-with-findings,query,"
                                + "alike-last-month,Supervision,,20 of 20 rows the same in every column as in November 2018,"
                                + "\"rows brought up to date since then, with fewer than 95 in 100 the same\",\"If last month's"
                                + " sheet was sent again, send this month's. If the rows are right, say so.\",,,1,\r\n");
    }

    @Test
    void rowsBroughtUpToDateRaiseNoQuery() throws Exception {
        supervision("november.xlsx", "2018-11", LocalDate.of(2018, 11, 5));
        supervision("december.xlsx", "2018-12", LocalDate.of(2018, 12, 5));
        installation.command("run");

        assertThat(installation
                        .command("findings", "--rule", "alike-last-month")
                        .out())
                .isEqualTo("There are no such findings." + System.lineSeparator());
    }

    private Path markedReturn() throws IOException {
        try (Stream<Path> files = Files.list(installation.output().resolve("teams/quality-assurance/2018-12"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("second"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<Integer> monthsOf(String period) {
        JsonNode findings = JsonMapper.shared()
                .readTree(installation
                        .command("findings", "--period", period, "--severity", "error", "--json")
                        .out());
        var months = new ArrayList<Integer>();
        findings.forEach(finding -> months.add(finding.path("months").asInt()));
        return months;
    }

    /** The return of Quality Assurance, row by row. */
    private final class Audits {

        private final Path target;
        private final FilledForm form;
        private int rows;

        private Audits(Path target, FilledForm form) {
            this.target = target;
            this.form = form;
        }

        Audits row(Object... values) {
            form.row("Audits", ++rows, List.of(values));
            return this;
        }

        void send() throws IOException {
            form.saveAs(target);
            form.close();
        }
    }

    private Audits audits(String file, String period, int preparedOn) throws IOException {
        return new Audits(
                installation.input().resolve(file),
                blank("quality-assurance", period, LocalDate.of(2019, 1, preparedOn)));
    }

    private void supervision(String file, String period, LocalDate supervised) throws IOException {
        try (FilledForm form = blank("first-response-1", period, LocalDate.of(2019, 1, 8))) {
            for (int row = 1; row <= 20; row++) {
                form.row("Supervision", row, List.of("W" + row, "Yes", supervised));
            }
            form.type("Return", "B8", "Referrals, Assessments");
            form.saveAs(installation.input().resolve(file));
        }
    }

    private FilledForm blank(String team, String period, LocalDate preparedOn) throws IOException {
        Path blanks = folder.resolve("blank");
        assertThat(installation
                        .command("template", "--team", team, "--period", period, "--to", blanks.toString())
                        .exitCode())
                .isZero();
        Path blank = blanks.resolve("team-performance-" + team + "-" + period + ".xlsx");
        assertThat(Files.exists(blank)).isTrue();
        return FilledForm.of(blank).type("Return", "B7", preparedOn);
    }
}
