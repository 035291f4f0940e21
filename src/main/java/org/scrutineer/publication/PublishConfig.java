package org.scrutineer.publication;

import org.scrutineer.audit.AuditTrail;
import org.scrutineer.intake.Submissions;
import org.scrutineer.locks.Locks;
import org.scrutineer.workbook.WorkbookWriter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
@EnableConfigurationProperties(PublicationProperties.class)
class PublishConfig {

    @Bean
    Step publish(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            RunFiguresReader reader,
            AudienceReports reports,
            Publications publications,
            Summaries summaries,
            Submissions submissions,
            PublicationProperties settings,
            Locks locks,
            AuditTrail trail,
            ApplicationEventPublisher events) {
        var publisher = new Publisher(settings, new WorkbookWriter(), locks::requireHeld, trail::openedWith);
        return new StepBuilder("publish", jobs)
                .tasklet(
                        new PublishFigures(reader, reports, publisher, publications, summaries, submissions, events),
                        transactions)
                .build();
    }
}
