package org.scrutineer.jar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.scrutineer.console.Installation;

/** The packaged program, started as a process. */
final class PackagedJar {

    private static final long PATIENCE_MINUTES = 5;

    private final List<String> start;
    private final Installation installation;

    private PackagedJar(List<String> start, Installation installation) {
        this.start = start;
        this.installation = installation;
    }

    /** As it is built, one file. */
    static PackagedJar asBuilt(Installation installation) {
        return new PackagedJar(UnpackedJar.start(List.of(), UnpackedJar.packaged()), installation);
    }

    /** As it is installed, which starts faster. */
    static PackagedJar asInstalled(Installation installation) throws IOException, InterruptedException {
        return new PackagedJar(UnpackedJar.command(List.of()), installation);
    }

    /** How a process ended and what it printed. */
    record Ended(int exitCode, String printed) {}

    /** Runs a command to its end. */
    Ended run(String... words) throws IOException, InterruptedException {
        Process process = start(words);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("did not end: " + List.of(words));
        }
        return new Ended(process.exitValue(), printed);
    }

    /**
     * Starts a command and asks it to end, as {@code kill} and service managers do, as soon as it prints a line with
     * {@code marker}; and waits until it has.
     */
    Ended askToEndAt(String marker, String... words) throws IOException, InterruptedException {
        Process process = start(words);
        var printed = new StringBuilder();
        boolean asked = false;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                printed.append(line).append(System.lineSeparator());
                if (!asked && line.contains(marker)) {
                    // Process.destroy would close the stream that is read here.
                    process.toHandle().destroy();
                    asked = true;
                }
            }
        }
        if (!asked) {
            throw new IOException("never printed \"" + marker + "\"");
        }
        return new Ended(process.waitFor(), printed.toString());
    }

    private Process start(String... words) throws IOException {
        var command = new ArrayList<>(start);
        command.addAll(installation.flags());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // It takes seconds, and has tests of its own.
        builder.environment().put("RENDERING_PDF", "false");
        builder.environment().put("SERVER_PORT", "0");
        return builder.start();
    }
}
