package org.scrutineer.locks;

import java.sql.DatabaseMetaData;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
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
    LedgerHost ledgerHost(DataSource ledger, Locks locks, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(ledger);
        return new LedgerHost(() -> isFile(ledger) && isServedToOthers(jdbc), locks, clock, LocksConfig::pause);
    }

    /** One that is gone is served to nobody either. */
    private static boolean isFile(DataSource ledger) {
        try {
            return JdbcUtils.extractDatabaseMetaData(ledger, DatabaseMetaData::getURL)
                    .startsWith("jdbc:h2:");
        } catch (MetaDataAccessException e) {
            return false;
        }
    }

    /** Whoever is connected through another process has an address; where this one has, it serves nobody. */
    private static boolean isServedToOthers(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from information_schema.sessions where client_addr is not null and not exists"
                                + " (select 1 from information_schema.sessions"
                                + " where session_id = session_id() and client_addr is not null)")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Bean
    Heartbeat heartbeat(Locks locks, LocksProperties settings) {
        return new Heartbeat(locks, settings.lease());
    }
}
