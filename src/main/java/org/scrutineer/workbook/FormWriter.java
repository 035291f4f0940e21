package org.scrutineer.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.scrutineer.workbook.FormWorkbook.Check;
import org.scrutineer.workbook.FormWorkbook.Column;
import org.scrutineer.workbook.FormWorkbook.Cover;
import org.scrutineer.workbook.FormWorkbook.Entry;
import org.scrutineer.workbook.FormWorkbook.Field;
import org.scrutineer.workbook.FormWorkbook.Format;
import org.scrutineer.workbook.FormWorkbook.Grid;

/** Draws a form: what is typed into, what is chosen from, and what is read. */
final class FormWriter {

    /** Excel's own limits of the message beside a cell and of its title. */
    private static final int LONGEST_PROMPT = 255;

    private static final int LONGEST_PROMPT_TITLE = 32;

    private static final int LABEL_WIDTH = 26;
    private static final int VALUE_WIDTH = 46;
    private static final int NOTE_WIDTH = 80;
    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();

    /** Beyond any number that Excel keeps to its last digit. */
    private static final BigDecimal BEYOND = BigDecimal.TEN.pow(15);

    private final XSSFWorkbook workbook;
    private final CellParts parts;
    private final StyleBook styles;
    private final List<String> names = new ArrayList<>();

    FormWriter(XSSFWorkbook workbook, CellParts parts) {
        this.workbook = workbook;
        this.parts = parts;
        this.styles = new StyleBook(workbook);
    }

    void write(FormWorkbook form) {
        names.add(form.cover().sheet());
        form.grids().forEach(grid -> names.add(grid.sheet()));
        form.readings().forEach(reading -> names.add(reading.name()));
        names.forEach(workbook::createSheet);
        cover(form.cover());
        form.grids().forEach(this::grid);
        for (OutputWorkbook.Sheet reading : form.readings()) {
            XSSFSheet sheet = workbook.getSheet(reading.name());
            new SheetWriter(sheet, parts.of(sheet), styles, names, OutputWorkbook.Layout.ACCESSIBLE).write(reading);
            sheet.getTables().forEach(table -> nameFirstColumn(sheet, table));
        }
    }

    private void cover(Cover cover) {
        XSSFSheet sheet = workbook.getSheet(cover.sheet());
        var cells = new SheetCells(sheet, parts.of(sheet), styles, names);
        cells.text(0, 0, Look.TITLE, cover.title());
        cells.height(0, SheetWriter.TITLE_POINTS);
        int row = 1;
        for (Field field : cover.fields()) {
            cells.text(row, 0, Look.LABEL, field.label());
            cells.text(row, 2, Look.PARAGRAPH, field.note());
            cells.entry(row, 1, field.entry().format(), field.value());
            int lines = TextWidth.lines(field.note(), NOTE_WIDTH);
            cells.height(row, lines * TableWriter.LINE_POINTS + SheetWriter.LINE_PADDING * 2);
            check(sheet, new CellRangeAddress(row, row, 1, 1), field.label(), field.entry());
            row++;
        }
        SheetWriter.show(sheet, new int[] {LABEL_WIDTH, VALUE_WIDTH, NOTE_WIDTH});
        SheetWriter.print(sheet, new int[] {LABEL_WIDTH, VALUE_WIDTH, NOTE_WIDTH}, null);
        sheet.setDisplayGridlines(true);
    }

    private void grid(Grid grid) {
        XSSFSheet sheet = workbook.getSheet(grid.sheet());
        var cells = new SheetCells(sheet, parts.of(sheet), styles, names);
        int[] widths = grid.columns().stream().mapToInt(Column::width).toArray();
        cells.text(0, 0, Look.TITLE, grid.title());
        cells.height(0, SheetWriter.TITLE_POINTS);
        int row = 1;
        for (String line : grid.lines()) {
            cells.text(row, 0, Look.LINE, line);
            cells.height(row++, TableWriter.LINE_POINTS + SheetWriter.LINE_PADDING);
        }
        int lines = 1;
        int header = row + 1;
        for (int column = 0; column < widths.length; column++) {
            Column wanted = grid.columns().get(column);
            cells.text(row, column, Look.DEMAND, wanted.demand());
            cells.text(header, column, Look.HEADER, wanted.header());
            lines = Math.max(lines, TextWidth.lines(wanted.header(), widths[column] / TextWidth.BOLD));
            sheet.setDefaultColumnStyle(column, styles.entry(wanted.entry().format()));
            check(sheet, new CellRangeAddress(header + 1, LAST_ROW, column, column), wanted.header(), wanted.entry());
        }
        ignoreNumbersAsText(sheet, grid.columns(), header + 1);
        cells.height(header, lines * TableWriter.LINE_POINTS + TableWriter.HEADER_PADDING);
        int next = header + 1;
        for (List<String> values : grid.rows()) {
            row(cells, next++, grid.columns(), values);
        }
        // A table grows with what is typed below it, and what is typed into it is named by its header for screen
        // readers.
        TableWriter.declare(
                sheet,
                grid.table(),
                grid.columns().stream().map(Column::header).toList(),
                header,
                Math.max(next - 1, header + 1));
        sheet.createFreezePane(1, header + 1);
        SheetWriter.show(sheet, widths);
        SheetWriter.print(sheet, widths, null);
        sheet.setRepeatingRows(new CellRangeAddress(header, header, -1, -1));
        sheet.setDisplayGridlines(true);
    }

