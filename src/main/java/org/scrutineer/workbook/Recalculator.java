package org.scrutineer.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.poi.hssf.usermodel.HSSFEvaluationWorkbook;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationWorkbook;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.BoolEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.NumericValueEval;
import org.apache.poi.ss.formula.eval.StringEval;
import org.apache.poi.ss.formula.eval.StringValueEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.apache.poi.util.LocaleUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Calculates a workbook's formulas by POI's evaluator and compares the results with those in the file. What POI does not
 * know or gets wrong is left out: a difference that is told is to be one. The whole workbook is in memory meanwhile.
 */
final class Recalculator {

    static final int MOST_TOLD = 200;

    /** Excel stores 17 digits, and POI adds up in another order; below 1 it is as good as 0. */
    private static final double TOLERANCE = 1e-9;

    private static final int LONGEST_SHOWN = 255;

    private final Workbook workbook;
    private final boolean from1904;
    private final EvaluationWorkbook cells;
    private final RepeatableFormulas formulas;
    private final WorkbookEvaluator evaluator;
    private final DataFormatter format = new DataFormatter(Locale.UK);
    private final List<Recalculation.Differing> told = new ArrayList<>();
    private long differing;
    private long recalculated;
    private long leftOut;

    private Recalculator(Workbook workbook, EvaluationWorkbook cells, boolean from1904) {
        this.workbook = workbook;
        this.from1904 = from1904;
        this.cells = cells;
        this.formulas = new RepeatableFormulas(cells, from1904);
        this.evaluator = new WorkbookEvaluator(formulas, null, null);
    }

    static Recalculation.Done recalculate(XSSFWorkbook workbook) {
        return new Recalculator(workbook, XSSFEvaluationWorkbook.create(workbook), workbook.isDate1904()).all();
    }

    static Recalculation.Done recalculate(HSSFWorkbook workbook) {
        boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        return new Recalculator(workbook, HSSFEvaluationWorkbook.create(workbook), from1904).all();
    }

    private Recalculation.Done all() {
        // The functions that write and read numbers and dates go by these.
        LocaleUtil.setUserLocale(Locale.UK);
        LocaleUtil.setUserTimeZone(TimeZone.getTimeZone("UTC"));
        for (int sheet = 0; sheet < workbook.getNumberOfSheets(); sheet++) {
            for (Row row : workbook.getSheetAt(sheet)) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        compare(sheet, cell);
                    }
                }
            }
        }
        return new Recalculation.Done(told, differing, recalculated, leftOut);
    }

    private void compare(int sheet, Cell cell) {
        ValueEval stored = stored(cell);
        ValueEval result = result(cells.getSheet(sheet).getCell(cell.getRowIndex(), cell.getColumnIndex()));
        if (stored == null || result == null) {
            leftOut++;
            return;
        }
        recalculated++;
        if (isSame(stored, result)) {
            return;
        }
        differing++;
        if (told.size() < MOST_TOLD) {
            String before = shown(stored, cell.getCellStyle());
            String now = shown(result, cell.getCellStyle());
            boolean alike = before.equals(now);
            told.add(new Recalculation.Differing(
                    workbook.getSheetName(sheet),
                    cell.getAddress().formatAsString(),
                    alike ? cut(exact(stored)) : before,
                    alike ? cut(exact(result)) : now));
        }
    }

    /** What the file holds; null where it holds nothing, or something POI does not know. */
    private static @Nullable ValueEval stored(Cell cell) {
        try {
            return switch (cell.getCachedFormulaResultType()) {
                case NUMERIC -> hasNumber(cell) ? new NumberEval(cell.getNumericCellValue()) : null;
                case STRING -> new StringEval(cell.getRichStringCellValue().getString());
                case BOOLEAN -> BoolEval.valueOf(cell.getBooleanCellValue());
                case ERROR -> ErrorEval.valueOf(cell.getErrorCellValue());
                default -> null;
            };
        } catch (RuntimeException newerThanPoi) {
            return null;
        }
    }

    /** POI takes a cell without a result for one with 0. */
    private static boolean hasNumber(Cell cell) {
        if (cell instanceof XSSFCell today) {
            String raw = today.getRawValue();
            return raw != null && !raw.isBlank();
        }
        return true;
    }

    /** What the formula gives; null where that cannot be told. */
    private @Nullable ValueEval result(EvaluationCell cell) {
        try {
            ValueEval result = evaluator.evaluate(cell);
            if (result == ErrorEval.CIRCULAR_REF_ERROR || result == ErrorEval.NAME_INVALID) {
                formulas.leaveOut(cell);
                return null;
            }
            return result;
        } catch (RuntimeException cannotBeCalculated) {
            // POI throws all kinds of them for functions, references and shapes of formulas it has nothing for.
            formulas.leaveOut(cell);
            return null;
        }
    }

    private static boolean isSame(ValueEval stored, ValueEval result) {
        if (stored instanceof NumberEval number && result instanceof NumberEval other) {
            double before = number.getNumberValue();
            double now = other.getNumberValue();
            return Math.abs(before - now) <= TOLERANCE * Math.max(1, Math.max(Math.abs(before), Math.abs(now)));
        }
        return stored.getClass().equals(result.getClass()) && exact(stored).equals(exact(result));
    }

    private String shown(ValueEval value, CellStyle style) {
        if (value instanceof NumberEval number) {
            return cut(format.formatRawCellContents(
                    number.getNumberValue(), style.getDataFormat(), style.getDataFormatString(), from1904));
        }
        return value instanceof StringEval text ? cut(text.getStringValue()) : exact(value);
    }

    /** So that values of other kinds or digits are told apart. */
    private static String exact(ValueEval value) {
        if (value instanceof ErrorEval error) {
            return error.getErrorString();
        }
        if (value instanceof NumericValueEval number && !(value instanceof BoolEval)) {
            return NumberToTextConverter.toText(number.getNumberValue());
        }
        String text = ((StringValueEval) value).getStringValue();
        return value instanceof BoolEval ? text : "\"" + text + "\"";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "\u2026";
    }
}
