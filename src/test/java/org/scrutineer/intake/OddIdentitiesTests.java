package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestReturn.aReturn;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.scrutineer.workbook.SourceWorkbook;
import org.scrutineer.workbook.TestWorkbooks;

/** Returns that say whose they are, in a way that can hardly be right; read on 9 January 2019. */
class OddIdentitiesTests {

    private static final Catalogue CATALOGUE = aCatalogue()
            .changing(
                    "organisation.yaml",
                    "  - id: north",
                    "  - {id: south, name: Team South, service: front-door, owes: {}}\n  - id: north")
            .changing("returns/visits.yaml", "template-versions: [\"2\", \"1\"]", """
                    template-versions:
                      - "2"
                      - version: "1"
                        datasets:
                          visits: {lacks: [hours], columns: {visited: {header: [Day]}}}
                          cases: {columns: {authority: {codes: {WNC: [Western]}}}}
                      - version: "0"
                        lacks: [cases]""")
            .with("returns/plan.yaml", """
                    id: plan
                    name: Plan
                    template-versions: "1"
                    expected: when-sent
                    datasets:
                      actions:
                        name: Actions
                        sheet: Actions
                        key: action
                        kind: snapshot
                        columns:
                          action: {header: Action, type: text}
                    """)
            .with("returns/stated.yaml", """
                    id: stated
                    name: Stated
                    template-versions: "1"
                    expected: when-sent
                    in-every-return: true
                    datasets:
                      stated_figures:
                        name: Stated figures
                        sheet: Stated figures
                        key: indicator
                        kind: snapshot
                        purpose: stated-figures
                        columns:
                          indicator: {header: Indicator, type: text, required: true}
                          value: {header: Value, type: decimal}
                    """)
            .catalogue();

    @TempDir
    Path folder;

    @Test
    void nothingIsSaidOfAReturnThatIsAsItShouldBe() throws Exception {
        assertThat(read(aReturn(), "2018-12/Team North/north.xlsx")).isEmpty();
    }

    @Test
    void tellsOfADayInTheFuture() throws Exception {
        assertThat(read(aReturn().with("Return!B6", LocalDate.of(2091, 1, 8)), "north.xlsx"))
                .containsExactly(
                        "WARNING north.xlsx, sheet Return, cell B6: found \"8 Jan 2091\"; expected a day up to 9 Jan"
                                + " 2019, when the return was read. Correct Prepared on: until that day no correction can take the"
                                + " return's place.");
    }

    @Test
    void tellsOfAReturnPreparedBeforeThePeriodWasOver() throws Exception {
        assertThat(read(aReturn().with("Return!B6", LocalDate.of(2018, 12, 31)), "north.xlsx"))
                .containsExactly(
                        "WARNING north.xlsx, sheet Return, cell B6: found \"31 Dec 2018\"; expected a day after 31"
                                + " Dec 2018, the end of the period. Send the return again once the month is over, or correct"
                                + " Prepared on or the period.");
    }

    @Test
    void asksAboutAFolderNamedForAnotherPeriodOrTeam() throws Exception {
        assertThat(read(aReturn(), "2018-11/Team South/north.xlsx"))
                .containsExactly(
                        "QUERY 2018-11/Team South/north.xlsx, sheet Return, cell B4: found \"2018-12\"; expected November"
                                + " 2018, as the folder is named; the return counts for December 2018. Confirm the period,"
                                + " or correct it and send the return again.",
                        "QUERY 2018-11/Team South/north.xlsx: found \"Team North\"; expected a return of Team South, as the"
                                + " folder is named. Confirm the team, or correct it and send the return again.");
    }

    @Test
    void tellsOfAPeriodInWhichNoEventFalls() throws Exception {
        TestReturn ofAnotherYear =
                aReturn().with("Return!B4", "2017-12").row("Visits", 4, "c3", LocalDate.of(2018, 12, 5), 1);

        assertThat(read(ofAnotherYear, "north.xlsx"))
                .containsExactly(
                        "WARNING north.xlsx, sheet Return, cell B4: found \"2017-12\"; expected the period that the"
                                + " rows are about: all 3 dated events are from 3 Dec 2018 to 5 Dec 2018. Correct the period, or"
                                + " send the rows of this one.");
    }

