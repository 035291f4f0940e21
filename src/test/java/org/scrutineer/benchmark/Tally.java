package org.scrutineer.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What was written, and so what has to be read.
 *
 * @param refused rows with a mistake that keeps them out; the others are to be accepted
 * @param cells those with a value, headers and the sheet Return included
 * @param packed bytes of the files
 * @param unpacked bytes of their parts
 */
record Tally(int returns, long rows, long refused, long cells, long packed, long unpacked) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    long accepted() {
        return rows - refused;
    }

    Tally plus(Tally other) {
        return new Tally(
                returns + other.returns,
                rows + other.rows,
                refused + other.refused,
                cells + other.cells,
                packed + other.packed,
                unpacked + other.unpacked);
    }

    void write(Path file) throws IOException {
        var properties = new Properties();
        properties.setProperty("returns", Integer.toString(returns));
        properties.setProperty("rows", Long.toString(rows));
        properties.setProperty("refused", Long.toString(refused));
        properties.setProperty("cells", Long.toString(cells));
        properties.setProperty("packed", Long.toString(packed));
        properties.setProperty("unpacked", Long.toString(unpacked));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    static Tally read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Tally(
                Integer.parseInt(properties.getProperty("returns")),
                Long.parseLong(properties.getProperty("rows")),
                Long.parseLong(properties.getProperty("refused")),
                Long.parseLong(properties.getProperty("cells")),
                Long.parseLong(properties.getProperty("packed")),
                Long.parseLong(properties.getProperty("unpacked")));
    }
}
