package org.scrutineer.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.scrutineer.Scrutineer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.index.CandidateComponentsIndex;
import org.springframework.context.index.CandidateComponentsIndexLoader;
import org.springframework.util.FileSystemUtils;

/** A body of its own with its folders, at which commands can be given. */
public final class Installation {

    static {
        // Each command starts the application: which of its classes are components is found out once.
        CandidateComponentsIndexLoader.addIndex(Installation.class.getClassLoader(), new CandidateComponentsIndex());
    }

    private final Path input;
    private final Path output;
    private final Path catalogue;

    private final String account;

    private Installation(Path input, Path output, Path catalogue) {
        this(input, output, catalogue, "officer");
    }

    private Installation(Path input, Path output, Path catalogue, String account) {
        this.input = input;
        this.output = output;
        this.catalogue = catalogue;
        this.account = account;
    }

    /** What a command printed and how it ended. */
    record Answer(int exitCode, String out, String err) {}

    /** One with the sample returns and the shipped catalogue, which writes into {@code folder}. */
    static Installation withSampleReturns(Path folder) {
        return new Installation(Path.of("input"), folder.resolve("output"), Path.of("config/catalogue"));
    }

    /**
     * One with an empty drop folder and a part of the shipped catalogue, all within {@code folder}: the indicators of the
     * front door, published for the managers and the commissioners, so that runs of single returns are short.
     */
    static Installation empty(Path folder) {
        return withIndicators(folder, "1-front-door-and-assessment.yaml");
    }

