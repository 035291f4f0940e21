package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.PrivateFolders;
import org.springframework.stereotype.Component;

/**
 * Lets one process at a time work on an output folder. The operating system holds the lock for the process and gives it
 * back when the process ends, however it ends: who takes it knows that no other run is alive, which Spring Batch itself
 * does not check before it recovers one.
 */
@Component
class RunLock {

    private final Path file;

    RunLock(PipelineProperties settings) {
        this.file = settings.lock().toAbsolutePath().normalize();
    }

    /** The lock, held until closed. */
    static final class Held implements AutoCloseable {

        private final FileChannel channel;
        private final FileLock lock;

        private Held(FileChannel channel, FileLock lock) {
            this.channel = channel;
            this.lock = lock;
        }

        @Override
        public void close() throws IOException {
            lock.release();
            channel.close();
        }
    }

    /** @throws RunInProgressException where another process holds it */
    Held take() throws IOException {
        PrivateFolders.create(java.util.Objects.requireNonNull(file.getParent()));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new RunInProgressException(file);
        }
        return new Held(channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
