package org.scrutineer.distribution;

import org.scrutineer.intake.RunKey;
import org.scrutineer.locks.WorkInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class SendConfig {

    private static final Logger LOG = LoggerFactory.getLogger(SendConfig.class);

    /**
     * Issues what goes out by itself, and sends what waits. It has no transaction of its own: each issue and each state of a
     * mail is committed by itself. Mail that cannot be sent does not make the run fail; it waits, and is shown.
     */
    @Bean
    Step send(JobRepository jobs, Issuing issuing, Postman postman) {
        return new StepBuilder("send", jobs)
                .tasklet(
                        (contribution, context) -> {
                            RunKey key = RunKey.of(context.getStepContext().getJobParameters());
                            issuing.issueAutomatic(key.number());
                            send(postman);
                            return RepeatStatus.FINISHED;
                        },
                        new ResourcelessTransactionManager())
                .build();
    }

    private static void send(Postman postman) {
        if (!postman.mistakes().isEmpty()) {
            LOG.warn("no mail was sent: {}", String.join(" ", postman.mistakes()));
            return;
        }
        try {
            postman.send();
        } catch (WorkInProgressException e) {
            LOG.info("no mail was sent, as another process is sending: {}", e.getMessage());
        }
    }
}