    @Test
    void readsAnOlderVersionAsItWasMeant() throws Exception {
        TestReturn older =
                aReturn().with("Return!B2", "1").with("Visits!B1", "Day").without("Visits!C1");
        older.without("Visits!C2").without("Visits!C3").with("Cases!C2", "Western");

        assertThat(read(older, "north.xlsx"))
                .containsExactly(
                        "INFO north.xlsx, sheet Return, cell B2: found \"1\"; expected template version 2 of visits;"
                                + " the older version was read as it was meant. Use the current template next time.");
    }

    @Test
    void missesNoSheetThatTheOlderVersionHadNot() throws Exception {
        assertThat(read(aReturn().with("Return!B2", "0").without("Cases"), "north.xlsx"))
                .containsExactly(
                        "INFO north.xlsx, sheet Return, cell B2: found \"0\"; expected template version 2 of visits;"
                                + " the older version was read as it was meant. Use the current template next time.");
    }

    @Test
    void tellsOfTheTemplateOfAnotherType() throws Exception {
        assertThat(read(aReturn().with("Return!B1", "plan").with("Return!B2", "1"), "north.xlsx"))
                .containsExactlyInAnyOrder(
                        "BLOCK north.xlsx: found \"Visits, Cases\"; expected the sheets of plan, such as Actions; these are"
                                + " sheets of visits. Correct the return type on the Return sheet, or use the template of"
                                + " plan.",
                        "INFO north.xlsx, sheet Visits: expected the sheets of the template; this one was not read."
                                + " Nothing, if it is a sheet of your own.",
                        "INFO north.xlsx, sheet Cases: expected the sheets of the template; this one was not read."
                                + " Nothing, if it is a sheet of your own.");
    }

    @Test
    void anyTeamMaySendWhatNobodyOwes() throws Exception {
        TestReturn plan = aReturn()
                .without("Visits")
                .without("Cases")
                .with("Return!B1", "plan")
                .with("Return!B2", "1");
        plan.row("Actions", 1, "Action").row("Actions", 2, "Recruit");

        assertThat(read(plan.with("Return!B3", "Team South"), "north.xlsx")).isEmpty();
        assertThat(read(plan.with("Return!B3", "The trust"), "north.xlsx")).isEmpty();
    }

    @Test
    void aSheetOfStatedFiguresMayStandInAnyReturn() throws Exception {
        TestReturn stated =
                aReturn().row("Stated figures", 1, "Indicator", "Value").row("Stated figures", 2, "V01", 90.5);

        assertThat(read(stated, "north.xlsx")).isEmpty();
        assertThat(datasets).containsExactly("visits 2", "cases 1", "stated_figures 1");
    }

    private List<String> datasets = List.of();

    /** The sentences of what is found. */
    private List<String> read(TestReturn sent, String name) throws Exception {
        Path file = sent.saveAs(folder.resolve("sent.xlsx"));
        ReturnIdentity.Known known;
        try (SourceWorkbook workbook = TestWorkbooks.sourceWorkbooks().open(file, name)) {
            known = (ReturnIdentity.Known)
                    new ReturnIdentifier(CATALOGUE).identify(workbook, name).identity();
        }
        var submission = new Submission(
                1,
                "",
                name,
                known.returnType(),
                known.team(),
                known.period(),
                known.preparedOn(),
                known.nothingToReport());
        try (RecordStore records = new RecordStore(
                        CATALOGUE,
                        RecordsProperties.defaults(folder.resolve("records").toString()));
                var staged = records.stage(submission.period())) {
            ReturnReader.Reading reading = TestReader.of(CATALOGUE).read(file, submission, List.of(), staged);
            datasets = reading.datasets().stream()
                    .map(dataset -> dataset.dataset().id() + " " + dataset.read())
                    .toList();
            return reading.findings().stream()
                    .map(finding -> finding.severity() + " " + finding.sentence())
                    .toList();
        }
    }
}
