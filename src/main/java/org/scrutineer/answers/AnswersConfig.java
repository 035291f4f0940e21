package org.scrutineer.answers;

import org.scrutineer.intake.FrozenReturns;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
@EnableConfigurationProperties(AnswersProperties.class)
class AnswersConfig {

    @Bean
    Step answerTeams(
            JobRepository jobs, PlatformTransactionManager transactions, FrozenReturns frozen, TeamAnswers answers) {
        return new StepBuilder("answerTeams", jobs)
                .tasklet(new AnswerTeams(frozen, answers), transactions)
                .build();
    }
}
