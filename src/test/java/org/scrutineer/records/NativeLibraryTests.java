package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTests {

    @Test
    void onlyTheDriversOwnFileInTheTemporaryFolderIsTakenAway() {
        List<String> loaded = List.of(
                "7f10-7f20 r--p 00000000 fe:00 131   /tmp/libduckdb_java18289160696022305594.so",
                "7f20-7f30 r-xp 00001000 fe:00 131   /tmp/libduckdb_java18289160696022305594.so",
                "7f30-7f40 r-xp 00000000 fe:00 132   /usr/lib/libduckdb_java1.so",
                "7f40-7f50 r-xp 00000000 fe:00 133   /tmp/libother1.so",
                "7f50-7f60 rw-p 00000000 00:00 0",
                "7f60-7f70 rw-p 00000000 00:00 0     [stack]");

        assertThat(NativeLibrary.unpacked(loaded, Path.of("/tmp")))
                .containsExactly(Path.of("/tmp/libduckdb_java18289160696022305594.so"));
    }

    @Test
    void whatAKilledProcessHasLeftIsTakenAwayLongAfter(@TempDir Path folder) throws IOException {
        Instant now = Instant.parse("2019-01-10T09:00:00Z");
        Path left = unpacked(folder.resolve("libduckdb_java1.so"), now.minus(Duration.ofMinutes(11)));
        Path beingLoaded = unpacked(folder.resolve("libduckdb_java2.so"), now.minus(Duration.ofMinutes(9)));
        Path another = unpacked(folder.resolve("libother1.so"), now.minus(Duration.ofDays(1)));

        NativeLibrary.deleteAbandoned(folder, now);

        assertThat(left).doesNotExist();
        assertThat(beingLoaded).exists();
        assertThat(another).exists();
    }

    private static Path unpacked(Path file, Instant when) throws IOException {
        return Files.setLastModifiedTime(Files.createFile(file), FileTime.from(when));
    }
}
