package org.scrutineer.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.scrutineer.catalogue.Dataset;

/**
 * Looks for the header of a dataset's sheet in the texts of its rows: one row, or two of which the upper one has groups
 * of columns. A group's text stands in the first cell of its columns, as merged cells keep it; which cells are merged
 * is known at the end of a sheet only, so an empty cell beside it is taken for part of the group.
 */
final class HeaderSearch {

    /** Rows searched; titles and notes above a header rarely take more than five. */
    static final int ROWS = 50;

    /** A longer text is a note. */
    private static final int LONGEST_HEADER = 500;

    private final Dataset dataset;
    private final HeaderNames names;
    private TreeMap<Integer, String> texts = new TreeMap<>();
    private TreeMap<Integer, String> above = new TreeMap<>();
    private int rowAbove;
    private boolean textsOnly = true;
    private int searched;

    HeaderSearch(Dataset dataset) {
        this.dataset = dataset;
        this.names = new HeaderNames(dataset);
    }

    /** @param text without blanks around it; not empty */
    void text(int column, String text) {
        if (searched > ROWS) {
            return;
        }
        if (text.length() <= LONGEST_HEADER) {
            texts.put(column, text);
        } else {
            textsOnly = false;
        }
    }

    /** Notes a cell of the row that holds something else than text. */
    void noText() {
        textsOnly = false;
    }

    /**
     * Looks whether the row just told is the header, by itself or with the row above it: it is if it names at least half
     * of the columns, and two unless there is only one.
     */
    Optional<HeaderRow> header(int row) {
        Optional<HeaderRow> found = Optional.empty();
        if (searched++ < ROWS) {
            HeaderRow best = single(row);
            if (row == rowAbove + 1) {
                HeaderRow both = ofTwo(row);
                best = both.size() > best.size() ? both : best;
            }
            int columns = names.columns();
            int wanted = Math.max(Math.min(2, columns), (columns + 1) / 2);
            found = best.size() < wanted ? Optional.empty() : Optional.of(best);
        }
        next(row);
        return found;
    }

    /**
     * Looks whether the row just told, the one below {@code header}, is its lower half: it is if it holds nothing but
     * text and both together name more columns.
     */
    Optional<HeaderRow> lowerHalf(HeaderRow header, int row) {
        if (!textsOnly || texts.isEmpty() || row != header.row() + 1) {
            return Optional.empty();
        }
        HeaderRow both = ofTwo(row);
        return both.size() > header.size() && both.covers(header) ? Optional.of(both) : Optional.empty();
    }

    private void next(int row) {
        above = texts;
        rowAbove = row;
        texts = new TreeMap<>();
        textsOnly = true;
    }

    private HeaderRow single(int row) {
        var matching = new Matching();
        matching.match(texts, names::exactly);
        matching.match(texts, names::loosely);
        return matching.headerRow(row, List.of(texts));
    }

    private HeaderRow ofTwo(int row) {
        var joined = new TreeMap<Integer, String>();
        texts.forEach((column, text) -> {
            Map.Entry<Integer, String> group = above.floorEntry(column);
            if (group != null) {
                joined.put(column, group.getValue() + " " + text);
            }
        });
        var groups = new TreeMap<>(above);
        groups.keySet().removeAll(texts.keySet());
        var matching = new Matching();
        for (TreeMap<Integer, String> candidates : List.of(joined, texts, groups)) {
            matching.match(candidates, names::exactly);
            matching.match(candidates, names::loosely);
        }
        return matching.headerRow(row, List.of(texts, above));
    }

    /** Gives each column of the dataset to one column of the sheet; the first name that fits wins. */
    private final class Matching {

        private final TreeMap<Integer, String> called = new TreeMap<>();
        private final TreeMap<Integer, Integer> matched = new TreeMap<>();
        private final TreeMap<Integer, Integer> repeats = new TreeMap<>();

        void match(Map<Integer, String> candidates, ToIntFunction<String> named) {
            candidates.forEach((sheetColumn, text) -> {
                called.putIfAbsent(sheetColumn, oneLine(text));
                int index = named.applyAsInt(text);
                if (index == HeaderNames.NONE || matched.containsKey(sheetColumn)) {
                    return;
                }
                if (matched.containsValue(index)) {
                    repeats.putIfAbsent(sheetColumn, index);
                } else {
                    matched.put(sheetColumn, index);
                    called.put(sheetColumn, oneLine(text));
                }
            });
        }

        HeaderRow headerRow(int row, List<TreeMap<Integer, String>> rows) {
            repeats.keySet().removeAll(matched.keySet());
            return new HeaderRow(dataset, row, called, matched, repeats, rows);
        }
    }

    /** A line break in a header would break the sentences that quote it. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
