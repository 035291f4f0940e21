package org.scrutineer.workbook;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet as the file holds them (ECMA-376 part 1, 18.3.1.80). POI keeps a tree of objects for each cell,
 * which takes most of the time of writing a workbook; what is rare on a sheet is left to it. Rows and columns count from 0.
 */
final class SheetRows {

    private static final class Row {

        private final NavigableMap<Integer, String> cells = new TreeMap<>();
        private @Nullable Float height;
    }

    private final NavigableMap<Integer, Row> rows = new TreeMap<>();
    private final SheetTexts texts;

    /** @param texts of the workbook */
    SheetRows(SheetTexts texts) {
        this.texts = texts;
    }

    /** @param text as XML may hold it */
    void text(int row, int column, int style, String text) {
        cell(row, column, "t=\"s\" ", style, "<v>" + texts.index(text) + "</v>");
    }

    void blank(int row, int column, int style) {
        cell(row, column, "", style, "");
    }

    void number(int row, int column, int style, double value) {
        cell(row, column, "t=\"n\" ", style, "<v>" + value + "</v>");
    }

    /** @param value what the formula comes to */
    void formula(int row, int column, int style, String formula, double value) {
        cell(row, column, "t=\"n\" ", style, "<f>" + XmlText.escaped(formula) + "</f><v>" + value + "</v>");
    }

    private void cell(int row, int column, String type, int style, String content) {
        String opened = "<c r=\"" + CellReference.of(row + 1, column + 1) + "\" " + type + "s=\"" + style + '"';
        row(row).cells.put(column, content.isEmpty() ? opened + "/>" : opened + '>' + content + "</c>");
    }

    void height(int row, float points) {
        row(row).height = points;
    }

    private Row row(int index) {
        return rows.computeIfAbsent(index, made -> new Row());
    }

    /** What the sheet takes up: from its first row and column with something in it to the last. */
    CellRangeAddress extent() {
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (Row row : rows.values()) {
            if (!row.cells.isEmpty()) {
                first = Math.min(first, row.cells.firstKey());
                last = Math.max(last, row.cells.lastKey());
            }
        }
        return new CellRangeAddress(rows.firstKey(), rows.lastKey(), first, last);
    }

    /** The element {@code sheetData}. */
    String xml() {
        var xml = new StringBuilder("<sheetData>");
        rows.forEach((index, row) -> {
            xml.append("<row r=\"").append(index + 1);
            if (row.height != null) {
                xml.append("\" ht=\"").append(row.height.doubleValue()).append("\" customHeight=\"true");
            }
            xml.append("\">");
            row.cells.values().forEach(xml::append);
            xml.append("</row>");
        });
        return xml.append("</sheetData>").toString();
    }
}
