package org.scrutineer.intake;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.Severity;

/**
 * Knows the rows below a header that are no records though they hold something: the header once more, totals, notes, and
 * values beside the columns that are asked for. None is passed over in silence.
 */
final class OtherRows {

    private static final Pattern TOTAL = Pattern.compile("(?:(?:grand|overall|sub)[ -]?)?totals?\\b([^a-z]*)(.*)");

    private static final Pattern NOTE =
            Pattern.compile("(?:notes?|source|key|n\\.?b\\.?)\\b.*|[*\u2020\u2021] ?\\p{L}.*");

    /** Names and identifiers have fewer. */
    private static final int WORDS_OF_A_SENTENCE = 5;

    private final Dataset dataset;
    private final SheetFindings findings;
    private final Repeated headers = new Repeated();
    private final Repeated beside = new Repeated();

    /** How many rows of a kind there are, and where the first is. */
    private static final class Repeated {
        private @Nullable String first;
        private int count;

        void note(String cell) {
            first = count == 0 ? cell : first;
            count++;
        }
    }

    OtherRows(Dataset dataset, SheetFindings findings) {
        this.dataset = dataset;
        this.findings = findings;
    }

    /** Notes a row with values in columns only that nobody asked for. */
    void beside(String cell) {
        beside.note(cell);
    }

    /**
     * Whether a row with values in columns that are asked for is no record.
     *
     * @param first the text of its first cell with a value; null where that is no text
     * @param filled how many cells of the row have a value, in whatever column
     */
    boolean take(HeaderRow header, int row, RawCells cells, int firstColumn, @Nullable String first, int filled) {
        if (first == null) {
            return false;
        }
        if (header.isRepeatedIn(cells)) {
            headers.note(CellAddress.of(row, firstColumn));
            return true;
        }
        if (mayBeTotal(first) && isTotal(Names.normal(first), cells)) {
            findings.add(
                    Severity.WARNING,
                    ReadingRule.TOTAL_LEFT_OUT,
                    CellAddress.of(row, firstColumn),
                    TypedText.tidy(first),
                    "rows of single records; this one was taken for a total and does not count",
                    "Nothing, if it is a total. If it is a record, change the word.");
            return true;
        }
        if (filled == 1 && firstColumn <= header.firstColumn() && isNote(Names.normal(first))) {
            findings.info(
                    ReadingRule.NOTE_LEFT_OUT,
                    CellAddress.of(row, firstColumn),
                    TypedText.tidy(first),
                    "records below the header; this row was taken for a note and does not count",
                    "Nothing, if it is a note.");
            return true;
        }
        return false;
    }

    /** Asked of every row: a look at one letter costs far less than a pattern. */
    private static boolean mayBeTotal(String first) {
        char letter = first.charAt(0);
        return "tTgGoOsS".indexOf(letter) >= 0 || letter <= ' ' || letter > '~';
    }

    /** A name that only begins with the word is a total where the row lacks what every record has. */
    private boolean isTotal(String first, RawCells cells) {
        var total = TOTAL.matcher(first);
        return total.matches() && (total.group(2).isEmpty() || lacksWhatEveryRecordHas(cells));
    }

    private boolean lacksWhatEveryRecordHas(RawCells cells) {
        for (int i = 0; i < dataset.columns().size(); i++) {
            Column column = dataset.columns().get(i);
            if (cells.kind(i) == RawCells.Kind.NONE
                    && (column.required() || dataset.key().contains(column.name()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isNote(String text) {
        return dataset.columns().size() > 1
                && (NOTE.matcher(text).matches() || text.split(" ").length >= WORDS_OF_A_SENTENCE);
    }

    void tell() {
        if (headers.count > 0) {
            findings.info(
                    ReadingRule.HEADER_REPEATED,
                    headers.first,
                    rows(headers.count),
                    "the header once; " + (headers.count == 1 ? "this row repeats" : "these rows repeat") + " it and "
                            + (headers.count == 1 ? "does" : "do") + " not count",
                    "Nothing.");
        }
        if (beside.count > 0) {
            findings.info(
                    ReadingRule.ROW_BESIDE_THE_COLUMNS,
                    beside.first,
                    rows(beside.count),
                    "a value in a column that is asked for; rows without one do not count",
                    "Nothing, if they are notes of your own.");
        }
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
