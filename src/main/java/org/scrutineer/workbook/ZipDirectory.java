package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory at the end of a zip, looked at for what {@link java.util.zip.ZipFile} does not tell (APPNOTE.TXT,
 * sections 4.3.12 to 4.3.16 and 4.4.15).
 */
final class ZipDirectory {

    private static final int LOCAL = 0x04034b50;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LARGE_END = 0x06064b50;
    private static final int LARGE_END_BYTES = 56;
    private static final int LARGE_LOCATOR = 0x07064b50;
    private static final int LARGE_LOCATOR_BYTES = 20;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int UNIX = 3;
    private static final int FILE_TYPE = 0xf000;
    private static final int LINK = 0xa000;

    private final FileChannel channel;

    private ZipDirectory(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Whether a file is as one that is still being copied: it is empty, begins like a zip but has no end, or has room
     * at its beginning for what is to come. Anything else is complete as far as can be told.
     */
    static boolean isUnfinished(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < 4) {
                return channel.size() == 0;
            }
            ZipDirectory zip = new ZipDirectory(channel);
            int start = zip.bytes(0, 4).getInt(0);
            return start == 0 || (start == LOCAL && !zip.hasDirectory());
        }
    }

    private boolean hasDirectory() throws IOException {
        try {
            check();
            return true;
        } catch (BrokenPartException e) {
            return e.refusal() != Refusal.DAMAGED;
        }
    }

    /** Refuses a zip with anything before its directory that the directory does not count, or with a link in it. */
    static void check(Path file) throws UnreadableWorkbookException, IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new ZipDirectory(channel).check();
        } catch (BrokenPartException e) {
            throw new UnreadableWorkbookException(e.refusal(), e);
        }
    }

    private void check() throws IOException {
        long end = end();
        if (end < 0) {
            throw new BrokenPartException(Refusal.DAMAGED);
        }
        ByteBuffer record = bytes(end, END_BYTES);
        long length = Integer.toUnsignedLong(record.getInt(12));
        long from = Integer.toUnsignedLong(record.getInt(16));
        long largeEnd = end - LARGE_LOCATOR_BYTES - LARGE_END_BYTES;
        if (largeEnd >= 0
                && bytes(end - LARGE_LOCATOR_BYTES, 4).getInt(0) == LARGE_LOCATOR
                && bytes(largeEnd, 4).getInt(0) == LARGE_END) {
            ByteBuffer large = bytes(largeEnd, LARGE_END_BYTES);
            length = large.getLong(40);
            from = large.getLong(48);
            end = largeEnd;
        }
        if (from < 0 || length < 0 || from + length != end || length > Integer.MAX_VALUE) {
            throw new BrokenPartException(from + length < end ? Refusal.SUSPICIOUS : Refusal.DAMAGED);
        }
        requireNoLink(bytes(from, (int) length));
    }

    private static void requireNoLink(ByteBuffer entries) throws BrokenPartException {
        for (int at = 0; at + ENTRY_BYTES <= entries.limit() && entries.getInt(at) == ENTRY; ) {
            boolean unix = entries.get(at + 5) == UNIX;
            int attributes = entries.getInt(at + 38) >>> 16;
            if (unix && (attributes & FILE_TYPE) == LINK) {
                throw new BrokenPartException(Refusal.SUSPICIOUS);
            }
            at += ENTRY_BYTES + length(entries, at + 28) + length(entries, at + 30) + length(entries, at + 32);
        }
    }

    private static int length(ByteBuffer entries, int at) {
        return Short.toUnsignedInt(entries.getShort(at));
    }

    /** Where the end record begins; negative where there is none. */
    private long end() throws IOException {
        int looked = (int) Math.min(channel.size(), END_BYTES + LONGEST_COMMENT);
        long from = channel.size() - looked;
        ByteBuffer tail = bytes(from, looked);
        for (int at = looked - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_BYTES + length(tail, at + 20) == looked) {
                return from + at;
            }
        }
        return -1;
    }

    private ByteBuffer bytes(long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new BrokenPartException(Refusal.DAMAGED);
            }
        }
        return bytes;
    }
}
