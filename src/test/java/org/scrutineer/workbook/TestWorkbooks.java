package org.scrutineer.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.scrutineer.files.TemporaryFolders;
import org.springframework.util.unit.DataSize;

/** Makes the door to received files, which Spring makes otherwise. Its worker is started by the first file in need. */
public final class TestWorkbooks {

    private static final SourceWorkbooks SHARED = withPasswords(Map.of());

    private TestWorkbooks() {}

    /** One for all tests: starting a worker takes half a second. */
    public static SourceWorkbooks sourceWorkbooks() {
        return SHARED;
    }

    /** @param passwords by team */
    public static SourceWorkbooks withPasswords(Map<String, String> passwords) {
        try {
            return SourceWorkbooks.of(settings(scratch()), Passwords.of(passwords, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WorkbookProperties settings(Path scratch) {
        return new WorkbookProperties(
                scratch,
                WorkbookProperties.Profile.DEFAULT,
                "UTF-8",
                WorkbookProperties.Delimiter.COMMA,
                null,
                DataSize.ofMegabytes(256),
                Duration.ofSeconds(60),
                DataSize.ofMegabytes(10));
    }

    static Path scratch() throws IOException {
        return TemporaryFolders.untilTheEnd("scrutineer-reading-");
    }
}
