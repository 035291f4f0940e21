package org.scrutineer.workbook;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
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
    private final SheetRows rows;
    private final StyleBook styles;
    private final List<String> sheetNames;
    private boolean top;

    SheetCells(XSSFSheet sheet, SheetRows rows, StyleBook styles, List<String> sheetNames) {
        this.sheet = sheet;
        this.rows = rows;
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
        rows.text(row, column, styles.text(look, text, top).getIndex(), EscapedText.encode(text));
    }

    void blank(int row, int column) {
        rows.blank(row, column, styles.text(Look.TEXT, "", top).getIndex());
    }

    /** A cell to be typed into, with what stands there already: a day as {@code 2018-12-31}. */
    void entry(int row, int column, FormWorkbook.Format format, String text) {
        entry(row, column, styles.entry(format), format, text);
    }

    /** The same for a cell that is one of several lines. */
    void wrappedEntry(int row, int column, FormWorkbook.Format format, String text) {
        entry(row, column, styles.wrappedEntry(format), format, text);
    }

    private void entry(int row, int column, XSSFCellStyle style, FormWorkbook.Format format, String text) {
        if (text.isEmpty()) {
            rows.blank(row, column, style.getIndex());
        } else if (format == FormWorkbook.Format.DAY) {
            rows.number(row, column, style.getIndex(), DateUtil.getExcelDate(LocalDate.parse(text)));
        } else {
            rows.text(row, column, style.getIndex(), EscapedText.encode(text));
        }
    }

    void link(int row, int column, Look look, String text, String target) {
        if (!sheetNames.contains(target)) {
            throw refused(row, column, "a link to sheet " + target + ", which the workbook does not have");
        }
        text(row, column, look, text);
        XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + target.replace("'", "''") + "'!A1");
        link.setTooltip("Go to sheet " + target);
        link.setCellReference(new CellReference(row, column));
        sheet.addHyperlink(link);
    }

    void number(int row, int column, OutputWorkbook.Cell.Number number) {
        if (number.decimals() < 0 || number.decimals() > MOST_DECIMALS) {
            throw refused(row, column, number.decimals() + " decimals; Excel shows 0 to " + MOST_DECIMALS);
        }
        rows.number(
                row,
                column,
                styles.number(number.decimals(), top).getIndex(),
                number.value().doubleValue());
    }

    /**
     * The multiplication comes first: of whole numbers its result is exact, so that what rounds half up on paper does so
     * in a spreadsheet's binary numbers too.
     */
    void quotient(int row, int column, OutputWorkbook.Cell.Quotient quotient) {
        int decimals = quotient.printed().scale();
        String times = quotient.times() == 1 ? "" : quotient.times() + "*";
        rows.formula(
                row,
                column,
                styles.number(decimals, top).getIndex(),
                "ROUND(" + times + new CellReference(row, quotient.numerator()).formatAsString() + "/"
                        + new CellReference(row, quotient.denominator()).formatAsString() + "," + decimals + ")",
                quotient.printed().doubleValue());
    }

    void day(int row, int column, LocalDate date) {
        if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
            throw refused(
                    row, column, "the date " + date + "; Excel knows those from " + FIRST_DAY + " to " + LAST_DAY);
        }
        rows.number(row, column, styles.text(Look.DAY, "", top).getIndex(), DateUtil.getExcelDate(date));
    }

    /** @param points as far as Excel allows; further text shows when the cell is opened */
    void height(int row, double points) {
        rows.height(row, (float) Math.min(HIGHEST_ROW, points));
    }

    private IllegalArgumentException refused(int row, int column, String what) {
        String address = new CellReference(row, column).formatAsString();
        return new IllegalArgumentException("sheet " + sheet.getSheetName() + ", cell " + address + ": " + what);
    }
}
