package org.scrutineer.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.scrutineer.workbook.OutputWorkbook.Cell;

/** Writes the sheet of a long list as bytes, with as little as possible made for each cell. */
final class ListCells {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    /** As Excel counts days, from 1 March 1900 on. */
    private static final long DAY_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();

    /** Longer text Excel does not hold. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int ROOM = 1 << 15;

    /** Of cells: plain, title, header, text, number, day. */
    static final String STYLES =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet xmlns=\"" + MAIN
                    + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
                    + "<fonts count=\"3\"><font><sz val=\"12\"/><name val=\"Arial\"/></font>"
                    + "<font><b/><sz val=\"16\"/><name val=\"Arial\"/></font>"
                    + "<font><b/><sz val=\"12\"/><name val=\"Arial\"/></font></fonts>"
                    + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill"
                    + " patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
                    + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"6\"><xf/>"
                    + "<xf fontId=\"1\" applyFont=\"1\"/>"
                    + "<xf fontId=\"2\" applyFont=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
                    + "<xf applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>"
                    + "<xf applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
                    + "<xf numFmtId=\"164\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>"
                    + "</cellXfs></styleSheet>";

    private static final byte[] TITLE = ascii("\" s=\"1\" t=\"inlineStr\"><is><t>");
    private static final byte[] LINE = ascii("\" t=\"inlineStr\"><is><t>");
    private static final byte[] HEADER = ascii("\" s=\"2\" t=\"inlineStr\"><is><t>");
    private static final byte[] TEXT = ascii("\" s=\"3\" t=\"inlineStr\"><is><t>");
    private static final byte[] KEPT_TEXT = ascii("\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static final byte[] END_OF_TEXT = ascii("</t></is></c>");
    private static final byte[] NUMBER = ascii("\" s=\"4\"><v>");
    private static final byte[] DAY = ascii("\" s=\"5\"><v>");
    private static final byte[] END_OF_NUMBER = ascii("</v></c>");
    private static final byte[] EMPTY = ascii("\" s=\"3\"/>");
    private static final byte[] ROW = ascii("<row r=\"");
    private static final byte[] ROW_OPENED = ascii("\">");
    private static final byte[] END_OF_ROW = ascii("</row>");

    private final OutputStream out;
    private final byte[] buffer = new byte[2 * ROOM];
    private int used;
    private byte[] row = new byte[0];

    ListCells(OutputStream out) {
        this.out = out;
    }

    /** How many rows the list has. */
    int write(ListWorkbook list, int header) throws IOException {
        add(ascii("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + MAIN
                + "\" xmlns:r=\"" + RELATIONSHIPS + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>"
                + "<sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"><selection activeCell=\"A1\""
                + " sqref=\"A1\"/></sheetView></sheetViews><cols>"));
        for (int i = 0; i < list.columns().size(); i++) {
            add(ascii("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\""
                    + list.columns().get(i).width() + "\" customWidth=\"1\"/>"));
        }
        add(ascii("</cols><sheetData>"));
        byte[][] columns = columns(list.columns().size());
        int number = 0;
        single(++number, columns[0], TITLE, list.title());
        for (String line : list.lines()) {
            single(++number, columns[0], LINE, line);
        }
        open(header);
        for (int i = 0; i < columns.length; i++) {
            text(columns[i], HEADER, list.columns().get(i).text());
        }
        add(END_OF_ROW);
        int rows = 0;
        for (List<Cell> cells : list.rows()) {
            rows++;
            if (cells.size() != columns.length || header + rows > ListWriter.MOST_ROWS) {
                throw new IllegalArgumentException("list " + list.table() + ", row " + rows + ": " + cells.size()
                        + " cells under " + columns.length + " columns, at most " + ListWriter.MOST_ROWS
                        + " rows with what stands above");
            }
            open(header + rows);
            for (int i = 0; i < columns.length; i++) {
                cell(columns[i], cells.get(i));
            }
            add(END_OF_ROW);
        }
        add(ascii("</sheetData><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\""
                + " footer=\"0.3\"/><pageSetup paperSize=\"8\" orientation=\"landscape\" fitToHeight=\"0\"/>"
                + "<tableParts count=\"1\"><tablePart r:id=\"rId1\"/></tableParts></worksheet>"));
        flush();
        return rows;
    }

    private static byte[][] columns(int count) {
        byte[][] columns = new byte[count][];
        for (int i = 0; i < count; i++) {
            String reference = CellReference.of(1, i + 1);
            columns[i] = ascii("<c r=\"" + reference.substring(0, reference.length() - 1));
        }
        return columns;
    }

    private void single(int number, byte[] column, byte[] style, String text) throws IOException {
        open(number);
        text(column, style, text);
        add(END_OF_ROW);
    }

    private void open(int number) throws IOException {
        row = ascii(Integer.toString(number));
        add(ROW);
        add(row);
        add(ROW_OPENED);
    }

    private void cell(byte[] column, Cell cell) throws IOException {
        if (cell instanceof Cell.Text text) {
            text(column, isTrimmed(text.text()) ? TEXT : KEPT_TEXT, text.text());
        } else if (cell instanceof Cell.Number number) {
            number(column, NUMBER, number.value().toPlainString());
        } else if (cell instanceof Cell.Day day) {
            number(column, DAY, Long.toString(day.date().toEpochDay() - DAY_ZERO));
        } else if (cell instanceof Cell.Empty) {
            add(column);
            add(row);
            add(EMPTY);
        } else {
            throw new IllegalArgumentException("a list has texts, numbers, days and empty cells, not " + cell);
        }
    }

    private static boolean isTrimmed(String text) {
        return text.isEmpty() || (text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' ');
    }

    private void number(byte[] column, byte[] style, String number) throws IOException {
        add(column);
        add(row);
        add(style);
        plain(number);
        add(END_OF_NUMBER);
    }

    private void text(byte[] column, byte[] style, String text) throws IOException {
        add(column);
        add(row);
        add(style);
        String held = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "\u2026" : text;
        if (isPlain(held)) {
            plain(held);
        } else {
            add(escaped(held).getBytes(StandardCharsets.UTF_8));
        }
        add(END_OF_TEXT);
    }

    /** Whether each character is a byte that means nothing else in XML or to Excel. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' '
                    || character > '~'
                    || character == '<'
                    || character == '&'
                    || character == '>'
                    || character == '"'
                    || character == '_') {
                return false;
            }
        }
        return true;
    }

    /** As XML holds it, in elements and attributes, so that Excel shows {@code text}. */
    static String escaped(String text) {
        return XmlText.escaped(EscapedText.encode(text));
    }

    @SuppressWarnings("deprecation") // of its characters each is a byte, which no other method copies without a detour
    private void plain(String text) throws IOException {
        int length = text.length();
        for (int from = 0; from < length; from += ROOM) {
            int count = Math.min(ROOM, length - from);
            require(count);
            text.getBytes(from, from + count, buffer, used);
            used += count;
        }
    }

    private void add(byte[] bytes) throws IOException {
        if (bytes.length > ROOM) {
            flush();
            out.write(bytes);
            return;
        }
        require(bytes.length);
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void require(int room) throws IOException {
        if (used + room > buffer.length) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
