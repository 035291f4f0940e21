package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a received file stands in another form while it is read: for its owner only, and emptied when it is first used,
 * as a process that was killed leaves its files behind. One process at a time uses it.
 */
final class ScratchFolder {

    private final Path folder;
    private boolean ready;

    ScratchFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    /** A new empty file. */
    synchronized Path newFile() throws IOException {
        if (!ready) {
            Files.createDirectories(folder);
            if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            empty();
            ready = true;
        }
        return Files.createTempFile(folder, "reading-", ".tmp");
    }

    private void empty() throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(file -> file.getFileName().toString().startsWith("reading-"))
                    .toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }
}
