package org.scrutineer.backup;

import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Makes the tables of a ledger where no application is started over it; the same that one makes. */
final class LedgerMigrations {

    private LedgerMigrations() {}

    /** Which tables a ledger that has some has got. */
    static MigrationVersion version(DataSource ledger) {
        return Objects.requireNonNull(Objects.requireNonNull(
                        upTo(ledger, MigrationVersion.LATEST).info().current(), "the ledger is empty")
                .getVersion());
    }

    /** Whether this program knows a version. */
    static boolean isKnown(DataSource ledger, MigrationVersion version) {
        for (var migration : upTo(ledger, MigrationVersion.LATEST).info().all()) {
            if (version.equals(migration.getVersion()) && migration.getState().isResolved()) {
                return true;
            }
        }
        return false;
    }

    /** Makes the tables of a version in an empty ledger. */
    static void make(DataSource ledger, MigrationVersion version) {
        upTo(ledger, version).migrate();
    }

    private static Flyway upTo(DataSource ledger, MigrationVersion version) {
        return Flyway.configure()
                .dataSource(ledger)
                .locations("classpath:db/migration")
                .javaMigrations(new BatchTables())
                .target(version)
                .load();
    }
}
