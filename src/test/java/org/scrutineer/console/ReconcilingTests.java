package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.ReportingPeriod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What only shows across returns and months, asked by a whole run. */
class ReconcilingTests {

    @TempDir
    Path folder;

    @Test
    void aChildInTwoTeamsIsAQuestionWithTheCellsOfBothAndNoVerdictChanges() throws Exception {
        Installation.AfterRun afterRun = childInTwoTeams();
        Installation installation = afterRun.installation();
        Installation.Answer run = afterRun.answer();

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("2 accepted");
        assertThat(asked(
                        installation,
                        "select d.rule || ' ' || d.severity || ' ' || d.teams || ' ' || d.found || ' ' || c.file_name || ' '"
                                + " || c.sheet || ' ' || c.cell from discrepancy d join discrepancy_cell c on"
                                + " c.run = d.run and c.place_in_order = d.place_in_order order by c.nth"))
                .containsExactly(
                        "child-in-need-in-two-teams QUERY safeguarding-north,safeguarding-west C000002 North.xlsx"
                                + " Children in need A3",
                        "child-in-need-in-two-teams QUERY safeguarding-north,safeguarding-west C000002 West.xlsx"
                                + " Children in need A3");
    }

    private Installation.AfterRun childInTwoTeams() {
        return Installation.afterRun(folder, "a child in two teams", made -> {
            Installation empty = Installation.empty(made);
            LocalDate day = LocalDate.of(2019, 1, 8);
            ChildrenInNeed.send(empty, "North.xlsx", "Safeguarding Team North", day, "C000001", "C000002");
            ChildrenInNeed.send(empty, "West.xlsx", "Safeguarding Team West", day.plusDays(1), "C000003", "C000002");
            return empty;
        });
    }

