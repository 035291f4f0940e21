package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.intake.Verdict;
import org.scrutineer.records.SealedReturns;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** The step, over a return of Team North for February 2019 with two visits; the last whole year is to March 2018. */
class CalculateIndicatorsTests {

    private static final int RUN = 20;

    @TempDir
    Path folder;

    private final Catalogue catalogue = aTrust().withIndicator(
                    "V1", "timing: month", "also: [year]", "from: visits", "unit: count", "minimum-coverage: 0")
            .catalogue();
    private final TestLedger returns = TestLedger.aLedger();
    private final FigureLedger figures = FigureLedger.in(returns, catalogue);
    private SealedReturns sealed;

    @BeforeEach
    void receivesAReturn() {
        sealed = SealedReturns.in(folder, catalogue)
                .with("2019-02", "2019-03-05", "visits", "north", "A | 2019-02-03 | 1 | |", "B | 2019-02-04 | 2 | |");
        Submission submission =
                returns.received("north.xlsx").forPeriod(2019, 2).preparedOn("2019-03-05");
        returns.submissions()
                .settle(
                        submission,
                        Verdict.ACCEPTED,
                        List.of(),
                        List.of(new RowCount("visits", 2, 2, 0, 0, false)),
                        List.of(),
                        List.of(sealed.segments().get(0).segment()));
        for (int month = 0; month < 12; month++) {
            ReportingPeriod period = ReportingPeriod.of(2017, 4).plusMonths(month);
            figures.run(month + 1, period.toString(), true, figure(Timing.MONTH, "5"));
        }
        returns.run(RUN, 2019, 2);
        returns.frozen().count(RUN, List.of(submission));
    }

    @AfterEach
    void closesTheStore() {
        sealed.close();
    }

    @Test
    void keepsTheFiguresOfTheReturnsThatCountAndOfAYearThatEndedElevenMonthsAgo() throws Exception {
        assertThat(calculate()).isEqualTo(RepeatStatus.FINISHED);

        assertThat(ofTheTrust()).containsExactly("V1 trust month: 2 / - = 2 [p]", "V1 trust year: 60 / - = 60");
    }

    @Test
    void comesToTheSameWhenItIsRunAgain() throws Exception {
        calculate();
        List<IndicatorValue> first = figures.values().of(RUN);

        calculate();

        assertThat(figures.values().of(RUN)).isNotEmpty().isEqualTo(first);
    }

    @Test
    void givesAYearThatWasFrozenAsItWas() throws Exception {
        figures.run(13, "2018-03", true, figure(Timing.MONTH, "5"), figure(Timing.YEAR, "58"));
        figures.outturns()
                .freeze(
                        new Outturns.Frozen("2017-18", "Outturn", 13),
                        "ann",
                        OffsetDateTime.parse("2018-06-01T10:00:00Z"));
        returns.run(RUN + 1, 2019, 2);
        returns.frozen().count(RUN + 1, returns.frozen().counted(RUN));

        calculate(RUN + 1);

        assertThat(figures.outturns().figures(RUN + 1))
                .containsExactly(figure(Timing.YEAR, "58").frozenAs("Outturn", number("60")));
    }

    private List<String> ofTheTrust() {
        return figures.values().of(RUN).stream()
                .filter(value -> value.organisation().equals("trust")
                        && value.authority().equals(IndicatorValue.ALL))
                .map(SmallTrust::line)
                .toList();
    }

    private RepeatStatus calculate() throws Exception {
        return calculate(RUN);
    }

    private RepeatStatus calculate(int run) throws Exception {
        JobParameters parameters = new JobParametersBuilder()
                .addLong(RunKey.NUMBER, (long) run)
                .addString(RunKey.PERIOD, "2019-02")
                .toJobParameters();
        var job = new JobExecution(run, new JobInstance(run, "consolidation"), parameters);
        var step = new StepExecution(run, "calculateIndicators", job);
        return new CalculateIndicators(
                        catalogue,
                        sealed.store(),
                        new CountedRows(sealed.store(), returns.submissions()),
                        returns.frozen(),
                        returns.submissions(),
                        returns.columns(),
                        figures.values(),
                        figures.earlier(),
                        figures.outturns())
                .execute(step.createStepContribution(), new ChunkContext(new StepContext(step)));
    }

    private static IndicatorValue figure(Timing timing, String value) {
        return new IndicatorValue(
                "V1",
                "trust",
                IndicatorValue.ALL,
                timing,
                number(value),
                null,
                number(value),
                Status.COMPLETE,
                new Coverage(1, 1));
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number).setScale(10);
    }
}
