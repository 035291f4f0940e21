package org.scrutineer.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestReturn.aReturn;
import static org.scrutineer.validation.Checks.assertAccepted;
import static org.scrutineer.validation.Checks.findings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.TestReturn;
import org.scrutineer.intake.Verdict;
import org.scrutineer.records.Segment;

/** The verdict on a return, and what is kept of it. */
class ReturnCheckerTests {

    private static final LocalDate AFTER = LocalDate.of(2019, 1, 3);
    private static final RowCount VISITS = new RowCount("visits", 2, 2, 0, 0, false);
    private static final RowCount CASES = new RowCount("cases", 1, 1, 0, 0, false);
    private static final RowCount NO_VISITS = new RowCount("visits", 2, 0, 2, 0, false);
    private static final RowCount NO_CASES = new RowCount("cases", 1, 0, 1, 0, false);

    @TempDir
    Path folder;

    private Checks checks;

    @BeforeEach
    void open() {
        checks = Checks.in(folder, aCatalogue());
    }

    @AfterEach
    void close() {
        checks.close();
    }

    @Test
    void acceptsAReturnWithoutFaultAndSealsItsRows() throws Exception {
        CheckedReturn checked = checks.check(aReturn());

        assertAccepted(checked, VISITS, CASES);
        assertThat(checked.segments()).extracting(Segment::dataset).containsExactly("visits", "cases");
        assertThat(checked.segments()).extracting(Segment::rows).containsExactly(2L, 1L);
        assertThat(checked.segments())
                .allSatisfy(
                        segment -> assertThat(checks.records().holds(segment)).isTrue());
        assertThat(checks.sealed(checked, "visits", "child")).containsExactly("c1", "c2");
    }

