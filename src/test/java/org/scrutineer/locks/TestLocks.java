package org.scrutineer.locks;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The locks of one process of a test's ledger. */
public final class TestLocks {

    private TestLocks() {}

    /** @param pid tells it from other processes of the same ledger, which are alive too */
    public static Locks ofProcess(long pid, DataSource ledger, Clock clock) {
        return new Locks(
                new LockTable(JdbcClient.create(ledger)),
                LocksConfig.transaction(ledger),
                new LocksProperties(Duration.ofMinutes(1), Duration.ofMinutes(10)),
                clock,
                new WorkingProcess("process " + pid, "srv-1", pid, null),
                other -> true,
                () -> {});
    }
}
