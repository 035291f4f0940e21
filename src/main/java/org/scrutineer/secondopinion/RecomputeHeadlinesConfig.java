package org.scrutineer.secondopinion;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.records.RecordStore;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
class RecomputeHeadlinesConfig {

    @Bean
    Step recomputeHeadlines(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            RecordStore store,
            CountedRows rows,
            FrozenReturns frozen,
            IndicatorValues values,
            SecondOpinions opinions) {
        return new StepBuilder("recomputeHeadlines", jobs)
                .tasklet(new RecomputeHeadlines(catalogue, store, rows, frozen, values, opinions), transactions)
                // Whatever was calculated anew is looked at anew.
                .allowStartIfComplete(true)
                .build();
    }
}
