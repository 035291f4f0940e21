package org.scrutineer.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.scrutineer.workbook.InspectedWorkbook.Cell;
import org.scrutineer.workbook.InspectedWorkbook.Style;

/** Rules about letters and colours. A look that many cells share is told once a sheet, at the first of them. */
final class LookRules {

    /** Widely installed fonts without serifs. */
    private static final Set<String> SANS_SERIF =
            Set.of("arial", "calibri", "helvetica", "verdana", "tahoma", "aptos", "aptos narrow", "liberation sans");

    private static final double SMALLEST = 12;

    /** Web Content Accessibility Guidelines 2.2, success criterion 1.4.3. */
    private static final double CONTRAST = 4.5;

    private static final String WHITE = "FFFFFF";

    private final SheetView view;
    private final List<Problem> problems = new ArrayList<>();

    private LookRules(SheetView view) {
        this.view = view;
    }

    static List<Problem> check(SheetView view) {
        LookRules rules = new LookRules(view);
        Map<Style, Cell> looks = new LinkedHashMap<>();
        view.filled().forEach(cell -> looks.putIfAbsent(cell.style(), cell));
        looks.forEach(rules::look);
        rules.colourAlone();
        return rules.problems;
    }

    private void look(Style style, Cell cell) {
        if (!SANS_SERIF.contains(style.font().toLowerCase(Locale.ROOT)) || style.points() < SMALLEST) {
            problems.add(view.at(Rule.FONT, cell, style.font() + ", " + plain(style.points()) + " points"));
        }
        boolean linked =
                view.sheet().links().stream().anyMatch(link -> link.area().contains(cell.row(), cell.column()));
        if (style.italic() || style.underlined() && !linked) {
            problems.add(view.at(
                    Rule.EMPHASIS,
                    cell,
                    SheetView.quoted(cell.text()) + (style.italic() ? " in italics" : " underlined")));
        }
        if (style.raised()) {
            problems.add(view.at(Rule.NOTE_MARKER, cell, "letters above or below the line"));
        }
        String ink = style.ink();
        String fill = style.fill() == null ? WHITE : style.fill();
        if (ink != null && contrast(ink, fill) < CONTRAST) {
            problems.add(view.at(
                    Rule.CONTRAST,
                    cell,
                    plain(Math.floor(10 * contrast(ink, fill)) / 10) + " to 1, " + ink + " on " + fill));
        }
    }

    private void colourAlone() {
        view.sheet().cells().stream()
                .filter(cell -> cell.content() == null
                        && cell.style().fill() != null
                        && !WHITE.equals(cell.style().fill()))
                .findFirst()
                .ifPresent(
                        cell -> problems.add(view.at(Rule.COLOUR_ALONE, cell, "a coloured cell with nothing in it")));
        if (!view.sheet().colourRules().isEmpty()) {
            problems.add(view.of(
                    Rule.COLOUR_ALONE,
                    "numbers shown by "
                            + String.join(", ", new TreeSet<>(view.sheet().colourRules()))));
        }
    }

    /** Web Content Accessibility Guidelines 2.2, "contrast ratio". */
    static double contrast(String one, String two) {
        double first = luminance(one);
        double second = luminance(two);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 0) + 0.7152 * linear(colour, 2) + 0.0722 * linear(colour, 4);
    }

    private static double linear(String colour, int from) {
        double part = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String plain(double number) {
        return new BigDecimal("" + number).stripTrailingZeros().toPlainString();
    }
}
