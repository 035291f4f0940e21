package org.scrutineer.console;

import java.io.IOException;
import picocli.CommandLine.Command;

@Command(
        name = "version",
        description = "Says which version this is, and on which Java it runs.",
        footer = {"", "Example:", "  scrutineer version"})
final class VersionCommand extends ConsoleCommand {

    @Override
    public Integer call() throws IOException {
        out().println("scrutineer " + ProgramVersion.read().orElse("development") + ", Java "
                + Runtime.version().feature());
        return ExitCode.DONE;
    }
}
