package org.scrutineer.workbook;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.scrutineer.workbook.OutputWorkbook.Layout;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Paper;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Writes one sheet from top to bottom: title, lines, tables. */
final class SheetWriter {

    /** In characters, however narrow the tables are. */
    private static final int NARROWEST_TEXT = 90;

    /** In characters; longer lines are hard to read. */
    private static final int WIDEST_TEXT = 130;

    /** In characters, on a sheet without tables. */
    private static final int PAGE_OF_TEXT = 100;

    /** In characters: what Excel keeps free on both sides, the indent, and one for lines that it breaks early. */
    private static final int COLUMN_PADDING = 3;

    private static final int WIDEST_COLUMN = 255 - COLUMN_PADDING;
    static final double TITLE_POINTS = 30;
    private static final double HEADING_POINTS = 28;
    static final double LINE_PADDING = 2;
    private static final double GAP_BEFORE_TABLE = 10;
    private static final int WIDEST_ON_A4 = 170;
    private static final int LOWEST_FROZEN_HEADER = 12;
    private static final double MARGIN_INCHES = 0.5;

    private final XSSFSheet sheet;
    private final SheetCells cells;
    private final Layout layout;
    private int next;

    SheetWriter(XSSFSheet sheet, SheetRows rows, StyleBook styles, List<String> sheetNames, Layout layout) {
        this.sheet = sheet;
        this.layout = layout;
        this.cells = new SheetCells(sheet, rows, styles, sheetNames);
    }

    void write(Sheet content) {
        int[] widths = widths(content);
        cells.text(next, 0, Look.TITLE, content.title());
        cells.height(next++, TITLE_POINTS);
        boolean besideTables = !content.tables().isEmpty();
        int textWidth = besideTables ? textWidth(widths) : widths[0];
        content.lines().forEach(line -> write(line, textWidth, besideTables));
        int header = 0;
        for (Table table : content.tables()) {
            title(table);
            header = next;
            next = new TableWriter(cells, table, widths, layout).write(header);
            new ChartWriter(sheet, table, header).write();
        }
        show(sheet, widths);
        print(sheet, widths, layout.paper());
        boolean single = content.tables().size() == 1;
        if (single) {
            sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
        }
        if (layout.freezePanes() && besideTables) {
            // Frozen below many lines of text, headers would leave no room for the rows.
            sheet.createFreezePane(1, single && header <= LOWEST_FROZEN_HEADER ? header + 1 : 0);
        }
    }

    /** Each column as wide as the table that wants it widest; without tables one column, as wide as a page of text. */
    private static int[] widths(Sheet content) {
        int columns = content.tables().stream()
                .mapToInt(table -> table.columns().size())
                .max()
                .orElse(1);
        int[] widths = new int[columns];
        for (Table table : content.tables()) {
            for (int column = 0; column < table.columns().size(); column++) {
                int width = Math.min(WIDEST_COLUMN, table.columns().get(column).width());
                widths[column] = Math.max(widths[column], width);
            }
        }
        if (content.tables().isEmpty()) {
            widths[0] = PAGE_OF_TEXT;
        }
        return widths;
    }

    /** How far text may run over the columns to its right, which are empty beside it. */
    private static int textWidth(int[] widths) {
        int total = 0;
        for (int width : widths) {
            total += width;
        }
        return Math.max(NARROWEST_TEXT, Math.min(WIDEST_TEXT, total));
    }

    private void write(Line line, int width, boolean besideTables) {
        if (line instanceof Line.Heading heading) {
            cells.text(next, 0, Look.HEADING, heading.text());
            cells.height(next++, HEADING_POINTS);
        } else if (line instanceof Line.SheetLink link) {
            cells.link(next, 0, Look.LINE_LINK, link.text(), link.sheet());
            cells.height(next++, TableWriter.LINE_POINTS + LINE_PADDING);
        } else if (line instanceof Line.Paragraph paragraph) {
            paragraph(paragraph.text(), width, besideTables);
        }
    }

    private void paragraph(String text, int width, boolean besideTables) {
        if (!besideTables) {
            int lines = TextWidth.lines(text, width);
            cells.text(next, 0, Look.PARAGRAPH, text);
            cells.height(next++, lines * TableWriter.LINE_POINTS + LINE_PADDING);
            return;
        }
        // Wrapped within column A it would be a tower above the table: each line has a row of its own.
        for (String line : TextWidth.wrap(text, width)) {
            cells.text(next, 0, Look.LINE, line);
            cells.height(next++, TableWriter.LINE_POINTS + LINE_PADDING);
        }
    }

    private void title(Table table) {
        boolean afterLines = sheet.getTables().isEmpty();
        if (table.title() != null) {
            cells.text(next, 0, Look.HEADING, table.title());
            cells.height(next++, HEADING_POINTS);
        } else if (!afterLines) {
            // Two tables side by side would be taken for one.
            next++;
        } else if (next > 1) {
            cells.height(next - 1, TableWriter.LINE_POINTS + LINE_PADDING + GAP_BEFORE_TABLE);
        }
    }

    static void show(XSSFSheet sheet, int[] widths) {
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, (widths[column] + COLUMN_PADDING) * 256);
        }
        sheet.setDisplayGridlines(false);
        sheet.setActiveCell(CellAddress.A1);
    }

    /** On the paper that is wanted, or else on A4, or on A3 where A4 would shrink the table until nobody can read it. */
    static void print(XSSFSheet sheet, int[] widths, @Nullable Paper paper) {
        boolean wide = paper == null ? IntStream.of(widths).sum() > WIDEST_ON_A4 : paper == Paper.A3;
        XSSFPrintSetup page = sheet.getPrintSetup();
        page.setPaperSize(wide ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
        page.setLandscape(true);
        page.setFitWidth((short) 1);
        page.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        for (PageMargin margin : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM)) {
            sheet.setMargin(margin, MARGIN_INCHES);
        }
    }
}
