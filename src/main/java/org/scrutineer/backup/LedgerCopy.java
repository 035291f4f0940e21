package org.scrutineer.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;

/** Copies the ledger while it is in use, in this process or another: the database itself writes the copy. */
final class LedgerCopy {

    private static final String OURS = "H2";

    private LedgerCopy() {}

    /** Whether the ledger is a file of ours. */
    static boolean isPossible(DataSource ledger) {
        try (Connection connection = ledger.getConnection()) {
            return database(connection).equals(OURS);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be reached", e);
        }
    }

    private static String database(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }

    /**
     * @param to a file that does not exist yet
     * @throws BackupException where the ledger is no file of ours
     */
    static void write(DataSource ledger, Path to) throws BackupException {
        try (Connection connection = ledger.getConnection();
                Statement statement = connection.createStatement()) {
            String database = database(connection);
            if (!database.equals(OURS)) {
                throw new BackupException(
                        "The ledger is in " + database + ", which this command cannot copy; nothing was backed up. Have"
                                + " whoever looks after that database back it up first (pg_dump), then copy the output"
                                + " folder, and keep the two together: src/docs/it.md says how, and how to put them back.");
            }
            statement.execute("backup to '" + to.toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be copied to " + to, e);
        }
    }

    /**
     * Unpacks a copy into a folder, in which the database finds it.
     *
     * @throws IOException where the disk fails
     * @throws BackupException where the copy is none
     */
    static void unpack(Path copy, Path folder) throws IOException, BackupException {
        int unpacked = 0;
        try (InputStream file = Files.newInputStream(copy);
                var zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!folder.equals(target.getParent())) {
                    throw new BackupException("The copy of the ledger in the backup, " + copy
                            + ", is not one that this program made: it names " + entry.getName()
                            + ". Use another backup.");
                }
                Files.copy(zip, target);
                unpacked++;
            }
        }
        if (unpacked == 0) {
            throw new BackupException(
                    "The copy of the ledger in the backup, " + copy + ", is empty. Use another backup.");
        }
    }
}
