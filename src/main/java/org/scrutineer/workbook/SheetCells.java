package org.scrutineer.workbook;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Puts values into the cells of one sheet, refusing what Excel could not hold. Rows and columns count from 0. */
final class SheetCells {

    private static final int LONGEST_TEXT = 32_767;

    /** Before it Excel's calendar has a day that never was. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final int MOST_DECIMALS = 30;
    private static final float HIGHEST_ROW = 409;

    private final XSSFSheet sheet;
    private final StyleBook styles;
    private final List<String> sheetNames;
    private boolean top;

    SheetCells(XSSFSheet sheet, StyleBook styles, List<String> sheetNames) {
        this.sheet = sheet;
        this.styles = styles;
        this.sheetNames = sheetNames;
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /** From now on cells stand at the top of their rows, or each as its look wants it. */
    void alignToTop(boolean top) {
        this.top = top;
    }

    void text(int row, int column, Look look, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw refused(row, column, "a text of " + text.length() + " characters; Excel holds " + LONGEST_TEXT);
        }
        XSSFCell cell = cell(row, column);
        cell.setCellValue(EscapedText.encode(text));
        cell.setCellStyle(styles.text(look, text, top));
    }

    void blank(int row, int column) {
        cell(row, column).setCellStyle(styles.text(Look.TEXT, "", top));
    }

    /** A cell to be typed into, with what stands there already: a day as {@code 2018-12-31}. */
    void entry(int row, int column, FormWorkbook.Format format, String text) {
        XSSFCell cell = cell(row, column);
        if (!text.isEmpty() && format == FormWorkbook.Format.DAY) {
            cell.setCellValue(LocalDate.parse(text));
        } else if (!text.isEmpty()) {
            cell.setCellValue(EscapedText.encode(text));
        }
        cell.setCellStyle(styles.entry(format));
    }

    /** The same for a cell that is one of several lines. */
    void wrappedEntry(int row, int column, FormWorkbook.Format format, String text) {
        entry(row, column, format, text);
        cell(row, column).setCellStyle(styles.wrappedEntry(format));
    }

    void link(int row, int column, Look look, String text, String target) {
        if (!sheetNames.contains(target)) {
            throw refused(row, column, "a link to sheet " + target + ", which the workbook does not have");
        }
        text(row, column, look, text);
        XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + target.replace("'", "''") + "'!A1");
        link.setTooltip("Go to sheet " + target);
        cell(row, column).setHyperlink(link);
    }

    void number(int row, int column, OutputWorkbook.Cell.Number number) {
        if (number.decimals() < 0 || number.decimals() > MOST_DECIMALS) {
            throw refused(row, column, number.decimals() + " decimals; Excel shows 0 to " + MOST_DECIMALS);
        }
        XSSFCell cell = cell(row, column);
        cell.setCellValue(number.value().doubleValue());
        cell.setCellStyle(styles.number(number.decimals(), top));
    }

    /**
     * The multiplication comes first: of whole numbers its result is exact, so that what rounds half up on paper does so
     * in a spreadsheet's binary numbers too.
     */
    void quotient(int row, int column, OutputWorkbook.Cell.Quotient quotient) {
        int decimals = quotient.printed().scale();
        String times = quotient.times() == 1 ? "" : quotient.times() + "*";
        XSSFCell cell = cell(row, column);
        cell.setCellFormula("ROUND(" + times + new CellReference(row, quotient.numerator()).formatAsString() + "/"
                + new CellReference(row, quotient.denominator()).formatAsString() + "," + decimals + ")");
        cell.setCellValue(quotient.printed().doubleValue());
        cell.setCellStyle(styles.number(decimals, top));
    }

    void day(int row, int column, LocalDate date) {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            throw refused(
                    row, column, "the date " + date + "; Excel knows those from " + FIRST_DAY + " to " + LAST_DAY);
        }
        XSSFCell cell = cell(row, column);
        cell.setCellValue(date);
        cell.setCellStyle(styles.text(Look.DAY, "", top));
    }

    /** @param points as far as Excel allows; further text shows when the cell is opened */
    void height(int row, double points) {
        row(row).setHeightInPoints((float) Math.min(HIGHEST_ROW, points));
    }

    private XSSFCell cell(int row, int column) {
        XSSFCell cell = row(row).getCell(column);
        return cell == null ? row(row).createCell(column) : cell;
    }

    private XSSFRow row(int index) {
        XSSFRow row = sheet.getRow(index);
        return row == null ? sheet.createRow(index) : row;
    }

    private IllegalArgumentException refused(int row, int column, String what) {
        String address = new CellReference(row, column).formatAsString();
        return new IllegalArgumentException("sheet " + sheet.getSheetName() + ", cell " + address + ": " + what);
    }
}
