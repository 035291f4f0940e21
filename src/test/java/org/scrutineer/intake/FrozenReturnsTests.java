package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.intake.TestLedger.aLedger;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenReturnsTests {

    private final TestLedger ledger = aLedger();
    private final FrozenReturns frozen = ledger.frozen();

    @Test
    void freezesThePeriodsUncheckedReturnsAndAllThatCount() {
        ledger.received("unchecked.xlsx").preparedOn("2019-01-08");
        ledger.received("accepted.xlsx").preparedOn("2019-01-07", Verdict.ACCEPTED);
        ledger.received("refused.xlsx").preparedOn("2019-01-08", Verdict.REFUSED);
        ledger.received("held.xlsx").preparedOn("2019-01-08", Verdict.HELD);
        counted(
                1,
                ledger.received("november.xlsx")
                        .forPeriod(2018, 11)
                        .preparedOn("2018-12-08", Verdict.ACCEPTED_WITH_FINDINGS));
        counted(2, ledger.received("january.xlsx").forPeriod(2019, 1).preparedOn("2019-02-08", Verdict.ACCEPTED));
        ledger.received("not-settled.xlsx").forPeriod(2018, 10).preparedOn("2018-11-08", Verdict.ACCEPTED);
        ledger.received("not-yet.xlsx").forPeriod(2019, 1).preparedOn("2019-02-08");
        Submission older = ledger.received("older.xlsx").preparedOn("2019-01-06", Verdict.ACCEPTED);
        ledger.supersession().supersede(older, counting("accepted.xlsx"));

        ledger.run(3, 2018, 12);

        assertThat(frozen.of(3))
                .extracting(checked -> checked.submission().fileName())
                .containsExactly("november.xlsx", "accepted.xlsx", "unchecked.xlsx", "january.xlsx");
        assertThat(names(frozen.toCheck(3, 0))).containsExactly("unchecked.xlsx");
    }

    @Test
    void leavesWhatArrivesLaterToTheNextRun() {
        ledger.received("early.xlsx").preparedOn("2019-01-08");
        ledger.run(1, 2018, 12);

        ledger.received("late.xlsx").preparedOn("2019-01-08");

        assertThat(names(frozen.toCheck(1, 0))).containsExactly("early.xlsx");
        assertThat(frozen.of(1)).hasSize(1);
    }

    @Test
    void dealsTheLargestFilesOutFirst() {
        ledger.received("small.xlsx").ofSize(10).preparedOn("2019-01-08");
        ledger.received("large.xlsx").ofSize(1_000).preparedOn("2019-01-08");
        ledger.received("middle.xlsx").ofSize(100).preparedOn("2019-01-08");
        ledger.received("tiny.xlsx").ofSize(1).preparedOn("2019-01-08");
        ledger.received("huge.xlsx").ofSize(10_000).preparedOn("2019-01-08", Verdict.ACCEPTED);

        ledger.run(1, 2018, 12, 2);

        assertThat(frozen.workers(1)).containsExactly(0, 1);
        assertThat(names(frozen.toCheck(1, 0))).containsExactly("large.xlsx", "small.xlsx");
        assertThat(names(frozen.toCheck(1, 1))).containsExactly("middle.xlsx", "tiny.xlsx");
    }

    @Test
    void hasNoWorkerWithoutAShare() {
        ledger.received("north.xlsx").preparedOn("2019-01-08");

        ledger.run(1, 2018, 12, 8);

        assertThat(frozen.workers(1)).containsExactly(0);
    }

    @Test
    void checksNothingTwiceAfterARestart() {
        Submission north = ledger.received("north.xlsx").preparedOn("2019-01-08");
        ledger.received("south.xlsx").from("south").preparedOn("2019-01-08");
        ledger.run(1, 2018, 12);

        ledger.submissions().settle(north, Verdict.ACCEPTED, List.of(), List.of(), List.of(), List.of());

        assertThat(names(frozen.toCheck(1, 0))).containsExactly("south.xlsx");
    }

    @Test
    void notesWhichReturnsCountOldestFirst() {
        Submission newer = ledger.received("newer.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);
        Submission older = ledger.received("older.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        Submission other = ledger.received("other.xlsx").preparedOn("2019-01-07", Verdict.ACCEPTED);
        ledger.run(1, 2018, 12);

        frozen.count(1, List.of(other));
        frozen.count(1, List.of(newer, older));

        assertThat(frozen.counted(1)).containsExactly(older, newer);
    }

    /** A run of its period made its figures from it. */
    private void counted(int run, Submission submission) {
        ledger.run(
                run,
                submission.period().month().getYear(),
                submission.period().month().getMonthValue());
        frozen.count(run, List.of(submission));
    }

    private Submission counting(String file) {
        return ledger.submissions().counting().stream()
                .map(Submissions.Checked::submission)
                .filter(submission -> submission.fileName().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(List<Submission> submissions) {
        return submissions.stream().map(Submission::fileName).toList();
    }
}
