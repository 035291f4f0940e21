package org.scrutineer.workbook;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyle;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCellStyles;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTFont;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTStylesheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STUnderlineValues;

/** The cell styles and fonts of one workbook, each made once, when first used. */
final class StyleBook {

    private static final String FONT = "Arial";
    private static final int SANS_SERIF = 2;
    private static final String DAY_FORMAT = "d mmm yyyy";

    /**
     * @param decimals of a number
     * @param quoted Excel shall not take the text for a formula, not even when someone edits the cell
     * @param top stands at the top of its row, whatever its look
     */
    private record Kind(Look look, int decimals, boolean quoted, boolean top) {}

    private record Letters(int points, boolean bold, boolean underlined, String ink) {}

    private final XSSFWorkbook workbook;
    private final Map<Kind, XSSFCellStyle> styles = new HashMap<>();
    private final Map<Letters, XSSFFont> fonts = new HashMap<>();
    private final Map<FormWorkbook.Format, XSSFCellStyle> entries = new EnumMap<>(FormWorkbook.Format.class);
    private final Map<FormWorkbook.Format, XSSFCellStyle> wrappedEntries = new EnumMap<>(FormWorkbook.Format.class);
    private final Map<Look, Integer> named = new EnumMap<>(Look.class);

    StyleBook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        fonts.put(letters(Look.LINE), draw(workbook.getFontAt(0), letters(Look.LINE)));
        CTCellStyle normal = cellStyles().addNewCellStyle();
        normal.setName("Normal");
        normal.setXfId(0);
        normal.setBuiltinId(0);
    }

    XSSFCellStyle text(Look look, String text, boolean top) {
        boolean quoted = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
        return styles.computeIfAbsent(new Kind(look, 0, quoted, top), this::create);
    }

    XSSFCellStyle number(int decimals, boolean top) {
        return styles.computeIfAbsent(new Kind(Look.NUMBER, decimals, false, top), this::create);
    }

    /** Of cells that are typed into. */
    XSSFCellStyle entry(FormWorkbook.Format format) {
        return entries.computeIfAbsent(format, this::entryStyle);
    }

    /** The same for a cell with a text of several lines in it. */
    XSSFCellStyle wrappedEntry(FormWorkbook.Format format) {
        return wrappedEntries.computeIfAbsent(format, wanted -> {
            XSSFCellStyle style = entryStyle(wanted);
            style.setWrapText(true);
            return style;
        });
    }

    private XSSFCellStyle entryStyle(FormWorkbook.Format format) {
        XSSFCellStyle style = create(new Kind(Look.ENTRY, 0, false, false));
        style.setDataFormat(workbook.createDataFormat().getFormat(format.code));
        return style;
    }

    private XSSFCellStyle create(Kind kind) {
        Look look = kind.look();
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(fonts.computeIfAbsent(letters(look), letters -> draw(workbook.createFont(), letters)));
        style.setAlignment(look.horizontal());
        style.setVerticalAlignment(kind.top() ? VerticalAlignment.TOP : look.vertical());
        style.setWrapText(look.wraps());
        style.setIndention((short) (look.indented() ? 1 : 0));
        if (look.fill != null) {
            style.setFillForegroundColor(new XSSFColor(argb(look.fill), null));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        if (look.inTable()) {
            style.setBorderBottom(BorderStyle.THIN);
            style.setBottomBorderColor(new XSSFColor(argb(Look.Colours.RULE), null));
        }
        if (look == Look.NUMBER) {
            String fraction = kind.decimals() == 0 ? "" : "." + "0".repeat(kind.decimals());
            style.setDataFormat(workbook.createDataFormat().getFormat("#,##0" + fraction));
        } else if (look == Look.DAY) {
            style.setDataFormat(workbook.createDataFormat().getFormat(DAY_FORMAT));
        }
        if (look.styleName != null) {
            style.getCoreXf().setXfId(named.computeIfAbsent(look, l -> name(style, l, look.styleName)));
        }
        style.setQuotePrefixed(kind.quoted());
        return style;
    }

    /** Makes the style one that Excel lists by its name, as screen readers tell a title by it. */
    private int name(XSSFCellStyle style, Look look, String styleName) {
        CTXf shared = (CTXf) style.getCoreXf().copy();
        if (shared.isSetXfId()) {
            shared.unsetXfId();
        }
        int index = workbook.getStylesSource().putCellStyleXf(shared) - 1;
        CTCellStyle entry = cellStyles().addNewCellStyle();
        entry.setName(styleName);
        entry.setXfId(index);
        entry.setBuiltinId(look.builtInStyle);
        return index;
    }

    private CTCellStyles cellStyles() {
        CTStylesheet sheet = workbook.getStylesSource().getCTStylesheet();
        return sheet.isSetCellStyles() ? sheet.getCellStyles() : sheet.addNewCellStyles();
    }

    private static Letters letters(Look look) {
        return new Letters(look.points, look.bold, look.underlined(), look.ink);
    }

    /** Sets the font's elements in the order the schema wants; POI's own setters append them in any order. */
    private static XSSFFont draw(XSSFFont font, Letters letters) {
        CTFont drawn = CTFont.Factory.newInstance();
        if (letters.bold()) {
            drawn.addNewB().setVal(true);
        }
        if (letters.underlined()) {
            drawn.addNewU().setVal(STUnderlineValues.SINGLE);
        }
        drawn.addNewSz().setVal(letters.points());
        drawn.addNewColor().setRgb(argb(letters.ink()));
        drawn.addNewName().setVal(FONT);
        drawn.addNewFamily().setVal(SANS_SERIF);
        font.getCTFont().set(drawn);
        return font;
    }

    private static byte[] argb(String colour) {
        return HexFormat.of().parseHex("FF" + colour);
    }
}
