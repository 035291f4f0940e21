package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.workbook.TestWorkbook.aWorkbook;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.records.Segment;
import org.scrutineer.records.SelectedSegment;
import org.scrutineer.records.StagedReturn;
import org.scrutineer.records.Window;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.TestWorkbook;
import org.scrutineer.workbook.TestWorkbooks;

/** A workbook that others designed: three lists of children, each with a title, and no sheet Return. */
class SheetsOnlyTests {

    private static final Catalogue CATALOGUE =
            aCatalogue().with("returns/lists.yaml", """
                    id: lists
                    name: Children's lists
                    template-versions:
                      - "2024"
                      - version: "2019"
                        datasets: {leavers: {lacks: [adviser]}}
                    expected: when-sent
                    without-return-sheet: {period-from: [file-name, folder, last-saved]}
                    datasets:
                      contacts:
                        name: Contacts
                        sheet: [List_1]
                        key: [child, contacted]
                        kind: flow
                        event-date: contacted
                        months-covered: 6
                        columns:
                          child: {header: [Child Unique ID], type: text, required: true}
                          contacted: {header: [Date of Contact], type: date}
                          told_by: {header: [Contact Source], type: text}
                      plans:
                        name: Plans
                        sheet: [List_2]
                        key: [child]
                        kind: snapshot
                        team-column: allocated_team
                        columns:
                          child: {header: [Child Unique ID], type: text, required: true}
                          planned: {header: [Plan Start Date], type: date}
                          allocated_team: {header: [Allocated Team], type: text, blank: unallocated}
                      leavers:
                        name: Leavers
                        sheet: [List_3]
                        key: [child]
                        kind: snapshot
                        columns:
                          child: {header: [Child Unique ID], type: text, required: true}
                          in_touch: {header: [LA In Touch], type: yes-no}
                          adviser: {header: [Allocated Personal Advisor], type: text}
                    """).catalogue();

    @TempDir
    Path folder;

