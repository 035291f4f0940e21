package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestReturn.aReturn;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.TestWorkbooks;

class RefusedReturnSheetsTests {

    private static final String TEAMS = """
              - id: south
                name: Team South
                service: front-door
                owes: {}
              - id: closed
                name: Team Closed
                service: front-door
                owes: {visits: [visits]}
                valid-to: 2018-11-30
            """;

    private static final SmallCatalogue CATALOGUE =
            aCatalogue().changing("organisation.yaml", "  - id: north", TEAMS + "  - id: north");

    @TempDir
    Path folder;

    @Test
    void refusesAWorkbookWithoutTheSheet() throws Exception {
        assertThat(findings(aReturn().without("Return")))
                .containsExactly("BLOCK north.xlsx: found \"Visits, Cases\"; expected a sheet named Return that says"
                        + " whose return this is. Start from the template, or add the sheet Return with Return type,"
                        + " Template version, Team, Period and Prepared on.");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | Return type      | the type of return
            2 | Template version | the version of the template
            3 | Team             | the name of the team
            4 | Period           | the period, such as December 2018
            6 | Prepared on      | the date the return was prepared
            """)
    void refusesASheetWithoutARow(int row, String label, String expected) throws Exception {
        assertThat(findings(aReturn().with("Return!A" + row, "Remarks")))
                .containsExactly("BLOCK north.xlsx, sheet Return: expected a row labelled \"" + label
                        + "\" in column A with " + expected + " in column B. Add the row.");
    }

    @ParameterizedTest(name = "B{0}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | the type of return
            2 | the version of the template
            3 | the name of the team
            4 | the period, such as December 2018
            6 | the date the return was prepared
            """)
    void refusesARowWithoutAValue(int row, String expected) throws Exception {
        var sentence = "BLOCK north.xlsx, sheet Return, cell B" + row + ": found \"\"; expected " + expected
                + ". Fill in the cell.";

        assertThat(findings(aReturn().without("Return!B" + row))).containsExactly(sentence);
        assertThat(findings(aReturn().with("Return!B" + row, " \u00a0\u200b"))).containsExactly(sentence);
        assertThat(findings(aReturn().with("Return!B" + row, "=A99"))).containsExactly(sentence);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            B1 | vists         | one of visits, perhaps visits. Correct the return type.
            B1 | finance       | one of visits. Correct the return type.
            B2 | 3             | template version 2 or 1 of visits. Use the current template.
            B3 | Team Nroth    | the name of a team, perhaps Team North. Correct the team; a new team is added to organisation.yaml by the data officer.
            B3 | Elsewhere     | the name of a team. Correct the team; a new team is added to organisation.yaml by the data officer.
            B3 | Team Closed   | a team there was in December 2018. Correct the team or the period.
            B4 | last month    | a month such as 2018-12, Dec-18 or December 2018. Correct the period.
            B4 | 2018-13       | a month such as 2018-12, Dec-18 or December 2018. Correct the period.
            B4 | Q3 2018/19    | a month such as 2018-12, Dec-18 or December 2018. Correct the period.
            B4 | +12018-12     | a month such as 2018-12, Dec-18 or December 2018. Correct the period.
            B4 | -2018-12      | a month such as 2018-12, Dec-18 or December 2018. Correct the period.
            B4 | 0018-12       | a month such as 2018-12, Dec-18 or December 2018. Correct the period.
            B6 | yesterday     | a date such as 8 January 2019. Correct the date.
            B6 | 29/02/2019    | a date such as 8 January 2019. Correct the date.
            B6 | 08/01/0019    | a date such as 8 January 2019. Correct the date.
            B6 | 08/01/2119    | a date such as 8 January 2019. Correct the date.
            B7 | Vists, Cases  | names of sheets of this return, perhaps Visits. Correct the names, separated by commas.
            B7 | everything    | names of sheets of this return. Correct the names, separated by commas.
            """)
    void refusesAValueItDoesNotKnow(String cell, String typed, String expected) throws Exception {
        assertThat(findings(aReturn().with("Return!" + cell, typed)))
                .containsExactly("BLOCK north.xlsx, sheet Return, cell " + cell + ": found \"" + typed + "\"; expected "
                        + expected);
    }

    @Test
    void refusesAReturnTheTeamDoesNotOwe() throws Exception {
        assertThat(findings(aReturn().with("Return!B3", "Team South")))
                .containsExactly("BLOCK north.xlsx, sheet Return, cell B1: found \"visits\"; expected no return, as"
                        + " Team South sends none. Correct the return type or the team.");
    }

    @Test
    void refusesAReturnOfAnotherTypeThanTheTeamOwes() throws Exception {
        SmallCatalogue twoTypes = aCatalogue().with("returns/audits.yaml", """
                id: audits
                name: Audits return
                template-versions: ["2"]
                datasets:
                  audits:
                    name: Audits
                    sheet: Audits
                    key: [child]
                    kind: snapshot
                    columns:
                      child: {header: [Child ID], type: text, required: true, personal: true}
                """);

        assertThat(findings(aReturn().with("Return!B1", "Audits return"), twoTypes))
                .containsExactly("BLOCK north.xlsx, sheet Return, cell B1: found \"Audits return\"; expected a return"
                        + " that Team North sends: visits. Correct the return type or the team.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1850-12-31", "2150-12-01"})
    void refusesAPeriodOutOfLivingMemory(LocalDate period) throws Exception {
        assertThat(findings(aReturn().with("Return!B4", period.toString())))
                .containsExactly("BLOCK north.xlsx, sheet Return, cell B4: found \"" + period + "\"; expected a month"
                        + " such as 2018-12, Dec-18 or December 2018. Correct the period.");
    }

    @Test
    void tellsEverythingAtOnce() throws Exception {
        assertThat(findings(aReturn()
                        .with("Return!B1", "vists")
                        .without("Return!A2")
                        .with("Return!B3", "Elsewhere")
                        .without("Return!B4")
                        .with("Return!B6", true)))
                .containsExactly(
                        "BLOCK north.xlsx, sheet Return, cell B1: found \"vists\"; expected one of visits, perhaps"
                                + " visits. Correct the return type.",
                        "BLOCK north.xlsx, sheet Return: expected a row labelled \"Template version\" in column A with"
                                + " the version of the template in column B. Add the row.",
                        "BLOCK north.xlsx, sheet Return, cell B4: found \"\"; expected the period, such as December"
                                + " 2018. Fill in the cell.",
                        "BLOCK north.xlsx, sheet Return, cell B3: found \"Elsewhere\"; expected the name of a team."
                                + " Correct the team; a new team is added to organisation.yaml by the data officer.",
                        "BLOCK north.xlsx, sheet Return, cell B6: found \"TRUE\"; expected a date such as 8 January"
                                + " 2019. Correct the date.");
    }

    private List<String> findings(TestReturn sent) throws Exception {
        return findings(sent, CATALOGUE);
    }

    private List<String> findings(TestReturn sent, SmallCatalogue catalogue) throws Exception {
        try (SourceWorkbook workbook =
                TestWorkbooks.sourceWorkbooks().open(sent.saveAs(folder.resolve("north.xlsx")), "north.xlsx")) {
            var unknown = (ReturnIdentity.Unknown) new ReturnIdentifier(catalogue.catalogue())
                    .identify(workbook, "north.xlsx")
                    .identity();
            return unknown.findings().stream()
                    .map(finding -> finding.severity() + " " + finding.sentence())
                    .toList();
        }
    }
}
