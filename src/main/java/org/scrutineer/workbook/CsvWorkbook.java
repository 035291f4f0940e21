package org.scrutineer.workbook;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) as a workbook of one sheet whose cells are all text. Neither encoding nor delimiter is guessed:
 * they are agreed, but for a byte order mark, which says what it says.
 */
final class CsvWorkbook {

    private static final int FIRST_STYLE = 0;

    private final Path file;
    private final char delimiter;
    private final Charset encoding;
    private final int markBytes;

    private CsvWorkbook(Path file, char delimiter, Charset encoding, int markBytes) {
        this.file = file;
        this.delimiter = delimiter;
        this.encoding = encoding;
        this.markBytes = markBytes;
    }

    /** @param agreed the encoding of files without a byte order mark */
    static CsvWorkbook of(Path file, char delimiter, Charset agreed) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(3);
        }
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return new CsvWorkbook(file, delimiter, StandardCharsets.UTF_8, 3);
        }
        if (begins(start, 0xFF, 0xFE)) {
            return new CsvWorkbook(file, delimiter, StandardCharsets.UTF_16LE, 2);
        }
        if (begins(start, 0xFE, 0xFF)) {
            return new CsvWorkbook(file, delimiter, StandardCharsets.UTF_16BE, 2);
        }
        return new CsvWorkbook(file, delimiter, agreed, 0);
    }

    private static boolean begins(byte[] start, int... mark) {
        if (start.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (Byte.toUnsignedInt(start[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes it as a package of one sheet, whose rows are the file's records, empty ones too.
     *
     * @throws UnreadableWorkbookException where a line cannot be read, with its number
     */
    void write(String sheet, OutputStream out) throws UnreadableWorkbookException, IOException {
        requireText();
        try (var target = new ScratchPackage(out)) {
            target.begin(List.of(new ScratchPackage.Sheet(sheet, false)), DateSystem.FROM_1900, List.of(0), Map.of());
            target.sheet(new SheetFacts(List.of(), List.of(), null), this::rows);
        } catch (BrokenLineException e) {
            throw UnreadableWorkbookException.at("line " + e.line, Refusal.CSV_LINE);
        }
    }

    /** What commons-csv complains of, carried out through the writer of the package. */
    private static final class BrokenLineException extends IOException {

        private static final long serialVersionUID = 1L;

        private final long line;

        BrokenLineException(long line, Throwable cause) {
            super(cause);
            this.line = line;
        }
    }

    private void rows(ScratchPackage.SheetPen pen) throws XMLStreamException, IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        try (Reader text = reader();
                CSVParser parser =
                        CSVParser.builder().setReader(text).setFormat(format).get()) {
            Iterator<CSVRecord> records = parser.iterator();
            for (CSVRecord record = next(records, parser); record != null; record = next(records, parser)) {
                row(record, pen);
            }
        }
    }

    private static @Nullable CSVRecord next(Iterator<CSVRecord> records, CSVParser parser) throws IOException {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CSVException)) {
                throw e.getCause();
            }
            throw new BrokenLineException(line, e);
        }
    }

    private static void row(CSVRecord record, ScratchPackage.SheetPen pen) throws XMLStreamException {
        int row = Math.toIntExact(record.getRecordNumber());
        pen.row(row, false);
        for (int i = 0; i < record.size(); i++) {
            String value = record.get(i);
            if (!value.isEmpty()) {
                String column = org.apache.poi.ss.util.CellReference.convertNumToColString(i);
                pen.cell(column + row, "str", FIRST_STYLE, null, value);
            }
        }
    }

    private Reader reader() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(markBytes);
        return new BufferedReader(new InputStreamReader(in, strict()));
    }

    private CharsetDecoder strict() {
        return encoding.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Reads it all once, as only here the line of a character that cannot be read is known. */
    private void requireText() throws UnreadableWorkbookException, IOException {
        var lines = new LineCheck();
        CharsetDecoder decoder = strict();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer characters = CharBuffer.allocate(1 << 16);
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(markBytes);
            boolean end = false;
            while (!end) {
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = count < 0;
                bytes.position(bytes.position() + Math.max(0, count)).flip();
                CoderResult result = decoder.decode(bytes, characters, end);
                lines.check(characters.flip());
                characters.clear();
                if (result.isError()) {
                    throw UnreadableWorkbookException.at("line " + lines.line, Refusal.CSV_ENCODING);
                }
                bytes.compact();
            }
        }
        lines.end();
    }

    /** Counts lines, and refuses what stands in no line of a text. */
    private static final class LineCheck {

        private long line = 1;
        private boolean afterReturn;

        void check(CharBuffer characters) throws UnreadableWorkbookException {
            while (characters.hasRemaining()) {
                char character = characters.get();
                if ((afterReturn && character != '\n') || character == 0) {
                    throw broken();
                }
                afterReturn = character == '\r';
                if (character == '\n') {
                    line++;
                }
            }
        }

        void end() throws UnreadableWorkbookException {
            if (afterReturn) {
                throw broken();
            }
        }

        private UnreadableWorkbookException broken() {
            return UnreadableWorkbookException.at("line " + line, Refusal.CSV_LINE);
        }
    }
}
