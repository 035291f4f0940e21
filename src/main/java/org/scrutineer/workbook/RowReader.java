package org.scrutineer.workbook;

import java.io.IOException;

/**
 * Reads a sheet's rows and cells from its bytes and makes no object for a number, a date or an address. It vouches for
 * every byte it has read; where a sheet is written otherwise than spreadsheet programs do, it gives up, with {@link Told}
 * saying how far it got. A cell is told when all of it has been read.
 */
final class RowReader {

    private static final int ODD = XmlBytes.ODD;

    private static final byte[] SHEET_DATA = XmlBytes.name("sheetData");
    private static final byte[] ROW = XmlBytes.name("row");
    private static final byte[] C = XmlBytes.name("c");
    private static final byte[] V = XmlBytes.name("v");
    private static final byte[] F = XmlBytes.name("f");
    private static final byte[] IS = XmlBytes.name("is");
    private static final byte[] REFERENCE = XmlBytes.name("r");
    private static final byte[] HIDDEN = XmlBytes.name("hidden");
    private static final byte[] TYPE = XmlBytes.name("t");
    private static final byte[] SHARED_INDEX = XmlBytes.name("si");
    private static final byte[] TYPE_TEXT = XmlBytes.name("str");
    private static final byte[] TYPE_INLINE = XmlBytes.name("inlineStr");
    private static final byte[] USUAL_INLINE = XmlBytes.name("<is><t>");
    private static final byte[] USUAL_INLINE_END = XmlBytes.name("</t></is>");

    private static final int LONGEST_COLUMN = 3;
    private static final int LONGEST_INDEX = 9;
    private static final long EXACT_MANTISSA = 1L << 53;
    private static final int MANTISSA_DIGITS = 18;
    private static final int LARGEST_POWER = 22;
    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private enum Type {
        NUMBER,
        SHARED,
        TEXT,
        INLINE,
        BOOLEAN,
        ERROR,
        ISO_DATE
    }

    /** The last row told, and the last cell of it told or passed over as empty; 0 where there is none. */
    static final class Told {
        private int row;
        private int column;

        int row() {
            return row;
        }

        int column() {
            return column;
        }
    }

    private final PartBytes part;
    private final CellEvents events;
    private final SharedStrings.Source strings;
    private final int longestText;
    private XmlBytes xml;
    private boolean isBare;
    private byte[] bytes = {0};

    private final Told told;

    /** What the tag of the cell says; its column and row are 0 where it does not say them. */
    private int column;

    private int rowOfCell;
    private int style;
    private Type type = Type.NUMBER;

    /** Whether its value is {@link #number} or {@link #digits}, and not the text that {@link #xml} has read. */
    private boolean isParsed;

    private double number;
    private int digits;

    private boolean isElsewhere;

    RowReader(PartBytes part, CellEvents events, SharedStrings.Source strings, Limits limits, Told told) {
        this.part = part;
        this.events = events;
        this.strings = strings;
        this.told = told;
        this.longestText = limits.textLength();
        this.xml = new XmlBytes("", prefix -> false, longestText);
    }

    /**
     * Reads the rows of the sheet data whose start {@code sheet} has just told, and leaves its end to it.
     *
     * @throws OddShapeException where they are to be read as XML
     */
    void read(XmlPart sheet) throws OddShapeException, UnreadableWorkbookException, IOException {
        if (!part.isAtList() || !sheet.isPlainUtf8()) {
            throw new OddShapeException();
        }
        xml = new XmlBytes(sheet.prefix(), sheet::isBound, longestText);
        isBare = sheet.prefix().isEmpty();
        over(part.buffer());
        int at = part.position();
        if (bytes[at - 2] == '/') {
            part.giveBack(at);
            return;
        }
        while (true) {
            int whole = lastTag(at);
            at = xml.blank(at);
            while (at < whole && !xml.isClosing(at, SHEET_DATA)) {
                at = row(at);
                if (at < 0) {
                    throw new OddShapeException();
                }
                at = xml.blank(at);
            }
            if (xml.isClosing(at, SHEET_DATA)) {
                part.giveBack(at);
                return;
            }
            if (!part.more(at)) {
                throw new OddShapeException();
            }
            over(part.buffer());
            at = 0;
        }
    }