    @Test
    void theFindingsCommandListsWhatOnlyShowsAcrossReturns() throws Exception {
        Installation installation = childInTwoTeams().installation();

        assertThat(installation
                        .command("findings", "--rule", "child-in-need-in-two-teams")
                        .out())
                .isEqualToNormalizingNewlines("""
                        December 2018, across returns (run 1)
                          Severity  File, sheet and cell        Found                   Expected, and what to do                      Teams
                          query     North.xlsx, sheet Children  "C000002"               Expected otherwise: more than one team        Safeguarding
                                    in need, cell A3;                                   reports the child as an open case in need.    Team North,
                                    West.xlsx, sheet Children                           Agree which team holds the case, and take it  Safeguarding
                                    in need, cell A3                                    off the other team's return.                  Team West
                        """);
        assertThat(installation
                        .command("findings", "--csv", "--rule", "child-in-need-in-two-teams")
                        .out()
                        .lines())
                .containsExactly(
                        "kind,period,team,return_type,file,verdict,severity,rule,sheet,cell,found,expected,remedy,also,"
                                + "waiver,months,since_last_attempt",
                        "across returns,2018-12,\"Safeguarding Team North, Safeguarding Team West\",,North.xlsx,,query,"
                                + "child-in-need-in-two-teams,Children in need,A3,C000002,otherwise: more than one team"
                                + " reports the child as an open case in need,\"Agree which team holds the case, and take"
                                + " it off the other team's return.\",\"West.xlsx, sheet Children in need, cell A3\",,,");
        JsonNode listed = JsonMapper.shared()
                .readTree(installation
                        .command("findings", "--json", "--team", "Safeguarding Team West", "--severity", "query")
                        .out());
        assertThat(listed)
                .filteredOn(one -> one.path("kind").asString().equals("across returns"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.propertyNames())
                            .containsExactlyElementsOf(listed.get(0).propertyNames());
                    assertThat(one.path("team").asString())
                            .isEqualTo("Safeguarding Team North, Safeguarding Team West");
                    assertThat(one.path("return_type").isNull()).isTrue();
                    assertThat(one.path("verdict").isNull()).isTrue();
                    assertThat(one.path("file").asString()).isEqualTo("North.xlsx");
                    assertThat(one.path("also").toString())
                            .isEqualTo("[{\"file\":\"West.xlsx\",\"sheet\":\"Children in need\",\"cell\":\"A3\"}]");
                });
        assertThat(installation
                        .command("findings", "--team", "DCT", "--rule", "child-in-need-in-two-teams")
                        .out())
                .isEqualToIgnoringNewLines("There are no such findings.");
    }

    @Test
    void aFigureOutsideTheLimitsOfTheTeamsOwnMonthsIsAQuestion() throws Exception {
        Installation installation = Installation.empty(folder).receiving("2018-12/FRT2 Dec 18.xlsx");
        installation.command("status");
        try (Connection ledger = ledger(installation);
                var statement = ledger.createStatement()) {
            for (int month = 1; month <= 12; month++) {
                statement.executeUpdate("insert into run (number, period, kind, started_by, started_at, finished_at,"
                        + " catalogue_hash, software_version, state) values (" + month + ", '"
                        + ReportingPeriod.of(2018, 12).plusMonths(month - 13)
                        + "', 'scheduled', 'a person', timestamp '2018-12-01 09:00:00', timestamp '2018-12-01 09:00:00',"
                        + " 'hash', '1', 'finished')");
                statement.executeUpdate("insert into indicator_value (run, place_in_order, indicator, organisation,"
                        + " authority, timing, figure, status, returns_expected, returns_received) values (" + month
                        + ", 0, 'AS05', 'first-response-2', '', 'month', " + (95 + month % 2) + ", '', 1, 1)");
            }
        }

        assertThat(installation.command("run").out()).contains("December 2018 (run 13)");

        assertThat(asked(installation, "select found || '; ' || expected || '. ' || remedy from discrepancy"))
                .containsExactly(
                        "AS05 of First Response Team 2 for December 2018 is 81.7; a value from 91.8 to 97.1, the"
                                + " control limits of the team's own last 13 values. Find out what happened, or which rows of"
                                + " the return are wrong.");
    }

    @Test
    void aFigureStatedUnlikeTheOneItsRowsGiveIsAQuestionWithItsCell() throws Exception {
        Installation installation =
                Installation.withIndicators(folder, "1-front-door-and-assessment.yaml", "5-workforce.yaml");
        state(installation, List.of("as05", 85), List.of("WF05", 1));

        Installation.Answer run = installation.command("run");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("1 accepted");
        assertThat(asked(
                        installation,
                        "select d.rule || ' ' || d.severity || ' ' || d.indicator || ' ' || d.teams || ': ' || c.file_name"
                                + " || ', sheet ' || c.sheet || ', cell ' || c.cell || ': found ' || d.found ||"
                                + " '; expected ' || d.expected || '. ' || d.remedy from discrepancy d join"
                                + " discrepancy_cell c on c.run = d.run and c.place_in_order = d.place_in_order"
                                + " order by d.place_in_order"))
                .containsExactly(stated("AS05", "B2", "85", "81.7"), stated("WF05", "B3", "1", "0"));
    }

    private static String stated(String indicator, String cell, String stated, String expected) {
        return "stated-otherwise QUERY " + indicator
                + " first-response-2: FRT2 Dec 18.xlsx, sheet Stated figures, cell "
                + cell + ": found " + indicator + " stated as " + stated + "; expected " + expected
                + ", which the rows of the returns give. Find out which rows are missing or too many; the figure is"
                + " calculated from the rows.";
    }

    @Test
    void aFigureThatAgreesToTheDecimalsStatedIsNone() throws Exception {
        Installation installation = Installation.empty(folder);
        state(installation, List.of("AS05", 81.7));

        assertThat(installation.command("run").out()).contains("1 accepted");

        assertThat(asked(
                        installation,
                        "select rows_read || ' read, ' || accepted || ' accepted' from row_count where"
                                + " dataset = 'stated_figures'"))
                .containsExactly("1 read, 1 accepted");
        assertThat(asked(installation, "select found from discrepancy")).isEmpty();
    }

    /** Receives the sample return of a team with its figures stated in it; AS05 is 76 of 93. */
    @SafeVarargs
    private static void state(Installation installation, List<Object>... figures) throws IOException {
        Files.createDirectories(installation.input());
        try (var in = Files.newInputStream(Path.of("input/2018-12/FRT2 Dec 18.xlsx"));
                var workbook = new XSSFWorkbook(in);
                var out = Files.newOutputStream(installation.input().resolve("FRT2 Dec 18.xlsx"))) {
            XSSFSheet sheet = workbook.createSheet("Stated figures");
            XSSFRow header = sheet.createRow(0);
            header.createCell(0).setCellValue("Indicator");
            header.createCell(1).setCellValue("Value");
            for (List<Object> figure : figures) {
                XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
                row.createCell(0).setCellValue((String) figure.get(0));
                row.createCell(1).setCellValue(((Number) figure.get(1)).doubleValue());
            }
            workbook.write(out);
        }
    }

    private static Connection ledger(Installation installation) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + installation.output().toAbsolutePath() + "/ledger/scrutineer;AUTO_SERVER=TRUE");
    }

    private static List<String> asked(Installation installation, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (Connection ledger = ledger(installation);
                var statement = ledger.createStatement();
                var results = statement.executeQuery(sql)) {
            while (results.next()) {
                rows.add(results.getString(1));
            }
        }
        return rows;
    }
}
