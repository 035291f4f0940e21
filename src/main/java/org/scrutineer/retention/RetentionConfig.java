package org.scrutineer.retention;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionConfig {

    @Bean
    LedgerPages ledgerPages(DataSource ledger) {
        return LedgerPages.of(ledger);
    }
}
