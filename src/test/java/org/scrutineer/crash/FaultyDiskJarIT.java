package org.scrutineer.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The disk or the ledger fails the packaged program. It says so, publishes nothing by halves, and once that is put right the
 * next start leaves what an undisturbed one leaves; but the ledger remembers that the run failed, and tells of it.
 */
@ResourceLock("site")
class FaultyDiskJarIT {

    /** All are tried in the profile {@code crash}: each takes two starts. */
    private static final String ALL = "crash.faults";

    private static final int FAILED = 3;

    @ParameterizedTest
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    @ValueSource(longs = {20_000, 1_000_000, 2_500_000})
    void goesOnOnceThereIsRoomAgain(long bytes) throws IOException, InterruptedException, SQLException {
        Undisturbed.lend(month -> {
            Site.Ended failed = failsAndGoesOn(
                    month,
                    Map.of(
                            "full",
                            String.valueOf(bytes),
                            "under",
                            month.site().output().toString()));

            assertThat(failed.printed())
                    .contains("The disk is full. Make room on the disk of the output folder, then start again");
        });
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    @ValueSource(strings = {"archive", "records", "teams", "publications"})
    void goesOnOnceAFolderCanBeWrittenAgain(String folder) throws IOException, InterruptedException, SQLException {
        Undisturbed.lend(month -> {
            Path readOnly = month.site().output().resolve(folder);

            Site.Ended failed = failsAndGoesOn(month, Map.of("readOnly", readOnly.toString()));

            assertThat(failed.printed())
                    .contains("The output folder cannot be written, at " + readOnly
                            + ". Let the account that runs this write there, then start again");
        });
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    @ValueSource(strings = {"rename Archive.keep 2 after", "rename RunFolder.publish in publish 1 after"})
    void goesOnOnceTheLedgerIsBack(String effect) throws IOException, InterruptedException, SQLException {
        Undisturbed.lend(month -> {
            Site.Ended failed = failsAndGoesOn(month, Map.of("ledgerGone", effect));

            assertThat(failed.printed())
                    .contains("The ledger could not be reached. Find out whether its database, or the disk it is on,"
                            + " is there, then start again");
        });
    }

    /** A server that is started again, e.g.; what is done meanwhile cannot be noted, or nobody hears that it was. */
    @ParameterizedTest
    @EnabledIfSystemProperty(named = ALL, matches = "true")
    @ValueSource(
            strings = {
                "commit RunLauncher.launch in readAndCheckReturns 1 after",
                "commit RunLauncher.launch in readAndCheckReturns 5 before",
                "commit RunLauncher.launch in publish 5 after",
                "commit RunLauncher.launch in publish 7 before",
                "commit RunWorker.work 1 after"
            })
    void goesOnThoughTheLedgerWasAwayForTheMomentOfACommit(String effect)
            throws IOException, InterruptedException, SQLException {
        Undisturbed.lend(month -> {
            Site.Ended failed = failsAndGoesOn(month, Map.of("ledgerAway", effect));

            assertThat(failed.printed()).contains("The ledger could not be reached. Find out whether");
        });
    }

    @Test
    void failsWhileAnotherProgramHasTheLedger() throws IOException, InterruptedException, SQLException {
        Undisturbed.lend(month -> {
            month.before(Command.APPROVE);
            Site.Ended ended;
            try (Connection held =
                    DriverManager.getConnection("jdbc:h2:file:" + month.site().output() + "/ledger/scrutineer")) {
                assertThat(held.isValid(1)).isTrue();
                ended = month.site().give(Command.RUN, Map.of());
            }

            assertThat(ended.exitCode()).as(ended.printed()).isEqualTo(FAILED);
            assertThat(ended.printed()).contains("Failed: ");
        });
    }

    private static Site.Ended failsAndGoesOn(Undisturbed month, Map<String, String> fault)
            throws IOException, InterruptedException, SQLException {
        month.before(Command.RUN);

        Site.Ended failed = month.site().give(Command.RUN, fault);
        assertThat(failed.exitCode()).as(failed.printed()).isEqualTo(FAILED);
        Site.Ended next = month.site().give(Command.RUN, Map.of());
        assertThat(next.exitCode()).as(next.printed()).isZero();
        assertThat(Undisturbed.differences(
                        withoutFailures(month.site().image(Command.RUN)),
                        withoutFailures(month.of(Command.RUN).image())))
                .as(failed.printed() + next.printed())
                .isEmpty();
        return failed;
    }

    /**
     * That a run failed is an entry of the audit trail, and a mail to those who look after the returns: mails after it have
     * later numbers.
     */
    private static List<String> withoutFailures(List<String> image) {
        return image.stream()
                .filter(line -> !line.contains("| run-failed |"))
                .map(line -> line.replaceFirst("^(delivery|delivery_attachment) \\| #\\d+", "$1 | a number"))
                .toList();
    }
}
