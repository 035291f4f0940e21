package org.scrutineer.pipeline;

import java.time.Clock;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RecordsProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({PipelineProperties.class, RecordsProperties.class})
class PipelineConfig {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    RecordStore recordStore(Catalogue catalogue, RecordsProperties settings) {
        return new RecordStore(catalogue, settings);
    }
}
