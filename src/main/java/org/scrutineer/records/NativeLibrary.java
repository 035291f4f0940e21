package org.scrutineer.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The engine's native library. Its driver unpacks 70 MB into the temporary folder for each process and deletes them when
 * the process ends, but not if it is killed.
 */
final class NativeLibrary {

    /** What a process has loaded, where the system is one that lets go of the name of a file in use. */
    private static final Path LOADED = Path.of("/proc/self/maps");

    private static final AtomicBoolean DONE = new AtomicBoolean();

    private NativeLibrary() {}

    /** Takes the unpacked file's name away once it is loaded; elsewhere than on Linux it stays until the process ends. */
    static void deleteUnpacked() {
        if (!Files.isReadable(LOADED) || DONE.getAndSet(true)) {
            return;
        }
        try {
            for (Path file : unpacked(Files.readAllLines(LOADED), Path.of(System.getProperty("java.io.tmpdir")))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftToTheDriver) {
            // it deletes the file when the process ends
        }
    }

    /** The files of that name directly in a folder, of the lines that Linux tells a process's memory by. */
    static List<Path> unpacked(List<String> lines, Path folder) {
        return lines.stream()
                .flatMap(line -> {
                    int path = line.indexOf('/');
                    return path < 0 ? Stream.empty() : Stream.of(Path.of(line.substring(path)));
                })
                .filter(file -> folder.equals(file.getParent())
                        && file.getFileName().toString().matches("libduckdb_java\\d+\\.so"))
                .distinct()
                .toList();
    }
}