    @Test
    void acceptsAReturnWithARowKeptOut() throws Exception {
        CheckedReturn checked = checks.check(aReturn().with("Visits!C2", "n/a"));

        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_FINDINGS);
        assertThat(findings(checked))
                .containsExactly("ERROR north.xlsx, sheet Visits, cell C2: found \"n/a\"; expected a number from 0 to"
                        + " 24.5. Type the number in digits. Type 0 if there were none.");
        assertThat(checked.counts()).containsExactly(new RowCount("visits", 2, 1, 1, 0, false), CASES);
        assertThat(checks.sealed(checked, "visits", "child")).containsExactly("c2");
    }

    @Test
    void acceptsAReturnOfWhichNothingButAConversionIsTold() throws Exception {
        CheckedReturn checked = checks.check(aReturn().with("Visits!B2", "3/12/2018"));

        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(checked.findings()).hasSize(1);
        assertThat(checked.counts()).containsExactly(VISITS, CASES);
    }

    @Test
    void refusesAReturnOfWhichNoRowIsLeftSoThatItTakesNobodysPlace() throws Exception {
        CheckedReturn checked =
                checks.check(aReturn().without("Cases").with("Visits!C2", "n/a").with("Visits!C3", "n/a"), "cases");

        assertThat(checked.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(findings(checked))
                .startsWith("BLOCK north.xlsx: expected at least one row that can count; every row has an error."
                        + " Correct the rows and send the return again.");
        assertThat(checked.counts()).containsExactly(NO_VISITS);
        assertThat(checked.segments()).isEmpty();
    }

    @Test
    void tellsASheetTheTeamIsNotAskedForAndCountsItsRows() throws Exception {
        try (Checks others = Checks.in(
                Files.createDirectories(folder.resolve("others")),
                aCatalogue()
                        .changing(
                                "organisation.yaml", "owes: {visits: [visits, cases]}", "owes: {visits: [visits]}"))) {
            CheckedReturn checked = others.check(aReturn());

            assertThat(findings(checked))
                    .containsExactly("WARNING north.xlsx, sheet Cases: found \"1 row\"; expected only the sheets this"
                            + " team is asked for; the rows were read and count in the totals. Remove the sheet, or ask"
                            + " the data officer to put it on the team's list in organisation.yaml.");
            assertThat(checked.counts()).containsExactly(VISITS, CASES);
        }
    }

    @Test
    void refusesAReturnWithAllItsRowsWhereASheetIsMissing() throws Exception {
        CheckedReturn checked = checks.check(aReturn().without("Cases").with("Visits!C2", "n/a"));

        assertThat(checked.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(findings(checked))
                .containsExactly(
                        "BLOCK north.xlsx: expected a sheet Cases or Open cases. Add the sheet, or name it under"
                                + " \"Nothing to report for\" on the Return sheet.",
                        "ERROR north.xlsx, sheet Visits, cell C2: found \"n/a\"; expected a number from 0 to 24.5."
                                + " Type the number in digits. Type 0 if there were none.");
        assertThat(checked.counts()).containsExactly(NO_VISITS);
        assertThat(checked.segments()).isEmpty();
        assertThat(checks.files()).isEmpty();
    }

    @Test
    void acceptsAReturnWithoutASheetThereIsNothingToReportFor() throws Exception {
        assertAccepted(checks.check(aReturn().without("Cases"), "cases"), VISITS);
    }

    @Test
    void acceptsAReturnWithoutASheetThatTheTeamDoesNotOwe() throws Exception {
        try (Checks others =
                Checks.in(folder, aCatalogue().changing("organisation.yaml", "[visits, cases]", "[visits]"))) {
            assertAccepted(others.check(aReturn().without("Cases")), VISITS);
        }
    }

    @Test
    void warnsOfASheetWithoutRows() throws Exception {
        TestReturn empty = aReturn().without("Cases!A2").without("Cases!B2").without("Cases!C2");

        CheckedReturn checked = checks.check(empty);

        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_FINDINGS);
        assertThat(findings(checked))
                .containsExactly(
                        "WARNING north.xlsx, sheet Cases: expected rows, or the sheet's name under \"Nothing to"
                                + " report for\" on the Return sheet. Until one of them is there the sheet counts as not"
                                + " received.");
        assertThat(checked.counts()).containsExactly(VISITS, new RowCount("cases", 0, 0, 0, 0, false));
        assertThat(checked.segments()).extracting(Segment::dataset).containsExactly("visits");
    }

    @Test
    void acceptsAnEmptySheetThereIsNothingToReportFor() throws Exception {
        var nothing = new RowCount("cases", 0, 0, 0, 0, true);

        assertAccepted(checks.check(aReturn().cleared("Cases"), "cases"), VISITS, nothing);
    }

    @Test
    void warnsOfRowsWhereThereIsNothingToReportAndReadsThem() throws Exception {
        CheckedReturn checked = checks.check(aReturn(), "cases");

        assertThat(findings(checked))
                .containsExactly(
                        "WARNING north.xlsx, sheet Cases: found \"1 row\"; expected no rows, as the Return sheet"
                                + " says there is nothing to report. The rows were read. Take the sheet off the list on the"
                                + " Return sheet, or remove them.");
        assertThat(checked.counts()).containsExactly(VISITS, new RowCount("cases", 1, 1, 0, 0, true));
    }

    @Test
    void saysOnceThatASheetHasNoHeader() throws Exception {
        TestReturn headless = aReturn().without("Cases!A1").without("Cases!B1").without("Cases!C1");

        CheckedReturn checked = checks.check(headless);

        assertThat(findings(checked))
                .containsExactly("BLOCK north.xlsx, sheet Cases: expected a row of headers with Child ID, Team,"
                        + " Council. Put the headers of the template above the rows.");
        assertThat(checked.counts()).containsExactly(NO_VISITS, new RowCount("cases", 0, 0, 0, 0, false));
    }

    @Test
    void tellsSheetsOfTheTeamsOwn() throws Exception {
        CheckedReturn checked = checks.check(aReturn().with("Pivot!A1", "Total"));

        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(findings(checked))
                .containsExactly("INFO north.xlsx, sheet Pivot: expected the sheets of the template; this one was not"
                        + " read. Nothing, if it is a sheet of your own.");
    }

    @Test
    void setsAReturnAsideThatIsDamagedHalfWay() throws Exception {
        byte[] whole = Files.readAllBytes(aReturn().saveAs(folder.resolve("whole.xlsx")));
        Path damaged = Damage.toSheet(3, whole, folder.resolve("north.xlsx"));

        CheckedReturn checked = checks.check(damaged);

        assertThat(checked.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(findings(checked))
                .containsExactly("BLOCK north.xlsx: expected an Excel workbook that can be read, but the workbook is"
                        + " damaged or was cut off on its way. Open it in Excel, let Excel repair it, save it and"
                        + " send it again.");
        assertThat(checked.counts()).isEmpty();
        assertThat(checks.files()).isEmpty();
    }

    @Test
    void checksTheNextReturnAfterADamagedOne() throws Exception {
        byte[] whole = Files.readAllBytes(aReturn().saveAs(folder.resolve("whole.xlsx")));
        checks.check(Damage.toSheet(3, whole, folder.resolve("north.xlsx")));

        assertAccepted(checks.check(aReturn()), VISITS, CASES);
    }

    @Test
    void triesAReturnOutWithoutKeepingAnything() throws Exception {
        CheckedReturn tried = checks.tryOut(aReturn());

        assertAccepted(tried, VISITS, CASES);
        assertThat(tried.segments()).isEmpty();
        assertThat(checks.files()).isEmpty();
    }

    @Test
    void sealsTheSameFileToTheSameBytesUnderTheSameName() throws Exception {
        TestReturn large = aReturn();
        for (int row = 4; row < 500; row++) {
            large.row("Visits", row, "c" + row, LocalDate.of(2018, 12, 1 + row % 31), row % 24);
        }
        List<Segment> first = checks.check(large).segments();

        List<Segment> second = checks.check(large).segments();

        assertThat(second).isEqualTo(first);
        assertThat(checks.files())
                .containsExactlyElementsOf(Arrays.asList(
                        "cases/" + first.get(1).fileName(),
                        "visits/" + first.get(0).fileName()));
    }

    @Test
    void sealsUnderAnotherNameWhereWhatIsAskedHasChanged() throws Exception {
        String before = checks.check(aReturn()).segments().get(0).fileName();
        try (Checks stricter =
                Checks.in(folder, aCatalogue().changing("returns/visits.yaml", "max: 24.5", "max: 12"))) {
            assertThat(stricter.check(aReturn()).segments().get(0).fileName()).isNotEqualTo(before);
        }
        try (Checks reorganised =
                Checks.in(folder, aCatalogue().changing("organisation.yaml", "aliases: [N1]", "aliases: [N2]"))) {
            assertThat(reorganised.check(aReturn()).segments().get(0).fileName())
                    .isNotEqualTo(before);
        }
        try (Checks holiday = Checks.in(folder, aCatalogue().changing("calendar.yaml", "2018-12-25", "2018-12-26"))) {
            assertThat(holiday.check(aReturn()).segments().get(0).fileName()).isNotEqualTo(before);
        }
    }

    @Test
    void keepsRowsOfAnotherMonthOutOnlyWhereARuleSaysSo() throws Exception {
        CheckedReturn checked =
                checks.check(aReturn().with("Visits!B2", AFTER).with("Visits!B3", LocalDate.of(2018, 1, 1)));

        assertThat(checked.counts()).containsExactly(new RowCount("visits", 2, 1, 1, 0, false), CASES);
        assertThat(checks.sealed(checked, "visits", "child")).containsExactly("c2");
    }

    @Test
    void refusesEveryRowOfARefusedReturn() throws Exception {
        CheckedReturn checked = checks.check(aReturn().without("Visits!A1"));

        assertThat(checked.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(checked.counts()).containsExactly(NO_VISITS, NO_CASES);
        assertThat(checked.counts()).allMatch(RowCount::closes);
    }
}