    @Test
    void isKnownByItsHeadersAsTheReturnOfTheWhole() throws Exception {
        Identified identified = identify(lists(), "Annex 2018-12.xlsx");

        assertThat(identified.identity())
                .isEqualTo(new ReturnIdentity.Known(
                        "lists", "trust", ReportingPeriod.of(2018, 12), LocalDate.of(2019, 1, 8), Set.of()));
        assertThat(identified.templateVersion()).isEqualTo("2024");
        assertThat(sentences(identified.noticed()))
                .containsExactly(
                        "INFO Annex 2018-12.xlsx: expected a sheet Return; without one it was read as Children's"
                                + " lists, template version 2024, of The trust for December 2018, as the name of the file says,"
                                + " prepared on 8 Jan 2019, when it was last saved. Nothing, if this is right.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2018-11/Annex.xlsx | November 2018, as the name of its folder says
            Annex.xlsx         | January 2019, the month in which it was last saved
            """)
    void asksForConfirmationOfAPeriodThatTheNameDoesNotSay(String file, String period) throws Exception {
        assertThat(sentences(identify(lists(), file).noticed()))
                .containsExactly("QUERY " + file + ": expected a sheet Return; without one it was read as Children's"
                        + " lists, template version 2024, of The trust for " + period
                        + ", prepared on 8 Jan 2019, when it was last saved. Confirm the period, or put it into the name of"
                        + " the file, such as 2019-12, and send it again.");
    }

    @Test
    void needsAMonthAndADayFromSomewhere() throws Exception {
        String noDay =
                ": found \"Annex%s.xlsx\"; expected a day in the name of the file, such as 2019-12-31, as neither a"
                        + " sheet Return nor the workbook itself says when it was prepared. Save the workbook in Excel, or put"
                        + " the day into the name of the file, and send it again.";

        assertThat(refused("Annex.xlsx"))
                .containsExactly(
                        "BLOCK Annex.xlsx: found \"Annex.xlsx\"; expected one month in the name of the file, such as"
                                + " 2019-12, as it has no sheet Return; by its sheets it is Children's lists. Put the month"
                                + " into the name of the file and send it again.",
                        "BLOCK Annex.xlsx" + noDay.formatted(""));
        assertThat(refused("Annex 2018-12.xlsx"))
                .containsExactly("BLOCK Annex 2018-12.xlsx" + noDay.formatted(" 2018-12"));
    }

    /** What is told of the lists in a workbook that does not say when it was saved. */
    private List<String> refused(String name) throws Exception {
        Path file = lists().saveAs(folder.resolve("sent.xlsx"));
        try (SourceWorkbook workbook = TestWorkbooks.sourceWorkbooks().open(file, name)) {
            var unknown = (ReturnIdentity.Unknown)
                    new ReturnIdentifier(CATALOGUE).identify(workbook, name).identity();
            return sentences(unknown.findings());
        }
    }

    @Test
    void aSheetReturnThatIsHiddenIsReadAndTold() throws Exception {
        TestWorkbook workbook = lists();
        workbook.sheet("Return").row(1, "Return type", "lists").row(2, "Template version", "2024");
        workbook.row(3, "Team", "Team North").row(4, "Period", "Dec-18").row(5, "Prepared on", "8 January 2019");
        workbook.hiddenSheet();

        assertThat(sentences(identify(workbook, "north.xlsx").noticed()))
                .containsExactly(
                        "INFO north.xlsx, sheet Return: expected a sheet that everybody can see; it was read all"
                                + " the same. Unhide the sheet, so that whoever sends the workbook sees what it says of itself.");
    }

    @Test
    void takesTheDayInTheNameForTheDayItWasPrepared() throws Exception {
        var known = (ReturnIdentity.Known)
                identify(lists(), "Annex 2018-12-31.xlsx").identity();

        assertThat(known.preparedOn()).hasToString("2018-12-31");
    }

    @Test
    void tellsTheOlderLayoutByTheColumnsItLacks() throws Exception {
        assertThat(identify(olderLists(), "2018-12.xlsx").templateVersion()).isEqualTo("2019");
        assertThat(read(olderLists(), "2018-12.xlsx"))
                .noneMatch(sentence -> sentence.contains("Allocated Personal Advisor"));
    }

    @Test
    void knowsASheetOfAnotherNameByItsHeaders() throws Exception {
        TestWorkbook renamed =
                contacts().sheet("Plans at 31 Dec").row(1, "Child Unique ID", "Plan Start Date", "Allocated Team");
        renamed.sheet("Codes_used").row(1, "Gender", "Ethnicity");
        renamed.sheet("List_3").row(1, "Child Unique ID", "LA In Touch", "Allocated Personal Advisor");

        assertThat(read(renamed, "2018-12.xlsx"))
                .contains(
                        "INFO 2018-12.xlsx, sheet Plans at 31 Dec: expected the name List_2; the sheet was known by its"
                                + " headers and read as Plans. Nothing, if this is right.",
                        "INFO 2018-12.xlsx, sheet Codes_used: expected the sheets of the template; this one was not read."
                                + " Nothing, if it is a sheet of your own.");
    }

    @Test
    void takesNeitherOfTwoSheetsWithTheSameHeaders() throws Exception {
        TestWorkbook twice = contacts().sheet("Plans A").row(1, "Child Unique ID", "Plan Start Date", "Allocated Team");
        twice.sheet("Plans B").row(1, "Child Unique ID", "Plan Start Date", "Allocated Team");
        twice.sheet("List_3").row(1, "Child Unique ID", "LA In Touch", "Allocated Personal Advisor");

        assertThat(read(twice, "2018-12.xlsx"))
                .contains(
                        "BLOCK 2018-12.xlsx: found \"Plans A, Plans B\"; expected one sheet with the headers of Plans, or"
                                + " one named List_2. Remove the sheets that are not meant to count, or name the one that is.");
    }

    @Test
    void countsARowOfNoKnownTeamForTheWhole() throws Exception {
        TestWorkbook rows = contacts().sheet("List_2").row(1, "Child Unique ID", "Plan Start Date", "Allocated Team");
        rows.row(2, "c1", LocalDate.of(2018, 12, 3), "Team North").row(3, "c2", LocalDate.of(2018, 12, 3), "AT");
        rows.row(4, "c3", LocalDate.of(2018, 12, 3), "AT").row(5, "c4", LocalDate.of(2018, 12, 3), "Unallocated");
        rows.sheet("List_3").row(1, "Child Unique ID", "LA In Touch", "Allocated Personal Advisor");

        assertThat(read(rows, "2018-12.xlsx"))
                .contains(
                        "WARNING 2018-12.xlsx, sheet List_2, cell C3: found \"AT\"; expected the name of a team; the 2 rows"
                                + " with it count for The trust as a whole, and for no team. Correct the team, or ask the"
                                + " data officer to add the name to a team's aliases in organisation.yaml.",
                        "INFO 2018-12.xlsx, sheet List_2, cell C5: found \"\"; expected the name of a team; 1 row without one"
                                + " counts for The trust as a whole, and for no team. Enter the team where there is one.");
        assertThat(teams).containsExactly("north", "trust", "trust", "trust");
    }

    @Test
    void readsRowsWithoutAColumnForTheTeam() throws Exception {
        TestWorkbook rows = contacts().sheet("List_2").row(1, "Child Unique ID", "Plan Start Date");
        rows.row(2, "c1", LocalDate.of(2018, 12, 3));
        rows.sheet("List_3").row(1, "Child Unique ID", "LA In Touch", "Allocated Personal Advisor");

        assertThat(read(rows, "2018-12.xlsx"))
                .contains(
                        "WARNING 2018-12.xlsx, sheet List_2, cell A1: expected a column Allocated Team. Add the column, or"
                                + " correct its header.");
        assertThat(teams).containsExactly("trust");
    }

    @Test
    void needsThreeSheetsWithTheHeadersOfTheType() throws Exception {
        TestWorkbook two = contacts().sheet("List_2").row(1, "Child Unique ID", "Plan Start Date", "Allocated Team");
        two.sheet("List_3").row(1, "Something", "else");

        assertThat(identify(two, "2018-12.xlsx").identity())
                .isInstanceOfSatisfying(
                        ReturnIdentity.Unknown.class,
                        unknown -> assertThat(unknown.findings())
                                .extracting(Finding::rule)
                                .containsExactly("return-sheet-missing"));
    }

    @Test
    void tellsOfAListThatIsNotThere() throws Exception {
        TestWorkbook workbook = lists();
        workbook.sheet("Return").row(1, "Return type", "lists").row(2, "Template version", "2024");
        workbook.row(3, "Team", "The trust").row(4, "Period", "Dec-18").row(5, "Prepared on", "8 January 2019");
        assertThat(read(workbook, "north.xlsx")).noneMatch(sentence -> sentence.contains("sheet List"));

        TestWorkbook one = contacts();
        one.sheet("Return").row(1, "Return type", "lists").row(2, "Template version", "2024");
        one.row(3, "Team", "Team North").row(4, "Period", "Dec-18").row(5, "Prepared on", "8 January 2019");
        assertThat(read(one, "north.xlsx"))
                .containsExactly(
                        "WARNING north.xlsx: expected a sheet List_2. Add the sheet, or correct its name, if there is"
                                + " something to report.",
                        "WARNING north.xlsx: expected a sheet List_3. Add the sheet, or correct its name, if there is"
                                + " something to report.");
    }

    @Test
    void isRefusedWhereNoListIsThere() throws Exception {
        TestWorkbook none = aWorkbook();
        none.sheet("Return").row(1, "Return type", "lists").row(2, "Template version", "2024");
        none.row(3, "Team", "Team North").row(4, "Period", "Dec-18").row(5, "Prepared on", "8 January 2019");

        assertThat(read(none, "north.xlsx"))
                .containsExactly(
                        "BLOCK north.xlsx: expected a sheet List_1. Add the sheet, or correct its name.",
                        "BLOCK north.xlsx: expected a sheet List_2. Add the sheet, or correct its name.",
                        "BLOCK north.xlsx: expected a sheet List_3. Add the sheet, or correct its name.");
    }

    private static TestWorkbook contacts() {
        return aWorkbook()
                .sheet("List_1")
                .row(1, "List 1: Contacts")
                .row(2, "Child Unique ID", "Date of Contact", "Contact Source")
                .row(3, "c1", LocalDate.of(2018, 12, 3), "School");
    }

    private static TestWorkbook lists() {
        TestWorkbook workbook = contacts();
        workbook.sheet("List_2").row(1, "List 2: Plans").row(2, "Child Unique ID", "Plan Start Date", "Allocated Team");
        workbook.sheet("List_3").row(1, "Child Unique ID", "LA In Touch", "Allocated Personal Advisor");
        return workbook;
    }

    private static TestWorkbook olderLists() {
        TestWorkbook workbook =
                contacts().sheet("List_2").row(1, "Child Unique ID", "Plan Start Date", "Allocated Team");
        return workbook.sheet("List_3").row(1, "Child Unique ID", "LA In Touch");
    }

    private Identified identify(TestWorkbook sent, String name) throws Exception {
        try (SourceWorkbook workbook = TestWorkbooks.sourceWorkbooks().open(save(sent), name)) {
            return new ReturnIdentifier(CATALOGUE).identify(workbook, name);
        }
    }

    private List<String> teams = List.of();

    /** The sentences of what is found when it is read as a return of December 2018. */
    private List<String> read(TestWorkbook sent, String name) throws Exception {
        var submission = new Submission(
                1, "", name, "lists", "trust", ReportingPeriod.of(2018, 12), LocalDate.of(2019, 1, 8), Set.of());
        try (RecordStore records = new RecordStore(
                        CATALOGUE,
                        RecordsProperties.defaults(folder.resolve("records").toString()));
                var staged = records.stage(submission.period())) {
            ReturnReader.Reading reading = TestReader.of(CATALOGUE).read(save(sent), submission, List.of(), staged);
            if (reading.datasets().stream()
                    .anyMatch(dataset -> dataset.dataset().id().equals("plans"))) {
                teams = teams(staged, submission, records);
            }
            return sentences(reading.findings());
        }
    }

    /** The teams that the rows of the plans belong to, in the order of the sheet; none where it was not read. */
    private static List<String> teams(StagedReturn staged, Submission submission, RecordStore records)
            throws IOException {
        Dataset plans =
                CATALOGUE.returnType("lists").orElseThrow().dataset("plans").orElseThrow();
        Segment segment = staged.seal(plans, Set.of(), "plans.parquet");
        var selected = new SelectedSegment(segment, submission.period(), submission.preparedOn(), 1);
        try (RecordSet set = records.select(List.of(selected), submission.period())) {
            return set.query(
                    "select team from plans order by sheet_row",
                    Window.of(submission.period()),
                    row -> row.getString(1));
        }
    }

    private Path save(TestWorkbook sent) throws IOException {
        return sent.lastSaved(LocalDate.of(2019, 1, 8)).saveAs(folder.resolve("sent.xlsx"));
    }

    private static List<String> sentences(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity() + " " + finding.sentence())
                .toList();
    }
}
