package org.scrutineer.indicators;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.Submissions;
import org.scrutineer.records.RecordStore;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
class CalculateIndicatorsConfig {

    @Bean
    Step calculateIndicators(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            RecordStore store,
            CountedRows rows,
            FrozenReturns frozen,
            Submissions submissions,
            MatchedColumns columns,
            IndicatorValues values,
            EarlierFigures earlier,
            Outturns outturns) {
        return new StepBuilder("calculateIndicators", jobs)
                .tasklet(
                        new CalculateIndicators(
                                catalogue, store, rows, frozen, submissions, columns, values, earlier, outturns),
                        transactions)
                // A run that failed because its figures did not bear a second look begins with them again.
                .allowStartIfComplete(true)
                .build();
    }
}
