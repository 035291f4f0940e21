package org.scrutineer.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scrutineer.jar.ServedProgram;
import org.scrutineer.jar.UnpackedJar;

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
        return start(input, output, catalogue, Map.of());
    }

    /**
     * The same with settings of its own.
     *
     * @param settings as in the environment, e.g. {@code ACCOUNTS_PASSWORDS}
     */
    static ServedProgram start(Path input, Path output, Path catalogue, Map<String, String> settings)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(UnpackedJar.command(List.of()));
        command.addAll(List.of(
                "--input",
                input.toString(),
                "--output",
                output.toString(),
                "--catalogue",
                catalogue.toString(),
                "serve"));
        var all = new HashMap<>(settings);
        // What is approved is issued when somebody in a journey says so.
        all.put("SCHEDULE_MAIL", "1h");
        return ServedProgram.start(command, all);
    }
}
