package org.scrutineer.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.scrutineer.intake.FolderOnDisk;

/**
 * The database of a server that a ledger is restored into. What a restore that was cut off has put there is taken away again;
 * nothing else ever is.
 */
final class EmptyDatabase {

    /** In the output folder, from before the first table is made until the restore is done; names the database. */
    static final String BEGUN = ".restoring-database";

    private final DataSource database;
    private final Path begun;

    EmptyDatabase(DataSource database, Path output) {
        this.database = database;
        this.begun = output.resolve(BEGUN);
    }

    /**
     * Sees to it that nothing is in it.
     *
     * @param unfinished whether a restore into the same output folder was cut off
     * @throws BackupException where there is something in it that no such restore has put there; nothing was changed
     */
    void require(boolean unfinished) throws IOException, BackupException {
        SortingOrder.require(database);
        try (Connection connection = database.getConnection()) {
            List<String> tables = LedgerDatabase.texts(
                    connection,
                    "select format('%I', relname) from pg_class where relnamespace = current_schema()::regnamespace and"
                            + " relkind in ('r', 'p') order by 1");
            if (tables.isEmpty()) {
                return;
            }
            if (!unfinished || !Files.exists(begun) || !Files.readString(begun).equals(name(connection))) {
                throw new BackupException("A backup is restored into an empty database only, and " + name(connection)
                        + " holds " + tables.size() + (tables.size() == 1 ? " table" : " tables")
                        + ". Nothing was changed. Create another database, and name it under spring.datasource in"
                        + " config/application.yaml.");
            }
            LedgerDatabase.execute(connection, "drop table " + String.join(", ", tables) + " cascade");
            for (String sequence : LedgerDatabase.texts(
                    connection,
                    "select format('%I', relname) from pg_class where relnamespace = current_schema()::regnamespace and"
                            + " relkind = 'S' order by 1")) {
                LedgerDatabase.execute(connection, "drop sequence " + sequence);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the ledger cannot be reached", e);
        }
    }

    /** Fills it from the copy of a ledger. */
    void fill(Path copy, Path scratch) throws IOException, BackupException {
        try (Connection connection = database.getConnection();
                FileChannel channel =
                        FileChannel.open(begun, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(name(connection)));
            channel.force(true);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the ledger cannot be reached", e);
        }
        FolderOnDisk.force(begun.getParent());
        LedgerCopy.fill(copy, scratch, database);
    }

    /** All that belongs to the restore is where it should be. */
    void done() throws IOException {
        Files.delete(begun);
    }

    /** Without what may follow: it can hold a password. */
    private static String name(Connection connection) throws SQLException {
        return connection.getMetaData().getURL().replaceFirst("\\?.*", "");
    }
}
