package org.scrutineer.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.scrutineer.jar.PageBrowser;

/** How long the pages of a route took, and how large they are. */
final class PageRow {

    private static final double PERCENTILE = 0.99;

    private final Set<String> paths = new HashSet<>();
    private final List<Double> first = new ArrayList<>();
    private final List<Double> warm = new ArrayList<>();
    private final List<Double> besideRun = new ArrayList<>();
    private double cpu;
    private int bytes;

    /** The first time that a page is asked for in a program. */
    void first(PageBrowser.Answer answer) {
        took(answer, first);
    }

    /** @param cpuMillis what the program used meanwhile */
    void again(PageBrowser.Answer answer, double cpuMillis) {
        took(answer, warm);
        cpu += cpuMillis;
    }

    void besideRun(PageBrowser.Answer answer) {
        took(answer, besideRun);
    }

    private void took(PageBrowser.Answer answer, List<Double> times) {
        paths.add(answer.path());
        times.add(answer.millis());
        bytes = Math.max(bytes, answer.bytes());
    }

    List<Double> besideRun() {
        return besideRun;
    }

    /** As a line of a table; a dash where nothing was measured. */
    String line(String route) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %d | %s | %s | %s | %s | %s | %s |",
                route,
                paths.size(),
                first.isEmpty() ? "-" : millis(Collections.max(first)),
                part(warm, 0.5),
                part(warm, PERCENTILE),
                warm.isEmpty() ? "-" : millis(cpu / warm.size()),
                part(besideRun, PERCENTILE),
                paths.isEmpty() ? "-" : String.format(Locale.ROOT, "%.1f", bytes / 1024.0));
    }

    /** The time that most of them did not exceed. */
    static String p99(List<Double> times) {
        return part(times, PERCENTILE);
    }

    private static String part(List<Double> times, double part) {
        if (times.isEmpty()) {
            return "-";
        }
        List<Double> sorted = times.stream().sorted().toList();
        return millis(sorted.get((int) Math.ceil(part * sorted.size()) - 1));
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, "%.0f", millis);
    }
}
