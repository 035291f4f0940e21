package org.scrutineer.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The least that reading a folder of workbooks can cost: inflates every entry and finds every tag by a scan over the
 * bytes. It makes no value, checks nothing and would be misled by a comment. Prints the cells.
 */
final class Floor {

    private static final int BETWEEN = 0;
    private static final int OPENED = 1;
    private static final int C = 2;

    private final byte[] buffer = new byte[1 << 20];
    private long tags;
    private long cells;

    private Floor() {}

    public static void main(String[] arguments) throws IOException {
        var floor = new Floor();
        for (Path file : files(Path.of(arguments[0]))) {
            floor.scan(file);
        }
        System.out.println("tags=" + floor.tags);
        System.out.println("cells=" + floor.cells);
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private void scan(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    scan(in);
                }
            }
        }
    }

    private void scan(InputStream in) throws IOException {
        int state = BETWEEN;
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                if (b == '<') {
                    state = OPENED;
                    tags++;
                } else if (state == OPENED) {
                    state = b == 'c' ? C : BETWEEN;
                } else if (state == C) {
                    cells += b == ' ' ? 1 : 0;
                    state = BETWEEN;
                }
            }
        }
    }
}
