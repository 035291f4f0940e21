package org.scrutineer.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.scrutineer.workbook.SourceWorkbooks;
import org.springframework.stereotype.Component;

/**
 * Tells files that are whole from those that are still being copied. A file counts as whole when it is the same at two
 * looks with a pause between them, and has the end that its beginning promises.
 */
@Component
public class ArrivingFiles {

    private final Pause pause;
    private final Clock clock;
    private final Duration patience;

    ArrivingFiles(IntakeProperties settings, Pause pause, Clock clock) {
        this.patience = settings.patience();
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * A file as the first look found it.
     *
     * @param hash SHA-256 of its bytes
     */
    public record Seen(Path file, String hash, long size, FileTime changed) {

        private boolean isUnchanged() throws IOException {
            BasicFileAttributes now = attributes(file);
            return now.isRegularFile()
                    && now.size() == size
                    && now.lastModifiedTime().equals(changed);
        }
    }

    /**
     * Looks at a file for the first time.
     *
     * @throws Archive.SourceException where it cannot be read, or is a link
     */
    public Seen see(Path file) throws Archive.SourceException {
        BasicFileAttributes found;
        try {
            found = attributes(file);
            if (!found.isRegularFile()) {
                throw new IOException("no longer a file");
            }
        } catch (IOException e) {
            throw new Archive.SourceException(e);
        }
        return new Seen(file, Archive.hash(file), found.size(), found.lastModifiedTime());
    }

    /** Lets the time pass that is to be between the two looks at each file. */
    public void pause() {
        pause.betweenLooks();
    }

    /**
     * The second look. What looks unfinished is taken for cut off, not for arriving, once it has been left alone for
     * long enough.
     *
     * @throws Archive.SourceException where it cannot be read any more
     */
    public boolean isWhole(Seen seen) throws Archive.SourceException {
        try {
            return seen.isUnchanged()
                    && (!SourceWorkbooks.isUnfinished(seen.file())
                            || seen.changed().toInstant().plus(patience).isBefore(clock.instant()));
        } catch (IOException e) {
            throw new Archive.SourceException(e);
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
