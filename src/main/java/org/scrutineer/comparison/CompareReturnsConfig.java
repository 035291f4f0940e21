package org.scrutineer.comparison;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.PlacedFindings;
import org.scrutineer.intake.Submissions;
import org.scrutineer.records.RecordStore;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
class CompareReturnsConfig {

    @Bean
    Step compareReturns(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            FrozenReturns frozen,
            Submissions submissions,
            MatchedColumns columns,
            PlacedFindings findings,
            Comparisons comparisons,
            RecordStore records) {
        return new StepBuilder("compareReturns", jobs)
                .tasklet(
                        new CompareReturns(catalogue, frozen, submissions, columns, findings, comparisons, records),
                        transactions)
                .build();
    }
}
