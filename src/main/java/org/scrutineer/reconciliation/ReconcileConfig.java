package org.scrutineer.reconciliation;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.trends.Trends;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
class ReconcileConfig {

    @Bean
    Step reconcile(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            CountedRows rows,
            FrozenReturns frozen,
            MatchedColumns columns,
            IndicatorValues values,
            Trends trends,
            Discrepancies discrepancies) {
        return new StepBuilder("reconcile", jobs)
                .tasklet(
                        new ReconcileReturns(catalogue, rows, frozen, columns, values, trends, discrepancies),
                        transactions)
                .build();
    }
}
