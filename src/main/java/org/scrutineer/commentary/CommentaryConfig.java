package org.scrutineer.commentary;

import java.nio.file.Path;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.reconciliation.Discrepancies;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
class CommentaryConfig {

    @Bean
    Step collectExplanations(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            CountedRows rows,
            FrozenReturns frozen,
            MatchedColumns columns,
            Explanations explanations,
            FiguresInQuestion figures,
            Doubts doubts,
            Discrepancies discrepancies) {
        return new StepBuilder("collectExplanations", jobs)
                .tasklet(
                        new CollectExplanations(
                                catalogue, rows, frozen, columns, explanations, figures, doubts, discrepancies),
                        transactions)
                .build();
    }

    /** @param folder where answers to teams go too, as a role is answered as a team is */
    @Bean
    Step askOwners(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            FiguresInQuestion figures,
            CommentaryRequests requests,
            @Value("${answers.folder}") Path folder) {
        return new StepBuilder("askOwners", jobs)
                .tasklet(
                        new AskOwners(
                                catalogue,
                                figures,
                                requests,
                                folder.toAbsolutePath().normalize()),
                        transactions)
                .build();
    }
}
