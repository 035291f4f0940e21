package org.scrutineer.validation;

import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Supersession;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
class SettleReturnsConfig {

    @Bean
    Step settleReturns(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Catalogue catalogue,
            FrozenReturns frozen,
            Submissions submissions,
            Supersession supersession,
            Amendments amendments,
            SegmentRestorer segments) {
        return new StepBuilder("settleReturns", jobs)
                .tasklet(
                        new SettleReturns(
                                frozen,
                                submissions,
                                supersession,
                                amendments,
                                type -> catalogue
                                        .returnType(type)
                                        .filter(ReturnType::isSentByRoles)
                                        .isPresent(),
                                segments::restore),
                        transactions)
                .build();
    }
}
