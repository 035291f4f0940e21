package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Tells by a file's first bytes what it is; its name counts for nothing. */
final class FileKind {

    private static final int ZIP = 0x04034b50;
    private static final long COMPOUND_FILE = 0xE11AB1A1E011CFD0L;
    private static final int FLAGS_AT = 6;
    private static final int ENCRYPTED_FLAG = 1;

    private FileKind() {}

    /** Lets pass a zip that begins with its first entry, which a workbook of today is, and refuses all else. */
    static void requireZip(Path file, Limits limits) throws UnreadableWorkbookException, IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Refusal refusal = refusal(channel, limits);
            if (refusal != null) {
                throw new UnreadableWorkbookException(refusal, null);
            }
        }
    }

    private static @Nullable Refusal refusal(FileChannel channel, Limits limits) throws IOException {
        if (channel.size() == 0) {
            return Refusal.EMPTY;
        }
        ByteBuffer start = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        while (start.hasRemaining() && channel.read(start) >= 0) {
            // until eight bytes are read, or there are no more
        }
        if (start.hasRemaining()) {
            return Refusal.NOT_A_WORKBOOK;
        }
        if (start.getLong(0) == COMPOUND_FILE) {
            return CompoundFile.refusal(channel);
        }
        if (start.getInt(0) != ZIP) {
            return Refusal.NOT_A_WORKBOOK;
        }
        if ((start.getShort(FLAGS_AT) & ENCRYPTED_FLAG) != 0) {
            return Refusal.ENCRYPTED;
        }
        return channel.size() > limits.packedBytes() ? Refusal.TOO_LARGE : null;
    }
}
