package org.scrutineer.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class BackupTests {

    @TempDir
    Path folder;

    @Test
    void aRestoredInstallationGoesOnWhereTheBackupWasMade() throws IOException, SQLException {
        Installation installation = Installation.afterRunOf(folder, "2018-12/FRT1 Dec 18.xlsx");
        execute(
                installation,
                "insert into delivery (message_key, message_id, kind, recipient, recipient_name, address, subject, body,"
                        + " state, attempts, queued_at) values ('k', '<k@here>', 'notice', 'officer', 'Officer',"
                        + " 'officer@trust.example', 's', '[]', 'pending', 0, timestamp '2019-01-09 09:00:00')");
        Map<String, byte[]> before = kept(installation);

        Installation.Answer backedUp = installation.command(
                "backup", "--to", folder.resolve("elsewhere").toString());

        assertThat(backedUp.err()).isEmpty();
        assertThat(backedUp.out())
                .matches(
                        "(?s)Backed up [0-9,]+ files, [0-9.]+ MB, into .*scrutineer-\\d{8}-\\d{6}Z\\. Every file was read"
                                + " back\\.\\R");
        FileSystemUtils.deleteRecursively(installation.output());

        Installation.Answer restored = installation.command("restore", "--from", backup().toString());

        assertThat(restored.err()).isEmpty();
        assertThat(restored.out())
                .matches("(?s)Restored [0-9,]+ files, [0-9.]+ MB, into .*, as they stood on .*\\.\\R"
                        + "Run \"retention\" before anything else: what its rules took since then is back\\.\\R");
        assertThat(kept(installation)).containsExactlyEntriesOf(before);
        assertThat(installation.command("run")).satisfies(run -> {
            assertThat(run.err())
                    .matches(
                            "(?s)The ledger was restored from backup .*, made at .*, and may not know which mails were sent"
                                    + " after that: [0-9]+ mails? (is|are) held\\. See \"status\", and send again what did not"
                                    + " arrive\\.\\R");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains("1 file in the input folder, none of them new.")
                    .contains("There was nothing new to do; nothing was read or published twice.");
        });
        assertThat(installation.command("trace", "--period", "2018-12").exitCode())
                .isZero();
        assertThat(kept(installation)).containsExactlyEntriesOf(before);
        assertThat(permissions(installation.output().resolve("archive"))).isEqualTo("rwx------");

        // A second one shares what never changes, and is as whole.
        Installation.Answer again = installation.command(
                "backup", "--to", folder.resolve("elsewhere").toString());

        assertThat(again.out()).containsPattern("; [0-9]+ of them are shared with the backup before\\. Every file was");
        assertThat(installation
                        .command("restore", "--from", backup().toString())
                        .err())
                .startsWith("A backup is restored into an empty folder only, and " + installation.output() + " holds ")
                .endsWith(" Nothing was changed. Move that away, or name another folder with --output."
                        + System.lineSeparator());
    }

    @Test
    void aRunIsBuiltAgainFromABackupElsewhereToTheSameBytes() throws IOException {
        Installation installation = Installation.afterRunOf(folder, "2018-12/FRT1 Dec 18.xlsx");
        Map<String, byte[]> issued = issued(installation, "publications/2018-12/run-0001");
        Path elsewhere = folder.resolve("elsewhere");
        installation.command("backup", "--to", elsewhere.toString());
        FileSystemUtils.deleteRecursively(installation.output());
        Files.writeString(
                installation.catalogue().resolve("targets.csv"),
                Files.readString(installation.catalogue().resolve("targets.csv"))
                        .replace(",90", ",91"));
        Installation restored = installation.writingInto(folder.resolve("another machine"));

        assertThat(restored.command("restore", "--from", backup().toString()).exitCode())
                .isZero();
        Installation.Answer again = restored.command("rerun", "--period", "2018-12", "--as-issued", "--run", "1");

        assertThat(again.exitCode()).as(again.toString()).isZero();
        assertThat(again.out()).contains("are byte for byte what was published.");
        assertThat(issued(restored, "internal/2018-12/run-0001-as-issued")).containsExactlyEntriesOf(issued);
        assertThat(restored.command("audit", "verify").out()).contains("are what was written");
    }

    private static Map<String, byte[]> issued(Installation installation, String run) {
        return Installation.files(installation.output().resolve(run));
    }

    private static void execute(Installation installation, String sql) throws SQLException {
        try (Connection ledger = DriverManager.getConnection(
                        "jdbc:h2:file:" + installation.output().resolve("ledger/scrutineer"));
                Statement statement = ledger.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Those of its files that are never written again, with their bytes. */
    private static Map<String, byte[]> kept(Installation installation) {
        var kept = new TreeMap<String, byte[]>();
        for (String part : List.of("archive", "records", "publications", "teams")) {
            Installation.files(installation.output().resolve(part))
                    .forEach((name, bytes) -> kept.put(part + "/" + name, bytes));
        }
        return kept;
    }

    private Path backup() throws IOException {
        try (Stream<Path> backups = Files.list(folder.resolve("elsewhere"))) {
            return backups.filter(Files::isDirectory)
                    .filter(one -> !one.getFileName().toString().startsWith("."))
                    .sorted()
                    .reduce((older, newer) -> newer)
                    .orElseThrow();
        }
    }

    private static String permissions(Path folder) throws IOException {
        return java.nio.file.attribute.PosixFilePermissions.toString(
                Objects.requireNonNull(Files.getPosixFilePermissions(folder)));
    }
}
