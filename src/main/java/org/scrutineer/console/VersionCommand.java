package org.scrutineer.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.Command;

@Command(name = "version", description = "Says which version this is, and on which Java it runs.")
final class VersionCommand extends ConsoleCommand {

    @Override
    public Integer call() throws IOException {
        var build = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        out().println("scrutineer " + build.getProperty("build.version", "development") + ", Java "
                + Runtime.version().feature());
        return ExitCode.DONE;
    }
}
