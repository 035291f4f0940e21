package org.scrutineer.jar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scrutineer.files.TemporaryFolders;

/**
 * The packaged program for tests that start it often: unpacked, with an archive of its classes, as the guide for IT tells. It starts in half the time; the packaged jar itself is what {@link PackagedJarIT} starts.
 */
public final class UnpackedJar {

    /** As for all tests: a process that lives for seconds is not worth compiling twice. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static UnpackedJar only;

    private final Path folder;

    private UnpackedJar(Path folder) {
        this.folder = folder;
    }

    /**
     * The beginning of a command line that starts it.
     *
     * @param options for Java
     */
    public static List<String> command(List<String> options) throws IOException, InterruptedException {
        return made().command("-XX:SharedArchiveFile=", options);
    }

    /** The same without the archive, which Java does not use beside an agent that adds classes to its own. */
    public static List<String> commandWithAgent(List<String> options) throws IOException, InterruptedException {
        return start(options, installed().resolve("scrutineer.jar"));
    }

    /** Where it is installed: {@code scrutineer.jar}, {@code lib} and {@code classes.jsa}. */
    static Path installed() throws IOException, InterruptedException {
        return made().unpacked();
    }

    private static synchronized UnpackedJar made() throws IOException, InterruptedException {
        if (only == null) {
            var made = new UnpackedJar(TemporaryFolders.untilTheEnd("scrutineer-unpacked-"));
            made.unpack();
            made.archiveClasses();
            only = made;
        }
        return only;
    }

    private void unpack() throws IOException, InterruptedException {
        var command = new ArrayList<>(start(List.of("-Djarmode=tools"), packaged()));
        command.addAll(List.of("extract", "--destination", unpacked().toString()));
        end(command);
    }

    private void archiveClasses() throws IOException, InterruptedException {
        var command = new ArrayList<>(command("-XX:ArchiveClassesAtExit=", List.of("-Xlog:disable")));
        command.addAll(List.of("--output", folder.resolve("output").toString(), "status"));
        end(command);
    }

    private List<String> command(String archiveOption, List<String> options) {
        var all = new ArrayList<String>();
        all.add(archiveOption + unpacked().resolve("classes.jsa"));
        all.addAll(options);
        return start(all, unpacked().resolve("scrutineer.jar"));
    }

    static Path packaged() {
        return Path.of(System.getProperty("scrutineer.jar", "target/scrutineer.jar"))
                .toAbsolutePath();
    }

    static List<String> start(List<String> options, Path jar) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private Path unpacked() {
        return folder.resolve("unpacked");
    }

    private static void end(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IOException(command + " ended with " + exitCode + " and printed " + printed);
        }
    }
}
