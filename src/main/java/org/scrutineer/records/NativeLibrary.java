package org.scrutineer.records;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The engine's native library. Its driver unpacks 70 MB into the temporary folder for each process and deletes them when
 * the process ends, but not if it is killed.
 */
final class NativeLibrary {

    /** What a process has loaded, where the system is one that lets go of the name of a file in use. */
    private static final Path LOADED = Path.of("/proc/self/maps");

    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);

    private static final AtomicBoolean DONE = new AtomicBoolean();

    private NativeLibrary() {}

    /** Takes the unpacked file's name away once it is loaded; elsewhere than on Linux it stays until the process ends. */
    static void deleteUnpacked() {
        if (!Files.isReadable(LOADED) || DONE.getAndSet(true)) {
            return;
        }
        try {
            for (Path file : unpacked(Files.readAllLines(LOADED), Path.of(System.getProperty("java.io.tmpdir")))) {
                Instant unpackedAt = Files.getLastModifiedTime(file).toInstant();
                Files.deleteIfExists(file);
                deleteAbandoned(Objects.requireNonNull(file.getParent()), unpackedAt);
            }
        } catch (IOException leftToTheDriver) {
            // it deletes the file when the process ends
        }
    }

    /**
     * Deletes what processes have left that were killed between unpacking the library and loading it. One that lives has
     * loaded its own long since, and needs the name no more.
     *
     * @param now when this process has unpacked its own
     */
    static void deleteAbandoned(Path folder, Instant now) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NativeLibrary::isUnpacked)) {
            for (Path file : files) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED_AFTER))) {
                        Files.deleteIfExists(file);
                    }
                } catch (FileSystemException ofAnotherAccount) {
                    // whose next start deletes it
                }
            }
        }
    }

    private static boolean isUnpacked(Path file) {
        return file.getFileName().toString().matches("libduckdb_java\\d+\\.so");
    }

    /** The files of that name directly in a folder, of the lines that Linux tells a process's memory by. */
    static List<Path> unpacked(List<String> lines, Path folder) {
        return lines.stream()
                .flatMap(line -> {
                    int path = line.indexOf('/');
                    return path < 0 ? Stream.empty() : Stream.of(Path.of(line.substring(path)));
                })
                .filter(file -> folder.equals(file.getParent()) && isUnpacked(file))
                .distinct()
                .toList();
    }
}
