package org.scrutineer.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Runs that many tests begin with. Each is made once, in a folder that no test works in; a test gets a copy of that
 * folder, with which it may do what it likes.
 */
final class FirstRuns {

    private static final Map<String, Made> MADE = new HashMap<>();

    private static Path folder;

    private FirstRuns() {}

    /** Opens an installation that leaves all it does in this folder. */
    interface Opening {
        Installation in(Path folder) throws IOException;
    }

    private record Made(Path folder, Installation.Answer answer) {}

    /**
     * Copies what a run left into a folder, and makes it first where no test has asked for it before.
     *
     * @param name what the run is of
     * @param opening readies what is to be run
     * @return what the run printed
     */
    static synchronized Installation.Answer copy(String name, Opening opening, Path target) {
        try {
            Made made = MADE.get(name);
            if (made == null) {
                Path own = Files.createTempDirectory(folder(), "run");
                made = new Made(own, opening.in(own).command("run"));
                MADE.put(name, made);
            }
            copy(made.folder(), target);
            return made.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() throws IOException {
        if (folder == null) {
            Path made = Files.createTempDirectory("scrutineer-first-runs-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(made)));
            folder = made;
        }
        return folder;
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With times and permissions, as both are looked at. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path copy = to.resolve(from.relativize(each).toString());
                if (!Files.isDirectory(copy)) {
                    Files.copy(each, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
