package org.scrutineer.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;

/** Which version of the program this is, as its build noted it. */
final class ProgramVersion {

    private ProgramVersion() {}

    /** Empty where the program was not built but started from its classes. */
    static Optional<String> read() throws IOException {
        var build = new Properties();
        try (InputStream in = ProgramVersion.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (in != null) {
                build.load(in);
            }
        }
        return Optional.ofNullable(build.getProperty("build.version"));
    }
}
