package org.scrutineer.workbook;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The records of a workbook of Excel 97 to 2003 (MS-XLS, section 2.1.4). POI takes a stream that ends early for a
 * shorter workbook; here it is damaged.
 */
final class OldWorkbookStream {

    private static final String NAME = "Workbook";
    private static final int BEGINNING = 0x0809;
    private static final int END = 0x000A;
    private static final int SHEET = 0x0085;
    private static final int LONGEST_RECORD = 8_224;

    private OldWorkbookStream() {}

    /** @throws IOException where it is not: the workbook's own records and those of each sheet must begin and end */
    static void requireWhole(POIFSFileSystem file) throws IOException {
        try (InputStream stream = file.createDocumentInputStream(NAME)) {
            var in = new DataInputStream(stream);
            int sheets = 0;
            int parts = 0;
            int depth = 0;
            while (parts == 0 || depth > 0 || parts <= sheets) {
                int id = shortOf(in);
                int length = shortOf(in);
                if (length > LONGEST_RECORD || (depth == 0 && id != BEGINNING)) {
                    throw new EOFException("a record where none can be");
                }
                in.skipNBytes(length);
                switch (id) {
                    case BEGINNING -> depth++;
                    case END -> {
                        depth--;
                        parts += depth == 0 ? 1 : 0;
                    }
                    case SHEET -> sheets++;
                    default -> {}
                }
            }
            if (sheets == 0) {
                throw new EOFException("no sheet");
            }
        }
    }

    private static int shortOf(DataInputStream in) throws IOException {
        return Short.toUnsignedInt(Short.reverseBytes(in.readShort()));
    }
}