    private void over(byte[] buffer) {
        bytes = buffer;
        xml.over(buffer);
    }

    /** Where the last row in the buffer begins, or the sheet data ends: all rows before it are there as a whole. */
    private int lastTag(int from) {
        for (int at = part.end() - 1; at > from; at--) {
            if (bytes[at] == '<' && (xml.open(at, ROW) >= 0 || xml.isClosing(at, SHEET_DATA))) {
                return at;
            }
        }
        return from;
    }

    private int row(int start) throws UnreadableWorkbookException, IOException {
        int at = xml.open(start, ROW);
        at = at < 0 ? ODD : xml.attributes(at);
        if (at < 0) {
            return ODD;
        }
        boolean empty = xml.isEmptyTag();
        events.row(xml.attribute(REFERENCE), XmlPart.isTrue(xml.attribute(HIDDEN)));
        told.row = events.row();
        told.column = 0;
        while (!empty) {
            at = bytes[at] == '<' ? at : xml.blank(at);
            if (bytes[at] == '<' && bytes[at + 1] == '/') {
                return xml.close(at, ROW);
            }
            at = cell(at);
            if (at < 0) {
                return ODD;
            }
        }
        return at;
    }

    /**
     * Past a cell. Nearly all have a value, nothing else, and no blanks; those are read here, in one method as large as it
     * is so that the machine compiles it once and not also as a part of its caller.
     */
    private int cell(int start) throws UnreadableWorkbookException, IOException {
        byte[] b = bytes;
        int name = isBare && b[start] == '<' && b[start + 1] == 'c' ? start + 2 : xml.open(start, C);
        int at = name < 0 ? ODD : cellTag(name);
        if (at < 0) {
            return ODD;
        }
        if (b[at - 2] == '/') {
            return tell(false, false, false) ? at : ODD;
        }
        int end = ODD;
        if (isBare && b[at] == '<' && b[at + 1] == 'v' && b[at + 2] == '>') {
            at += 3;
            end = type == Type.NUMBER ? number(at) : type == Type.SHARED ? index(at) : ODD;
            isParsed = end >= 0 && b[end] == '<';
            end = isParsed ? end : xml.text(at);
            at -= 3;
            boolean usual = end >= 0 && b[end] == '<' && b[end + 1] == '/' && b[end + 2] == 'v' && b[end + 3] == '>';
            end = usual ? end + 4 : ODD;
        } else if (isBare && type == Type.INLINE && isAt(at, USUAL_INLINE)) {
            isParsed = false;
            end = xml.text(at + USUAL_INLINE.length);
            end = end >= 0 && isAt(end, USUAL_INLINE_END) ? end + USUAL_INLINE_END.length : ODD;
        }
        if (end >= 0 && b[end] == '<' && b[end + 1] == '/' && b[end + 2] == 'c' && b[end + 3] == '>') {
            return tell(true, false, false) ? end + 4 : ODD;
        }
        return content(at);
    }

    private int content(int from) throws UnreadableWorkbookException, IOException {
        int at = xml.blank(from);
        boolean formula = false;
        boolean elsewhere = false;
        boolean stored = false;
        while (!xml.isClosing(at, C)) {
            int name = bytes[at] == '<' ? xml.prefixed(at + 1) : ODD;
            if (name < 0 || stored) {
                return ODD;
            }
            if (bytes[name] == 'v') {
                at = value(at);
                stored = true;
            } else if (bytes[name] == 'i' && type == Type.INLINE) {
                at = inlineString(at);
                stored = true;
            } else if (!formula) {
                at = formula(at);
                formula = true;
                elsewhere = isElsewhere;
            } else {
                return ODD;
            }
            if (at < 0) {
                return ODD;
            }
            at = xml.blank(at);
        }
        int end = xml.close(at, C);
        return end >= 0 && tell(stored, formula, elsewhere) ? end : ODD;
    }