    /** The same with these of the shipped files of indicators: that of the front door, and others without benchmarks. */
    public static Installation withIndicators(Path folder, String... files) {
        Installation installation = withAllIndicators(folder);
        try {
            installation.keepIndicators(Set.of(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return installation;
    }

    /** The same with the whole of the shipped indicators, which takes three times as long. */
    static Installation withAllIndicators(Path folder) {
        Installation installation = empty(folder, Path.of("config/catalogue"));
        try {
            for (String audience : List.of("west", "north", "committee")) {
                Files.delete(installation.catalogue.resolve("publications/" + audience + ".yaml"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return installation;
    }

    /** Takes away the other files of indicators, and whatever is about indicators that are gone with them. */
    private void keepIndicators(Set<String> kept) throws IOException {
        var codes = new HashSet<String>();
        for (Path file : list(catalogue.resolve("indicators"))) {
            if (kept.contains(file.getFileName().toString())) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("- id: "))
                        .map(line -> line.substring("- id: ".length()).strip())
                        .forEach(codes::add);
            } else {
                Files.delete(file);
            }
        }
        for (String table : List.of("targets.csv", "benchmarks/values.csv")) {
            keepLines(
                    catalogue.resolve(table),
                    line -> line.startsWith("indicator,") || codes.contains(line.split(",")[0]));
        }
        for (String others : List.of(
                "care-leavers.yaml",
                "care_leavers_activity_2024_to_2025.csv",
                "workforce.yaml",
                "workforce_northamptonshire_and_england.csv")) {
            Files.delete(catalogue.resolve("benchmarks").resolve(others));
        }
        for (Path file : list(catalogue.resolve("publications"))) {
            Files.writeString(file, Files.readString(file).replaceAll("(?m)^establishment:\\R(?: +.*\\R)+", ""));
        }
    }

    private static void keepLines(Path file, Predicate<String> kept) throws IOException {
        Files.write(file, Files.readAllLines(file).stream().filter(kept).toList());
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** The same with a copy of another catalogue. */
    static Installation empty(Path folder, Path catalogue) {
        try {
            Files.createDirectories(folder.resolve("input"));
            FileSystemUtils.copyRecursively(catalogue, folder.resolve("catalogue"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return within(folder);
    }

    /**
     * {@link #empty}, but the catalogue has no indicators and nothing is published: for what becomes of returns, in a
     * fraction of the time.
     */
    public static Installation withoutFigures(Path folder) {
        Installation installation = empty(folder);
        try {
            FileSystemUtils.deleteRecursively(installation.catalogue.resolve("benchmarks"));
            FileSystemUtils.deleteRecursively(installation.catalogue.resolve("indicators"));
            FileSystemUtils.deleteRecursively(installation.catalogue.resolve("publications"));
            Files.delete(installation.catalogue.resolve("targets.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return installation;
    }

    /** One whose folders are all within {@code folder}, whatever is there. */
    public static Installation within(Path folder) {
        return new Installation(folder.resolve("input"), folder.resolve("output"), folder.resolve("catalogue"));
    }

    /** What a run left, and what it printed. */
    record AfterRun(Installation installation, Answer answer) {}

    /** {@link #withSampleReturns} after a run; the run is made once for all tests, this is a copy in {@code folder}. */
    static AfterRun afterSampleReturns(Path folder) {
        Answer answer = FirstRuns.copy("of the sample returns", Installation::withSampleReturns, folder);
        return new AfterRun(withSampleReturns(folder), answer);
    }

    /** {@link #empty} after a run with these sample returns, which is made once for all tests. */
    static Installation afterRunOf(Path folder, String... samples) {
        return afterRun(folder, "of " + List.of(samples), made -> empty(made).receiving(samples))
                .installation();
    }

    /** The same of {@link #withoutFigures}. */
    static Installation afterRunWithoutFiguresOf(Path folder, String... samples) {
        return afterRun(
                        folder,
                        "without figures of " + List.of(samples),
                        made -> withoutFigures(made).receiving(samples))
                .installation();
    }

    /**
     * After a run, which is made once for all tests that name it so and has to end well.
     *
     * @param opening makes the installation, all within the folder it is given
     */
    static AfterRun afterRun(Path folder, String name, FirstRuns.Opening opening) {
        Answer answer = FirstRuns.copy(name, opening, folder);
        if (answer.exitCode() != ExitCode.DONE) {
            throw new AssertionError(answer);
        }
        return new AfterRun(within(folder), answer);
    }

    /** The same, at which another person gives commands. */
    Installation as(String otherAccount) {
        return new Installation(input, output, catalogue, otherAccount);
    }

    /** The same that writes into another folder. */
    public Installation writingInto(Path otherOutput) {
        return new Installation(input, otherOutput, catalogue, account);
    }

    public Path input() {
        return input;
    }

    public Path output() {
        return output;
    }

    public Path catalogue() {
        return catalogue;
    }

    /** Its folders, as they are named on a command line. */
    public List<String> flags() {
        return List.of("--input", input.toString(), "--output", output.toString(), "--catalogue", catalogue.toString());
    }

    /** Puts copies of sample returns, e.g. {@code 2018-12/FRT1 Dec 18.xlsx}, into the drop folder. */
    public Installation receiving(String... samples) {
        try {
            for (String sample : samples) {
                Path target = input.resolve(sample);
                Files.createDirectories(target.getParent());
                Files.copy(Path.of("input").resolve(sample), target);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The program over its folders, as a command opens it, for as long as a test likes. */
    public ConfigurableApplicationContext open(Class<?> application) throws IOException {
        return new Workplace(
                        application,
                        () -> account,
                        Map.of(
                                "folders.input", input.toString(),
                                "folders.output", output.toString(),
                                "folders.catalogue", catalogue.toString()),
                        new PrintWriter(Writer.nullWriter()))
                .open();
    }

    /** How a command ends that is given within this process. */
    public int exitCode(String... words) {
        return command(words).exitCode();
    }

    Answer command(String... words) {
        var arguments = new ArrayList<>(flags());
        arguments.addAll(List.of(words));
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = CommandLineConsole.commandLine(
                        Scrutineer.class, () -> account, new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }

    /**
     * The published files, by path within the publications, with their bytes; but for the entry of the audit trail that
     * manifests name, which tells who gave which command when.
     */
    Map<String, byte[]> publications() {
        Map<String, byte[]> files = files(output.resolve("publications"));
        files.replaceAll((name, bytes) -> name.endsWith("manifest.json")
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replaceAll("\\R *\"auditHead\" : \"[0-9]+:[0-9a-f]{64}\",", "")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes);
        return files;
    }

    /** The same without what the clock decides: the manifests name the entry of the audit trail that their run began with. */
    Map<String, byte[]> publicationsWhenever() {
        Map<String, byte[]> files = publications();
        files.replaceAll((name, bytes) -> name.endsWith("/manifest.json")
                ? new String(bytes, StandardCharsets.UTF_8)
                        .replaceFirst("\\R *\"auditHead\" : .*", "")
                        .getBytes(StandardCharsets.UTF_8)
                : bytes);
        return files;
    }

    static Map<String, byte[]> files(Path folder) {
        var files = new TreeMap<String, byte[]>();
        if (!Files.exists(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