    /** A case number such as 00123 is meant to be text. Columns side by side are told in one range. */
    private static void ignoreNumbersAsText(XSSFSheet sheet, List<Column> columns, int firstRow) {
        int first = 0;
        while (first < columns.size()) {
            int next = first;
            while (next < columns.size() && columns.get(next).entry().format() == Format.TEXT) {
                next++;
            }
            if (next > first) {
                sheet.addIgnoredErrors(
                        new CellRangeAddress(firstRow, LAST_ROW, first, next - 1),
                        IgnoredErrorType.NUMBER_STORED_AS_TEXT);
            }
            first = next + 1;
        }
    }

    private static void row(SheetCells cells, int row, List<Column> columns, List<String> values) {
        int lines = 1;
        for (int column = 0; column < columns.size(); column++) {
            Format format = columns.get(column).entry().format();
            cells.wrappedEntry(row, column, format, values.get(column));
            if (format == Format.TEXT) {
                lines = Math.max(
                        lines,
                        TextWidth.lines(values.get(column), columns.get(column).width()));
            }
        }
        cells.height(row, lines * TableWriter.LINE_POINTS + SheetWriter.LINE_PADDING);
    }

    /** Lets a check refer to a list on another sheet, which a long or comma-separated list has to be. */
    private void nameFirstColumn(XSSFSheet sheet, XSSFTable table) {
        XSSFName name = workbook.createName();
        name.setNameName(listOf(table.getName()));
        name.setRefersToFormula("'" + sheet.getSheetName().replace("'", "''") + "'!"
                + new AreaReference(
                                new CellReference(table.getStartRowIndex() + 1, table.getStartColIndex(), true, true),
                                new CellReference(table.getEndRowIndex(), table.getStartColIndex(), true, true),
                                SpreadsheetVersion.EXCEL2007)
                        .formatAsString());
    }

    private static String listOf(String table) {
        return "choices_" + table;
    }

    private static void check(XSSFSheet sheet, CellRangeAddress cells, String title, Entry entry) {
        var helper = new XSSFDataValidationHelper(sheet);
        DataValidation validation = helper.createValidation(
                constraint(entry.check()),
                new CellRangeAddressList(
                        cells.getFirstRow(), cells.getLastRow(), cells.getFirstColumn(), cells.getLastColumn()));
        String prompt = shortened(entry.prompt(), LONGEST_PROMPT);
        String heading = shortened(title, LONGEST_PROMPT_TITLE);
        validation.setEmptyCellAllowed(true);
        validation.createPromptBox(heading, prompt);
        validation.setShowPromptBox(true);
        if (!(entry.check() instanceof Check.None)) {
            validation.createErrorBox(heading, prompt);
            validation.setErrorStyle(
                    isStrict(entry.check()) ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.WARNING);
            validation.setShowErrorBox(true);
        }
        if (entry.check() instanceof Check.OneOf) {
            // POI writes Excel's flag the way Excel does: it stands for "do not show the arrow".
            validation.setSuppressDropDownArrow(true);
        }
        sheet.addValidationData(validation);
    }

    private static boolean isStrict(Check check) {
        if (check instanceof Check.OneOf chosen) {
            return chosen.strict();
        }
        if (check instanceof Check.Between days) {
            return days.strict();
        }
        return check instanceof Check.Within numbers && numbers.strict();
    }

    private static XSSFDataValidationConstraint constraint(Check check) {
        if (check instanceof Check.OneOf chosen) {
            return new XSSFDataValidationConstraint(ValidationType.LIST, listOf(chosen.table()));
        }
        if (check instanceof Check.Between days) {
            // To the end of the last day, as a moment may be asked for.
            return new XSSFDataValidationConstraint(
                    ValidationType.DATE,
                    OperatorType.BETWEEN,
                    serial(DateUtil.getExcelDate(days.first())),
                    serial(DateUtil.getExcelDate(days.last().atTime(23, 59))));
        }
        if (check instanceof Check.Within numbers) {
            return new XSSFDataValidationConstraint(
                    numbers.whole() ? ValidationType.INTEGER : ValidationType.DECIMAL,
                    OperatorType.BETWEEN,
                    (numbers.min() == null ? BEYOND.negate() : numbers.min()).toPlainString(),
                    (numbers.max() == null ? BEYOND : numbers.max()).toPlainString());
        }
        return new XSSFDataValidationConstraint(ValidationType.ANY, null);
    }

    private static String serial(double day) {
        return new BigDecimal(day)
                .setScale(5, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
