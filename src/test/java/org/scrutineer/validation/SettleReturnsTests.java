package org.scrutineer.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.intake.TestLedger.aLedger;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.intake.Verdict;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.StepExecution;

class SettleReturnsTests {

    private static final String PREPARED_EARLIER =
            "WARNING older.xlsx: found \"8 Jan 2019\"; expected a Prepared on after 9 Jan 2019, that of newer.xlsx, which"
                    + " came before it and goes on counting. Nothing, if the return is the older one. If it should count,"
                    + " raise Prepared on and send it again.";

    private final TestLedger ledger = aLedger();
    private final List<Submission> restored = new ArrayList<>();
    private int runs;

    @Test
    void seesToTheSegmentsOfTheReturnsThatCountAndOfNoOthers() throws Exception {
        ledger.received("first.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("second.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);
        ledger.received("refused.xlsx").from("south").preparedOn("2019-01-08", Verdict.REFUSED);

        settle();

        assertThat(restored).extracting(Submission::fileName).containsExactly("second.xlsx");
    }

    @Test
    void countsTheReturnOfEachTeamTypeAndPeriod() throws Exception {
        ledger.received("north.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("south.xlsx").from("south").preparedOn("2019-01-08", Verdict.ACCEPTED_WITH_FINDINGS);
        ledger.received("staff.xlsx").ofType("workforce").preparedOn("2019-01-08", Verdict.ACCEPTED);
        Submission november =
                ledger.received("november.xlsx").forPeriod(2018, 11).preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.run(++runs, 2018, 11);
        ledger.frozen().count(runs, List.of(november));

        assertThat(settle()).containsExactly("north.xlsx", "south.xlsx", "staff.xlsx", "november.xlsx");
        assertThat(ledger.returnsOf(2018, 12))
                .containsExactly("north.xlsx accepted", "south.xlsx accepted-with-findings", "staff.xlsx accepted");
        assertThat(ledger.returnsOf(2018, 11)).containsExactly("november.xlsx accepted");
    }

    @Test
    void letsTheAttemptPreparedLastSupersedeTheOthers() throws Exception {
        ledger.received("c.xlsx").preparedOn("2019-01-10", Verdict.ACCEPTED_WITH_FINDINGS);
        ledger.received("a.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("b.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);

        assertThat(settle()).containsExactly("c.xlsx");
        assertThat(ledger.returnsOf(2018, 12))
                .containsExactly(
                        "a.xlsx accepted superseded", "b.xlsx accepted superseded", "c.xlsx accepted-with-findings");
    }

    @Test
    void supersedesWhatARunBeforeCounted() throws Exception {
        ledger.received("first.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        settle();
        ledger.received("second.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);

        assertThat(settle()).containsExactly("second.xlsx");
        assertThat(ledger.frozen().counted(1)).extracting(Submission::fileName).containsExactly("first.xlsx");
    }

    @Test
    void supersedesAnOlderAttemptThatArrivesLaterAtOnce() throws Exception {
        ledger.received("newer.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);
        settle();
        Submission older = ledger.received("older.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);

        assertThat(settle()).containsExactly("newer.xlsx");
        assertThat(ledger.returnsOf(2018, 12)).containsExactly("older.xlsx accepted superseded", "newer.xlsx accepted");
        assertThat(ledger.findings(older)).containsExactly(PREPARED_EARLIER);
        assertThat(ledger.supersession().findingsOf(older)).hasSize(1);
    }

    @Test
    void saysNothingOfAnOlderAttemptThatArrivesWithTheNewerOne() throws Exception {
        Submission older = ledger.received("older.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("newer.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);

        settle();

        assertThat(ledger.findings(older)).isEmpty();
    }

    @Test
    void saysNothingMoreOfItOnceAStillNewerReturnHasArrived() throws Exception {
        ledger.received("newer.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);
        settle();
        Submission older = ledger.received("older.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        settle();
        ledger.received("newest.xlsx").preparedOn("2019-01-10", Verdict.ACCEPTED);
        settle();

        assertThat(ledger.findings(older)).containsExactly(PREPARED_EARLIER);
        assertThat(ledger.supersession().findingsOf(older)).isEmpty();
    }

    @Test
    void holdsTheLaterOfTwoPreparedOnTheSameDay() throws Exception {
        ledger.received("first.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        settle();
        Submission second = ledger.received("second.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);

        assertThat(settle()).containsExactly("first.xlsx");
        assertThat(ledger.returnsOf(2018, 12)).containsExactly("first.xlsx accepted", "second.xlsx held");
        assertThat(ledger.findings(second))
                .containsExactly("WARNING second.xlsx, sheet Return: found \"8 Jan 2019\"; expected a later date than"
                        + " that of first.xlsx, which was prepared on the same day and counts. Raise Prepared on in"
                        + " the return that should count, and send it again.");
    }

    @Test
    void endsATieWithAReturnPreparedLater() throws Exception {
        ledger.received("first.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("second.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        settle();
        ledger.received("third.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);

        assertThat(settle()).containsExactly("third.xlsx");
        assertThat(ledger.returnsOf(2018, 12))
                .containsExactly("first.xlsx accepted superseded", "second.xlsx held", "third.xlsx accepted");
    }

    @Test
    void ofTwoThatAnOfficeSentOnTheSameDayTheLastOneCounts() throws Exception {
        ledger.received("first.xlsx").ofType("commentary").from("head").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("second.xlsx").ofType("commentary").from("head").preparedOn("2019-01-08", Verdict.ACCEPTED);

        assertThat(settle()).containsExactly("second.xlsx");
        assertThat(ledger.returnsOf(2018, 12))
                .containsExactly("first.xlsx accepted superseded", "second.xlsx accepted");
    }

    @Test
    void letsNoRefusedOrUncheckedAttemptSupersede() throws Exception {
        ledger.received("good.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("refused.xlsx").preparedOn("2019-01-09", Verdict.REFUSED);
        ledger.received("unchecked.xlsx").preparedOn("2019-01-10");

        assertThat(settle()).containsExactly("good.xlsx");
        assertThat(ledger.returnsOf(2018, 12))
                .containsExactly("good.xlsx accepted", "refused.xlsx refused", "unchecked.xlsx not checked");
    }

    @Test
    void comesToTheSameWhenTheStepIsRunAgain() throws Exception {
        ledger.received("a.xlsx").preparedOn("2019-01-08", Verdict.ACCEPTED);
        ledger.received("b.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);
        Submission tied = ledger.received("c.xlsx").preparedOn("2019-01-09", Verdict.ACCEPTED);
        List<String> first = settle();

        settle(runs);

        assertThat(counted(runs)).isEqualTo(first).containsExactly("b.xlsx");
        assertThat(ledger.findings(tied)).hasSize(1);
    }

    /** Settles the returns of a new run for December 2018, and says which of them count. */
    private List<String> settle() throws Exception {
        ledger.run(++runs, 2018, 12);
        settle(runs);
        return counted(runs);
    }

    private void settle(int run) throws Exception {
        JobParameters parameters = new JobParametersBuilder()
                .addLong(RunKey.NUMBER, (long) run)
                .addString(RunKey.PERIOD, ReportingPeriod.of(2018, 12).toString())
                .toJobParameters();
        var job = new JobExecution(run, new JobInstance(run, "consolidation"), parameters);
        var step = new StepExecution(run, "settleReturns", job);
        new SettleReturns(
                        ledger.frozen(),
                        ledger.submissions(),
                        ledger.supersession(),
                        ledger.amendments(),
                        "commentary"::equals,
                        restored::add)
                .execute(step.createStepContribution(), new ChunkContext(new StepContext(step)));
    }

    private List<String> counted(int run) {
        return ledger.frozen().counted(run).stream().map(Submission::fileName).toList();
    }
}
