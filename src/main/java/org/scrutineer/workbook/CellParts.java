package org.scrutineer.workbook;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** The cells of one workbook, which stand beside what POI knows of it until both become parts of the file. */
final class CellParts {

    private static final String NO_ROWS = "<sheetData/>";
    private static final String TEXTS = "xl/sharedStrings.xml";

    private final SheetTexts texts = new SheetTexts();
    private final Map<XSSFSheet, SheetRows> sheets = new LinkedHashMap<>();

    /** Where the rows of a sheet go. */
    SheetRows of(XSSFSheet sheet) {
        return sheets.computeIfAbsent(sheet, first -> new SheetRows(texts));
    }

    /** Tells POI, before it writes the parts, how far the sheets reach. */
    void tellExtents() {
        sheets.forEach((sheet, rows) -> sheet.setDimensionOverride(rows.extent()));
    }

    /**
     * Puts rows and texts where POI has written none.
     *
     * @param parts of the file, by name
     */
    void putInto(Map<String, byte[]> parts) {
        sheets.forEach((sheet, rows) -> parts.computeIfPresent(
                sheet.getPackagePart().getPartName().getName().substring(1), (name, part) -> filled(name, part, rows)));
        parts.put(TEXTS, texts.xml().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] filled(String name, byte[] part, SheetRows rows) {
        String written = new String(part, StandardCharsets.UTF_8);
        int at = written.indexOf(NO_ROWS);
        if (at < 0) {
            throw new IllegalStateException(name + " has rows already");
        }
        return (written.substring(0, at) + rows.xml() + written.substring(at + NO_ROWS.length()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
