package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

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
     * Whether a file is as one that is still being copied: it is empty, or begins like a zip, even if only with the first
     * bytes of one and room for the others, and has no directory where its end says. Anything else is complete as far as
     * can be told.
     */
    static boolean isUnfinished(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ZipDirectory zip = new ZipDirectory(channel);
            byte[] begun = zip.bytes(0, (int) Math.min(4, channel.size())).array();
            int start = ByteBuffer.wrap(Arrays.copyOf(begun, 4))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt();
            return start == LOCAL ? !zip.hasDirectory() : isBeginningOf(LOCAL, start);
        }
    }

    /** Whether the bytes that are there already are the first ones of a signature, or none are there. */
    private static boolean isBeginningOf(int signature, int start) {
        return start == 0
                || start == (signature & 0xff)
                || start == (signature & 0xffff)
                || start == (signature & 0xffffff);
    }

    private boolean hasDirectory() throws IOException {
        try {
            entries();
            return true;
        } catch (BrokenPartException e) {
            return false;
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
        requireNoLink(entries());
    }

    private ByteBuffer entries() throws IOException {
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
        return bytes(from, (int) length);
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
