package org.scrutineer.workbook;

import java.util.LinkedHashMap;
import java.util.Map;

/** The texts in the cells of one workbook, each held once (ECMA-376 part 1, 18.4). */
final class SheetTexts {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private int cells;

    /** The place of a text among them, from 0, for one more cell that shows it. */
    int index(String text) {
        cells++;
        return indexes.computeIfAbsent(text, added -> indexes.size());
    }

    /** The part of the file. */
    String xml() {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst count=\"" + cells
                + "\" uniqueCount=\"" + indexes.size() + "\" xmlns=\"" + MAIN + "\">");
        for (String text : indexes.keySet()) {
            xml.append(isKept(text) ? "<si><t xml:space=\"preserve\">" : "<si><t>")
                    .append(XmlText.escaped(text))
                    .append("</t></si>");
        }
        return xml.append("</sst>").toString();
    }

    /** Whether it begins or ends with a space, which a reader of XML may leave out. */
    private static boolean isKept(String text) {
        return !text.isEmpty()
                && (Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1)));
    }
}
