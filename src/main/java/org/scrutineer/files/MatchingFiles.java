package org.scrutineer.files;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of a folder that are told by a pattern of their names. */
public final class MatchingFiles {

    private MatchingFiles() {}

    /**
     * Deletes them, below no other folder; where there is no such folder there is nothing to delete.
     *
     * @param pattern as of {@link Files#newDirectoryStream(Path, String)}, e.g. {@code .arriving-*.tmp}
     */
    public static void delete(Path folder, String pattern) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
