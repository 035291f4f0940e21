package org.scrutineer.retention;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The file of the ledger, in which old pages still hold what was deleted from its tables. */
@FunctionalInterface
interface LedgerPages {

    /** Writes the file anew with what is in the tables and nothing else. */
    void rewrite();

    /**
     * Those of an H2 file, which is closed and opened again for it; connections of other processes notice and connect anew. A
     * database server looks after its own.
     */
    static LedgerPages of(DataSource ledger) {
        return () -> {
            try {
                if (ledger.isWrapperFor(HikariDataSource.class)) {
                    HikariDataSource pool = ledger.unwrap(HikariDataSource.class);
                    if (pool.getJdbcUrl().startsWith("jdbc:h2:file:")) {
                        rewrite(pool);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the ledger's file cannot be written anew", e);
            }
        };
    }

    private static void rewrite(HikariDataSource pool) throws SQLException {
        // Not one of the pool's, as it is of no use any more afterwards.
        try (Connection connection =
                        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        } finally {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }
}
