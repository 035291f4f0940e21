package org.scrutineer.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.Scrutineer;

/** How the program is started: as it is packaged, or from its classes where no jar is named. */
final class Program {

    private static final @Nullable String JAR = System.getProperty("benchmark.jar");

    private Program() {}

    static List<String> command(Path input, Path output, Path catalogue, String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As scrutineer.sh starts it.
        command.add("-Xmx2g");
        if (JAR == null) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Scrutineer.class.getName()));
        } else {
            command.addAll(List.of("-jar", JAR));
        }
        command.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        command.addAll(List.of("--catalogue", catalogue.toString()));
        command.addAll(List.of(words));
        return command;
    }
}
