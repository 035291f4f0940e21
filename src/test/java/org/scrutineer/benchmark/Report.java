package org.scrutineer.benchmark;

import java.io.IOException;
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

    private static final double SMALL_WORKBOOK_BAR = 2.0;
    private static final double RIVAL_BAR = 2.0;
    private static final double STORE_BAR = 2.0;

    private final PrintStream out;
    private final Workload workload;
    private final List<Case> cases;
    private final List<Map<Case, ChildProcess.Measured>> rounds = new ArrayList<>();
    private final Map<String, List<Double>> phases = new LinkedHashMap<>();

    Report(PrintStream out, Workload workload, List<Case> cases) {
        this.out = out;
        this.workload = workload;
        this.cases = cases;
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
        for (Case raced : cases) {
            line(raced, List.of(round));
        }
    }

    void phases(Map<String, Double> seconds) {
        seconds.forEach((phase, taken) ->
                phases.computeIfAbsent(phase, first -> new ArrayList<>()).add(taken));
    }

    void end() throws IOException {
        print("%nMedians of %d rounds; a ratio is the median of the ratios of the rounds%n%n%s%n", rounds.size(), HEAD);
        for (Case raced : cases) {
            line(raced, rounds);
        }
        bars();
        if (phases.isEmpty()) {
            return;
        }
        print("%nWhere the job's wall time goes (medians)%n%n| phase | s |%n| --- | ---: |%n");
        phases.forEach((phase, taken) -> print("| %s | %.2f |%n", phase, median(taken)));
    }

    /** How the reader stands to what is asked of it, by medians of ratios of the same round. */
    private void bars() throws IOException {
        print("%nBars%n%n");
        Case reading = cases.stream().filter(Case::isReading).findFirst().orElseThrow();
        double floor = ratio(reading, Case.FLOOR);
        if (Double.isFinite(workload.set().readingBar())) {
            bar(
                    "cpu of reading, in floors: %.2f, at most %.1f",
                    floor, workload.set().readingBar(), true);
        } else {
            List<Double> warm = new ArrayList<>();
            for (Map<Case, ChildProcess.Measured> round : rounds) {
                warm.add(round.get(reading).printed("warm") / 1e3);
            }
            bar("cpu of a small workbook when warm, in ms: %.2f, at most %.1f", median(warm), SMALL_WORKBOOK_BAR, true);
        }
        bar("cpu of fastexcel-reader, in ours: %.2f, at least %.1f", ratio(Case.FASTEXCEL, reading), RIVAL_BAR, false);
        if (cases.contains(Case.STORING)) {
            storing(reading);
        }
    }

    /** What the rows cost beside the reading of their cells. */
    private void storing(Case reading) throws IOException {
        List<Double> ratios = new ArrayList<>();
        Map<String, List<Double>> parts = new LinkedHashMap<>();
        for (Map<Case, ChildProcess.Measured> round : rounds) {
            ChildProcess.Measured storing = round.get(Case.STORING);
            double store = 0;
            for (String part : RowStoring.PARTS) {
                double seconds = storing.printed(part) / 1e6;
                parts.computeIfAbsent(part, first -> new ArrayList<>()).add(seconds);
                store += seconds;
            }
            ratios.add(store / round.get(reading).cpuSeconds());
        }
        bar("cpu of row store and all indicators, in readings: %.2f, at most %.1f", median(ratios), STORE_BAR, true);
        print("%nWhere the row store's cpu goes (medians)%n%n| part | s |%n| --- | ---: |%n");
        parts.forEach((part, seconds) -> print("| %s | %.2f |%n", part, median(seconds)));
    }

    private double ratio(Case raced, Case to) {
        return median(
                rounds, round -> round.get(raced).cpuSeconds() / round.get(to).cpuSeconds());
    }

    private void bar(String text, double measured, double bar, boolean most) {
        boolean met = most ? measured <= bar : measured >= bar;
        print("- " + text + ": %s%n", measured, bar, met ? "met" : "MISSED");
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
