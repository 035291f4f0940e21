package org.scrutineer.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A ledger that no process works with any more, to be read. */
public final class ClosedLedger {

    private ClosedLedger() {}

    /**
     * Opens one for reading alone.
     *
     * <p>A thread of H2 makes its lock file again where it misses it, and may do so at the moment at which the last process
     * takes it away: H2 gets over that, but not where it may only read.
     */
    public static Connection read(Path output) throws SQLException {
        Path ledger = output.toAbsolutePath().resolve("ledger");
        try {
            Files.deleteIfExists(ledger.resolve("scrutineer.lock.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DriverManager.getConnection("jdbc:h2:file:" + ledger.resolve("scrutineer") + ";ACCESS_MODE_DATA=r");
    }
}
