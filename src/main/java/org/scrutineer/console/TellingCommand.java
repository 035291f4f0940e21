package org.scrutineer.console;

import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A command that says what came of it in sentences, or with {@code --json} as one JSON value and nothing else. */
abstract class TellingCommand extends ConsoleCommand {

    static final String JSON = "--json";

    @Option(names = JSON, description = "prints JSON")
    boolean json;

    /** Takes what is said while the command is at work. */
    PrintWriter meanwhile() {
        return json ? spec().commandLine().getErr() : out();
    }

    Runner runner(boolean failOnFindings) {
        return new Runner(this, failOnFindings);
    }

    /** Says it the one way or the other. */
    void tell(Supplier<String> asJson, Runnable inSentences) {
        if (json) {
            out().println(asJson.get());
        } else {
            inSentences.run();
        }
    }
}
