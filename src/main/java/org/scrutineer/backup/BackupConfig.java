package org.scrutineer.backup;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(BackupProperties.class)
class BackupConfig {

    /** Before the tables of a ledger are changed it is copied. */
    @Bean
    FlywayMigrationStrategy upgradeOfLedger(LedgerUpgrade upgrade) {
        return upgrade::migrate;
    }
}
