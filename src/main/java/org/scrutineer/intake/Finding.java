package org.scrutineer.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Severity;

/**
 * What a person must put right, or should know, about a return.
 *
 * @param rule the rule it comes from, e.g. {@code date-expected}
 * @param file the name it was received under
 * @param cell as Excel shows it, e.g. {@code C14}; null where it is about a whole sheet or file
 * @param found what stands there, quoted as typed, of a long text the beginning; null where it may not be shown or there is nothing to show
 * @param expected what should stand there, in words that follow "expected"
 * @param remedy what to do, as sentences
 * @param also the further cells it is about, of the same file, in the order they should be named
 * @param waiver why it is put up with for now, as a sentence; null where it is not
 */
public record Finding(
        String rule,
        Severity severity,
        String file,
        @Nullable String sheet,
        @Nullable String cell,
        @Nullable String found,
        String expected,
        String remedy,
        List<CellPlace> also,
        @Nullable String waiver) {

    /** The order they are told in: worst first, then by sheet, row and column. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparing(finding -> text(finding.sheet()))
            .thenComparing(finding -> CellAddress.row(text(finding.cell())))
            .thenComparing(finding -> CellAddress.column(text(finding.cell())))
            .thenComparing(Finding::rule)
            .thenComparing(Finding::expected);

    /** A finding that concerns hundreds of cells names these many of them. */
    private static final int CELLS_NAMED = 5;

    private static final int LONGEST_QUOTE = 500;

    /** Excel itself stops at 31. */
    private static final int LONGEST_SHEET_NAME = 100;

    public Finding {
        sheet = beginning(sheet, LONGEST_SHEET_NAME);
        found = beginning(found, LONGEST_QUOTE);
        also = List.copyOf(also);
    }

    /** A finding about one place, which nothing waives. */
    public Finding(
            String rule,
            Severity severity,
            String file,
            @Nullable String sheet,
            @Nullable String cell,
            @Nullable String found,
            String expected,
            String remedy) {
        this(rule, severity, file, sheet, cell, found, expected, remedy, List.of(), null);
    }

    /** Whether what it is about is kept out: the row, or with {@link Severity#BLOCK} the whole return. */
    public boolean keepsOut() {
        return waiver == null && severity.compareTo(Severity.ERROR) <= 0;
    }

    private static @Nullable String beginning(@Nullable String text, int length) {
        if (text == null || text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end) + "…";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The cells it is about, the first of them first; none where it is about a whole sheet or file. */
    public List<CellPlace> places() {
        var places = new ArrayList<CellPlace>();
        if (sheet != null && cell != null) {
            places.add(new CellPlace(sheet, cell));
        }
        places.addAll(also);
        return places;
    }

    /**
     * Where it is, e.g. {@code north.xlsx, sheet Activity, cell C14} or {@code north.xlsx, sheet Activity, cell C14,
     * also cell D14 and sheet Workers, cell B2}.
     */
    public String where() {
        return file
                + (sheet == null ? "" : ", sheet " + sheet)
                + (cell == null ? "" : ", cell " + cell)
                + (also.isEmpty() ? "" : ", also " + furtherCells());
    }

    private String furtherCells() {
        var named = new ArrayList<String>();
        String before = sheet;
        for (CellPlace place : also.subList(0, Math.min(CELLS_NAMED, also.size()))) {
            named.add((place.sheet().equals(before) ? "" : "sheet " + place.sheet() + ", ") + "cell " + place.cell());
            before = place.sheet();
        }
        if (also.size() > CELLS_NAMED) {
            named.add((also.size() - CELLS_NAMED) + " more");
        }
        int last = named.size() - 1;
        return last == 0 ? named.get(0) : String.join(", ", named.subList(0, last)) + " and " + named.get(last);
    }

    /** What was found and expected, e.g. {@code found "n/a"; expected a date such as 31/12/2018.} */
    public String what() {
        return (found == null ? "" : "found \"" + found + "\"; ") + "expected " + expected + ".";
    }

    /** The whole of it, the same wherever it is told. */
    public String sentence() {
        return where() + ": " + what() + " " + remedy + (waiver == null ? "" : " " + waiver);
    }
}
