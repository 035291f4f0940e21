package org.scrutineer.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Lets what was prepared under another name appear by one rename, which is whole or not at all. On Windows and on shares a
 * rename is refused while a scanner, an indexer or a person has a file open: it is tried again, with longer and longer
 * pauses, for some seconds.
 */
public final class Renames {

    private static final List<Integer> PAUSES_MILLIS = List.of(50, 100, 200, 400, 800, 1600);

    /** What no waiting helps against, as operating systems say it. */
    private static final List<String> LASTING =
            List.of("no space", "not enough space", "disk full", "quota", "read-only file system");

    private Renames() {}

    /** The rename itself, and the pause between two attempts at it. */
    interface Attempts {
        void rename(Path unfinished, Path target) throws IOException;

        void pause(int millis);
    }

    /**
     * Gives a file or folder its name; on the same disk.
     *
     * @return {@code target}
     * @throws BlockedRenameException where it is kept from that for seconds
     * @throws IOException where the disk fails
     */
    public static Path appear(Path unfinished, Path target) throws IOException {
        return rename(unfinished, target, new OnDisk(StandardCopyOption.ATOMIC_MOVE));
    }

    /** The same where a file of that name may be there already, and is replaced. */
    public static Path replace(Path unfinished, Path target) throws IOException {
        return rename(
                unfinished, target, new OnDisk(StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    static Path rename(Path unfinished, Path target, Attempts attempts) throws IOException {
        for (int pause : PAUSES_MILLIS) {
            try {
                attempts.rename(unfinished, target);
                return target;
            } catch (FileSystemException e) {
                if (!mayPass(e)) {
                    throw e;
                }
                attempts.pause(pause);
            }
        }
        try {
            attempts.rename(unfinished, target);
            return target;
        } catch (FileSystemException e) {
            throw mayPass(e) ? new BlockedRenameException(unfinished, target, e) : e;
        }
    }

    /** Java has a class of its own for what lasts, but for a full or read-only disk; a file in use is none of them. */
    private static boolean mayPass(FileSystemException refused) {
        String reason = String.valueOf(refused.getReason()).toLowerCase(Locale.ROOT);
        return refused instanceof AccessDeniedException
                || refused.getClass() == FileSystemException.class
                        && LASTING.stream().noneMatch(reason::contains);
    }

    private static final class OnDisk implements Attempts {

        private final CopyOption[] options;

        OnDisk(CopyOption... options) {
            this.options = options;
        }

        @Override
        public void rename(Path unfinished, Path target) throws IOException {
            Files.move(unfinished, target, options);
        }

        @Override
        public void pause(int millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a file is open in another program", e);
            }
        }
    }
}
