package org.scrutineer.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one sheet as Excel does: every row and cell with its reference, every cell with its style. */
final class SheetPen {

    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** The formats of {@link ReturnFile}'s style sheet, by index. */
    static final String STYLES =
            "<numFmts count=\"0\"/><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/>"
                    + "</font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"1\"><fill>"
                    + "<patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders>"
                    + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs count=\"6\">"
                    + "<xf numFmtId=\"0\"/><xf numFmtId=\"49\"/><xf numFmtId=\"14\"/><xf numFmtId=\"2\"/>"
                    + "<xf numFmtId=\"1\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>";

    private static final int TEXT = 1;
    private static final int DATE = 2;
    private static final int DECIMAL = 3;
    private static final int WHOLE = 4;
    private static final int HEADER = 5;

    private static final long SERIAL_ZERO = LocalDate.of(1899, 12, 30).toEpochDay();
    private static final int FLUSH = 1 << 16;

    private final OutputStream out;
    private final @Nullable Map<String, Integer> shared;
    private final int columns;
    private final StringBuilder xml = new StringBuilder(FLUSH + 4096);
    private int row;
    private int column;
    private long cells;
    private long bytes;

    /**
     * @param shared takes the texts, which get the numbers they come in; null where they stand in their cells
     * @param columns at most 26
     */
    SheetPen(OutputStream out, @Nullable Map<String, Integer> shared, int columns) {
        this.out = out;
        this.shared = shared;
        this.columns = columns;
        xml.append(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
    }

    void row() throws IOException {
        xml.append(row == 0 ? "" : "</row>");
        if (xml.length() > FLUSH) {
            flush();
        }
        row++;
        column = 0;
        xml.append("<row r=\"")
                .append(row)
                .append("\" spans=\"1:")
                .append(columns)
                .append("\">");
    }

    void header(String text) {
        text(text, HEADER);
    }

    void text(String text) {
        text(text, TEXT);
    }

    void date(LocalDate date) {
        number(Long.toString(date.toEpochDay() - SERIAL_ZERO), DATE);
    }

    void decimal(BigDecimal number) {
        number(number.toPlainString(), DECIMAL);
    }

    void whole(long number) {
        number(Long.toString(number), WHOLE);
    }

    void bool(boolean value) {
        cell(0);
        xml.append(" t=\"b\"><v>").append(value ? 1 : 0).append("</v></c>");
    }

    /** A formula with its result. */
    void formula(String formula, BigDecimal result) {
        cell(DECIMAL);
        xml.append("><f>")
                .append(formula)
                .append("</f><v>")
                .append(result.toPlainString())
                .append("</v></c>");
    }

    /** Leaves a cell out. */
    void nothing() {
        column++;
    }

    private void text(String text, int style) {
        cell(style);
        if (shared == null) {
            xml.append(" t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        } else {
            Integer known = shared.get(text);
            int index = known == null ? shared.size() : known;
            shared.putIfAbsent(text, index);
            xml.append(" t=\"s\"><v>").append(index).append("</v></c>");
        }
    }

    private void number(String number, int style) {
        cell(style);
        xml.append("><v>").append(number).append("</v></c>");
    }

    private void cell(int style) {
        xml.append("<c r=\"")
                .append((char) ('A' + column++))
                .append(row)
                .append("\" s=\"")
                .append(style)
                .append('"');
        cells++;
    }

    /** Ends the sheet; the stream stays open. */
    void finish() throws IOException {
        xml.append(row == 0 ? "" : "</row>").append("</sheetData></worksheet>");
        flush();
    }

    private void flush() throws IOException {
        byte[] part = xml.toString().getBytes(StandardCharsets.UTF_8);
        out.write(part);
        bytes += part.length;
        xml.setLength(0);
    }

    long cells() {
        return cells;
    }

    long bytes() {
        return bytes;
    }
}
