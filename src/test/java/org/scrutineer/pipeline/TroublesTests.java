package org.scrutineer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionSystemException;

class TroublesTests {

    @Test
    void aFullDiskIsToldWithThePath() {
        var full = new IllegalStateException(
                "whatever", new FileSystemException("/srv/output/archive/.a.tmp", null, "No space left on device"));

        assertThat(Troubles.sentence(full))
                .isEqualTo(
                        "The disk is full, at /srv/output/archive/.a.tmp. Make room on the disk of the output folder,"
                                + " then start again.");
    }

    @Test
    void aFullDiskIsToldWhereNobodySaysAtWhichPath() {
        assertThat(Troubles.sentence(
                        new UncheckedIOException(new IOException("There is not enough space on the disk"))))
                .isEqualTo("The disk is full. Make room on the disk of the output folder, then start again.");
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldWithThePath() {
        assertThat(Troubles.sentence(new AccessDeniedException("/srv/output/archive")))
                .isEqualTo("The output folder cannot be written, at /srv/output/archive. Let the account that runs this"
                        + " write there, then start again.");
        assertThat(Troubles.sentence(
                        new FileSystemException("/srv/output/publications", null, "Read-only file system")))
                .startsWith("The output folder cannot be written, at /srv/output/publications.");
    }

    @Test
    void aFileThatIsGoneIsToldWithThePath() {
        assertThat(Troubles.sentence(new RuntimeException(new NoSuchFileException("/srv/output/archive/3f2a.xlsx"))))
                .isEqualTo(
                        "A file or folder is not there any more, at /srv/output/archive/3f2a.xlsx. Bring it back, from"
                                + " the backup if need be, then start again.");
    }

    @Test
    void aLedgerThatIsGoneIsToldAsSuch() {
        String sentence = "The ledger could not be reached. Find out whether its database, or the disk it is on, is"
                + " there, then start again.";

        assertThat(Troubles.sentence(new CannotGetJdbcConnectionException("no connection")))
                .isEqualTo(sentence);
        assertThat(Troubles.sentence(new IllegalStateException(new SQLException("closed", "90121", 90121))))
                .isEqualTo(sentence);
        assertThat(Troubles.sentence(new SQLException("connection lost", "08006")))
                .isEqualTo(sentence);
        assertThat(Troubles.sentence(new TransactionSystemException("JDBC rollback failed")))
                .isEqualTo(sentence);
    }

    @Test
    void whatWasToBeRolledBackIsToldWhereThatFailedToo() {
        var unended = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        unended.initApplicationException(new UncheckedIOException(new IOException("No space left on device")));

        assertThat(Troubles.sentence(unended)).startsWith("The disk is full");
    }

    @Test
    void aFullDiskThatTookTheLedgerWithItIsToldAsAFullDisk() {
        var full = new SQLException("General error", "90031", 90031, new IOException("No space left on device"));

        assertThat(Troubles.sentence(new CannotGetJdbcConnectionException("closed", full)))
                .startsWith("The disk is full");
    }

    @Test
    void whatSaysItselfWhatToDoIsToldAsItStands() {
        assertThat(Troubles.sentence(new IllegalStateException("rows do not close: read 3, accepted 2")))
                .isEqualTo("rows do not close: read 3, accepted 2");
    }

    @Test
    void causesThatGoRoundInACircleComeToAnEnd() {
        var one = new RuntimeException("one");
        var two = new RuntimeException("two", one);
        one.initCause(two);

        assertThat(Troubles.sentence(one)).isEqualTo("one");
    }
}
