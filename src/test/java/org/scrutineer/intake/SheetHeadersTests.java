package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.intake.Readings.Read;

/** How the columns of the sheet Visits are found: Child ID (required), Date and Hours. */
class SheetHeadersTests {

    private static final LocalDate DAY = LocalDate.of(2018, 12, 3);
    private static final List<String> ROW = List.of("c1", "3 Dec 2018", "1.5");

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
    void findsTheHeaderUnderTitlesAndNotes() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Visits of Team North")
                        .row()
                        .row("As at", LocalDate.of(2018, 12, 31))
                        .row("Date", "printed")
                        .row("Child ID", "Date", "Hours")
                        .row("c1", DAY, 1.5));

        assertThat(read).isEqualTo(new Read(List.of(), Map.of(6, ROW), reading(1, 1, 2, 3)));
    }

    @Test
    void findsTheHeaderInTheLastOfFiftyRows() {
        Read read = readings.sheet(
                "visits",
                sheet -> titles(sheet, 49).row("Child ID", "Date", "Hours").row("c1", DAY, 1.5));

        assertThat(read).isEqualTo(new Read(List.of(), Map.of(51, ROW), reading(1, 1, 2, 3)));
    }

    @Test
    void looksNoFurtherThanFiftyRows() {
        Read read = readings.sheet(
                "visits",
                sheet -> titles(sheet, 50).row("Child ID", "Date", "Hours").row("c1", DAY, 1.5));

        assertThat(read.findings())
                .containsExactly("BLOCK north.xlsx, sheet Visits: expected a row of headers with Child ID."
                        + " Put the headers of the template above the rows.");
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void findsColumnsInAnyOrderAndAnywhereByAnyOfTheirNames() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("", "HOURS", "", " date\u00a0", "child").row("", 1.5, "", DAY, "c1"));

        assertThat(read.findings()).isEmpty();
        assertThat(read.rows()).isEqualTo(Map.of(2, ROW));
        assertThat(read.reading().columns())
                .isEqualTo(Map.of(
                        "child", new DatasetReading.Match(5, "child"),
                        "visited", new DatasetReading.Match(4, "date"),
                        "hours", new DatasetReading.Match(2, "HOURS")));
    }

    @Test
    void readsAHeaderOfTwoLinesAsOne() {
        Read read = readings.sheet(
                "visits", sheet -> sheet.row("Child\nID", "Date", "Hours").row("c1", DAY, 1.5));

        assertThat(read).isEqualTo(new Read(List.of(), Map.of(2, ROW), reading(1, 1, 2, 3)));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
            Child ID*       | Date (dd/mm/yyyy) | Hours:
            Child ID :      | Date dd/mm/yy     | Hours (required)
            Child\u00a0ID  | Date\u200b       | \uff28ours
            CHILD  ID.      | Date*             | Hours?
            """)
    void findsColumnsWhateverHintsAndMarksStandBehindTheirNames(String child, String date, String hours) {
        Read read =
                readings.sheet("visits", sheet -> sheet.row(child, date, hours).row("c1", DAY, 1.5));

        assertThat(read.findings()).isEmpty();
        assertThat(read.rows()).isEqualTo(Map.of(2, ROW));
    }

    @Test
    void takesNoColumnForAnotherThatHasAWordInBrackets() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child ID", "Date", "Hours (planned)").row("c1", DAY, 1.5));

        assertThat(read.rows()).isEqualTo(Map.of(2, List.of("c1", "3 Dec 2018", "")));
    }

    @Test
    void readsAHeaderOfTwoRowsByTheLowerText() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Visits of Team North")
                        .row("Child", "Visit", "", "")
                        .row("", "Date", "Hours", "Place")
                        .row("c1", DAY, 1.5, "home"));

        assertThat(read.findings())
                .containsExactly("INFO north.xlsx, sheet Visits, cell D3: found \"Visit Place\"; expected a column that"
                        + " is asked for. Nothing, if it is a column of your own: it was not read.");
        assertThat(read.rows()).isEqualTo(Map.of(4, ROW));
        assertThat(read.reading().columns())
                .isEqualTo(Map.of(
                        "child", new DatasetReading.Match(1, "Child"),
                        "visited", new DatasetReading.Match(2, "Date"),
                        "hours", new DatasetReading.Match(3, "Hours")));
    }

    @Test
    void readsTheLowerHalfOfAHeaderWhoseUpperHalfCouldStandAlone() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child ID", "Date", "Length", "")
                        .row("", "", "Hours", "Minutes")
                        .row("c1", DAY, 1.5, 90));

        assertThat(read.rows()).isEqualTo(Map.of(3, ROW));
        assertThat(read.count()).isEqualTo(new RowCount("visits", 1, 1, 0, 0, false));
        assertThat(read.reading().cells()).isEqualTo(new CellCount(4, 3, 1, 0));
    }

    @Test
    void readsAHeaderOfTwoRowsByGroupAndLowerText(@TempDir Path folder) {
        var catalogue = SmallCatalogue.aCatalogue()
                .changing("returns/visits.yaml", "hours: {header: [Hours]", "hours: {header: [Second visit hours]")
                .changing("returns/visits.yaml", "visited: {header: [Date]", "visited: {header: [Second visit date]")
                .catalogue();
        try (Readings grouped = Readings.in(folder, catalogue)) {
            Read read = grouped.sheet(
                    "visits",
                    sheet -> sheet.row("", "First visit", "", "Second visit", "")
                            .row("Child ID", "Date", "Hours", "Date", "Hours")
                            .row("c1", DAY.minusDays(7), 9, DAY, 1.5));

            assertThat(read.rows()).isEqualTo(Map.of(3, ROW));
            assertThat(read.findings())
                    .containsExactly(
                            "INFO north.xlsx, sheet Visits, cell B2: found \"First visit Date\"; expected a column that"
                                    + " is asked for. Nothing, if it is a column of your own: it was not read.",
                            "INFO north.xlsx, sheet Visits, cell C2: found \"First visit Hours\"; expected a column"
                                    + " that is asked for. Nothing, if it is a column of your own: it was not read.");
        }
    }

    @Test
    void tellsTheColumnsOfASecondGroupAsRepeated() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child", "First visit", "", "Second visit", "")
                        .row("", "Date", "Hours", "Date", "Hours")
                        .row("c1", DAY, 1.5, DAY, 9));

        assertThat(read.rows()).isEqualTo(Map.of(3, ROW));
        assertThat(read.findings())
                .containsExactly(
                        "WARNING north.xlsx, sheet Visits, cell D2: found \"Second visit Date\"; expected the column"
                                + " Date once; it was read from column B. Remove the column that is wrong, or give it"
                                + " another header.",
                        "WARNING north.xlsx, sheet Visits, cell E2: found \"Second visit Hours\"; expected the column"
                                + " Hours once; it was read from column C. Remove the column that is wrong, or give it"
                                + " another header.");
    }

    @Test
    void takesTheFirstRecordForNoHalfOfAHeader() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child ID", "Date").row("c1", "03/12/2018").row("c2", "Hours"));

        assertThat(read.rows()).containsOnlyKeys(2);
        assertThat(read.reading().refusedRows()).containsExactly(3);
    }

    @Test
    void knowsBothRowsOfAHeaderAgain() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child", "Visit", "")
                        .row("", "Date", "Hours")
                        .row("c1", DAY, 1.5)
                        .row("Child", "Visit", "")
                        .row("", "Date", "Hours")
                        .row("c2", DAY, 1.5));

        assertThat(read.findings())
                .containsExactly("INFO north.xlsx, sheet Visits, cell A4: found \"2 rows\"; expected the header once;"
                        + " these rows repeat it and do not count. Nothing.");
        assertThat(read.rows()).containsOnlyKeys(3, 6);
    }

    @Test
    void tellsAColumnNobodyAskedForWithTheNearestThatIsMissing() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child ID", "Date", "Hour", "Remarks").row("c1", DAY, 1.5, "n/a"));

        assertThat(read.findings())
                .containsExactly(
                        "INFO north.xlsx, sheet Visits, cell C1: found \"Hour\"; expected a column that is asked for,"
                                + " perhaps Hours. Nothing, if it is a column of your own: it was not read.",
                        "INFO north.xlsx, sheet Visits, cell D1: found \"Remarks\"; expected a column that is asked"
                                + " for. Nothing, if it is a column of your own: it was not read.",
                        "WARNING north.xlsx, sheet Visits, cell A1: expected a column Hours."
                                + " Add the column, or correct its header.");
        assertThat(read.rows()).isEqualTo(Map.of(2, List.of("c1", "3 Dec 2018", "")));
    }

    @Test
    void suggestsNoColumnThatIsThere() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child ID", "Date", "Hours", "Child IDs").row("c1", DAY, 1.5, "c2"));

        assertThat(read.findings())
                .containsExactly("INFO north.xlsx, sheet Visits, cell D1: found \"Child IDs\"; expected a column that"
                        + " is asked for. Nothing, if it is a column of your own: it was not read.");
    }

    @Test
    void readsTheFirstOfTwoColumnsOfOneNameAndTellsTheOther() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Child ID", "Date", "Hours", "Child").row("c1", DAY, 1.5, "c2"));

        assertThat(read)
                .isEqualTo(new Read(
                        List.of("WARNING north.xlsx, sheet Visits, cell D1: found \"Child\"; expected the column Child"
                                + " ID once; it was read from column A. Remove the column that is wrong, or give it"
                                + " another header."),
                        Map.of(2, ROW),
                        reading(1, 1, 2, 3, new CellCount(4, 3, 1, 0))));
    }

    @Test
    void tellsARequiredColumnThatIsMissingOnceAndNotRowByRow() {
        Read read = readings.sheet(
                "visits",
                sheet -> sheet.row("Date", "Hours").row(DAY, 1.5).row(DAY, 2).row("tbc", 2));

        assertThat(read.findings())
                .containsExactly(
                        "BLOCK north.xlsx, sheet Visits, cell A1: expected a column Child ID or Child."
                                + " Add the column, or correct its header.",
                        "ERROR north.xlsx, sheet Visits, cell A4: found \"tbc\"; expected a date such as 31/12/2018."
                                + " Type the date as day/month/year.");
        assertThat(read.rows()).isEmpty();
        assertThat(read.count()).isEqualTo(new RowCount("visits", 3, 0, 3, 0, false));
    }

    @Test
    void tellsThatNoRowIsAHeader() {
        Read read = readings.sheet("visits", sheet -> sheet.row("c1", DAY, 1.5).row("c2", DAY, 1));

        assertThat(read.findings())
                .containsExactly("BLOCK north.xlsx, sheet Visits: expected a row of headers with Child ID."
                        + " Put the headers of the template above the rows.");
        assertThat(read.rows()).isEmpty();
    }

    @Test
    void leavesASheetWithoutAnyValueAsOneWithoutRows() {
        Read read = readings.sheet(
                "visits", sheet -> sheet.row().row("", " ").gap(3).row());

        assertThat(read.findings()).isEmpty();
        assertThat(read.count()).isEqualTo(new RowCount("visits", 0, 0, 0, 0, false));
    }

    private static ToldSheet titles(ToldSheet sheet, int rows) {
        for (int i = 0; i < rows; i++) {
            sheet.row("A note");
        }
        return sheet;
    }

    private static DatasetReading reading(long rows, int child, int visited, int hours) {
        return reading(rows, child, visited, hours, new CellCount(3 * rows, 3 * rows, 0, 0));
    }

    private static DatasetReading reading(long rows, int child, int visited, int hours, CellCount cells) {
        Dataset visits = SmallCatalogue.aCatalogue().catalogue().datasets().get(0);
        return new DatasetReading(
                visits,
                "Visits",
                Map.of(
                        "child", new DatasetReading.Match(child, "Child ID"),
                        "visited", new DatasetReading.Match(visited, "Date"),
                        "hours", new DatasetReading.Match(hours, "Hours")),
                rows,
                java.util.Set.of(),
                0,
                cells);
    }
}
