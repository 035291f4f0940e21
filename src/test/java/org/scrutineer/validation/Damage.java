package org.scrutineer.validation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Breaks workbooks as a bad disk would. */
final class Damage {

    private Damage() {}

    /** Cuts the XML of a sheet off before its end; all else, and the zip, stays as it was. */
    static Path toSheet(int number, byte[] workbook, Path file) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(workbook));
                OutputStream bytes = Files.newOutputStream(file);
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                boolean damaged = entry.getName().equals("xl/worksheets/sheet" + number + ".xml");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(damaged ? Arrays.copyOf(part, part.length - 20) : part);
                out.closeEntry();
            }
        }
        return file;
    }
}
