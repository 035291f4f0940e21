package org.scrutineer.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.PrivateFolders;
import org.springframework.stereotype.Component;

/** Brings the tables of the ledger up to date. A ledger that has something in it is copied before. */
@Component
public class LedgerUpgrade {

    private final BackupProperties settings;
    private final Clock clock;
    private @Nullable String told;

    LedgerUpgrade(BackupProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** What there is to say of the upgrade at this start, in whole sentences; nothing where there was none. */
    public Optional<String> told() {
        return Optional.ofNullable(told);
    }

    void migrate(Flyway flyway) {
        MigrationInfo before = flyway.info().current();
        if (before == null || flyway.info().pending().length == 0) {
            flyway.migrate();
            return;
        }
        Path copy = copy(flyway, before);
        flyway.migrate();
        told = "The ledger was brought from version " + before.getVersion() + " to "
                + flyway.info().current().getVersion() + ", for this version of the program. As it was before it is in "
                + copy + "; to go back, stop the program, put scrutineer.mv.db out of that file into "
                + settings.output().resolve("ledger") + ", and start the former version.";
    }

    private Path copy(Flyway flyway, MigrationInfo before) {
        try {
            PrivateFolders.create(settings.folder());
            Path copy = settings.folder()
                    .resolve("ledger-version-" + before.getVersion() + "-" + Backups.stamp(clock.instant()) + ".zip");
            // One that an upgrade was cut off from is of the same ledger.
            Files.deleteIfExists(copy);
            LedgerCopy.write(flyway.getConfiguration().getDataSource(), copy);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the ledger cannot be copied to " + settings.folder() + " before it is upgraded", e);
        } catch (BackupException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