    /** From the end of the name of {@code c} past its tag. */
    private int cellTag(int from) {
        column = 0;
        rowOfCell = 0;
        style = 0;
        type = Type.NUMBER;
        int seen = 0;
        int at = from;
        while (bytes[at] == ' ' && bytes[at + 1] != '>' && bytes[at + 1] != '/') {
            int name = at + 1;
            int equals = bytes[name + 1] == '=' ? name + 1 : name + 2;
            byte quote = bytes[equals] == '=' ? bytes[equals + 1] : 0;
            if (quote != '"' && quote != '\'') {
                return ODD;
            }
            int attribute = equals == name + 1 ? bytes[name] : bytes[name] << 8 | bytes[name + 1];
            int flag;
            at = equals + 2;
            switch (attribute) {
                case 'r' -> {
                    flag = 1;
                    at = reference(at);
                }
                case 's' -> {
                    flag = 2;
                    at = index(at);
                    style = digits;
                }
                case 't' -> {
                    flag = 4;
                    at = type(at, quote);
                }
                case 'c' << 8 | 'm' -> {
                    flag = 8;
                    at = index(at);
                }
                case 'v' << 8 | 'm' -> {
                    flag = 16;
                    at = index(at);
                }
                case 'p' << 8 | 'h' -> {
                    flag = 32;
                    at = index(at);
                }
                default -> {
                    return ODD;
                }
            }
            if (at < 0 || bytes[at] != quote || (seen & flag) != 0) {
                return ODD;
            }
            seen |= flag;
            at++;
        }
        at = bytes[at] == ' ' ? at + 1 : at;
        at = bytes[at] == '/' ? at + 1 : at;
        return bytes[at] == '>' ? at + 1 : ODD;
    }

    /** Past an address such as {@code AB12}. */
    private int reference(int from) {
        int at = from;
        while (bytes[at] >= 'A' && bytes[at] <= 'Z') {
            column = column * 26 + bytes[at] - 'A' + 1;
            at++;
        }
        if (at == from || at - from > LONGEST_COLUMN) {
            return ODD;
        }
        int end = index(at);
        rowOfCell = digits;
        return end;
    }

