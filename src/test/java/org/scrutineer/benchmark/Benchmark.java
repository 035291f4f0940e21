package org.scrutineer.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * Races the packaged job, our reader and another one against the floor of their input, in rounds. Set by system properties: {@code
 * benchmark.jar}, {@code benchmark.folder} for returns and outputs, {@code benchmark.set} (A12, A, B or C), {@code
 * benchmark.rounds} and {@code benchmark.job} (false for the readers alone). Reads /proc, and so runs on Linux.
 */
final class Benchmark {

    private final Workload workload;
    private final List<Case> cases;
    private final Path jar;
    private final Report report;

    private Benchmark(Workload workload, List<Case> cases, Path jar, Report report) {
        this.workload = workload;
        this.cases = cases;
        this.jar = jar;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        if (!Files.exists(Path.of("/proc/self/stat"))) {
            throw new IllegalStateException("the benchmark measures with /proc: run it on Linux");
        }
        WorkSet set = WorkSet.valueOf(System.getProperty("benchmark.set", "A12"));
        int rounds = Integer.getInteger("benchmark.rounds", 3);
        Path folder = Path.of(System.getProperty("benchmark.folder")).toAbsolutePath();
        Workload workload = Workload.of(set, folder);
        List<Case> cases = set.cases(!"false".equals(System.getProperty("benchmark.job")));
        var report = new Report(System.out, workload, cases);
        report.begin();
        var benchmark = new Benchmark(
                workload, cases, Path.of(System.getProperty("benchmark.jar")).toAbsolutePath(), report);
        for (int round = 0; round < rounds; round++) {
            benchmark.round(round);
        }
        report.end();
    }

    /** Each case once, in an order that another round begins elsewhere, so that none always follows the same one. */
    private void round(int number) throws Exception {
        List<Case> order = new ArrayList<>(cases);
        Collections.rotate(order, -number);
        Map<Case, ChildProcess.Measured> measured = new EnumMap<>(Case.class);
        for (Case raced : order) {
            measured.put(raced, race(raced));
        }
        Outcome.checkSame(measured);
        report.round(measured);
    }

    private ChildProcess.Measured race(Case raced) throws Exception {
        Path folder = workload.folder();
        Path output = folder.resolve("output");
        FileSystemUtils.deleteRecursively(output);
        Path log = folder.resolve(raced.name().toLowerCase(java.util.Locale.ROOT) + ".log");
        ChildProcess.Measured measured = ChildProcess.run(raced.command(workload, jar, output), folder, log);
        Outcome.check(raced, workload, measured, jar, output);
        if (raced == Case.JOB) {
            report.phases(Phases.of(measured, output));
        }
        return measured;
    }
}
