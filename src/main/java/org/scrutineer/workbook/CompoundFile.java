package org.scrutineer.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * An OLE2 compound file: the shell of Excel's old format and of encrypted workbooks. Only the names in its directory
 * are read (MS-CFB, sections 2.2 to 2.6).
 */
final class CompoundFile {

    private static final int SECTOR_SHIFT_AT = 30;
    private static final int DIRECTORY_AT = 48;
    private static final int TABLE_LIST_AT = 68;
    private static final int TABLE_AT = 76;
    private static final int TABLES_IN_HEADER = 109;
    private static final int ENTRY_BYTES = 128;
    private static final int NAME_LENGTH_AT = 64;

    /** A directory of a workbook has one or two sectors; a chain longer than this one is a ring. */
    private static final int LONGEST_CHAIN = 1_000;

    private final FileChannel channel;
    private final ByteBuffer header;
    private final int sectorBytes;

    private CompoundFile(FileChannel channel) throws IOException {
        this.channel = channel;
        this.header = bytes(0, 512);
        int shift = header.getShort(SECTOR_SHIFT_AT);
        if (shift != 9 && shift != 12) {
            throw new BrokenPartException(Refusal.DAMAGED);
        }
        this.sectorBytes = 1 << shift;
    }

    /**
     * What a compound file holds.
     *
     * @throws BrokenPartException where it is damaged, or holds what is never read
     */
    static FileKind kind(FileChannel channel) throws IOException {
        Set<String> names = new CompoundFile(channel).names();
        if (names.stream().anyMatch(name -> name.strip().startsWith("DRM"))) {
            throw new BrokenPartException(Refusal.RIGHTS_MANAGED);
        }
        if (names.contains("EncryptedPackage")) {
            return FileKind.ENCRYPTED_PACKAGE;
        }
        if (names.contains("Workbook")) {
            return FileKind.OLD_WORKBOOK;
        }
        if (names.contains("Book")) {
            throw new BrokenPartException(Refusal.EARLY_FORMAT);
        }
        boolean document = names.contains("WordDocument") || names.contains("PowerPoint Document");
        throw new BrokenPartException(document ? Refusal.OTHER_DOCUMENT : Refusal.NOT_A_WORKBOOK);
    }

    private Set<String> names() throws IOException {
        Set<String> names = new HashSet<>();
        int sector = header.getInt(DIRECTORY_AT);
        for (int i = 0; sector >= 0; i++) {
            if (i == LONGEST_CHAIN) {
                throw new BrokenPartException(Refusal.DAMAGED);
            }
            ByteBuffer entries = sector(sector);
            for (int at = 0; at < sectorBytes; at += ENTRY_BYTES) {
                names.add(name(entries, at));
            }
            sector = next(sector);
        }
        return names;
    }

    private static String name(ByteBuffer entries, int at) {
        int length = entries.getShort(at + NAME_LENGTH_AT) - 2;
        if (length <= 0 || length > NAME_LENGTH_AT) {
            return "";
        }
        return new String(entries.array(), at, length, StandardCharsets.UTF_16LE);
    }

    /** The sector after {@code sector} in its chain; negative at the end. */
    private int next(int sector) throws IOException {
        int perTable = sectorBytes / 4;
        return sector(table(sector / perTable)).getInt(sector % perTable * 4);
    }

    /** The sector that holds the allocation table's {@code number}th piece, from 0. */
    private int table(int number) throws IOException {
        if (number < TABLES_IN_HEADER) {
            return header.getInt(TABLE_AT + number * 4);
        }
        int perList = sectorBytes / 4 - 1;
        int list = header.getInt(TABLE_LIST_AT);
        for (int skip = (number - TABLES_IN_HEADER) / perList; skip > 0; skip--) {
            list = sector(list).getInt(perList * 4);
        }
        return sector(list).getInt((number - TABLES_IN_HEADER) % perList * 4);
    }

    private ByteBuffer sector(int number) throws IOException {
        return bytes((number + 1L) * sectorBytes, sectorBytes);
    }

    private ByteBuffer bytes(long from, int count) throws IOException {
        if (from < 0 || from + count > channel.size()) {
            throw new BrokenPartException(Refusal.DAMAGED);
        }
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until all are read, or the file has been cut off meanwhile
        }
        return bytes;
    }
}
