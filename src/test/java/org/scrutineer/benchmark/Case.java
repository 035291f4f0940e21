package org.scrutineer.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is raced, each as a process of its own with the JDK the benchmark itself runs with. */
enum Case {
    FLOOR("floor"),
    READING("reading only"),
    JOB("job"),
    JOB_384M("job, -Xmx384m");

    private final String title;

    Case(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean isJob() {
        return this == JOB || this == JOB_384M;
    }

    /** @param output a folder that does not exist yet */
    List<String> command(Workload workload, Path jar, Path output) {
        return switch (this) {
            case FLOOR -> java("-cp", System.getProperty("java.class.path"), Floor.class.getName(), input(workload));
            case READING ->
                java("-cp", System.getProperty("java.class.path"), ReadingOnly.class.getName(), input(workload));
            case JOB -> job(List.of(), workload, jar, output, "run");
            case JOB_384M -> job(List.of("-Xmx384m"), workload, jar, output, "run");
        };
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
