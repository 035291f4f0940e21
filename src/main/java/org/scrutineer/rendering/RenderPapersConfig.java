package org.scrutineer.rendering;

import org.scrutineer.publication.Publications;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration
@EnableConfigurationProperties(RenderingProperties.class)
class RenderPapersConfig {

    @Bean
    Step renderPapers(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            RenderingProperties settings,
            Publications publications,
            Renditions renditions) {
        return new StepBuilder("renderPapers", jobs)
                .tasklet(new RenderPapers(settings, publications, renditions), transactions)
                .build();
    }
}
