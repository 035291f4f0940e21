package org.scrutineer.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerOpeningTests {

    @TempDir
    Path output;

    private Path folder;

    @BeforeEach
    void setUp() {
        folder = output.resolve("ledger");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection ledger = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("scrutineer"));
                Statement statement = ledger.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void open() throws IOException, BackupException {
        try (LedgerOpening opening = LedgerOpening.of(output)) {
            assertThat(opening).isNotNull();
        }
    }

    @Test
    void aLedgerWhoseTablesWereHalfMadeIsMadeAnew() throws IOException, BackupException, SQLException {
        open();
        execute("create table run (number integer)");
        LedgerOpening.begin(folder, LedgerOpening.NEW);

        open();

        assertThat(folder.resolve("scrutineer.mv.db")).doesNotExist();
        open();
        execute("create table run (number integer)");
    }

    @Test
    void aLedgerWhoseTablesWereHalfChangedIsAsItWasBefore() throws IOException, BackupException, SQLException {
        Path copy = output.resolve("before.zip");
        open();
        execute("create table run (number integer)", "insert into run values (7)", "backup to '" + copy + "'");
        LedgerOpening.begin(folder, copy.toString());
        execute("alter table run add column half_a_change integer");

        open();

        execute("alter table run add column half_a_change integer", "insert into run values (8, 8)");
        assertThat(folder.resolve("upgrade-begun")).doesNotExist();
    }

    @Test
    void whatIsThereStaysWhereTheCopyIsGone() throws IOException, BackupException, SQLException {
        open();
        execute("create table run (number integer)");
        LedgerOpening.begin(folder, output.resolve("gone.zip").toString());

        assertThatThrownBy(this::open)
                .hasMessage("The upgrade of the ledger in " + folder
                        + " was cut off, and the copy that was made before, " + output.resolve("gone.zip")
                        + ", is not there any more. Bring it back, or restore a backup.");
        assertThat(folder.resolve("scrutineer.mv.db")).exists();
    }

    @Test
    void oneAtATimeOpensIt() throws IOException, BackupException {
        var opened = new AtomicBoolean();
        CompletableFuture<Void> other;
        try (LedgerOpening opening = LedgerOpening.of(output)) {
            assertThat(opening).isNotNull();
            LedgerOpening.begin(folder, LedgerOpening.NEW);
            other = CompletableFuture.runAsync(() -> {
                try {
                    open();
                    opened.set(true);
                } catch (IOException | BackupException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(opened).isFalse();
            LedgerOpening.end(folder);
        }
        other.join();
        assertThat(opened).isTrue();
    }
}
