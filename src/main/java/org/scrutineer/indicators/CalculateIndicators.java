package org.scrutineer.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Calculates a run's indicators from the returns that count, and keeps them in place of any it had. */
class CalculateIndicators implements Tasklet {

    private final Catalogue catalogue;
    private final RecordStore store;
    private final CountedRows rows;
    private final FrozenReturns frozen;
    private final Submissions submissions;
    private final MatchedColumns columns;
    private final IndicatorValues values;
    private final EarlierFigures earlier;
    private final Outturns outturns;

    CalculateIndicators(
            Catalogue catalogue,
            RecordStore store,
            CountedRows rows,
            FrozenReturns frozen,
            Submissions submissions,
            MatchedColumns columns,
            IndicatorValues values,
            EarlierFigures earlier,
            Outturns outturns) {
        this.catalogue = catalogue;
        this.store = store;
        this.rows = rows;
        this.frozen = frozen;
        this.submissions = submissions;
        this.columns = columns;
        this.values = values;
        this.earlier = earlier;
        this.outturns = outturns;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunKey key = RunKey.of(context.getStepContext().getJobParameters());
        int run = key.number();
        ReportingPeriod period = key.period();
        Map<Submission, List<RowCount>> counted = new LinkedHashMap<>();
        Map<Submission, List<MatchedColumn>> found = new LinkedHashMap<>();
        for (Submission submission : frozen.counted(run)) {
            counted.put(submission, submissions.rowCounts(submission));
            found.put(submission, columns.of(submission));
        }
        try (RecordSet records = rows.open(List.copyOf(counted.keySet()), period)) {
            earlier.replace(run, period, new PublishedFigures(catalogue, records).before(period));
            var coverage = new CoverageCounter(catalogue, period, counted, found);
            // A whole year may have ended up to eleven months ago, and began a year before that.
            List<EarlierFigure> months =
                    earlier.of(run, period.plusMonths(-22), period.plusMonths(-1), Set.of(Timing.MONTH));
            List<IndicatorValue> calculated =
                    new IndicatorCalculator(catalogue, store, records, coverage, period, months).calculate();
            String year = catalogue.calendar().yearName(catalogue.calendar().months(Timing.YEAR, period));
            values.replace(run, outturns.applied(run, year, calculated));
        }
        return RepeatStatus.FINISHED;
    }
}
