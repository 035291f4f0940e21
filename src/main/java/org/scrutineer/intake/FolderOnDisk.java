package org.scrutineer.intake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes sure that a folder's entries, new names among them, outlive a power cut. */
public final class FolderOnDisk {

    private FolderOnDisk() {}

    /** @param folder null, and nothing is done, where there is none above */
    public static void force(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return;
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException windowsDoesNotOpenFolders) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }
}
