package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scrutineer.catalogue.Severity;

/** Findings, with the addresses, counts and verdicts that go with them. */
class FindingTests {

    @Test
    void isOneSentenceOfPlaceFoundExpectedAndRemedy() {
        assertThat(finding(Severity.ERROR, "Activity", "C14", "n/a").sentence())
                .isEqualTo("north.xlsx, sheet Activity, cell C14: found \"n/a\"; expected a number. Correct it.");
    }

    @Test
    void leavesOutWhatItDoesNotKnow() {
        assertThat(finding(Severity.ERROR, "Activity", null, "n/a").sentence())
                .isEqualTo("north.xlsx, sheet Activity: found \"n/a\"; expected a number. Correct it.");
        assertThat(finding(Severity.ERROR, null, null, null).sentence())
                .isEqualTo("north.xlsx: expected a number. Correct it.");
    }

    @Test
    void namesFiveFurtherCellsAndCountsTheOthers() {
        assertThat(about(new CellPlace("Activity", "D14")).where())
                .isEqualTo("north.xlsx, sheet Activity, cell C14, also cell D14");
        assertThat(about(
                                new CellPlace("Activity", "D14"),
                                new CellPlace("Workers", "B2"),
                                new CellPlace("Workers", "B3"))
                        .where())
                .isEqualTo("north.xlsx, sheet Activity, cell C14, also cell D14, sheet Workers, cell B2 and cell B3");
        assertThat(about(IntStream.range(2, 19)
                                .mapToObj(row -> new CellPlace("Workers", "B" + row))
                                .toArray(CellPlace[]::new))
                        .where())
                .isEqualTo("north.xlsx, sheet Activity, cell C14, also sheet Workers, cell B2, cell B3, cell B4,"
                        + " cell B5, cell B6 and 12 more");
    }

    @Test
    void saysWhyItIsPutUpWith() {
        var waived = new Finding(
                "a-rule",
                Severity.ERROR,
                "north.xlsx",
                null,
                null,
                null,
                "a number",
                "Correct it.",
                List.of(),
                "Waived until 31 March 2019.");

        assertThat(waived.sentence())
                .isEqualTo("north.xlsx: expected a number. Correct it. Waived until 31 March 2019.");
        assertThat(waived.keepsOut()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"BLOCK, true", "ERROR, true", "WARNING, false", "QUERY, false", "INFO, false"})
    void keepsOutWhatItIsAboutWhereItIsAnErrorOrWorse(Severity severity, boolean keepsOut) {
        assertThat(finding(severity, null, null, null).keepsOut()).isEqualTo(keepsOut);
    }

    private static Finding about(CellPlace... further) {
        return new Finding(
                "a-rule",
                Severity.ERROR,
                "north.xlsx",
                "Activity",
                "C14",
                "n/a",
                "a number",
                "Correct it.",
                List.of(further),
                null);
    }

    @Test
    void isToldAfterWhatIsWorseAndWhatStandsAboveOrLeftOfIt() {
        Finding block = finding(Severity.BLOCK, "Visits", "Z99", "");
        Finding sheet = finding(Severity.ERROR, "Cases", null, "");
        Finding a2 = finding(Severity.ERROR, "Cases", "A2", "");
        Finding b2 = finding(Severity.ERROR, "Cases", "B2", "");
        Finding aa2 = finding(Severity.ERROR, "Cases", "AA2", "");
        Finding a10 = finding(Severity.ERROR, "Cases", "A10", "");
        Finding next = finding(Severity.ERROR, "Visits", "A1", "");
        Finding warning = finding(Severity.WARNING, "Cases", "A1", "");
        Finding info = finding(Severity.INFO, null, null, "");

        List<Finding> told = Stream.of(info, warning, next, a10, aa2, b2, a2, sheet, block)
                .sorted(Finding.ORDER)
                .toList();

        assertThat(told).containsExactly(block, sheet, a2, b2, aa2, a10, next, warning, info);
    }

    @Test
    void quotesTheBeginningOfALongText() {
        Finding essay = finding(Severity.ERROR, "s".repeat(300), "C14", "x".repeat(499) + "\ud83d\ude00y");

        assertThat(essay.found()).isEqualTo("x".repeat(499) + "…");
        assertThat(essay.sheet()).isEqualTo("s".repeat(100) + "…");
        assertThat(finding(Severity.ERROR, "Visits", "C14", "x".repeat(500)).found())
                .isEqualTo("x".repeat(500));
    }

    @ParameterizedTest(name = "row {0}, column {1} is {2}")
    @CsvSource({"1, 1, A1", "14, 3, C14", "7, 26, Z7", "7, 27, AA7", "9, 702, ZZ9", "1048576, 16384, XFD1048576"})
    void writesAddressesAsExcelDoes(int row, int column, String address) {
        assertThat(CellAddress.of(row, column)).isEqualTo(address);
        assertThat(CellAddress.row(address)).isEqualTo(row);
        assertThat(CellAddress.column(address)).isEqualTo(column);
    }

    @ParameterizedTest(name = "{0} read, {1} accepted, {2} refused, {3} blank")
    @CsvSource({"10, 7, 2, 1, true", "0, 0, 0, 0, true", "10, 7, 1, 1, false", "10, 8, 2, 1, false"})
    void closesWhereEveryRowIsAccountedFor(long read, long accepted, long refused, long blank, boolean closes) {
        assertThat(new RowCount("visits", read, accepted, refused, blank, false).closes())
                .isEqualTo(closes);
    }

    @ParameterizedTest(name = "{0} rows accepted, nothing to report: {1}")
    @CsvSource({"1, false, true", "0, true, true", "0, false, false", "1, true, true"})
    void isReceivedWithRowsOrWithTheWordThatThereAreNone(long accepted, boolean nothing, boolean received) {
        assertThat(new RowCount("visits", accepted, accepted, 0, 0, nothing).isReceived())
                .isEqualTo(received);
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void knowsAVerdictByItsId(Verdict verdict) {
        assertThat(Verdict.of(verdict.id())).isEqualTo(verdict);
    }

    @Test
    void countsAReturnOnlyWhereItIsAccepted() {
        assertThat(Verdict.values())
                .filteredOn(Verdict::isAccepted)
                .extracting(Verdict::id)
                .containsExactly("accepted", "accepted-with-findings");
    }

    private static Finding finding(Severity severity, String sheet, String cell, String found) {
        return new Finding("a-rule", severity, "north.xlsx", sheet, cell, found, "a number", "Correct it.");
    }
}
