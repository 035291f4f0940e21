package org.scrutineer.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.files.TemporaryFolders;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs that many tests begin with. Each is made once a build, in a folder that no test works in; a test gets a copy of
 * that folder, with which it may do what it likes. The processes that a build runs its tests in share them.
 */
final class FirstRuns {

    /** Where the processes of a build share them, and which build it is. Without, they are made once a process. */
    private static final String SHARED = "first-runs.folder";

    private static final String BUILD = "first-runs.build";

    private static Path folder;

    private FirstRuns() {}

    /** Opens an installation that leaves all it does in this folder. */
    interface Opening {
        Installation in(Path folder) throws IOException;
    }

    /**
     * Copies what a run left into a folder, and makes it first where no test has asked for it before.
     *
     * @param name what the run is of
     * @param opening readies what is to be run
     * @return what the run printed
     */
    static synchronized Installation.Answer copy(String name, Opening opening, Path target) {
        try {
            Path made = folder().resolve(DigestUtils.sha256Hex(name).substring(0, 16));
            Path answer = folder().resolve(made.getFileName() + ".json");
            try (FileChannel one = FileChannel.open(
                            folder().resolve(made.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock held = one.lock()) {
                if (!Files.exists(answer)) {
                    // What is there may be of a process that was ended in the middle of it.
                    FileSystemUtils.deleteRecursively(made);
                    Files.createDirectory(made);
                    Installation.Answer given = opening.in(made).command("run");
                    Files.write(answer, JsonMapper.shared().writeValueAsBytes(given));
                }
            }
            copy(made, target);
            return JsonMapper.shared().readValue(Files.readAllBytes(answer), Installation.Answer.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() throws IOException {
        if (folder == null) {
            String shared = System.getProperty(SHARED);
            folder = shared == null
                    ? TemporaryFolders.untilTheEnd("scrutineer-first-runs-")
                    : sharedFolder(Path.of(shared));
        }
        return folder;
    }

    /** Emptied by whichever process of a build comes first, as another build may have been of another program. */
    private static Path sharedFolder(Path shared) throws IOException {
        Files.createDirectories(shared.getParent());
        try (FileChannel one = FileChannel.open(
                        shared.resolveSibling(shared.getFileName() + ".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                FileLock held = one.lock()) {
            Path of = shared.resolve("build");
            String build = System.getProperty(BUILD);
            if (!Files.exists(of) || !Files.readString(of).equals(build)) {
                FileSystemUtils.deleteRecursively(shared);
                Files.createDirectory(shared);
                Files.writeString(of, build, StandardCharsets.UTF_8);
            }
        }
        return shared.toAbsolutePath();
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
