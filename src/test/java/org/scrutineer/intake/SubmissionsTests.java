package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestLedger.aLedger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.records.Segment;
import org.springframework.dao.DataIntegrityViolationException;

class SubmissionsTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);
    private static final RowCount COUNT = new RowCount("visits", 10, 7, 2, 1, false);
    private static final CellCount CELLS = new CellCount(31, 27, 2, 2);
    private static final Segment SEGMENT = new Segment("visits", "file.parquet", "sha", 7);
    private static final Finding LATE = finding(Severity.WARNING, "Visits", "B3", "late");
    private static final Finding WRONG = finding(Severity.ERROR, "Visits", "B10", "wrong");

    private final TestLedger ledger = aLedger();
    private final Submissions submissions = ledger.submissions();

    @Test
    void keepsAllThatBecameOfAReturn() {
        Submission north = ledger.received("north.xlsx").preparedOn("2019-01-08");

        submissions.settle(
                north,
                Verdict.ACCEPTED_WITH_FINDINGS,
                List.of(LATE, WRONG),
                List.of(COUNT),
                List.of(new DatasetReading(
                        visits(),
                        "Visits",
                        Map.of("child", new DatasetReading.Match(3, "Child ID")),
                        10,
                        Set.of(),
                        1,
                        CELLS)),
                List.of(SEGMENT));

        assertThat(submissions.of(DECEMBER))
                .containsExactly(new Submissions.Checked(north, Verdict.ACCEPTED_WITH_FINDINGS, false));
        assertThat(ledger.findings().of(north)).containsExactly(WRONG, LATE);
        assertThat(submissions.rowCounts(north)).containsExactly(COUNT);
        assertThat(submissions.cellCounts(north)).isEqualTo(Map.of("visits", CELLS));
        assertThat(submissions.segments(north)).containsExactly(SEGMENT);
        assertThat(ledger.jdbc().sql("select * from matched_column").query().singleRow())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "submission", north.id(),
                        "dataset", "visits",
                        "column_name", "child",
                        "sheet", "Visits",
                        "sheet_column", 3,
                        "header", "Child ID"));
    }

    @Test
    void refusesCountsThatDoNotClose() {
        Submission north = ledger.received("north.xlsx").preparedOn("2019-01-08");
        var lost = new RowCount("visits", 10, 7, 1, 1, false);

        assertThatThrownBy(() ->
                        submissions.settle(north, Verdict.ACCEPTED, List.of(), List.of(lost), List.of(), List.of()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void refusesCellsThatDoNotClose() {
        Submission north = ledger.received("north.xlsx").preparedOn("2019-01-08");
        var oneLost = new DatasetReading(visits(), "Visits", Map.of(), 10, Set.of(), 1, new CellCount(31, 26, 2, 2));

        assertThatThrownBy(() ->
                        submissions.settle(north, Verdict.ACCEPTED, List.of(), List.of(), List.of(oneLost), List.of()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void knowsNoFileTwice() {
        ledger.received("north.xlsx").preparedOn("2019-01-08");

        assertThat(submissions.knows(TestLedger.hashOf("north.xlsx"))).isTrue();
        assertThat(submissions.knows(TestLedger.hashOf("south.xlsx"))).isFalse();
        assertThatThrownBy(() -> ledger.received("north.xlsx").preparedOn("2019-01-09"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void tellsThePeriodsThereAreAndThoseToCheck() {
        ledger.received("c.xlsx").forPeriod(2019, 1).preparedOn("2019-02-08");
        ledger.received("a.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("b.xlsx").preparedOn("2019-01-09", Verdict.REFUSED);

        assertThat(submissions.periods()).containsExactly(DECEMBER, ReportingPeriod.of(2019, 1));
        assertThat(submissions.periodsToCheck()).containsExactly(ReportingPeriod.of(2019, 1));
    }

    @Test
    void countsTheAcceptedAndTheUncheckedThatNoneSupersedesOldestFirst() {
        ledger.received("unchecked.xlsx").forPeriod(2019, 1).preparedOn("2019-02-08");
        ledger.received("refused.xlsx").preparedOn("2019-01-08", Verdict.REFUSED);
        ledger.received("held.xlsx").preparedOn("2019-01-08", Verdict.HELD);
        Submission newer = ledger.received("newer.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED_WITH_FINDINGS);
        Submission older = ledger.received("older.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("earlier.xlsx").forPeriod(2018, 11).preparedOn("2018-12-08", Verdict.ACCEPTED);

        ledger.supersession().supersede(older, newer);

        assertThat(submissions.counting())
                .extracting(checked -> checked.submission().fileName())
                .containsExactly("earlier.xlsx", "newer.xlsx", "unchecked.xlsx");
    }

    @Test
    void holdsAReturnWithTheReasonAfterItsOtherFindings() {
        Submission north = ledger.received("north.xlsx").preparedOn("2019-01-08");
        submissions.settle(north, Verdict.ACCEPTED_WITH_FINDINGS, List.of(LATE), List.of(), List.of(), List.of());

        submissions.hold(north, finding(Severity.WARNING, "Return", null, "twice"));

        assertThat(ledger.returnsOf(2018, 12)).containsExactly("north.xlsx held");
        assertThat(ledger.findings().of(north))
                .containsExactly(LATE, finding(Severity.WARNING, "Return", null, "twice"));
    }

    @Test
    void tellsTheFilesNobodyCouldRecogniseByName() {
        for (String file : List.of("z.csv", "a.csv")) {
            submissions.record(
                    new Archive.Kept(file, 1, Path.of(file)),
                    file,
                    new ReturnIdentity.Unknown(
                            List.of(new Finding("empty", Severity.BLOCK, file, null, null, null, "a", "b."))));
        }

        assertThat(submissions.unrecognised())
                .extracting(
                        Submissions.Unrecognised::fileHash,
                        Submissions.Unrecognised::fileName,
                        Submissions.Unrecognised::findings)
                .containsExactly(
                        tuple(
                                "a.csv",
                                "a.csv",
                                List.of(new Finding("empty", Severity.BLOCK, "a.csv", null, null, null, "a", "b."))),
                        tuple(
                                "z.csv",
                                "z.csv",
                                List.of(new Finding("empty", Severity.BLOCK, "z.csv", null, null, null, "a", "b."))));
        assertThat(submissions.periods()).isEmpty();
        assertThat(submissions.counting()).isEmpty();
    }

    @Test
    void keepsAFindingWhateverLengthItsTextHas() {
        Submission north = ledger.received("north.xlsx").preparedOn("2019-01-08");
        Finding endless = finding(Severity.ERROR, "s".repeat(1_000), "B3", "x".repeat(1_000_000));

        submissions.settle(north, Verdict.REFUSED, List.of(endless), List.of(), List.of(), List.of());

        assertThat(ledger.findings().of(north)).containsExactly(endless);
    }

    @Test
    void keepsTheFurtherCellsOfAFindingInTheirOrderAndItsWaiver() {
        Submission north = ledger.received("north.xlsx").preparedOn("2019-01-08");
        Finding cross = new Finding(
                "a-rule",
                Severity.ERROR,
                "north.xlsx",
                "Visits",
                "B3",
                null,
                "something else",
                "Correct it.",
                List.of(new CellPlace("Workers", "B9"), new CellPlace("Cases", "A2")),
                "Waived until 31 March 2019.");

        submissions.settle(
                north, Verdict.ACCEPTED_WITH_FINDINGS, List.of(LATE, cross), List.of(), List.of(), List.of());

        assertThat(ledger.findings().of(north)).containsExactlyInAnyOrder(LATE, cross);
    }

    private static Finding finding(Severity severity, String sheet, String cell, String found) {
        return new Finding("a-rule", severity, "north.xlsx", sheet, cell, found, "something else", "Correct it.");
    }

    private static Dataset visits() {
        return aCatalogue().catalogue().datasets().get(0);
    }
}
