package org.scrutineer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a command as a process of its own and measures all of it. Only one at a time: what it used is what this process
 * was charged for its children meanwhile.
 */
final class ChildProcess {

    /** The kernel's clock tick for /proc, 1/100 s on every common architecture. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER = 13;
    private static final int SYSTEM = 14;
    private static final int CHILDREN_USER = 15;
    private static final int CHILDREN_SYSTEM = 16;
    private static final int POLL_MILLIS = 20;

    /**
     * What a process took.
     *
     * @param cpuSeconds user and system time of all its threads, exact to a hundredth
     * @param peakMegabytes of resident memory; growth in the last 20 ms may be missed
     * @param log what it printed
     */
    record Measured(
            LocalDateTime started,
            LocalDateTime ended,
            double wallSeconds,
            double cpuSeconds,
            double peakMegabytes,
            Path log) {

        /** The number it printed as {@code name=…}. */
        long printed(String name) throws IOException {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> Long.parseLong(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name + " in " + log));
        }
    }

    private ChildProcess() {}

    /** @throws IllegalStateException where it ends with another code than 0, with the end of what it printed */
    static Measured run(List<String> command, Path folder, Path log) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        double before = childrenSeconds();
        LocalDateTime started = LocalDateTime.now();
        long start = System.nanoTime();
        Process process = builder.start();
        double peak = 0;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakMegabytes(process.pid()));
        }
        double wall = (System.nanoTime() - start) / 1e9;
        LocalDateTime ended = LocalDateTime.now();
        if (process.exitValue() != 0) {
            List<String> lines = Files.readAllLines(log);
            throw new IllegalStateException(command + " ended with " + process.exitValue() + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())));
        }
        return new Measured(started, ended, wall, childrenSeconds() - before, peak, log);
    }

    /** The cpu seconds of all children that have ended and been waited for. */
    private static double childrenSeconds() throws IOException {
        return seconds(Path.of("/proc/self/stat"), CHILDREN_USER, CHILDREN_SYSTEM);
    }

    /** The cpu seconds of a process that runs. */
    static double cpuSeconds(long pid) throws IOException {
        return seconds(Path.of("/proc/" + pid + "/stat"), USER, SYSTEM);
    }

    private static double seconds(Path file, int user, int system) throws IOException {
        String stat = Files.readString(file);
        // The second field, the name, may hold blanks and brackets.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        int offset = 2;
        return (Long.parseLong(fields[user - offset]) + Long.parseLong(fields[system - offset])) / TICKS_PER_SECOND;
    }

    private static double peakMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // It has just ended.
            return 0;
        }
    }
}
