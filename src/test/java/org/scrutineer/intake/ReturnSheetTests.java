package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestReturn.aReturn;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.ReturnIdentity.Known;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.TestWorkbooks;

class ReturnSheetTests {

    private static final Catalogue CATALOGUE = aCatalogue().catalogue();
    private static final Known NORTH =
            new Known("visits", "north", ReportingPeriod.of(2018, 12), LocalDate.of(2019, 1, 8), Set.of());

    @TempDir
    Path folder;

    @Test
    void saysWhoseReturnItIs() throws Exception {
        assertThat(identity(aReturn())).isEqualTo(NORTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-12",
                "Dec-18",
                "dec 18",
                "December 2018",
                "DECEMBER  2018 ",
                "12/2018",
                "31/12/2018",
                "1 December 2018",
                "\u00a0Dec-18\u200b"
            })
    void readsThePeriodHoweverItIsTyped(String period) throws Exception {
        assertThat(identity(aReturn().with("Return!B4", period))).isEqualTo(NORTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-12-01", "2018-12-31"})
    void readsThePeriodFromADate(LocalDate period) throws Exception {
        assertThat(identity(aReturn().with("Return!B4", period))).isEqualTo(NORTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8 January 2019", "08/01/2019", "8th Jan 2019", "8-Jan-19", "2019-01-08"})
    void readsTheDayItWasPreparedHoweverItIsTyped(String preparedOn) throws Exception {
        assertThat(identity(aReturn().with("Return!B6", preparedOn))).isEqualTo(NORTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"north", "TEAM NORTH", " Team\u00a0 North ", "n1"})
    void knowsTheTeamByItsIdNameOrAlias(String team) throws Exception {
        assertThat(identity(aReturn().with("Return!B3", team))).isEqualTo(NORTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visits", "VISITS", "Visits return"})
    void knowsTheTypeByItsIdOrName(String type) throws Exception {
        assertThat(identity(aReturn().with("Return!B1", type))).isEqualTo(NORTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Team:", "TEAM", " team *", "Team *:", "Team\u00a0:", "Team\u200b", "Team : * "})
    void knowsALabelWithAColonOrAnAsteriskInAnyCase(String label) throws Exception {
        assertThat(identity(aReturn().with("Return!A3", label))).isEqualTo(NORTH);
    }

    @Test
    void knowsTheSheetInAnyCase() throws Exception {
        TestReturn renamed = aReturn().without("Return");
        renamed.row("RETURN ", 3, "Prepared on", LocalDate.of(2019, 1, 8), "(date)");
        renamed.row("RETURN ", 5, "Period", "Dec-18").row("RETURN ", 9, "Team", "N1");
        renamed.row("RETURN ", 10, "Return type", "visits").row("RETURN ", 20, "Template version", "1");

        assertThat(identity(renamed)).isEqualTo(NORTH);
    }

    @Test
    void takesTheFirstValueWhereALabelStandsTwice() throws Exception {
        assertThat(identity(aReturn().row("Return", 8, "Team", "Team South"))).isEqualTo(NORTH);
        assertThat(identity(aReturn().without("Return!B3").row("Return", 8, "Team", "Team North")))
                .isEqualTo(NORTH);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Visits              | visits
            visits, Cases       | visits cases
            Open cases;VISITS;  | visits cases
            none                |
            None, cases         | cases
            """)
    void readsWhatThereIsNothingToReportFor(String typed, String datasets) throws Exception {
        Set<String> nothing = datasets == null ? Set.of() : Set.of(datasets.split(" "));

        assertThat(identity(aReturn().with("Return!B7", typed)))
                .isEqualTo(new Known("visits", "north", NORTH.period(), NORTH.preparedOn(), nothing));
    }

    @Test
    void takesANameForTheTeamThatBearsItInThePeriod() throws Exception {
        Catalogue twoInTurn = aCatalogue()
                .changing("organisation.yaml", "aliases: [N1]\n    owes: {visits: [visits, cases]}", """
                        aliases: [N1]
                            owes: {visits: [visits, cases]}
                            valid-to: 2018-11-30
                          - id: new-north
                            name: Team New North
                            service: front-door
                            aliases: [N1]
                            owes: {visits: [visits]}
                            valid-from: 2018-12-01""")
                .catalogue();

        assertThat(identity(aReturn().with("Return!B3", "N1"), twoInTurn))
                .isEqualTo(new Known("visits", "new-north", NORTH.period(), NORTH.preparedOn(), Set.of()));
    }

    private ReturnIdentity identity(TestReturn sent) throws Exception {
        return identity(sent, CATALOGUE);
    }

    private ReturnIdentity identity(TestReturn sent, Catalogue catalogue) throws Exception {
        try (SourceWorkbook workbook =
                TestWorkbooks.sourceWorkbooks().open(sent.saveAs(folder.resolve("north.xlsx")), "north.xlsx")) {
            return new ReturnIdentifier(catalogue)
                    .identify(workbook, "north.xlsx")
                    .identity();
        }
    }
}
