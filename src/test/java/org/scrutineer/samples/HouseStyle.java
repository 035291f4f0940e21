package org.scrutineer.samples;

import java.util.List;

/**
 * How a team's workbooks look, whatever is in them.
 *
 * @param variant which of the headers, sheet names and words for codes it uses, where there are several
 * @param colour of the header, red, green and blue in six hexadecimal digits
 * @param titleLines lines above the header of each sheet
 */
record HouseStyle(
        int variant,
        String font,
        String colour,
        boolean lightText,
        String dateFormat,
        String yes,
        String no,
        int titleLines,
        boolean frozenHeader,
        boolean grid) {

    private static final List<HouseStyle> STYLES = List.of(
            new HouseStyle(0, "Calibri", "1F4E78", true, "dd/mm/yyyy", "Yes", "No", 1, true, true),
            new HouseStyle(1, "Arial", "D9E1F2", false, "dd/mm/yyyy", "Y", "N", 0, true, false),
            new HouseStyle(0, "Calibri", "C6E0B4", false, "dd-mmm-yy", "yes", "no", 2, false, true),
            new HouseStyle(2, "Calibri", "FFE699", false, "d mmm yyyy", "Yes", "No", 0, false, false),
            new HouseStyle(1, "Verdana", "7030A0", true, "dd/mm/yy", "Y", "N", 1, true, true),
            new HouseStyle(0, "Arial", "BFBFBF", false, "dd/mm/yyyy", "Yes", "No", 0, true, true));

    static HouseStyle of(Team team) {
        return STYLES.get(team.ordinal() % STYLES.size());
    }

    /** The team's choice among several ways to say the same; the last one where it would choose a further one. */
    String choose(List<String> ways) {
        return ways.get(Math.min(variant, ways.size() - 1));
    }
}
