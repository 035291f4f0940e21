package org.scrutineer.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is raced, each as a process of its own with the JDK the benchmark itself runs with. */
enum Case {
    FLOOR("floor"),
    READING("reading only"),
    READING_384M("reading only, -Xmx384m"),
    FASTEXCEL("fastexcel-reader"),
    STORING("row store and indicators"),
    JOB("job"),
    JOB_384M("job, -Xmx384m");

    private final String title;

    Case(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether it is our reader alone. */
    boolean isReading() {
        return this == READING || this == READING_384M;
    }

    boolean isJob() {
        return this == JOB || this == JOB_384M;
    }

    /** @param output a folder that does not exist yet */
    List<String> command(Workload workload, Path jar, Path output) {
        return switch (this) {
            case FLOOR -> reader(List.of(), Floor.class, workload);
            case READING -> reader(List.of(), ReadingOnly.class, workload);
            case READING_384M -> reader(List.of("-Xmx384m"), ReadingOnly.class, workload);
            case FASTEXCEL -> reader(List.of(), FastExcelReading.class, workload);
            case STORING ->
                java(
                        "-cp",
                        System.getProperty("java.class.path"),
                        RowStoring.class.getName(),
                        input(workload),
                        workload.catalogue().toString(),
                        output.toString());
            case JOB -> job(List.of(), workload, jar, output, "run");
            case JOB_384M -> job(List.of("-Xmx384m"), workload, jar, output, "run");
        };
    }

    private static List<String> reader(List<String> options, Class<?> reader, Workload workload) {
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-cp", classPath(), reader.getName(), input(workload)));
        return java(arguments.toArray(String[]::new));
    }

    /** Our own classes and the libraries the readers use: opening eighty others would be a third of a small set's cpu. */
    private static String classPath() {
        Pattern used = Pattern.compile(".*(classes|(woodstox|stax2|aalto|fastexcel-reader|commons-[a-z]+)[^/]*[.]jar)");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> used.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The packaged program with a command. */
    static List<String> job(List<String> options, Workload workload, Path jar, Path output, String... command) {
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", jar.toString(), "--input", input(workload), "--output", output.toString()));
        arguments.addAll(List.of("--catalogue", workload.catalogue().toString()));
        arguments.addAll(List.of(command));
        return java(arguments.toArray(String[]::new));
    }

    private static String input(Workload workload) {
        return workload.input().toString();
    }

    private static List<String> java(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
