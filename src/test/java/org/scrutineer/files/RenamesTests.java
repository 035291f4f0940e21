package org.scrutineer.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenamesTests {

    private static final Path STAGING = Path.of("publications", ".staging", "run-0001");
    private static final Path FOLDER = Path.of("publications", "2018-12", "run-0001");

    @TempDir
    Path folder;

    /** Refuses a rename so many times. */
    private static final class Refusing implements Renames.Attempts {

        private final IOException refusal;
        private int times;
        private final List<Integer> pauses = new ArrayList<>();

        Refusing(IOException refusal, int times) {
            this.refusal = refusal;
            this.times = times;
        }

        @Override
        public void rename(Path unfinished, Path target) throws IOException {
            if (times-- > 0) {
                throw refusal;
            }
        }

        @Override
        public void pause(int millis) {
            pauses.add(millis);
        }
    }

    @Test
    void whatWasPreparedAppearsUnderItsName() throws IOException {
        Path unfinished = Files.writeString(folder.resolve(".unfinished"), "whole");

        assertThat(Renames.appear(unfinished, folder.resolve("file"))).hasContent("whole");
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aFileInUseIsWaitedForLongerAndLonger() throws IOException {
        var inUse = new Refusing(
                new FileSystemException(
                        "run-0001",
                        null,
                        "The process cannot access the file because it is being used by another process"),
                3);

        assertThat(Renames.rename(STAGING, FOLDER, inUse)).isEqualTo(FOLDER);
        assertThat(inUse.pauses).containsExactly(50, 100, 200);
    }

    @Test
    void aFileThatStaysInUseIsToldByItsPathWithWhatToDo() {
        var inUse = new Refusing(new AccessDeniedException("run-0001"), Integer.MAX_VALUE);

        assertThatThrownBy(() -> Renames.rename(STAGING, FOLDER, inUse))
                .isInstanceOf(BlockedRenameException.class)
                .hasMessage(
                        STAGING + " cannot be renamed to " + FOLDER + ": it or a file in it is open in another program,"
                                + " or the account that runs this may not write there. Close it, on other machines too where this"
                                + " is a share, then start again");
        assertThat(inUse.pauses).containsExactly(50, 100, 200, 400, 800, 1600);
    }

    @Test
    void nobodyWaitsForWhatWillNotPass() {
        var full = new Refusing(new FileSystemException("run-0001", null, "No space left on device"), 1);
        var gone = new Refusing(new NoSuchFileException("run-0001"), 1);

        assertThatThrownBy(() -> Renames.rename(STAGING, FOLDER, full)).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> Renames.rename(STAGING, FOLDER, gone)).isInstanceOf(NoSuchFileException.class);
        assertThat(full.pauses).isEmpty();
        assertThat(gone.pauses).isEmpty();
    }
}
