package org.scrutineer.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
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
        SortingOrder.require(flyway.getConfiguration().getDataSource());
        MigrationInfoService ledger = flyway.info();
        MigrationInfo before = ledger.current();
        if (Stream.of(ledger.all()).allMatch(LedgerUpgrade::isApplied)) {
            return;
        }
        if (ledger.pending().length == 0) {
            // It says what is wrong with the ledger.
            flyway.migrate();
        } else if (before == null) {
            migrate(flyway, LedgerOpening.NEW);
        } else {
            upgrade(flyway, before);
        }
    }

    private static boolean isApplied(MigrationInfo one) {
        return one.getState() == MigrationState.SUCCESS
                && one.isChecksumMatching()
                && one.isDescriptionMatching()
                && one.isTypeMatching();
    }

    private void upgrade(Flyway flyway, MigrationInfo before) {
        Path copy = copy(flyway, before);
        migrate(flyway, copy.toString());
        told = "The ledger was brought from version " + before.getVersion() + " to "
                + flyway.info().current().getVersion()
                + ", for this version of the program. As it was before it is in " + copy
                + "; to go back, stop the program, put scrutineer.mv.db out of that file into "
                + settings.output().resolve("ledger")
                + (isFile(flyway) ? "," : ", take spring.datasource out of config/application.yaml,")
                + " and start the former version.";
    }

    private static boolean isFile(Flyway flyway) {
        return LedgerDatabase.of(flyway.getConfiguration().getDataSource()) == LedgerDatabase.FILE;
    }

    /**
     * A database server takes back by itself what was cut off, and a file that lies there from former times is none of its
     * business; one in memory is gone.
     */
    private void migrate(Flyway flyway, String before) {
        Path folder = settings.output().resolve("ledger");
        if (!isFile(flyway) || !LedgerOpening.isLedger(folder)) {
            flyway.migrate();
            return;
        }
        try {
            LedgerOpening.begin(folder, before);
            flyway.migrate();
            LedgerOpening.end(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger's tables cannot be made in " + folder, e);
        }
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
        }
    }
}
