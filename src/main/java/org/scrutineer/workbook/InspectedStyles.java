package org.scrutineer.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.workbook.InspectedWorkbook.Side;
import org.scrutineer.workbook.InspectedWorkbook.Style;
import org.scrutineer.workbook.XmlTree.Element;

/** What cells look like, by the number of their style. */
final class InspectedStyles {

    /** Where a workbook names no font: what Excel then takes. */
    private static final Font DEFAULT_FONT = new Font("Calibri", 11, false, false, false, false, Colours.BLACK);

    private static final Style DEFAULT = style(DEFAULT_FONT, null, false, Side.BY_CONTENT, "General", false);

    /** Number formats that have a number only (ECMA-376 part 1, 18.8.30), those that are no dates. */
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(0, "General"),
            Map.entry(1, "0"),
            Map.entry(2, "0.00"),
            Map.entry(3, "#,##0"),
            Map.entry(4, "#,##0.00"),
            Map.entry(9, "0%"),
            Map.entry(10, "0.00%"),
            Map.entry(11, "0.00E+00"),
            Map.entry(12, "# ?/?"),
            Map.entry(13, "# ??/??"),
            Map.entry(37, "#,##0;(#,##0)"),
            Map.entry(38, "#,##0;[Red](#,##0)"),
            Map.entry(39, "#,##0.00;(#,##0.00)"),
            Map.entry(40, "#,##0.00;[Red](#,##0.00)"),
            Map.entry(48, "##0.0E+0"),
            Map.entry(49, "@"));

    private static final String SOME_DATE = "d/m/yyyy";

    private record Font(
            String name,
            double points,
            boolean bold,
            boolean italic,
            boolean underlined,
            boolean raised,
            @Nullable String ink) {}

    private final List<Style> styles = new ArrayList<>();

    private InspectedStyles() {}

    /** @param sheet the part with the styles; null where the workbook has none */
    static InspectedStyles of(@Nullable Element sheet, Colours colours) {
        InspectedStyles read = new InspectedStyles();
        if (sheet == null) {
            return read;
        }
        List<Font> fonts = list(sheet, "fonts", "font").stream()
                .map(font -> font(font, colours))
                .toList();
        List<@Nullable String> fills = new ArrayList<>();
        list(sheet, "fills", "fill").forEach(fill -> fills.add(fill(fill, colours)));
        Map<Integer, String> formats = new HashMap<>(BUILT_IN);
        list(sheet, "numFmts", "numFmt")
                .forEach(format -> formats.put(number(format.get("numFmtId")), text(format.get("formatCode"))));
        for (Element format : list(sheet, "cellXfs", "xf")) {
            read.styles.add(style(
                    at(fonts, number(format.get("fontId")), DEFAULT_FONT),
                    at(fills, number(format.get("fillId")), null),
                    wraps(format),
                    side(format),
                    code(number(format.get("numFmtId")), formats),
                    XmlPart.isTrue(format.get("quotePrefix"))));
        }
        return read;
    }

    /** @param number as a cell names it; null for the first */
    Style at(@Nullable String number) {
        return at(styles, number(number), DEFAULT);
    }

    private static Style style(
            Font font, @Nullable String fill, boolean wraps, Side side, String format, boolean quoted) {
        return new Style(
                font.name,
                font.points,
                font.bold,
                font.italic,
                font.underlined,
                font.raised,
                font.ink,
                fill,
                wraps,
                side,
                format,
                quoted);
    }

    private static Font font(Element font, Colours colours) {
        Element name = font.child("name");
        Element size = font.child("sz");
        Element raised = font.child("vertAlign");
        Element ink = font.child("color");
        return new Font(
                name == null ? DEFAULT_FONT.name : text(name.get("val")),
                size == null ? DEFAULT_FONT.points : Colours.decimal(size.get("val"), DEFAULT_FONT.points),
                isOn(font, "b"),
                isOn(font, "i"),
                font.child("u") != null && !"none".equals(font.child("u").get("val")),
                raised != null && !"baseline".equals(raised.get("val")),
                ink == null ? Colours.BLACK : colours.of(ink));
    }

    private static boolean isOn(Element font, String name) {
        Element flag = font.child(name);
        return flag != null && (flag.get("val") == null || XmlPart.isTrue(flag.get("val")));
    }

    private static @Nullable String fill(Element fill, Colours colours) {
        Element pattern = fill.child("patternFill");
        if (pattern == null || !"solid".equals(pattern.get("patternType"))) {
            return null;
        }
        Element colour = pattern.child("fgColor");
        return colour == null ? null : colours.of(colour);
    }

    private static boolean wraps(Element format) {
        Element alignment = format.child("alignment");
        return alignment != null && XmlPart.isTrue(alignment.get("wrapText"));
    }

    private static Side side(Element format) {
        Element alignment = format.child("alignment");
        String horizontal = alignment == null ? null : alignment.get("horizontal");
        return switch (horizontal == null ? "general" : horizontal.toLowerCase(Locale.ROOT)) {
            case "left" -> Side.LEFT;
            case "center", "centercontinuous", "distributed" -> Side.CENTRE;
            case "right" -> Side.RIGHT;
            default -> Side.BY_CONTENT;
        };
    }

    private static String code(int number, Map<Integer, String> formats) {
        String code = formats.get(number);
        return code != null ? code : NumberFormats.isDate(number) ? SOME_DATE : "General";
    }

    private static List<Element> list(Element sheet, String list, String item) {
        Element found = sheet.child(list);
        return found == null ? List.of() : found.children(item);
    }

    private static <T extends @Nullable Object> T at(List<T> list, int index, T otherwise) {
        return index >= 0 && index < list.size() ? list.get(index) : otherwise;
    }

    private static int number(@Nullable String digits) {
        return digits != null && digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
