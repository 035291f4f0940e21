package org.scrutineer.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.scrutineer.intake.FolderOnDisk;
import org.scrutineer.intake.PrivateFolders;
import org.springframework.util.FileSystemUtils;

/**
 * Held while a process opens the ledger and makes or changes its tables, by one at a time. The file's database takes back no
 * table it has made or changed: where a start was cut off in the middle, the next one puts back what was there before.
 */
public final class LedgerOpening implements AutoCloseable {

    /** There while tables are made or changed; says which copy was made before, or that the ledger is new. */
    private static final String BEGUN = "upgrade-begun";

    static final String NEW = "a new ledger";

    private static final String LEDGER = "scrutineer.mv.db";

    /** Locks of files are between processes; this is between threads of one. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final FileChannel channel;
    private final FileLock lock;

    private LedgerOpening(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Waits for whoever opens it now, and undoes what was cut off.
     *
     * @param output the output folder; its ledger is not open in this process
     * @throws BackupException where what was there before is not there any more
     */
    public static LedgerOpening of(Path output) throws IOException, BackupException {
        Path folder = output.resolve("ledger");
        PrivateFolders.create(folder);
        ONE_AT_A_TIME.lock();
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("opening.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                var opening = new LedgerOpening(channel, channel.lock());
                undo(folder);
                return opening;
            } catch (IOException | BackupException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | BackupException | RuntimeException e) {
            ONE_AT_A_TIME.unlock();
            throw e;
        }
    }

    private static void undo(Path folder) throws IOException, BackupException {
        Path begun = folder.resolve(BEGUN);
        if (!Files.exists(begun)) {
            return;
        }
        String before = Files.readString(begun).strip();
        if (before.equals(NEW)) {
            // Nothing is in it; a ledger is put aside all the same, not deleted.
            if (Files.exists(folder.resolve(LEDGER))) {
                Files.move(
                        folder.resolve(LEDGER), folder.resolve("half-made.mv.db"), StandardCopyOption.REPLACE_EXISTING);
            }
        } else {
            putBack(Path.of(before), folder);
        }
        Files.delete(begun);
        FolderOnDisk.force(folder);
    }

    private static void putBack(Path copy, Path folder) throws IOException, BackupException {
        if (!Files.isRegularFile(copy)) {
            throw new BackupException(
                    "The upgrade of the ledger in " + folder + " was cut off, and the copy that was made" + " before, "
                            + copy + ", is not there any more. Bring it back, or restore a backup.");
        }
        Path unpacked = folder.resolve(".before");
        FileSystemUtils.deleteRecursively(unpacked);
        PrivateFolders.create(unpacked);
        LedgerCopy.unpack(copy, unpacked);
        try (Stream<Path> files = Files.list(unpacked)) {
            for (Path file : files.toList()) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.delete(unpacked);
    }

    /** Whether the ledger is a file in this folder. */
    static boolean isLedger(Path folder) {
        return Files.exists(folder.resolve(LEDGER));
    }

    /**
     * Notes that tables are about to be made or changed.
     *
     * @param before the path of a copy of the ledger as it is, or {@link #NEW}
     */
    static void begin(Path folder, String before) throws IOException {
        // Half a path, as a full disk leaves it, would be another one.
        Path draft = folder.resolve(".upgrade-begun");
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(before));
            channel.force(true);
        }
        Files.move(draft, folder.resolve(BEGUN), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FolderOnDisk.force(folder);
    }

    /** All of them are as they should be. */
    static void end(Path folder) throws IOException {
        Files.delete(folder.resolve(BEGUN));
        FolderOnDisk.force(folder);
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
            channel.close();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
