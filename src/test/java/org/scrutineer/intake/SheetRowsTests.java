package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.intake.Readings.Read;

/** What becomes of the rows under the headers of the sheets Visits and Cases. */
class SheetRowsTests {

    private static final LocalDate DAY = LocalDate.of(2018, 12, 3);
    private static final Object[] HEADER = {"Child ID", "Date", "Hours"};

    private static Readings readings;

    @BeforeAll
    static void open(@TempDir Path folder) {
        readings = Readings.in(folder);
    }

    @AfterAll
    static void close() {
        readings.close();
    }

    @Test
    void keepsTheNumbersOfRowsAcrossGapsAndBlankRows() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.gap(2)
                        .row(HEADER)
                        .row("c1", DAY, 1)
                        .row()
                        .row("", " ", "\u00a0")
                        .gap(3)
                        .row("c2", DAY, 2));

        assertThat(read.findings()).isEmpty();
        assertThat(read.rows())
                .isEqualTo(Map.of(4, List.of("c1", "3 Dec 2018", "1"), 10, List.of("c2", "3 Dec 2018", "2")));
        assertThat(read.count()).isEqualTo(new RowCount("visits", 4, 2, 0, 2, false));
    }

    @Test
    void countsARowWithValuesInOtherColumnsOnlyAsBlank() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child ID", "Date", "Hours", "Remarks").row("", "", "", "see above"));

        assertThat(read.count()).isEqualTo(new RowCount("visits", 1, 0, 0, 1, false));
    }

    @Test
    void tellsRowsWithValuesInOtherColumnsOnly() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child ID", "Date", "Hours", "Remarks")
                        .row("", "", "", "see above")
                        .row("c1", DAY, 1)
                        .row("", "", "", 12));

        assertThat(read.findings())
                .contains("INFO north.xlsx, sheet Visits, cell D2: found \"2 rows\"; expected a value in a column that"
                        + " is asked for; rows without one do not count. Nothing, if they are notes of your own.");
        assertThat(read.reading().cells()).isEqualTo(new CellCount(5, 3, 2, 0));
    }

    @ParameterizedTest(name = "a row of {0}")
    @ValueSource(strings = {"Total", "TOTALS:", "Grand total", "Sub-total", "Total 2", "total = 2", "Total visits"})
    void takesNoTotalForAChild(String word) {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row(HEADER).row("c1", DAY, 1).row("c2", DAY, 2).row(word, "", 3));

        assertThat(read.findings())
                .containsExactly("WARNING north.xlsx, sheet Visits, cell A4: found \"" + word + "\"; expected rows of"
                        + " single records; this one was taken for a total and does not count. Nothing, if it is a"
                        + " total. If it is a record, change the word.");
        assertThat(read.rows()).containsOnlyKeys(2, 3);
        assertThat(read.count()).isEqualTo(new RowCount("visits", 3, 2, 0, 1, false));
        assertThat(read.reading().cells()).isEqualTo(new CellCount(8, 6, 2, 0));
    }

    @ParameterizedTest(name = "{0} with all a record has")
    @ValueSource(strings = {"Total Care Ltd", "Totalisator", "Subtle", "t1"})
    void takesARecordThatOnlySoundsLikeATotalForARecord(String child) {
        Read read = readings.sheet("visits", sheet -> sheet.row(HEADER).row(child, DAY, 1));

        assertThat(read.findings()).isEmpty();
        assertThat(read.rows()).containsOnlyKeys(2);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Note: hours are rounded",
                "* Provisional",
                "Source: case system",
                "Please ask Anna about the last two rows"
            })
    void tellsANoteBelowTheTable(String note) {
        Read read = readings.sheet(
                "visits", sheet -> sheet.row(HEADER).row("c1", DAY, 1).row().row(note));

        assertThat(read.findings())
                .containsExactly("INFO north.xlsx, sheet Visits, cell A4: found \"" + note + "\"; expected records"
                        + " below the header; this row was taken for a note and does not count. Nothing, if it is a"
                        + " note.");
        assertThat(read.count()).isEqualTo(new RowCount("visits", 3, 1, 0, 2, false));
        assertThat(read.reading().cells()).isEqualTo(new CellCount(4, 3, 1, 0));
    }

    @Test
    void takesALoneIdentifierForARecordThatLacksTheRest() {
        Read read = readings.sheet(
                "visits", sheet -> sheet.row(HEADER).row("Notes1").row("", DAY));

        assertThat(read.reading().read() - read.reading().blank()).isEqualTo(2);
        assertThat(read.findings()).hasSize(1);
    }

    @Test
    void knowsTheHeaderAgainAtTheTopOfEachPage() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row(HEADER)
                        .row("c1", DAY, 1)
                        .row(HEADER)
                        .row("c2", DAY, 2)
                        .row(HEADER)
                        .row("c3", DAY, 2));

        assertThat(read.findings())
                .containsExactly("INFO north.xlsx, sheet Visits, cell A3: found \"2 rows\"; expected the header once;"
                        + " these rows repeat it and do not count. Nothing.");
        assertThat(read.rows()).containsOnlyKeys(2, 4, 6);
        assertThat(read.reading().cells()).isEqualTo(new CellCount(15, 9, 6, 0));
    }

    @Test
    void readsValuesFromAnotherWorkbookAndTellsThemOnceAColumn() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row(HEADER)
                        .row("c1", DAY, new ToldSheet.Foreign(1.0))
                        .row("c2", DAY, 2)
                        .row("c3", DAY, new ToldSheet.Foreign(2.5))
                        .row("c4", DAY, new ToldSheet.Foreign(""))
                        .row("c5", DAY, 2));

        assertThat(read.findings())
                .containsExactly("WARNING north.xlsx, sheet Visits, cell C2: found \"1\"; expected a value of this"
                        + " workbook; the one last taken from another workbook was read, as was 1 more in this"
                        + " column. Copy the cells and paste them as values, so that they no longer depend on a file"
                        + " nobody sent.");
        assertThat(read.rows()).hasSize(5);
    }

    @Test
    void doubtsTheOtherDatesOfAColumnWhereOneHasItsMonthFirst() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row(HEADER)
                        .row("c1", "03/12/2018", 1)
                        .row("c2", "12/25/2018", 1)
                        .row("c3", "04/12/2018", 1));

        assertThat(read.findings())
                .containsExactly(
                        "ERROR north.xlsx, sheet Visits, cell B3: found \"12/25/2018\"; expected the day before the"
                                + " month, perhaps 25/12/2018. Type the date as day/month/year, and check the other"
                                + " dates of the column: they may have the month first too.",
                        "WARNING north.xlsx, sheet Visits, cell B2: found \"03/12/2018\"; expected the day before the"
                                + " month in the whole column; other dates in it have the month first, and this one"
                                + " and 1 more were read day first. Check the dates of the column against the case"
                                + " system, and format it as dates.");
    }

    @Test
    void keepsOneSpellingOfAKeyWhateverProgramWroteIt() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row(HEADER)
                        .row("c\u200b1\u00a0", DAY, 1)
                        .row("\uff431", DAY, 1)
                        .row("'0012", DAY, 1)
                        .row("A\u20131", DAY, 1)
                        .row("Zoe\u0308  B", DAY, 1));

        assertThat(read.findings()).isEmpty();
        assertThat(read.rows().values().stream().map(row -> row.get(0)))
                .containsExactlyInAnyOrder("c1", "c1", "0012", "A-1", "Zo\u00eb B");
    }

    @Test
    void refusesAKeyThatDoesNotReadAsItIsStored() {
        Read read = readings.sheet("visits", sheet -> sheet.row(HEADER).row("c\u202e12", DAY, 1));

        assertThat(read.findings())
                .containsExactly("ERROR north.xlsx, sheet Visits, cell A2: found \"c[U+202E]12\"; expected the Child"
                        + " ID without characters that cannot be seen; character 2 is U+202E (right-to-left override)."
                        + " Delete the cell's content and type it anew.");
        assertThat(read.reading().cells()).isEqualTo(new CellCount(3, 2, 0, 1));
    }

    @Test
    void readsATextOfAsManyCharactersAsACellHoldsWhole() {
        String longest = "c".repeat(32_767);

        Read read = readings.sheet("visits", sheet -> sheet.row(HEADER).row(longest, DAY, 1));

        assertThat(read.findings()).isEmpty();
        assertThat(read.rows().get(2).get(0)).isEqualTo(longest);
    }

    @Test
    void refusesARowForEachOfItsCellsAtOnce() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row(HEADER).row("", "tomorrow", "all day").row("c1", DAY, 25));

        assertThat(read.findings())
                .containsExactly(
                        "ERROR north.xlsx, sheet Visits, cell A2: found \"\"; expected the Child ID."
                                + " Fill in the cell; the row cannot count without it.",
                        "ERROR north.xlsx, sheet Visits, cell B2: found \"tomorrow\"; expected a date such as"
                                + " 31/12/2018. Type the date as day/month/year.",
                        "ERROR north.xlsx, sheet Visits, cell C2: found \"all day\"; expected a number from 0 to 24.5."
                                + " Type the number in digits. Type 0 if there were none.",
                        "ERROR north.xlsx, sheet Visits, cell C3: found \"25\"; expected a number from 0 to 24.5."
                                + " Correct the number.");
        assertThat(read.reading().refusedRows()).isEqualTo(Set.of(2, 3));
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void readsHiddenRowsAndTellsThemOnce() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row(HEADER)
                        .hiddenRow("c1", DAY, 1)
                        .row("c2", DAY, 2)
                        .hiddenRow("c3", DAY, 3));

        assertThat(read.findings())
                .containsExactly("INFO north.xlsx, sheet Visits: found \"2 hidden rows\"; expected no hidden rows; they"
                        + " were read and count like the others. Delete rows that are not meant to count.");
        assertThat(read.rows()).containsOnlyKeys(2, 3, 4);
    }

    @Test
    void tellsOneHiddenRowInTheSingular() {
        Read read = readings.sheet("visits", sheet -> sheet.row(HEADER).hiddenRow("c1", DAY, 1));

        assertThat(read.findings())
                .containsExactly("INFO north.xlsx, sheet Visits: found \"1 hidden row\"; expected no hidden rows; it"
                        + " was read and counts like the others. Delete rows that are not meant to count.");
    }

    @Test
    void saysNothingOfHiddenRowsWithoutValues() {
        Read read =
                readings.sheet("visits", sheet -> sheet.row(HEADER).hiddenRow().hiddenRow("", " "));

        assertThat(read.findings()).isEmpty();
    }

    @Test
    void tellsEachConversionOnceAColumnWithItsCountAndFirstCell() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row(HEADER)
                        .row("c1", DAY, 1)
                        .row("c2", "03/12/2018", "1.5")
                        .row("c3", "4th December 2018", 2)
                        .row("c4", 43438, 2)
                        .row("c5", "5/12/18", 2));

        assertThat(read.findings())
                .containsExactly(
                        "INFO north.xlsx, sheet Visits, cell B3: found \"03/12/2018\"; expected a date typed as such;"
                                + " it was understood, as were 2 more in this column. Format the column as dates, so"
                                + " that nobody has to guess.",
                        "INFO north.xlsx, sheet Visits, cell B5: found \"43438\"; expected a date typed as such; it"
                                + " was understood. Format the column as dates.",
                        "INFO north.xlsx, sheet Visits, cell C3: found \"1.5\"; expected a number typed as such; it"
                                + " was understood. Format the column as numbers.");
        assertThat(read.rows()).hasSize(5);
    }

    @Test
    void putsARowUnderTheTeamItNames() {
        Read read = readings.sheet(
                "cases",
                sheet -> sheet.row("Child ID", "Team", "Council")
                        .row("c1", "n1", "West")
                        .row("c2", "TEAM  NORTH", "none"));

        assertThat(read.findings()).isEmpty();
        assertThat(read.rows()).isEqualTo(Map.of(2, List.of("c1", "n1", "WNC"), 3, List.of("c2", "TEAM  NORTH", "NO")));
    }

    @Test
    void refusesARowOfATeamNobodyKnowsWithTheNearest() {
        Read read = readings.sheet(
                "cases",
                sheet -> sheet.row("Child ID", "Team", "Council")
                        .row("c1", "Team Nroth", "West")
                        .row("c2", "Elsewhere", "West")
                        .row("c3", "TBC", "West"));

        assertThat(read.findings())
                .containsExactly(
                        "ERROR north.xlsx, sheet Cases, cell B2: found \"Team Nroth\"; expected the name of a team,"
                                + " perhaps Team North. Correct the team.",
                        "ERROR north.xlsx, sheet Cases, cell B3: found \"Elsewhere\"; expected the name of a team."
                                + " Correct the team.",
                        "ERROR north.xlsx, sheet Cases, cell B4: found \"TBC\"; expected the name of a team."
                                + " Correct the team.");
        assertThat(read.count()).isEqualTo(new RowCount("cases", 3, 0, 3, 0, false));
    }

    @Test
    void blocksASheetWithoutTheColumnOfTeams() {
        Read read = readings.sheet(
                "cases",
                sheet -> sheet.row("Child ID", "Council").row("c1", "West").row("c2", "West"));

        assertThat(read.findings())
                .containsExactly("BLOCK north.xlsx, sheet Cases, cell A1: expected a column Team."
                        + " Add the column, or correct its header.");
        assertThat(read.count()).isEqualTo(new RowCount("cases", 2, 0, 2, 0, false));
    }

    @Test
    void takesANameForTheTeamThatBearsItInThePeriod(@TempDir Path folder) {
        var catalogue = aCatalogue()
                .changing("organisation.yaml", "aliases: [N1]\n    owes: {visits: [visits, cases]}", """
                        aliases: [N1]
                            valid-to: 2018-06-30
                            owes: {visits: [visits, cases]}
                          - id: south
                            name: Team South
                            service: front-door
                            aliases: [N1]
                            valid-from: 2018-07-01""")
                .catalogue();
        try (Readings later = Readings.in(folder, catalogue)) {
            Read read = later.sheet(
                    "cases",
                    sheet -> sheet.row("Child ID", "Team", "Council")
                            .row("c1", "N1", "West")
                            .row("c2", "Team North", "West"));

            assertThat(read.findings())
                    .containsExactly(
                            "ERROR north.xlsx, sheet Cases, cell B3: found \"Team North\"; expected the name of"
                                    + " a team, perhaps Team South. Correct the team.");
        }
    }

    @ParameterizedTest(name = "sheet {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void accountsForEveryRowWhateverTheSheetHolds(long seed) {
        var random = new Random(seed);
        var told = new int[1];
        var cells = new int[1];

        Read read = readings.sheet("visits", sheet -> {
            sheet.row(HEADER);
            for (int i = random.nextInt(300); i > 0; i--) {
                sheet.gap(random.nextInt(8) == 0 ? random.nextInt(5) : 0);
                Object[] row = {
                    any(random, "c1", "c2"),
                    any(random, DAY, "3/12/2018"),
                    any(random, 1, "2.5"),
                    any(random, "beside", 7)
                };
                sheet.row(row);
                told[0]++;
                cells[0] += (int) Stream.of(row)
                        .filter(cell -> cell != ToldSheet.Nothing.EMPTY
                                && !cell.toString().isBlank())
                        .count();
            }
        });

        assertThat(read.reading().read()).isEqualTo(told[0]);
        assertThat(read.count().closes()).isTrue();
        assertThat(read.reading().cells().closes()).isTrue();
        assertThat(read.reading().cells().cells()).isEqualTo(cells[0]);
        assertThat(read.reading().refusedRows())
                .doesNotContainAnyElementsOf(read.rows().keySet());
    }

    private static Object any(Random random, Object... sound) {
        Object[] others = {
            ToldSheet.Nothing.EMPTY,
            ToldSheet.Nothing.EMPTY,
            ToldSheet.Nothing.NO_RESULT,
            "",
            " ",
            "?",
            -1,
            1e300,
            true,
            new ToldSheet.Error("#REF!"),
            LocalDate.of(1899, 12, 31)
        };
        return random.nextInt(3) > 0 ? sound[random.nextInt(sound.length)] : others[random.nextInt(others.length)];
    }
}
