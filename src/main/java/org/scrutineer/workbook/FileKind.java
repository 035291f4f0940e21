package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;

/** What a file is, told by its first bytes; its name counts for nothing. */
enum FileKind {
    /** A zip that begins with its first entry, as workbooks of today do. */
    PACKAGE,
    /** A workbook of Excel 97 to 2003; perhaps under a password. */
    OLD_WORKBOOK,
    /** A package under a password. */
    ENCRYPTED_PACKAGE,
    /** Text without any mark of what it is for. */
    TEXT,
    /** None of those that have a name here. */
    UNKNOWN;

    private static final int ZIP = 0x04034b50;
    private static final long COMPOUND_FILE = 0xE11AB1A1E011CFD0L;
    private static final int FLAGS_AT = 6;
    private static final int ENCRYPTED_FLAG = 1;
    private static final int LOOKED_AT = 4096;

    /** The first records of workbooks of Excel 2, 3 and 4. */
    private static final Set<Integer> EARLY_BEGINNINGS = Set.of(0x0009, 0x0209, 0x0409);

    /**
     * Looks at a file.
     *
     * @throws UnreadableWorkbookException where it is something that is never read, or is too large
     */
    static FileKind of(Path file, Limits limits) throws UnreadableWorkbookException, IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size == 0) {
                throw new UnreadableWorkbookException(Refusal.EMPTY, null);
            }
            if (size > limits.packedBytes()) {
                throw UnreadableWorkbookException.overBytes(Refusal.TOO_LARGE, size, limits.packedBytes());
            }
            return of(channel, beginning(channel));
        } catch (BrokenPartException e) {
            throw new UnreadableWorkbookException(e.refusal(), e);
        }
    }

    private static ByteBuffer beginning(FileChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(LOOKED_AT).order(ByteOrder.LITTLE_ENDIAN);
        while (start.hasRemaining() && channel.read(start) >= 0) {
            // until that much is read, or there is no more
        }
        return start.flip();
    }

    private static FileKind of(FileChannel channel, ByteBuffer start) throws IOException {
        if (start.limit() >= 8 && start.getLong(0) == COMPOUND_FILE) {
            return CompoundFile.kind(channel);
        }
        if (start.limit() >= 8 && start.getInt(0) == ZIP) {
            require((start.getShort(FLAGS_AT) & ENCRYPTED_FLAG) == 0, Refusal.ENCRYPTED);
            return PACKAGE;
        }
        if (start.limit() >= 4) {
            boolean early = EARLY_BEGINNINGS.contains((int) start.getShort(0)) && start.getShort(2) <= 8;
            require(!early, Refusal.EARLY_FORMAT);
        }
        return ofText(start);
    }

    private static FileKind ofText(ByteBuffer start) throws IOException {
        String text = new String(start.array(), 0, start.limit(), StandardCharsets.ISO_8859_1);
        boolean wide = text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF");
        String plain = wide ? text.substring(2).replace("\0", "") : text.replaceFirst("^\u00EF\u00BB\u00BF", "");
        String lower = plain.stripLeading().toLowerCase(Locale.ROOT);
        require(!lower.startsWith("%pdf"), Refusal.PDF);
        require(!lower.startsWith("{\\rtf"), Refusal.OTHER_DOCUMENT);
        boolean markup = lower.startsWith("<");
        boolean page =
                markup && (lower.contains("<html") || lower.contains("<!doctype html") || lower.contains("<table"));
        require(!page && !lower.startsWith("mime-version:"), Refusal.WEB_PAGE);
        require(!markup, Refusal.XML_TEXT);
        return plain.chars().allMatch(FileKind::isOfText) ? TEXT : UNKNOWN;
    }

    private static boolean isOfText(int character) {
        return character >= ' ' || character == '\t' || character == '\n' || character == '\r' || character == '\f';
    }

    private static void require(boolean met, Refusal otherwise) throws BrokenPartException {
        if (!met) {
            throw new BrokenPartException(otherwise);
        }
    }
}
