package org.scrutineer.benchmark;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Prints the rounds and their medians; a ratio is always to the floor of the same round. */
final class Report {

    private static final String HEAD = "| case | wall s | cpu s | peak MB | Mcell/s | wall x | cpu x |\n"
            + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |";

    private final PrintStream out;
    private final Workload workload;
    private final List<Map<Case, ChildProcess.Measured>> rounds = new ArrayList<>();
    private final Map<String, List<Double>> phases = new LinkedHashMap<>();

    Report(PrintStream out, Workload workload) {
        this.out = out;
        this.workload = workload;
    }

    void begin() {
        Tally tally = workload.tally();
        print(
                "Set %s: %,d returns, %,d rows (%,d with a mistake), %,d cells; %.1f MB packed, %.1f MB unpacked.%n",
                workload.set(),
                tally.returns(),
                tally.rows(),
                tally.refused(),
                tally.cells(),
                tally.packed() / 1e6,
                tally.unpacked() / 1e6);
        print(
                "JDK %s (%s), %d processors, load %.1f at the start.%n",
                System.getProperty("java.version"),
                System.getProperty("java.vm.vendor"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    void round(Map<Case, ChildProcess.Measured> round) {
        rounds.add(round);
        print("%nRound %d%n%n%s%n", rounds.size(), HEAD);
        for (Case raced : Case.values()) {
            line(raced, List.of(round));
        }
    }

    void phases(Map<String, Double> seconds) {
        seconds.forEach((phase, taken) ->
                phases.computeIfAbsent(phase, first -> new ArrayList<>()).add(taken));
    }

    void end() {
        print("%nMedians of %d rounds; a ratio is the median of the ratios of the rounds%n%n%s%n", rounds.size(), HEAD);
        for (Case raced : Case.values()) {
            line(raced, rounds);
        }
        print("%nWhere the job's wall time goes (medians)%n%n| phase | s |%n| --- | ---: |%n");
        phases.forEach((phase, taken) -> print("| %s | %.2f |%n", phase, median(taken)));
    }

    private void line(Case raced, List<Map<Case, ChildProcess.Measured>> of) {
        double wall = median(of, round -> round.get(raced).wallSeconds());
        print(
                "| %s | %.2f | %.2f | %.0f | %.2f | %.2f | %.2f |%n",
                raced.title(),
                wall,
                median(of, round -> round.get(raced).cpuSeconds()),
                median(of, round -> round.get(raced).peakMegabytes()),
                workload.tally().cells() / 1e6 / wall,
                median(
                        of,
                        round -> round.get(raced).wallSeconds()
                                / round.get(Case.FLOOR).wallSeconds()),
                median(
                        of,
                        round -> round.get(raced).cpuSeconds()
                                / round.get(Case.FLOOR).cpuSeconds()));
    }

    private static <T> double median(List<T> of, ToDoubleFunction<T> value) {
        return median(of.stream().map(value::applyAsDouble).toList());
    }

    /** The middle value; of an even number, the mean of the middle two. */
    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private void print(String format, Object... values) {
        out.printf(Locale.UK, format, values);
        out.flush();
    }
}
