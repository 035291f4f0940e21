package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveTests {

    /** Of "abc", from the standard. */
    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    private Path archive;
    private Path received;

    @BeforeEach
    void receive() throws IOException {
        archive = folder.resolve("output/archive");
        received = Files.writeString(folder.resolve("north.xlsx"), "abc");
    }

    @Test
    void keepsAFileUnderTheHashOfItsBytes() throws Exception {
        Archive.Kept kept = keep(received);

        assertThat(kept).isEqualTo(new Archive.Kept(HASH, 3, archive.resolve(HASH + ".xlsx")));
        assertThat(kept.file()).hasContent("abc");
    }

    @Test
    void keepsTheSameBytesOnce() throws Exception {
        Path first = keep(received).file();
        Files.setLastModifiedTime(first, FileTime.from(Instant.parse("2019-01-09T09:00:00Z")));

        keep(received);
        keep(Files.copy(received, folder.resolve("copy.XLSX")));

        assertThat(files(archive)).containsExactly(HASH + ".xlsx");
        assertThat(Files.getLastModifiedTime(first).toInstant()).isEqualTo("2019-01-09T09:00:00Z");
    }

    @Test
    void keepsTheSameBytesUnderAnotherExtensionOnce() throws Exception {
        Path first = keep(received).file();

        Archive.Kept again = keep(Files.copy(received, folder.resolve("north.bak")));

        assertThat(again.file()).isEqualTo(first);
        assertThat(files(archive)).containsExactly(HASH + ".xlsx");
    }

    @Test
    void deletesCopiesThatAKilledProcessDidNotFinish() throws Exception {
        keep(received);
        Files.writeString(archive.resolve(".arriving-4711.tmp"), "ab");

        new Archive(settings()).deleteUnfinished();

        assertThat(files(archive)).containsExactly(HASH + ".xlsx");
    }

    @Test
    void keepsNothingOfAFileThatChangedSinceItWasLookedAt() throws Exception {
        String hash = Archive.hash(received);
        Files.writeString(received, "abcd");

        assertThat(new Archive(settings()).keep(received, hash)).isEmpty();
        assertThat(archive).isEmptyDirectory();
    }

    @Test
    void leavesNothingBehindOfAFileItCannotRead() {
        assertThatThrownBy(() -> new Archive(settings()).keep(folder.resolve("gone.xlsx"), HASH))
                .isInstanceOf(Archive.SourceException.class);
        assertThat(archive).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.xlsx"), received);

        assertThatThrownBy(() -> Archive.hash(link)).isInstanceOf(Archive.SourceException.class);
        assertThatThrownBy(() -> new Archive(settings()).keep(link, HASH)).isInstanceOf(Archive.SourceException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isReadableByItsOwnerOnly() throws Exception {
        keep(received);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            north.xlsx,          .xlsx
            NORTH.XLSM,          .xlsm
            north.2018-12.xlsx,  .xlsx
            north,               -
            north.,              -
            north.x y,           -
            north.exe;rm,        -
            north.överblick,     -
            north.verylongone,   -
            """)
    void keepsOnlyAPlainExtension(String name, String extension) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "abc");

        assertThat(keep(file).file().getFileName()).hasToString(HASH + (extension == null ? "" : extension));
    }

    @Test
    void findsTheFileOfAReturn() throws Exception {
        Path file = Files.createDirectories(folder.resolve("2018-12")).resolve("NORTH.XLSX");
        Files.writeString(file, "abc");
        TestLedger ledger = TestLedger.aLedger();
        Archive.Kept kept = keep(file);
        ledger.submissions()
                .record(
                        kept,
                        "2018-12/NORTH.XLSX",
                        new ReturnIdentity.Known(
                                "visits",
                                "north",
                                org.scrutineer.catalogue.ReportingPeriod.of(2018, 12),
                                java.time.LocalDate.of(2019, 1, 8),
                                java.util.Set.of()));
        Submission submission = ledger.submissions().counting().get(0).submission();

        assertThat(new Archive(settings()).file(submission)).isEqualTo(kept.file());
    }

    private Archive.Kept keep(Path file) throws IOException {
        return new Archive(settings()).keep(file, Archive.hash(file)).orElseThrow();
    }

    private IntakeProperties settings() {
        return new IntakeProperties(folder, archive, Duration.ZERO, Duration.ZERO);
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
