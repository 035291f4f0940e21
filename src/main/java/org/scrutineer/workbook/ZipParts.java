package org.scrutineer.workbook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a package, by name without a leading slash and regardless of case. All limits are checked against the
 * sizes the zip declares; a part that turns out larger than declared breaks while it is read.
 */
final class ZipParts implements AutoCloseable {

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts = new HashMap<>();

    private ZipParts(ZipFile zip) {
        this.zip = zip;
    }

    static ZipParts open(Path file, Limits limits) throws UnreadableWorkbookException, IOException {
        if (FileKind.of(file, limits) != FileKind.PACKAGE) {
            throw new UnreadableWorkbookException(Refusal.NOT_A_WORKBOOK, null);
        }
        ZipDirectory.check(file);
        ZipParts parts;
        try {
            parts = new ZipParts(new ZipFile(file.toFile()));
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw new UnreadableWorkbookException(Refusal.DAMAGED, e);
        }
        try {
            parts.list(limits);
            return parts;
        } catch (UnreadableWorkbookException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private void list(Limits limits) throws UnreadableWorkbookException {
        long unpacked = 0;
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            require(isPlain(entry.getName()), Refusal.SUSPICIOUS);
            require(parts.put(key(entry.getName()), entry) == null, Refusal.SUSPICIOUS);
            require(entry.getSize() >= 0, Refusal.DAMAGED);
            if (entry.getSize() > limits.partBytes()) {
                throw UnreadableWorkbookException.overBytes(
                        Refusal.TOO_LARGE_UNPACKED, entry.getSize(), limits.partBytes());
            }
            unpacked += entry.getSize();
            boolean inflated = entry.getSize() > limits.ratioFromBytes()
                    && entry.getSize() / limits.ratio() >= Math.max(1, entry.getCompressedSize());
            require(!inflated, Refusal.INFLATED);
        }
        if (parts.size() > limits.parts()) {
            throw UnreadableWorkbookException.over(
                    Refusal.TOO_MANY_PARTS,
                    UnreadableWorkbookException.number(parts.size()) + " parts",
                    limits.parts());
        }
        if (unpacked > limits.unpackedBytes()) {
            throw UnreadableWorkbookException.overBytes(Refusal.TOO_LARGE_UNPACKED, unpacked, limits.unpackedBytes());
        }
    }

    private static boolean isPlain(String name) {
        return !name.startsWith("/") && name.indexOf('\\') < 0 && !("/" + name + "/").contains("/../");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static void require(boolean met, Refusal otherwise) throws UnreadableWorkbookException {
        if (!met) {
            throw new UnreadableWorkbookException(otherwise, null);
        }
    }

    /** Of all parts, in lower case, in order. */
    List<String> names() {
        return parts.keySet().stream().sorted().toList();
    }

    boolean has(String name) {
        return parts.containsKey(key(name));
    }

    /** In bytes, unpacked; 0 where there is no such part. */
    long size(String name) {
        ZipEntry entry = parts.get(key(name));
        return entry == null ? 0 : entry.getSize();
    }

    /**
     * A part's bytes, checked against its declared size and checksum.
     *
     * @throws UnreadableWorkbookException where there is no such part
     */
    InputStream open(String name) throws UnreadableWorkbookException, IOException {
        @Nullable ZipEntry entry = parts.get(key(name));
        if (entry == null) {
            throw new UnreadableWorkbookException(Refusal.DAMAGED, null);
        }
        try {
            InputStream bytes = zip.getInputStream(entry);
            return new CheckedPartStream(bytes, entry.getSize(), entry.getCrc());
        } catch (ZipException | EOFException e) {
            throw new UnreadableWorkbookException(Refusal.DAMAGED, e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
