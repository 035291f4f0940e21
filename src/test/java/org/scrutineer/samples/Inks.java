package org.scrutineer.samples;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;

/** The cell styles of one workbook, each made once. */
final class Inks {

    private final XSSFWorkbook workbook;
    private final HouseStyle style;
    private final Map<String, CellStyle> byFormat = new HashMap<>();
    private final CellStyle header;
    private final CellStyle title;

    Inks(XSSFWorkbook workbook, HouseStyle style) {
        this.workbook = workbook;
        this.style = style;
        workbook.getFontAt(0).setFontName(style.font());
        workbook.getFontAt(0).setFontHeightInPoints((short) 10);
        this.title = titleStyle();
        this.header = headerStyle();
    }

    private CellStyle titleStyle() {
        CellStyle bold = workbook.createCellStyle();
        bold.setFont(font(13, IndexedColors.BLACK));
        return bold;
    }

    private CellStyle headerStyle() {
        XSSFCellStyle filled = workbook.createCellStyle();
        filled.setFont(font(10, style.lightText() ? IndexedColors.WHITE : IndexedColors.BLACK));
        filled.setFillForegroundColor(new XSSFColor(HexFormat.of().parseHex("FF" + style.colour())));
        filled.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        filled.setWrapText(true);
        filled.setVerticalAlignment(VerticalAlignment.CENTER);
        border(filled);
        return filled;
    }

    /** POI writes what is set in the order it was set, and the schema allows only this one: so from nothing. */
    private XSSFFont font(int points, IndexedColors colour) {
        XSSFFont font = workbook.createFont();
        font.getCTFont().set(CTFont.Factory.newInstance());
        font.setBold(true);
        font.setFontHeightInPoints((short) points);
        font.setColor(colour.getIndex());
        font.setFontName(style.font());
        return font;
    }

    private static void border(CellStyle cell) {
        cell.setBorderBottom(BorderStyle.THIN);
        cell.setBorderTop(BorderStyle.THIN);
        cell.setBorderLeft(BorderStyle.THIN);
        cell.setBorderRight(BorderStyle.THIN);
    }

    CellStyle header() {
        return header;
    }

    CellStyle title() {
        return title;
    }

    /** A cell of the body with this number format, in the borders of the house. */
    CellStyle body(String format) {
        return byFormat.computeIfAbsent(format, wanted -> {
            CellStyle body = workbook.createCellStyle();
            body.setDataFormat(workbook.createDataFormat().getFormat(wanted));
            if (style.grid()) {
                border(body);
            }
            return body;
        });
    }
}