    /** Past a few digits. */
    private int index(int from) {
        int value = 0;
        int at = from;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at] - '0';
            at++;
        }
        digits = value;
        return at == from || at - from > LONGEST_INDEX ? ODD : at;
    }

    private int type(int from, byte quote) {
        if (bytes[from] != 0 && bytes[from + 1] == quote) {
            switch (bytes[from]) {
                case 'n' -> type = Type.NUMBER;
                case 's' -> type = Type.SHARED;
                case 'b' -> type = Type.BOOLEAN;
                case 'e' -> type = Type.ERROR;
                case 'd' -> type = Type.ISO_DATE;
                default -> {
                    return ODD;
                }
            }
            return from + 1;
        }
        if (isAt(from, TYPE_TEXT)) {
            type = Type.TEXT;
            return from + TYPE_TEXT.length;
        }
        type = Type.INLINE;
        return isAt(from, TYPE_INLINE) ? from + TYPE_INLINE.length : ODD;
    }

    private boolean isAt(int from, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (bytes[from + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Past the element {@code v}; a number or an index is known then, or else the text is. */
    private int value(int start) {
        int at = xml.open(start, V);
        if (at < 0) {
            return ODD;
        }
        isParsed = false;
        if (bytes[at] == '>') {
            at++;
        } else {
            at = xml.attributes(at);
            if (at < 0 || xml.isEmptyTag()) {
                xml.noText(start);
                return at;
            }
        }
        int end = parsedOrText(at);
        return end < 0 ? ODD : xml.close(end, V);
    }

    /** Up to the next tag; a number or an index is known then, or else the text is. */
    private int parsedOrText(int from) {
        int end = type == Type.NUMBER ? number(from) : type == Type.SHARED ? index(from) : ODD;
        isParsed = end >= 0 && bytes[end] == '<';
        return isParsed ? end : xml.text(from);
    }

    /** Past a number whose digits one exact multiplication or division gives to the last bit (Clinger 1990). */
    private int number(int from) {
        boolean negative = bytes[from] == '-';
        int at = negative ? from + 1 : from;
        int first = at;
        long mantissa = 0;
        while (bytes[at] >= '0' && bytes[at] <= '9') {
            mantissa = mantissa * 10 + bytes[at] - '0';
            at++;
        }
        int count = at - first;
        int exponent = 0;
        if (bytes[at] == '.') {
            int point = at;
            at++;
            while (bytes[at] >= '0' && bytes[at] <= '9') {
                mantissa = mantissa * 10 + bytes[at] - '0';
                at++;
            }
            exponent = point + 1 - at;
            count -= exponent;
        }
        if (count == 0 || count > MANTISSA_DIGITS || mantissa > EXACT_MANTISSA) {
            return ODD;
        }
        if (bytes[at] == 'E' || bytes[at] == 'e') {
            boolean small = bytes[at + 1] == '-';
            at = index(bytes[at + 1] == '-' || bytes[at + 1] == '+' ? at + 2 : at + 1);
            exponent += small ? -digits : digits;
        }
        if (at < 0 || exponent > LARGEST_POWER || exponent < -LARGEST_POWER) {
            return ODD;
        }
        double value = exponent < 0 ? mantissa / EXACT_POWERS[-exponent] : mantissa * EXACT_POWERS[exponent];
        number = negative ? -value : value;
        return at;
    }

    private int inlineString(int start) {
        int at = xml.open(start, IS);
        at = at < 0 ? ODD : xml.attributes(at);
        isParsed = false;
        if (at < 0 || xml.isEmptyTag()) {
            xml.noText(start);
            return at;
        }
        return xml.richText(at, IS);
    }

    /** Past the element {@code f}; then is known whether it looks into another workbook. */
    private int formula(int start) throws UnreadableWorkbookException {
        int at = xml.open(start, F);
        at = at < 0 ? ODD : xml.attributes(at);
        if (at < 0) {
            return ODD;
        }
        String shared = CellEvents.SHARED_FORMULA.equals(xml.attribute(TYPE)) ? xml.attribute(SHARED_INDEX) : null;
        if (xml.isEmptyTag()) {
            xml.noText(start);
        } else {
            int end = xml.text(at);
            at = end < 0 ? ODD : xml.close(end, F);
        }
        // Only a reference to another workbook or a table has a bracket.
        String text = at < 0 || (xml.isPlainText() && !xml.isBracketInText() && shared == null) ? "" : xml.text();
        if (text == null) {
            return ODD;
        }
        isElsewhere = events.looksIntoAnotherWorkbook(text, shared);
        return at;
    }

    /** False where the value holds what XML may not. */
    private boolean tell(boolean stored, boolean formula, boolean elsewhere)
            throws UnreadableWorkbookException, IOException {
        String text = stored && !isParsed ? xml.text() : "";
        if (text == null) {
            return false;
        }
        if (column > 0) {
            events.cell(rowOfCell, column);
        } else {
            events.nextCell();
        }
        if (formula) {
            events.calculated();
        }
        if (elsewhere) {
            events.fromAnotherWorkbook();
        }
        if (stored && isParsed) {
            if (type == Type.NUMBER) {
                events.number(number, style);
            } else {
                events.sharedString(digits, strings.strings());
            }
        } else if (stored && (!text.isEmpty() || type == Type.TEXT || type == Type.INLINE)) {
            tell(text);
        } else {
            events.noValue(formula);
        }
        told.column = events.column();
        return true;
    }

    private void tell(String text) throws UnreadableWorkbookException, IOException {
        switch (type) {
            case NUMBER -> events.number(Numbers.parse(text), style);
            case SHARED -> events.sharedString(Numbers.parseIndex(text), strings.strings());
            case TEXT, INLINE -> events.text(text);
            case BOOLEAN -> events.bool(text);
            case ERROR -> events.error(text);
            case ISO_DATE -> events.isoDate(text);
        }
    }
}
