package org.scrutineer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.scrutineer.benchmark.PageFinder.Page;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.jar.PageBrowser;
import org.scrutineer.jar.ServedProgram;
import org.scrutineer.web.Route;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long each page of {@code serve} takes, from asking for it to the last byte of it: once in a program that has
 * just started, then several times more, and while a run reads the returns of another month in the same process. The pages
 * are found by their links. Set by system properties: {@code benchmark.folder} for returns and outputs, {@code
 * benchmark.pages} (sample, A12 or A), {@code benchmark.rounds}, and {@code benchmark.jar}, without which the program is
 * started from its classes.
 */
final class PageTimes {

    private static final String SAMPLE = "sample";

    /** The last day of the month whose returns are read while pages are asked for. */
    private static final LocalDate LATER = LocalDate.of(2022, 1, 31);

    /** How long the program is left alone once it is ready: it is started long before people come. */
    private static final long BEFORE_PEOPLE_COME_MILLIS = 20_000;

    /** Between two pages beside a run, by however many people. */
    private static final long PAUSE_MILLIS = 50;

    private final Path folder;
    private final Path catalogue;
    private final Path upload;
    private final boolean isBesideRun;
    private final Path input;
    private final Path output;
    private final Map<Route, PageRow> rows = new LinkedHashMap<>();

    /**
     * @param folder holds the output of a run
     * @param upload a return
     * @param isBesideRun whether the folder also has returns for another run
     */
    private PageTimes(Path folder, Path catalogue, Path upload, boolean isBesideRun) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.upload = upload;
        this.isBesideRun = isBesideRun;
        this.input = folder.resolve("served-input");
        this.output = folder.resolve("served-output");
        PageFinder.routes().forEach(route -> rows.put(route, new PageRow()));
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(Objects.requireNonNull(System.getProperty("benchmark.folder")))
                .toAbsolutePath();
        String set = System.getProperty("benchmark.pages", SAMPLE);
        PageTimes times = set.equals(SAMPLE) ? ofSample(folder) : of(WorkSet.valueOf(set), folder);
        times.measure(Integer.getInteger("benchmark.rounds", 3));
    }

    private static PageTimes ofSample(Path parent) throws IOException, InterruptedException {
        Path returns = Path.of("input").toAbsolutePath();
        Path catalogue = Path.of("config/catalogue").toAbsolutePath();
        Path folder = parent.resolve("pages-" + SAMPLE);
        run(folder, returns, catalogue);
        return new PageTimes(folder, catalogue, anyFile(returns), false);
    }

    private static PageTimes of(WorkSet set, Path parent) throws IOException, InterruptedException {
        Workload workload = Workload.of(set, parent);
        Path folder = parent.resolve("pages-" + set.name().toLowerCase(Locale.ROOT));
        run(folder, workload.input(), workload.catalogue());
        Path later = later(folder);
        Workload.write(later, set.returns(), set.sheets(), set.rows(), LATER);
        return new PageTimes(folder, workload.catalogue(), anyFile(later), true);
    }

    private static Path later(Path folder) {
        return folder.resolve("later");
    }

    private static Path output(Path folder) {
        return folder.resolve("output");
    }

    /** Has a run made, unless an earlier time has. */
    private static void run(Path folder, Path returns, Path catalogue) throws IOException, InterruptedException {
        // Written last: without it the run was cut off.
        Path done = folder.resolve("run.log");
        if (!Files.exists(done)) {
            FileSystemUtils.deleteRecursively(folder);
            Files.createDirectories(folder);
            Path log = folder.resolve("unfinished.log");
            ChildProcess.run(
                    Program.command(returns, output(folder), catalogue, "run"),
                    Path.of("").toAbsolutePath(),
                    log);
            Files.move(log, done);
        }
    }

    private static Path anyFile(Path returns) throws IOException {
        try (Stream<Path> files = Files.walk(returns)) {
            return files.filter(file -> file.toString().endsWith(".xlsx"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** With no schedule that would disturb. */
    private ServedProgram served() throws IOException, InterruptedException {
        return ServedProgram.start(
                Program.command(input, output, catalogue, "serve"), Map.of("SCHEDULE_ACKNOWLEDGE", "0s"));
    }

    /** What the process has used so far, as the kernel charges it: exact to 10 ms. */
    private static double cpuMillis(ServedProgram program) throws IOException {
        return ChildProcess.cpuSeconds(program.pid()) * 1_000;
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(input);
        FileSystemUtils.deleteRecursively(output);
        Files.createDirectories(input);
        FileSystemUtils.copyRecursively(output(folder), output);
        var finder = new PageFinder();
        PagePeople people;
        try (ServedProgram program = served()) {
            people = PagePeople.of(program, organisation());
            people.look(finder);
        }
        List<Page> pages = new ArrayList<>(finder.pages());
        try (ServedProgram program = served()) {
            people.moveTo(program.address());
            Thread.sleep(BEFORE_PEOPLE_COME_MILLIS);
            for (Page page : pages) {
                row(page).first(asked(page));
            }
            // Only now, as they warm the program. What becomes of them is kept in its memory for some of them.
            var made = new PageFinder();
            made.look(people.officer(), people.preview(), people.upload(upload));
            made.pages().stream()
                    .filter(page ->
                            pages.stream().noneMatch(other -> other.route().equals(page.route())))
                    .forEach(pages::add);
            for (int round = 0; round < rounds; round++) {
                for (Page page : pages) {
                    double before = cpuMillis(program);
                    PageBrowser.Answer answer = asked(page);
                    row(page).again(answer, cpuMillis(program) - before);
                }
            }
            if (isBesideRun) {
                print();
                // Whoever is half signed in is so for minutes only.
                pages.removeIf(page -> page.browser() == people.visitor());
                besideRun(people, pages);
            }
        }
        print();
    }

    private Organisation organisation() throws IOException {
        return ((CatalogueReading.Read) CatalogueReader.read(catalogue))
                .catalogue()
                .organisation();
    }

    private PageRow row(Page page) {
        return Objects.requireNonNull(rows.get(page.route()));
    }

    /** @throws IllegalStateException where it is not answered: a time is worth nothing then */
    private static PageBrowser.Answer asked(Page page) throws IOException, InterruptedException {
        PageBrowser.Answer answer = page.browser().get(page.path());
        if (!answer.isPage()) {
            throw new IllegalStateException(page.path() + " answers " + answer.status());
        }
        return answer;
    }

    private void besideRun(PagePeople people, List<Page> pages) throws IOException, InterruptedException {
        FileSystemUtils.copyRecursively(later(folder), input);
        String run = people.run();
        var order = new ArrayList<>(pages);
        var random = new Random(WorkSet.SEED);
        int asked = 0;
        do {
            Collections.shuffle(order, random);
            for (Page page : order) {
                row(page).besideRun(asked(page));
                Thread.sleep(PAUSE_MILLIS);
                if (++asked % 10 == 0 && !people.isAtWork(run)) {
                    break;
                }
            }
        } while (people.isAtWork(run));
    }

    private void print() {
        System.out.println(
                "| page | asked for | first, ms | median, ms | p99, ms | cpu, ms | p99 beside a run, ms | KB |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        rows.forEach((route, row) -> System.out.println(row.line(route.pattern().getPatternString())));
        List<Double> besideRun =
                rows.values().stream().flatMap(row -> row.besideRun().stream()).toList();
        System.out.println();
        System.out.println(
                besideRun.size() + " pages were asked for beside a run; p99 " + PageRow.p99(besideRun) + " ms");
    }
}
