package org.scrutineer.locks;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration
@EnableConfigurationProperties(LocksProperties.class)
class LocksConfig {

    private static final int MOMENT_MILLIS = 200;

    /** Its transactions are its own, and not fenced: with them a lock is taken, and given back after it was lost. */
    @Bean
    Locks locks(DataSource ledger, LocksProperties settings, Clock clock) {
        return new Locks(
                new LockTable(JdbcClient.create(ledger)),
                transaction(ledger),
                settings,
                clock,
                WorkingProcess.self(),
                WorkingProcess::runsHere,
                LocksConfig::pause);
    }

    static TransactionTemplate transaction(DataSource ledger) {
        var template = new TransactionTemplate(new JdbcTransactionManager(ledger));
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return template;
    }

    private static void pause() {
        try {
            Thread.sleep(MOMENT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another process works", e);
        }
    }

    @Bean
    FenceAtCommit fenceAtCommit(Locks locks) {
        return new FenceAtCommit(locks);
    }

    @Bean
    Heartbeat heartbeat(Locks locks, LocksProperties settings) {
        return new Heartbeat(locks, settings.lease());
    }
}
