package org.scrutineer.jar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scrutineer.console.Installation;
import org.scrutineer.files.TemporaryFolders;

/**
 * The packaged program as the guide for IT installs it, unpacked and with an archive of its classes, for tests that start it
 * often: it starts in half the time. That the jar works as it is built is for {@link PackagedJarIT} to say.
 */
public final class UnpackedJar {

    /** As for all tests: a process that lives for seconds is not worth compiling twice. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static UnpackedJar only;

    private final Path folder;

    /** By the options with which each was made. */
    private final Map<List<String>, Path> archives = new HashMap<>();

    private UnpackedJar(Path folder) {
        this.folder = folder;
    }

    /**
     * The beginning of a command line that starts it.
     *
     * @param options for Java
     */
    public static List<String> command(List<String> options) throws IOException, InterruptedException {
        return command(List.of(), options);
    }

    /**
     * The same where Java finds classes elsewhere too.
     *
     * @param classPath the options that say where: Java uses an archive of classes only with those it was made with
     */
    public static List<String> command(List<String> classPath, List<String> options)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(classPath);
        synchronized (UnpackedJar.class) {
            all.add("-XX:SharedArchiveFile=" + made().archive(classPath));
        }
        all.addAll(options);
        return start(all, installed().resolve("scrutineer.jar"));
    }

    /** Where it is installed: {@code scrutineer.jar}, {@code lib} and {@code classes.jsa}. */
    static Path installed() throws IOException, InterruptedException {
        return made().unpacked();
    }

    private static synchronized UnpackedJar made() throws IOException, InterruptedException {
        if (only == null) {
            var made = new UnpackedJar(TemporaryFolders.untilTheEnd("scrutineer-unpacked-"));
            made.unpack();
            made.archive(List.of());
            only = made;
        }
        return only;
    }

    private void unpack() throws IOException, InterruptedException {
        var command = new ArrayList<>(start(List.of("-Djarmode=tools"), packaged()));
        command.addAll(List.of("extract", "--destination", unpacked().toString()));
        end(command);
    }

    /** With the classes that a run needs, so that runs are quicker too: tests start far more of them than an installation does. */
    private Path archive(List<String> classPath) throws IOException, InterruptedException {
        Path known = archives.get(classPath);
        if (known != null) {
            return known;
        }
        Path archive = unpacked().resolve(archives.isEmpty() ? "classes.jsa" : "classes-" + archives.size() + ".jsa");
        var options = new ArrayList<>(classPath);
        options.addAll(List.of(
                "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable", "-Dintake.pause=0s", "-Drendering.pdf=false"));
        var command = new ArrayList<>(start(options, unpacked().resolve("scrutineer.jar")));
        command.addAll(Installation.withIndicators(
                        folder.resolve("work-" + archives.size()), "1-front-door-and-assessment.yaml")
                .receiving("2018-12/FRT1 Dec 18.xlsx")
                .flags());
        command.add("run");
        end(command);
        archives.put(classPath, archive);
        return archive;
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
