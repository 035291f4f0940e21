package org.scrutineer.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.scrutineer.console.Installation;
import org.scrutineer.jar.UnpackedJar;
import org.springframework.util.FileSystemUtils;

/**
 * A small installation at which the packaged program is started as a process. It is always at the same place, as the ledger
 * and mails name files by their path; what it was like before is put back between attempts.
 */
final class Site {

    private static final long PATIENCE_MINUTES = 5;

    private static final Pattern MAILS =
            Pattern.compile("<li>[^<]*see Mail\\.</li>\\s*|<h2>Mail</h2>.*", Pattern.DOTALL);

    private final Path folder;
    private final AgentJar agent;
    private final Installation installation;
    private final Installation restored;
    private final int mailPort;

    /** Two teams' returns of a month, one of them with something to correct, and the indicators of the front door. */
    Site(Path folder, int mailPort) throws IOException {
        this.folder = folder.toRealPath();
        this.mailPort = mailPort;
        this.agent = AgentJar.in(this.folder);
        this.installation = Installation.withIndicators(this.folder, "1-front-door-and-assessment.yaml")
                .receiving("2018-12/FRT1 Dec 18.xlsx", "2018-12/First Response 3 - Dec 2018.xlsx");
        this.restored = Installation.within(this.folder.resolve("restored"));
        Files.createDirectories(scratch());
        Files.createDirectories(output());
    }

    private Installation of(Command command) {
        return command == Command.RESTORE ? restored : installation;
    }

    /** How a process ended and what it printed. */
    record Ended(int exitCode, String printed) {}

    Path output() {
        return installation.output();
    }

    Path input() {
        return installation.input();
    }

    /** What processes of the site use for temporary files. */
    private Path scratch() {
        return folder.resolve("scratch");
    }

    /** Where an effect is written that happens, see {@code Effects}. */
    Path log() {
        return folder.resolve("effects.log");
    }

    /** Gives a command and waits for its end. */
    Ended give(Command command, Map<String, String> effects) throws IOException, InterruptedException {
        return start(command, effects, 0).end();
    }

    Started start(Command command, Map<String, String> effects, int secondsLater)
            throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of(
                "-Djava.io.tmpdir=" + scratch(),
                "-javaagent:" + agent.agent(),
                "-Dcrash.clock=" + Instant.parse(command.time()).plusSeconds(secondsLater),
                "-Dcrash.account=" + command.account(),
                "-Dintake.pause=0s",
                "-Dworkbook.recalculate-up-to=0MB",
                // It takes seconds, and has tests of its own.
                "-Drendering.pdf=false",
                "-Dmail.host=127.0.0.1",
                "-Dmail.port=" + mailPort,
                "-Dmail.security=none",
                "-Dmail.allowed-domains=childrens-services.example,west.example,north.example,committee.example"));
        effects.forEach((name, value) -> options.add("-Dcrash." + name + "=" + value));
        var line = new ArrayList<>(UnpackedJar.command(agent.ownClasses(), options));
        line.addAll(of(command).flags());
        line.addAll(command.words());
        // Not where the settings of a real installation may lie.
        Path printed = Files.createTempFile(folder, "printed-", ".txt");
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        return new Started(process, printed);
    }

    /**
     * A process at work.
     *
     * @param printed takes all it prints
     */
    record Started(Process process, Path printed) {

        Ended end() throws IOException, InterruptedException {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("did not end; it printed " + Files.readString(printed));
            }
            return new Ended(process.exitValue(), Files.readString(printed));
        }
    }

    /** Whether the audit trail is whole, as the program itself says: its exit code. */
    int verifyAudit(Command command) {
        return of(command).exitCode("audit", "verify");
    }

    /** Makes what a killed process has left for a short time as old as if the next start had come an hour later. */
    void letAnHourPass() throws IOException {
        try (Stream<Path> left = Files.list(scratch())) {
            for (Path file : left.toList()) {
                Files.setLastModifiedTime(
                        file,
                        FileTime.from(
                                Files.getLastModifiedTime(file).toInstant().minus(1, ChronoUnit.HOURS)));
            }
        }
    }

    /** Keeps what is there now. */
    void keep(String name) throws IOException {
        copy(output(), folder.resolve("kept-" + name));
    }

    /** Makes everything as it was when it was kept. */
    void putBack(String name) throws IOException {
        FileSystemUtils.deleteRecursively(output());
        FileSystemUtils.deleteRecursively(folder.resolve("restored"));
        FileSystemUtils.deleteRecursively(scratch());
        Files.createDirectories(scratch());
        copy(folder.resolve("kept-" + name), output());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /**
     * All that is there where a command works: the ledger, a line a row, and the files by path with a hash of their bytes,
     * those included that should not be there any more. The ledger's own files, backups and logs are left out.
     */
    List<String> image(Command command) throws IOException, SQLException {
        Installation worked = of(command);
        var image = new ArrayList<>(LedgerImage.of(worked.output(), command.ownTables()));
        files(worked.catalogue()).forEach((path, hash) -> image.add("file | catalogue/" + path + " | " + hash));
        files(worked.output()).forEach((path, hash) -> {
            if (!path.startsWith("ledger/") && !path.startsWith("backups/") && !path.startsWith("log/")) {
                image.add("file | " + path + " | " + hash);
            }
        });
        files(scratch()).forEach((path, hash) -> image.add("left in the folder for temporary files | " + path));
        return image;
    }

    /** The page of what stands open, without how far each mail got, which {@link Mails} accounts for. */
    private static byte[] bytes(Path file) throws IOException {
        return file.endsWith("internal/status.html")
                ? MAILS.matcher(Files.readString(file)).replaceAll("").getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(file);
    }

    /** Files below a folder, by path with forward slashes, with a hash of their bytes. */
    static Map<String, String> files(Path root) throws IOException {
        var files = new TreeMap<String, String>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), hash(file)));
        }
        return files;
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
