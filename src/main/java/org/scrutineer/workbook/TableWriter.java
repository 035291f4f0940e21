package org.scrutineer.workbook;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumns;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Layout;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Writes one table, with rows as high as their text needs. */
final class TableWriter {

    static final double LINE_POINTS = 15.75;

    private static final int TALL_LINES = 4;
    private static final double ROW_PADDING = 4;
    static final double HEADER_PADDING = 8;

    private final SheetCells cells;
    private final Table table;
    private final int[] widths;
    private final Layout layout;

    /** @param widths of the sheet's columns, in characters */
    TableWriter(SheetCells cells, Table table, int[] widths, Layout layout) {
        this.layout = layout;
        this.cells = cells;
        this.table = table;
        this.widths = widths;
    }

    /** Writes the table from {@code headerRow} on and returns the row after its last, from 0. */
    int write(int headerRow) {
        int next = headerRow;
        header(next++);
        int[] lines = table.rows().stream().mapToInt(this::lines).toArray();
        // In rows that high values in the middle would look lost.
        cells.alignToTop(IntStream.of(lines).anyMatch(high -> high > TALL_LINES));
        for (int row = 0; row < lines.length; row++) {
            body(next++, table.rows().get(row), lines[row]);
        }
        if (table.rows().isEmpty()) {
            // A table of Excel has at least one row.
            none(next++);
        }
        cells.alignToTop(false);
        XSSFTable declared = declare(
                cells.sheet(),
                table.name(),
                table.columns().stream().map(Header::text).toList(),
                headerRow,
                next - 1);
        if (layout.filters()) {
            declared.getCTTable()
                    .addNewAutoFilter()
                    .setRef(declared.getCTTable().getRef());
        }
        return next;
    }

    private void header(int row) {
        int lines = 1;
        for (int column = 0; column < table.columns().size(); column++) {
            String text = table.columns().get(column).text();
            cells.text(row, column, isNumeric(column) ? Look.NUMBER_HEADER : Look.HEADER, text);
            lines = Math.max(lines, lines(text, column, TextWidth.BOLD));
        }
        cells.height(row, lines * LINE_POINTS + HEADER_PADDING);
    }

    /** Whether all that stands in the column stands to the right. */
    private boolean isNumeric(int column) {
        boolean some = false;
        for (List<Cell> row : table.rows()) {
            Cell cell = row.get(column);
            boolean number =
                    cell instanceof Cell.Number || cell instanceof Cell.Quotient || cell instanceof Cell.Shorthand;
            if (!number && !(cell instanceof Cell.Empty)) {
                return false;
            }
            some |= number;
        }
        return some;
    }

    private void body(int row, List<Cell> values, int lines) {
        for (int column = 0; column < values.size(); column++) {
            write(row, column, values.get(column));
        }
        cells.height(row, lines * LINE_POINTS + ROW_PADDING);
    }

    private void none(int row) {
        cells.text(row, 0, Look.TEXT, "None");
        for (int column = 1; column < table.columns().size(); column++) {
            cells.blank(row, column);
        }
        cells.height(row, LINE_POINTS + ROW_PADDING);
    }

    private void write(int row, int column, Cell value) {
        if (value instanceof Cell.Text text) {
            cells.text(row, column, Look.TEXT, text.text());
        } else if (value instanceof Cell.SheetLink link) {
            cells.link(row, column, Look.LINK, link.text(), link.sheet());
        } else if (value instanceof Cell.Rating rating) {
            cells.text(row, column, layout.fills() ? Look.of(rating.tone()) : Look.WORD, rating.word());
        } else if (value instanceof Cell.Number number) {
            cells.number(row, column, number);
        } else if (value instanceof Cell.Quotient quotient) {
            cells.quotient(row, column, quotient);
        } else if (value instanceof Cell.Day day) {
            cells.day(row, column, day.date());
        } else if (value instanceof Cell.Shorthand shorthand) {
            cells.text(row, column, Look.NUMBER, shorthand.text());
        } else {
            cells.blank(row, column);
        }
    }

    private int lines(List<Cell> values) {
        int lines = 1;
        for (int column = 0; column < values.size(); column++) {
            lines = Math.max(lines, lines(values.get(column), column));
        }
        return lines;
    }

    private int lines(Cell value, int column) {
        if (value instanceof Cell.Text text) {
            return lines(text.text(), column, 1);
        }
        if (value instanceof Cell.SheetLink link) {
            return lines(link.text(), column, 1);
        }
        return value instanceof Cell.Rating rating ? lines(rating.word(), column, TextWidth.BOLD) : 1;
    }

    private int lines(String text, int column, double factor) {
        return TextWidth.lines(text, widths[column] / factor);
    }

    /** Makes cells a table of Excel, whose columns are named by their headers. */
    static XSSFTable declare(XSSFSheet sheet, String name, List<String> headers, int firstRow, int lastRow) {
        XSSFTable declared = sheet.createTable(new AreaReference(
                new CellReference(firstRow, 0),
                new CellReference(lastRow, headers.size() - 1),
                SpreadsheetVersion.EXCEL2007));
        declared.setName(name);
        declared.setDisplayName(name);
        CTTableColumns columns = declared.getCTTable().getTableColumns();
        for (int column = 0; column < headers.size(); column++) {
            columns.getTableColumnArray(column)
                    .setName(EscapedText.encode(headers.get(column)).replace("\n", "_x000a_"));
        }
        return declared;
    }
}
