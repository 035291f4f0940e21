package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The application over copies of the ledger, the archive and the records, in a folder of its own that is gone when it is
 * closed: whatever is done in it is as it would be, and leaves no trace.
 */
final class Trial implements AutoCloseable {

    private final Path folder;
    private final FileChannel inUse;
    private final ConfigurableApplicationContext application;

    /** @param inUse locks the folder against being cleared away as one that a killed process left behind */
    Trial(Path folder, FileChannel inUse, ConfigurableApplicationContext application) {
        this.folder = folder;
        this.inUse = inUse;
        this.application = application;
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /** What would be in the output folder. */
    Path output() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        application.close();
        inUse.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
