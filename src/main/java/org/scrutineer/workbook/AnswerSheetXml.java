package org.scrutineer.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.scrutineer.workbook.AnswerSheet.Cell;
import org.scrutineer.workbook.AnswerSheet.Column;
import org.scrutineer.workbook.AnswerSheet.Table;
import org.scrutineer.workbook.AnswerStyles.Kind;

/**
 * Writes a sheet of ours as a part of somebody else's workbook, row by row. Texts stand in the cells themselves, so that
 * the workbook's shared strings keep their numbers.
 */
final class AnswerSheetXml {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final int COLUMN_PADDING = 3;

    /** In characters, of what cells of tables are set in by. */
    private static final int INDENT = 2;

    private static final int NARROWEST_TEXT = 100;
    private static final int WIDEST_TEXT = 130;
    private static final double TITLE_POINTS = 30;
    private static final double HEADING_POINTS = 28;
    private static final double LINE_POINTS = 16.5;
    private static final double ROW_PADDING = 4;
    private static final double HEADER_PADDING = 8;
    private static final double HIGHEST_ROW = 409;
    private static final int LONGEST_TEXT = 32_000;

    /** Excel's own limit for a sheet is 65,530; further cells are named without a link. */
    private static final int MOST_LINKS = 65_000;

    private final AnswerSheet sheet;
    private final AnswerStyles styles;
    private final List<PlacedTable> tables = new ArrayList<>();
    private final int[] widths;
    private final int textWidth;

    /**
     * @param first row of its header, from 1
     * @param last its last row
     */
    record PlacedTable(Table table, int first, int last) {

        String range() {
            return "A" + first + ":" + CellReference.of(last, table.columns().size());
        }
    }

    AnswerSheetXml(AnswerSheet sheet, AnswerStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
        this.widths = widths(sheet);
        int total = 0;
        for (int width : widths) {
            total += width;
        }
        this.textWidth = Math.max(NARROWEST_TEXT, Math.min(WIDEST_TEXT, total));
        int row = 1 + lines().size();
        for (Table table : sheet.tables()) {
            row += tables.isEmpty() ? 0 : 1;
            row += table.title() == null ? 0 : 1;
            int first = row + 1;
            row = first + Math.max(1, table.rows().size());
            tables.add(new PlacedTable(table, first, row));
        }
    }

    private static int[] widths(AnswerSheet sheet) {
        int columns = sheet.tables().stream()
                .mapToInt(table -> table.columns().size())
                .max()
                .orElse(1);
        int[] widths = new int[columns];
        for (Table table : sheet.tables()) {
            for (int i = 0; i < table.columns().size(); i++) {
                widths[i] = Math.max(widths[i], table.columns().get(i).width());
            }
        }
        return widths;
    }

    /** Wrapped within column A a line would be a tower above the table: each has a row of its own. */
    private List<String> lines() {
        return sheet.lines().stream()
                .flatMap(line -> TextWidth.wrap(line, textWidth).stream())
                .toList();
    }

    List<PlacedTable> tables() {
        return tables;
    }

