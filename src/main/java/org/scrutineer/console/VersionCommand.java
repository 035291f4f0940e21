package org.scrutineer.console;

import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "version",
        description = "Says which version this is, and on which Java it runs.",
        footer = {"", "Example:", "  scrutineer version"})
final class VersionCommand extends TellingCommand {

    @Override
    public Integer call() throws IOException {
        String version = ProgramVersion.read().orElse("development");
        tell(
                () -> OutcomeJson.version(version),
                () -> out().println("scrutineer " + version + ", Java "
                        + Runtime.version().feature()));
        return ExitCode.DONE;
    }
}
