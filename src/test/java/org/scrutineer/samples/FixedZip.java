package org.scrutineer.samples;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook's parts, packed in one order and with one time, so that the same workbook is the same file again. */
final class FixedZip {

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private FixedZip() {}

    static byte[] rewrite(byte[] zip) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.setLevel(9);
            for (Map.Entry<String, byte[]> part : parts(zip).entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(TIME);
                out.putNextEntry(entry);
                out.write(part.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The uncompressed parts by name; {@code [Content_Types].xml} sorts first, where Excel looks for it. */
    static Map<String, byte[]> parts(byte[] zip) throws IOException {
        var parts = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }
}
