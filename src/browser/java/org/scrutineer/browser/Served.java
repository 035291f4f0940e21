package org.scrutineer.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.scrutineer.jar.ServedProgram;

/** The packaged program at {@code serve}, as journeys use it. */
final class Served {

    private Served() {}

    /**
     * Starts it.
     *
     * @param input returns that arrive
     * @param output its own folder, in which a run may have been made before
     */
    static ServedProgram start(Path input, Path output, Path catalogue) throws IOException, InterruptedException {
        return ServedProgram.start(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        System.getProperty("scrutineer.jar", "target/scrutineer.jar"),
                        "--input",
                        input.toString(),
                        "--output",
                        output.toString(),
                        "--catalogue",
                        catalogue.toString(),
                        "serve"),
                // What is approved is issued when somebody in a journey says so.
                Map.of("SCHEDULE_MAIL", "1h"));
    }
}
