package org.scrutineer.workbook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.hpsf.SummaryInformation;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFName;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A workbook of Excel 97 to 2003 as POI holds it, written as a package. */
final class OldWorkbook {

    private static final int LAST_COLUMN = 256;

    /** Number formats from here on are the workbook's own; those before mean the same in every workbook. */
    private static final int FIRST_OWN_FORMAT = 164;

    private static final String FILTER_RANGE = "_FilterDatabase";
    private static final Pattern TEXT_IN_FORMULA = Pattern.compile("\"[^\"]*\"");

    /** Tells {@link CellEvents} that a formula looks into another workbook. */
    private static final String INTO_ANOTHER_WORKBOOK = "[1]";

    private final HSSFWorkbook workbook;
    private final @Nullable SummaryInformation properties;

    /** @param properties what the file says of itself; null where it has none */
    OldWorkbook(HSSFWorkbook workbook, @Nullable SummaryInformation properties) {
        this.workbook = workbook;
        this.properties = properties;
    }

    void write(ScratchPackage target) throws IOException {
        List<ScratchPackage.Sheet> sheets = new ArrayList<>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            boolean hidden = workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i);
            sheets.add(new ScratchPackage.Sheet(workbook.getSheetName(i), hidden));
        }
        List<Integer> formats = new ArrayList<>();
        Map<Integer, String> codes = new TreeMap<>();
        for (int i = 0; i < workbook.getNumCellStyles(); i++) {
            HSSFCellStyle style = workbook.getCellStyleAt(i);
            int format = Short.toUnsignedInt(style.getDataFormat());
            formats.add(format);
            if (format >= FIRST_OWN_FORMAT) {
                codes.put(format, style.getDataFormatString());
            }
        }
        boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
        target.begin(sheets, from1904 ? DateSystem.FROM_1904 : DateSystem.FROM_1900, formats, codes);
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            HSSFSheet sheet = workbook.getSheetAt(i);
            target.sheet(facts(sheet, i), pen -> rows(sheet, pen));
        }
        if (properties != null && properties.getLastSaveDateTime() != null) {
            target.lastSaved(properties.getLastSaveDateTime().toInstant());
        }
    }

    private SheetFacts facts(HSSFSheet sheet, int index) {
        List<SheetFacts.Columns> hidden = new ArrayList<>();
        for (int column = 1; column <= LAST_COLUMN; column++) {
            if (sheet.isColumnHidden(column - 1)) {
                int first = column;
                while (column < LAST_COLUMN && sheet.isColumnHidden(column)) {
                    column++;
                }
                hidden.add(new SheetFacts.Columns(first, column));
            }
        }
        List<String> merged = sheet.getMergedRegions().stream()
                .map(CellRangeAddress::formatAsString)
                .toList();
        return new SheetFacts(hidden, merged, filter(index));
    }

    private @Nullable String filter(int sheet) {
        for (HSSFName name : workbook.getAllNames()) {
            if (name.getSheetIndex() == sheet && name.getNameName().endsWith(FILTER_RANGE)) {
                String range = name.getRefersToFormula();
                return range == null
                        ? null
                        : range.substring(range.lastIndexOf('!') + 1).replace("$", "");
            }
        }
        return null;
    }

    private static void rows(HSSFSheet sheet, ScratchPackage.SheetPen pen) throws XMLStreamException {
        for (Row row : sheet) {
            pen.row(row.getRowNum() + 1, row.getZeroHeight());
            for (Cell cell : row) {
                cell((HSSFCell) cell, pen);
            }
        }
    }

    private static void cell(HSSFCell cell, ScratchPackage.SheetPen pen) throws XMLStreamException {
        boolean calculated = cell.getCellType() == CellType.FORMULA;
        String formula = !calculated ? null : looksIntoAnotherWorkbook(cell) ? INTO_ANOTHER_WORKBOOK : "";
        CellType type = calculated ? cell.getCachedFormulaResultType() : cell.getCellType();
        String value = switch (type) {
            case NUMERIC -> String.valueOf(cell.getNumericCellValue());
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "1" : "0";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> null;
        };
        if (value == null && formula == null) {
            return;
        }
        pen.cell(
                cell.getAddress().formatAsString(),
                switch (type) {
                    case STRING -> "str";
                    case BOOLEAN -> "b";
                    case ERROR -> "e";
                    default -> "n";
                },
                cell.getCellStyle().getIndex(),
                formula,
                value);
    }

    private static boolean looksIntoAnotherWorkbook(HSSFCell cell) {
        try {
            String formula = TEXT_IN_FORMULA.matcher(cell.getCellFormula()).replaceAll("");
            return formula.contains("[");
        } catch (FormulaParseException | IllegalStateException | UnsupportedOperationException cannotBeWorded) {
            // Whatever POI knows no words for (array constants, macros) is of this workbook: names of others it knows.
            return false;
        }
    }
}
