package org.scrutineer.workbook;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of the workbook's cell formats show a number as a date or a time. */
final class CellStyles {

    /** By index, at least one: a workbook without styles shows all numbers as numbers. */
    private boolean[] dates = {false};

    private CellStyles() {}

    /** @param part null where the workbook has none */
    static CellStyles of(@Nullable String part, ZipParts parts, Limits limits)
            throws UnreadableWorkbookException, IOException {
        CellStyles styles = new CellStyles();
        if (part == null) {
            return styles;
        }
        Map<String, String> codes = new HashMap<>();
        BitSet dates = new BitSet();
        int formats = 0;
        boolean inCells = false;
        try (XmlPart xml = new XmlPart(parts, part, limits)) {
            while (xml.next()) {
                if (xml.isStart("cellXfs")) {
                    inCells = true;
                } else if (xml.isEnd("cellXfs")) {
                    inCells = false;
                } else if (xml.isStart("numFmt")) {
                    codes.put(attribute(xml, "numFmtId"), attribute(xml, "formatCode"));
                } else if (inCells && xml.isStart("xf")) {
                    dates.set(formats, isDate(xml.attribute("numFmtId"), codes));
                    formats++;
                    if (formats > limits.styles()) {
                        throw UnreadableWorkbookException.over(
                                Refusal.TOO_MANY_STYLES,
                                "more than " + UnreadableWorkbookException.number(limits.styles()) + " formats",
                                limits.styles());
                    }
                }
            }
        }
        styles.dates = new boolean[Math.max(1, formats)];
        for (int i = 0; i < formats; i++) {
            styles.dates[i] = dates.get(i);
        }
        return styles;
    }

    private static String attribute(XmlPart xml, String name) throws UnreadableWorkbookException {
        String value = xml.attribute(name);
        if (value == null) {
            throw CellEvents.damaged(null);
        }
        return value;
    }

    private static boolean isDate(@Nullable String format, Map<String, String> codes)
            throws UnreadableWorkbookException {
        if (format == null) {
            return false;
        }
        String code = codes.get(format);
        return code == null ? NumberFormats.isDate(Numbers.parseIndex(format)) : NumberFormats.isDate(code);
    }

    /** @param style index of the format, from 0 */
    boolean isDate(int style) throws UnreadableWorkbookException {
        if (style >= dates.length) {
            throw CellEvents.damaged(null);
        }
        return dates[style];
    }
}
