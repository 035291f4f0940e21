package org.scrutineer.workbook;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.EvaluationWorkbook;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.jspecify.annotations.Nullable;

/**
 * A workbook as POI's evaluator sees it, in which a formula whose result cannot be repeated is one that cannot be
 * calculated; and so is every formula that depends on it.
 */
final class RepeatableFormulas implements EvaluationWorkbook {

    /** Their result is another at each calculation, or tells something of the program. */
    private static final Set<String> VOLATILE =
            Set.of("TODAY", "NOW", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT", "CELL", "INFO");

    /** They take numbers for days, which POI counts from 1900 in every workbook. */
    private static final Set<String> OF_DAYS = Set.of(
            "DATE",
            "DATEDIF",
            "DATEVALUE",
            "DAY",
            "DAYS",
            "DAYS360",
            "EDATE",
            "EOMONTH",
            "ISOWEEKNUM",
            "MONTH",
            "NETWORKDAYS",
            "NETWORKDAYS.INTL",
            "TEXT",
            "VALUE",
            "WEEKDAY",
            "WEEKNUM",
            "WORKDAY",
            "WORKDAY.INTL",
            "YEAR",
            "YEARFRAC");

    /** Names may stand for names; deeper than this nobody means it. */
    private static final int DEEPEST_NAME = 20;

    private final EvaluationWorkbook workbook;
    private final boolean from1904;
    private final Set<Object> leftOut = new HashSet<>();

    RepeatableFormulas(EvaluationWorkbook workbook, boolean from1904) {
        this.workbook = workbook;
        this.from1904 = from1904;
    }

    /** Spares what depends on a cell from trying it again. */
    void leaveOut(EvaluationCell cell) {
        leftOut.add(cell.getIdentityKey());
    }

    /** @throws NotImplementedException where the formula is left out */
    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        if (leftOut.contains(cell.getIdentityKey())) {
            throw new NotImplementedException("left out before");
        }
        Ptg[] tokens = workbook.getFormulaTokens(cell);
        if (!areRepeatable(tokens, 0)) {
            throw new NotImplementedException("not to be repeated");
        }
        return tokens;
    }

    private boolean areRepeatable(Ptg[] tokens, int depth) {
        return depth < DEEPEST_NAME && Arrays.stream(tokens).allMatch(token -> isRepeatable(token, depth));
    }

    private boolean isRepeatable(Ptg token, int depth) {
        if (token instanceof NamePtg ptg) {
            EvaluationName name = workbook.getName(ptg);
            return !name.hasFormula() || areRepeatable(name.getNameDefinition(), depth + 1);
        }
        String function = function(token);
        return function == null || !(VOLATILE.contains(function) || (from1904 && OF_DAYS.contains(function)));
    }

    private @Nullable String function(Ptg token) {
        String name = null;
        if (token instanceof AbstractFunctionPtg function && !function.isExternalFunction()) {
            name = function.getName();
        } else if (token instanceof NameXPxg added) {
            name = added.getNameName();
        } else if (token instanceof NameXPtg added) {
            name = workbook.resolveNameXText(added);
        }
        return name == null ? null : name.toUpperCase(Locale.ROOT).replace("_XLFN.", "");
    }

    @Override
    public String getSheetName(int sheet) {
        return workbook.getSheetName(sheet);
    }

    @Override
    public int getSheetIndex(EvaluationSheet sheet) {
        return workbook.getSheetIndex(sheet);
    }

    @Override
    public int getSheetIndex(String name) {
        return workbook.getSheetIndex(name);
    }

    @Override
    public EvaluationSheet getSheet(int sheet) {
        return workbook.getSheet(sheet);
    }

    @Override
    public ExternalSheet getExternalSheet(int reference) {
        return workbook.getExternalSheet(reference);
    }

    @Override
    public ExternalSheet getExternalSheet(String first, String last, int other) {
        return workbook.getExternalSheet(first, last, other);
    }

    @Override
    public int convertFromExternSheetIndex(int reference) {
        return workbook.convertFromExternSheetIndex(reference);
    }

    @Override
    public ExternalName getExternalName(int reference, int name) {
        return workbook.getExternalName(reference, name);
    }

    @Override
    public ExternalName getExternalName(String name, String sheet, int other) {
        return workbook.getExternalName(name, sheet, other);
    }

    @Override
    public EvaluationName getName(NamePtg name) {
        return workbook.getName(name);
    }

    @Override
    public EvaluationName getName(String name, int sheet) {
        return workbook.getName(name, sheet);
    }

    @Override
    public String resolveNameXText(NameXPtg name) {
        return workbook.resolveNameXText(name);
    }

    @Override
    public UDFFinder getUDFFinder() {
        return workbook.getUDFFinder();
    }

    @Override
    public SpreadsheetVersion getSpreadsheetVersion() {
        return workbook.getSpreadsheetVersion();
    }

    @Override
    public void clearAllCachedResultValues() {
        workbook.clearAllCachedResultValues();
    }
}
