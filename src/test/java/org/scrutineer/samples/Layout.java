package org.scrutineer.samples;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sheet may look like: the names it may have, its columns in order, and the words for codes.
 *
 * @param sheets names for the sheet, the template's own first
 * @param since the version of the template that had the sheet first
 */
record Layout(String name, List<String> sheets, int since, List<Heading> headings) {

    /**
     * A column of the sheet.
     *
     * @param headers what may stand above it, the template's own first
     * @param codes for each code, itself and the words for it
     * @param since the version of the template that had the column first
     */
    record Heading(String column, List<String> headers, Map<String, List<String>> codes, int since) {}

    static Layout sheet(String... names) {
        return sheetSince(1, names);
    }

    static Layout sheetSince(int version, String... names) {
        return new Layout(names[0], List.of(names), version, List.of());
    }

    Layout column(String column, String... headers) {
        return columnSince(1, column, headers);
    }

    Layout columnSince(int version, String column, String... headers) {
        return and(new Heading(column, List.of(headers), Map.of(), version));
    }

    /** The sheet with the columns it had in a version of the template. */
    Layout inVersion(int version) {
        return new Layout(
                name,
                sheets,
                since,
                headings.stream().filter(heading -> heading.since() <= version).toList());
    }

    /** @param codes e.g. {@code "NEG Neglect", "MUL Multiple/Multiple or not recommended"}: words are split by "/" */
    Layout coded(String column, List<String> codes, String... headers) {
        var words = new LinkedHashMap<String, List<String>>();
        for (String line : codes) {
            String code = line.substring(0, line.indexOf(' '));
            var choices =
                    new ArrayList<>(List.of(line.substring(code.length() + 1).split("/")));
            choices.add(code);
            words.put(code, choices);
        }
        return and(new Heading(column, List.of(headers), words, 1));
    }

    private Layout and(Heading heading) {
        var more = new ArrayList<>(headings);
        more.add(heading);
        return new Layout(name, sheets, since, List.copyOf(more));
    }
}
