package org.scrutineer.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is to be said at the cells of one sheet. */
final class CellNotes {

    /** Longer ones Excel does not take. */
    private static final int LONGEST_NOTE = 8_000;

    private static final int RANGES_A_FORMAT = 400;

    private final Map<String, String> texts = new LinkedHashMap<>();

    /** Rows by column. */
    private final Map<Integer, TreeSet<Integer>> cells = new TreeMap<>();

    /** The address of a cell, e.g. {@code C14}; of a row alone its first cell. */
    static String cell(String written) {
        String cell = written.toUpperCase(Locale.ROOT);
        return CellReference.letters(cell) == 0 ? "A" + cell : cell;
    }

    /** Notes by the name of their sheet; what names no cell of Excel's grid is left out. */
    static Map<String, CellNotes> bySheet(List<CellNote> notes) {
        Map<String, CellNotes> bySheet = new LinkedHashMap<>();
        for (CellNote note : notes) {
            String cell = cell(note.cell());
            int row = CellReference.row(cell, CellReference.letters(cell));
            int column = CellReference.column(cell);
            if (row >= 1 && row <= Limits.LAST_ROW && column >= 1 && column <= Limits.LAST_COLUMN) {
                bySheet.computeIfAbsent(note.sheet(), sheet -> new CellNotes()).add(cell, row, column, note.text());
            }
        }
        return bySheet;
    }

    private void add(String cell, int row, int column, String text) {
        cells.computeIfAbsent(column, rows -> new TreeSet<>()).add(row);
        if (texts.containsKey(cell) || texts.size() < MarkedWorkbook.MOST_COMMENTS) {
            texts.merge(cell, text, (before, more) -> beginning(before + "\n\n" + more));
        }
    }

    private static String beginning(String text) {
        return text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) + "…" : text;
    }

    /** The words by cell, of as many cells as get a comment. */
    Map<String, String> texts() {
        return texts;
    }

    /** All cells as lists of ranges, each short enough for one conditional format. */
    List<String> ranges() {
        List<String> ranges = new ArrayList<>();
        cells.forEach((column, rows) -> {
            int first = 0;
            int last = 0;
            for (int row : rows) {
                if (row != last + 1 || first == 0) {
                    add(ranges, column, first, last);
                    first = row;
                }
                last = row;
            }
            add(ranges, column, first, last);
        });
        List<String> lists = new ArrayList<>();
        for (int i = 0; i < ranges.size(); i += RANGES_A_FORMAT) {
            lists.add(String.join(" ", ranges.subList(i, Math.min(ranges.size(), i + RANGES_A_FORMAT))));
        }
        return lists;
    }

    private static void add(List<String> ranges, int column, int first, int last) {
        if (first > 0) {
            String start = CellReference.of(first, column);
            ranges.add(first == last ? start : start + ":" + CellReference.of(last, column));
        }
    }
}