    /** @param tableIds the ids of the relationships to the tables' parts, in their order */
    void write(OutputStream out, boolean active, List<String> tableIds) throws IOException {
        Writer xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        xml.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"" + MAIN
                + "\" xmlns:r=\"" + RELATIONSHIPS + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
                + "<sheetViews><sheetView showGridLines=\"0\"" + (active ? " tabSelected=\"1\"" : "")
                + " workbookViewId=\"0\"><selection activeCell=\"A1\" sqref=\"A1\"/></sheetView></sheetViews>"
                + "<sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int i = 0; i < widths.length; i++) {
            xml.write("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + (widths[i] + COLUMN_PADDING)
                    + "\" customWidth=\"1\"/>");
        }
        xml.write("</cols><sheetData>");
        rows(xml);
        xml.write("</sheetData>");
        if (sheet.takesAnswers()) {
            xml.write("<sheetProtection sheet=\"1\" formatCells=\"0\" formatColumns=\"0\" formatRows=\"0\"/>");
        }
        links(xml);
        xml.write("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"8\" orientation=\"landscape\" fitToHeight=\"0\"/>");
        if (!tableIds.isEmpty()) {
            xml.write("<tableParts count=\"" + tableIds.size() + "\">");
            for (String id : tableIds) {
                xml.write("<tablePart r:id=\"" + id + "\"/>");
            }
            xml.write("</tableParts>");
        }
        xml.write("</worksheet>");
        xml.flush();
    }

    private void rows(Writer xml) throws IOException {
        int row = 1;
        line(xml, row++, TITLE_POINTS, Kind.TITLE, sheet.title());
        for (String line : lines()) {
            line(xml, row++, LINE_POINTS, Kind.LINE, line);
        }
        for (PlacedTable placed : tables) {
            if (placed.table().title() != null) {
                line(
                        xml,
                        placed.first() - 1,
                        HEADING_POINTS,
                        Kind.HEADING,
                        placed.table().title());
            }
            table(xml, placed);
        }
    }

    private void line(Writer xml, int row, double points, Kind kind, String text) throws IOException {
        begin(xml, row, points);
        text(xml, row, 1, kind, text);
        xml.write("</row>");
    }

    private void table(Writer xml, PlacedTable placed) throws IOException {
        Table table = placed.table();
        int row = placed.first();
        double lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            String header = table.columns().get(i).header();
            lines = Math.max(lines, TextWidth.lines(header, widths[i] / TextWidth.BOLD));
        }
        begin(xml, row, lines * TableWriter.LINE_POINTS + HEADER_PADDING);
        for (int i = 0; i < table.columns().size(); i++) {
            text(
                    xml,
                    row,
                    i + 1,
                    isNumeric(table, i) ? Kind.NUMBER_HEADER : Kind.HEADER,
                    table.columns().get(i).header());
        }
        xml.write("</row>");
        for (List<Cell> cells : table.rows()) {
            row(xml, ++row, cells);
        }
        if (table.rows().isEmpty()) {
            line(xml, row + 1, TableWriter.LINE_POINTS + ROW_PADDING, Kind.TEXT, "None");
        }
    }

    private static boolean isNumeric(Table table, int column) {
        return !table.rows().isEmpty() && table.rows().stream().allMatch(row -> row.get(column) instanceof Cell.Number);
    }

    private void row(Writer xml, int row, List<Cell> cells) throws IOException {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            lines = Math.max(lines, TextWidth.lines(words(cells.get(i)), widths[i] - INDENT));
        }
        begin(xml, row, lines * TableWriter.LINE_POINTS + ROW_PADDING);
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            if (cell instanceof Cell.Number number) {
                xml.write("<c r=\"" + CellReference.of(row, i + 1) + "\" s=\"" + styles.of(Kind.NUMBER) + "\"><v>"
                        + number.value() + "</v></c>");
            } else {
                Kind kind =
                        cell instanceof Cell.Link ? Kind.LINK : cell instanceof Cell.Answer ? Kind.ANSWER : Kind.TEXT;
                text(xml, row, i + 1, kind, words(cell));
            }
        }
        xml.write("</row>");
    }

    private static String words(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.text();
        }
        if (cell instanceof Cell.Link link) {
            return link.text();
        }
        return cell instanceof Cell.Answer answer ? answer.text() : "";
    }

    private static void begin(Writer xml, int row, double points) throws IOException {
        xml.write(String.format(
                Locale.ROOT, "<row r=\"%d\" ht=\"%.1f\" customHeight=\"1\">", row, Math.min(HIGHEST_ROW, points)));
    }

    private void text(Writer xml, int row, int column, Kind kind, String text) throws IOException {
        xml.write("<c r=\"" + CellReference.of(row, column) + "\" s=\"" + styles.of(kind) + "\"");
        if (text.isEmpty()) {
            xml.write("/>");
            return;
        }
        String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        xml.write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + XmlTree.escaped(EscapedText.encode(shown), false)
                + "</t></is></c>");
    }

    private void links(Writer xml) throws IOException {
        int count = 0;
        for (PlacedTable placed : tables) {
            int row = placed.first();
            for (List<Cell> cells : placed.table().rows()) {
                row++;
                for (int i = 0; i < cells.size(); i++) {
                    if (cells.get(i) instanceof Cell.Link link && count < MOST_LINKS) {
                        xml.write(count++ == 0 ? "<hyperlinks>" : "");
                        xml.write("<hyperlink ref=\"" + CellReference.of(row, i + 1) + "\" location=\""
                                + XmlTree.escaped(
                                        "'" + link.sheet().replace("'", "''") + "'!" + CellNotes.cell(link.cell()),
                                        true)
                                + "\" display=\"" + XmlTree.escaped(link.text(), true) + "\"/>");
                    }
                }
            }
        }
        xml.write(count == 0 ? "" : "</hyperlinks>");
    }

    /**
     * A table's own part.
     *
     * @param id unique in the workbook
     * @param name unique in the workbook
     */
    static byte[] table(PlacedTable placed, int id, String name) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                + "<table xmlns=\"" + MAIN + "\" id=\"" + id + "\" name=\"" + name + "\" displayName=\"" + name
                + "\" ref=\"" + placed.range() + "\" totalsRowShown=\"0\"><tableColumns count=\""
                + placed.table().columns().size() + "\">");
        int column = 0;
        for (Column entry : placed.table().columns()) {
            xml.append("<tableColumn id=\"" + ++column + "\" name=\"" + XmlTree.escaped(entry.header(), true) + "\"/>");
        }
        return xml.append("</tableColumns></table>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
