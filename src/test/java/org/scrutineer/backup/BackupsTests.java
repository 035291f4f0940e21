package org.scrutineer.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.CatalogueFolder;
import org.scrutineer.intake.LedgerTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BackupsTests {

    private static final Instant NIGHT = Instant.parse("2022-11-22T02:00:00Z");

    @TempDir
    Path folder;

    private Path output;
    private DataSource ledger;

    @BeforeEach
    void anInstallation() throws IOException {
        output = folder.resolve("output");
        write("output/archive/" + DigestUtils.sha256Hex("a return") + ".xlsx", "a return");
        write("output/records/visits/a.parquet", "rows");
        write("output/publications/2018-12/run-0001/board/board.xlsx", "figures");
        write("output/teams/north/2018-12/answer.txt", "an answer");
        write("output/records/.staging/half", "a half");
        write("catalogue/organisation.yaml", "id: trust");
        ledger = ledger(output);
        LedgerTables.makeIn(ledger);
        JdbcClient.create(ledger)
                .sql("insert into received_file (hash, name, size, received_at) values ('a', 'north.xlsx', 1,"
                        + " timestamp '2022-01-01 00:00:00')")
                .update();
    }

    private static DataSource ledger(Path output) {
        return new DriverManagerDataSource("jdbc:h2:file:" + output.resolve("ledger/scrutineer"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Backups backups(Instant now) {
        return new Backups(
                new BackupProperties(output, output.resolve("backups")),
                ledger,
                new CatalogueFolder(folder.resolve("catalogue")),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void holdsTheLedgerAndAllFilesButWhatIsHalfDoneForItsOwnerOnly() throws Exception {
        Backups.Made made = backups(NIGHT).make(null);

        assertThat(made.folder()).isEqualTo(output.resolve("backups/scrutineer-20221122-020000Z"));
        assertThat(files(made.folder()))
                .containsExactly(
                        "catalogue/organisation.yaml",
                        "ledger.zip",
                        "manifest.json",
                        "output/archive/" + DigestUtils.sha256Hex("a return") + ".xlsx",
                        "output/publications/2018-12/run-0001/board/board.xlsx",
                        "output/records/visits/a.parquet",
                        "output/teams/north/2018-12/answer.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.folder())))
                .isEqualTo("rwx------");
        assertThat(made.notices()).isEmpty();
        assertThat(backups(NIGHT).all())
                .singleElement()
                .satisfies(known -> assertThat(known.folder()).isEqualTo(made.folder()));
    }

    @Test
    void givesBackWhatItHoldsWithTheCatalogueWhereThereIsNone() throws Exception {
        Backups.Made made = backups(NIGHT).make(folder.resolve("far"));
        Path restored = folder.resolve("restored");

        Restore.Restored answer = Restore.of(made.folder(), restored, folder.resolve("restored-catalogue"), null);

        assertThat(answer.madeAt()).isEqualTo(NIGHT);
        assertThat(answer.catalogueDiffers()).isEmpty();
        assertThat(files(restored))
                .containsExactly(
                        "archive/" + DigestUtils.sha256Hex("a return") + ".xlsx",
                        "ledger/restored-from",
                        "ledger/scrutineer.mv.db",
                        "publications/2018-12/run-0001/board/board.xlsx",
                        "records/visits/a.parquet",
                        "teams/north/2018-12/answer.txt");
        assertThat(folder.resolve("restored-catalogue/organisation.yaml")).hasContent("id: trust");
        assertThat(JdbcClient.create(ledger(restored))
                        .sql("select name from received_file")
                        .query(String.class)
                        .list())
                .containsExactly("north.xlsx");
        for (String part : List.of("archive", "ledger", "records", "teams")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(restored.resolve(part))))
                    .as(part)
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void leavesACatalogueThatIsThereAndSaysWhatDiffers() throws Exception {
        Backups.Made made = backups(NIGHT).make(folder.resolve("far"));
        write("catalogue/organisation.yaml", "id: other");

        assertThat(Restore.of(made.folder(), folder.resolve("restored"), folder.resolve("catalogue"), null)
                        .catalogueDiffers())
                .containsExactly("organisation.yaml");
        assertThat(folder.resolve("catalogue/organisation.yaml")).hasContent("id: other");
    }

    @Test
    void sharesWhatNeverChangesWithTheBackupBefore() throws Exception {
        Backups.Made first = backups(NIGHT).make(null);
        write("output/teams/north/2018-12/answer.txt", "a second answer");

        Backups.Made second = backups(NIGHT.plusSeconds(60)).make(null);

        assertThat(second.linked()).isEqualTo(3);
        assertThat(Files.isSameFile(
                        first.folder().resolve("output/records/visits/a.parquet"),
                        second.folder().resolve("output/records/visits/a.parquet")))
                .isTrue();
        assertThat(first.folder().resolve("output/teams/north/2018-12/answer.txt"))
                .hasContent("an answer");
        assertThat(second.folder().resolve("output/teams/north/2018-12/answer.txt"))
                .hasContent("a second answer");
    }

    @Test
    void doesNotShareADamagedFileAndSaysSo() throws Exception {
        Backups.Made first = backups(NIGHT).make(null);
        Path damaged = Files.writeString(first.folder().resolve("output/records/visits/a.parquet"), "sore");

        Backups.Made second = backups(NIGHT.plusSeconds(60)).make(null);

        assertThat(second.notices())
                .containsExactly("The file " + damaged + " of an earlier backup is damaged; it was copied anew.");
        assertThat(second.folder().resolve("output/records/visits/a.parquet")).hasContent("rows");
    }

    @Test
    void tellsOfAReceivedFileThatIsNotWhatWasReceived() throws Exception {
        Path changed = write("output/archive/" + DigestUtils.sha256Hex("a return") + ".xlsx", "a turner");

        assertThat(backups(NIGHT).make(null).notices())
                .containsExactly(
                        "The received file " + changed + " is not what was received: its content has another hash"
                                + " than its name. Put back the copy of an earlier backup.");
    }

    @Test
    void removesWhatABackupThatWasCutOffHasLeft() throws Exception {
        write("output/backups/.making-scrutineer-20221121-020000Z/ledger.zip", "half");

        backups(NIGHT).make(null);

        assertThat(output.resolve("backups/.making-scrutineer-20221121-020000Z"))
                .doesNotExist();
        assertThat(backups(NIGHT.plus(Duration.ofDays(1))).all()).hasSize(1);
    }

    @Test
    void refusesAPlaceWithinWhatIsBackedUpAndASecondOneAtATime() throws Exception {
        assertThatThrownBy(() -> backups(NIGHT).make(output.resolve("archive")))
                .isInstanceOf(BackupException.class)
                .hasMessage("Backups cannot be made in " + output.resolve("archive")
                        + ", as it lies in the folder that is backed up. Name another with --to.");
        Path far = folder.resolve("far");
        Files.createDirectories(far);
        try (FileChannel other = FileChannel.open(
                        far.resolve(".backup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThatThrownBy(() -> backups(NIGHT).make(far))
                    .isInstanceOf(BackupException.class)
                    .hasMessage("Another backup is being made in " + far + ". Wait until it is done.");
        }
    }

    @Test
    void restoresNothingOfADamagedBackup() throws Exception {
        Backups.Made made = backups(NIGHT).make(folder.resolve("far"));
        Files.writeString(made.folder().resolve("output/records/visits/a.parquet"), "sore");
        Files.delete(made.folder().resolve("output/teams/north/2018-12/answer.txt"));
        Path restored = folder.resolve("restored");

        assertThatThrownBy(() -> Restore.of(made.folder(), restored, folder.resolve("catalogue"), null))
                .isInstanceOf(BackupException.class)
                .hasMessage("The backup in " + made.folder() + " is damaged, and nothing was restored:"
                        + " output/records/visits/a.parquet was changed; output/teams/north/2018-12/answer.txt is missing."
                        + " Use another backup.");
        assertThat(restored).doesNotExist();
    }

    @Test
    void restoresIntoAnEmptyFolderOnlyOrOverARestoreThatWasCutOff() throws Exception {
        Backups.Made made = backups(NIGHT).make(folder.resolve("far"));
        write("restored/notes.txt", "mine");

        assertThatThrownBy(
                        () -> Restore.of(made.folder(), folder.resolve("restored"), folder.resolve("catalogue"), null))
                .isInstanceOf(BackupException.class)
                .hasMessage(
                        "A backup is restored into an empty folder only, and " + folder.resolve("restored")
                                + " holds notes.txt. Nothing was changed. Move that away, or name another folder with --output.");

        write("cut-off/archive/half", "half");
        write("cut-off/.restoring/records/half", "half");
        assertThat(Restore.isUnfinished(folder.resolve("cut-off"))).isTrue();
        Restore.of(
                made.folder().resolve("manifest.json"), folder.resolve("cut-off"), folder.resolve("catalogue"), null);

        assertThat(Restore.isUnfinished(folder.resolve("cut-off"))).isFalse();
        assertThat(files(folder.resolve("cut-off"))).hasSize(6).noneMatch(name -> name.contains("half"));
    }

    @Test
    void fillsACatalogueWhoseFillingWasCutOff() throws Exception {
        write("catalogue/calendar.yaml", "days: []");
        write("catalogue/targets.csv", "indicator");
        Backups.Made made = backups(NIGHT).make(folder.resolve("far"));
        write("half/.restoring/file", "ha");
        write("half/organisation.yaml", "id: trust");
        write("half/targets.csv", "mine");

        Restore.Restored restored = Restore.of(made.folder(), folder.resolve("restored"), folder.resolve("half"), null);

        assertThat(restored.catalogueDiffers()).containsExactly("targets.csv");
        assertThat(folder.resolve("half/targets.csv")).hasContent("mine");
        assertThat(files(folder.resolve("half")))
                .containsExactlyInAnyOrder("calendar.yaml", "organisation.yaml", "targets.csv");
    }

    @Test
    void saysWhatIsNoBackup() {
        assertThatThrownBy(() -> Restore.of(output, folder.resolve("restored"), folder.resolve("catalogue"), null))
                .isInstanceOf(BackupException.class)
                .hasMessage("There is no backup in " + output
                        + ": a backup is a folder with a file manifest.json. Name that folder or that file.");
    }

    @Test
    void aLedgerIsCopiedBeforeItIsBroughtUpToDate() throws IOException {
        Path old = folder.resolve("old");
        DataSource source = ledger(old);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .target("15")
                .load()
                .migrate();
        var upgrade = new LedgerUpgrade(
                new BackupProperties(old, old.resolve("backups")), Clock.fixed(NIGHT, ZoneOffset.UTC));
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load();

        upgrade.migrate(flyway);

        Path copy = old.resolve("backups/ledger-version-15-20221122-020000Z.zip");
        assertThat(copy).isNotEmptyFile();
        assertThat(upgrade.told())
                .contains("The ledger was brought from version 15 to "
                        + flyway.info().current().getVersion()
                        + ", for this version of the program. As it was before it is in " + copy
                        + "; to go back, stop the program, put scrutineer.mv.db out of that file into "
                        + old.resolve("ledger") + ", and start the former version.");

        var next = new LedgerUpgrade(
                new BackupProperties(old, old.resolve("backups")), Clock.fixed(NIGHT.plusSeconds(60), ZoneOffset.UTC));
        next.migrate(flyway);

        assertThat(next.told()).isEmpty();
        assertThat(files(old.resolve("backups"))).hasSize(1);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
