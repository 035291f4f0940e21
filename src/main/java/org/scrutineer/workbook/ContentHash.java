package org.scrutineer.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A hash over what a workbook holds, whatever it was packed with: SHA-256, in hexadecimal, over its parts in order of
 * name, each as its name in UTF-8, a zero byte, its length in eight bytes and its uncompressed bytes.
 */
public final class ContentHash {

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    private ContentHash() {}

    /** @throws IOException where {@code file} is no zip, or the disk fails */
    public static String of(Path file) throws IOException {
        ContentHash hash = new ContentHash();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<ZipEntry> entries = new ArrayList<>(zip.stream().toList());
            entries.sort(Comparator.comparing(ZipEntry::getName));
            for (ZipEntry entry : entries) {
                hash.name(entry.getName(), entry.getSize());
                try (InputStream bytes = zip.getInputStream(entry)) {
                    hash.bytes(bytes);
                }
            }
        }
        return hash.value();
    }

    /** @param parts uncompressed, by name */
    static String of(SortedMap<String, byte[]> parts) {
        ContentHash hash = new ContentHash();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            hash.name(part.getKey(), part.getValue().length);
            hash.digest.update(part.getValue());
        }
        return hash.value();
    }

    private void name(String name, long length) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }

    private void bytes(InputStream bytes) throws IOException {
        byte[] buffer = new byte[8192];
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            digest.update(buffer, 0, count);
        }
    }

    private String value() {
        return Hex.encodeHexString(digest.digest());
    }
}
