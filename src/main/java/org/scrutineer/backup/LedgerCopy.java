package org.scrutineer.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.scrutineer.intake.PrivateFolders;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * Copies the ledger while it is in use, in this process or others, as it stands at one moment. The copy is a ledger in a file,
 * packed, whichever database it is of, and goes back into either.
 */
final class LedgerCopy {

    private static final String SCRATCH = ".copied-ledger";

    private LedgerCopy() {}

    /**
     * Copies a ledger.
     *
     * @param to a file that does not exist yet, in a folder that only its owner may read
     */
    static void write(DataSource ledger, Path to) throws IOException {
        switch (LedgerDatabase.of(ledger)) {
            case FILE -> pack(ledger, to);
            case SERVER -> writeOfServer(ledger, to);
        }
    }

    /** The database itself writes it. */
    private static void pack(DataSource ledger, Path to) {
        try (Connection connection = ledger.getConnection()) {
            LedgerDatabase.execute(connection, "backup to '" + to.toString().replace("'", "''") + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be copied to " + to, e);
        }
    }

    private static void writeOfServer(DataSource ledger, Path to) throws IOException {
        Path scratch = to.resolveSibling(SCRATCH);
        FileSystemUtils.deleteRecursively(scratch);
        PrivateFolders.create(scratch);
        DataSource file = file(scratch);
        LedgerMigrations.make(file, LedgerMigrations.version(ledger));
        LedgerTransfer.copy(ledger, file, table -> true);
        pack(file, to);
        FileSystemUtils.deleteRecursively(scratch);
    }

    /**
     * Puts a copy into a database of a server, which has no tables.
     *
     * @param scratch a folder that only its owner may read; what is written into it is deleted again
     * @throws BackupException where a later version of the program made the copy, or it is none; nothing was written
     */
    static void fill(Path copy, Path scratch, DataSource database) throws IOException, BackupException {
        Path unpacked = scratch.resolve(SCRATCH);
        PrivateFolders.create(unpacked);
        unpack(copy, unpacked);
        DataSource file = file(unpacked);
        MigrationVersion version = LedgerMigrations.version(file);
        if (!LedgerMigrations.isKnown(file, version)) {
            throw new BackupException("The ledger in the backup, " + copy + ", has tables of version " + version
                    + ", which this version of the program does not know. Restore it with the one that made it, or a"
                    + " later one.");
        }
        LedgerMigrations.make(database, version);
        LedgerTransfer.copy(file, database, table -> true);
        FileSystemUtils.deleteRecursively(unpacked);
    }

    /** Rows come as they are asked for: those of a large table would not all fit into memory. */
    private static DataSource file(Path folder) {
        return new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("scrutineer") + ";LAZY_QUERY_EXECUTION=1");
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
