package org.scrutineer.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scrutineer.workbook.XmlTree.Element;

/** Which colour is meant where a part names one: by itself, from the workbook's theme, or by an old index. */
final class Colours {

    static final String BLACK = "000000";
    private static final String WHITE = "FFFFFF";

    /** The first of the old palette (ECMA-376 part 1, 18.8.27); 8 to 15 repeat them. */
    private static final List<String> INDEXED =
            List.of(BLACK, WHITE, "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF");

    /** Cells count light before dark, the theme dark before light. */
    private static final int[] THEME_ORDER = {1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11};

    private final List<@Nullable String> theme = new ArrayList<>();

    /** @param part of the theme; null where the workbook has none */
    Colours(@Nullable Element part) {
        Element elements = part == null ? null : part.child("themeElements");
        Element scheme = elements == null ? null : elements.child("clrScheme");
        if (scheme != null) {
            scheme.children().forEach(entry -> theme.add(themeColour(entry)));
        }
    }

    private static @Nullable String themeColour(Element entry) {
        Element own = entry.child("srgbClr");
        Element system = entry.child("sysClr");
        return own != null ? own.get("val") : system != null ? system.get("lastClr") : null;
    }

    /** Red, green and blue in hexadecimal; null where it cannot be told. */
    @Nullable
    String of(Element colour) {
        String found = base(colour);
        String tint = colour.get("tint");
        return found == null || !found.matches("[0-9A-Fa-f]{6}")
                ? null
                : tinted(found.toUpperCase(Locale.ROOT), decimal(tint, 0));
    }

    private @Nullable String base(Element colour) {
        String own = colour.get("rgb");
        if (own != null) {
            return own.length() == 8 ? own.substring(2) : own;
        }
        String themed = colour.get("theme");
        if (themed != null) {
            int index = (int) decimal(themed, -1);
            int at = index >= 0 && index < THEME_ORDER.length ? THEME_ORDER[index] : -1;
            return at >= 0 && at < theme.size() ? theme.get(at) : null;
        }
        String indexed = colour.get("indexed");
        if (indexed != null) {
            int index = (int) decimal(indexed, -1);
            return index >= 0 && index < 16 ? INDEXED.get(index % 8) : index == 64 ? BLACK : index == 65 ? WHITE : null;
        }
        return XmlPart.isTrue(colour.get("auto")) ? BLACK : null;
    }

    /** Lighter for tints above 0, darker below: each part moved by that share towards white or black. */
    private static String tinted(String colour, double tint) {
        if (tint == 0) {
            return colour;
        }
        StringBuilder result = new StringBuilder();
        for (int part = 0; part < 6; part += 2) {
            int value = Integer.parseInt(colour.substring(part, part + 2), 16);
            double moved = tint > 0 ? value + (255 - value) * tint : value * (1 + tint);
            String digits = Integer.toHexString((int) Math.max(0, Math.min(255, Math.round(moved))));
            result.append(digits.length() == 1 ? "0" : "").append(digits.toUpperCase(Locale.ROOT));
        }
        return result.toString();
    }

    static double decimal(@Nullable String digits, double otherwise) {
        return digits != null && digits.matches("-?\\d{1,9}(\\.\\d{1,20})?([eE]-?\\d{1,2})?")
                ? Double.parseDouble(digits)
                : otherwise;
    }
}
