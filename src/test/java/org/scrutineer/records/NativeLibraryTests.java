package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
