package org.scrutineer.workbook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is stored for rows and cells into what a {@link CellHandler} is told: the one place that knows where a cell
 * stands and what its type, style and text mean.
 */
final class CellEvents {

    private static final int SECONDS_PER_DAY = 86_400;

    /** The type of a formula that several cells share: the first of them has its text, the others its number. */
    static final String SHARED_FORMULA = "shared";

    private final CellHandler handler;
    private final CellStyles styles;
    private final DateSystem dates;
    private final Set<String> sharedElsewhere = new HashSet<>();
    private final Limits limits;
    private int row;
    private int rowsWithValue;
    private boolean rowHasValue;
    private int column;

    CellEvents(CellHandler handler, CellStyles styles, DateSystem dates, Limits limits) {
        this.limits = limits;
        this.handler = handler;
        this.styles = styles;
        this.dates = dates;
    }

    /** @param reference as stored, e.g. {@code 12}; null where the row follows the one before */
    void row(@Nullable String reference, boolean hidden) throws UnreadableWorkbookException {
        int next = reference == null ? row + 1 : CellReference.row(reference, 0);
        requireAfter(next, row, Limits.LAST_ROW);
        row = next;
        column = 0;
        rowHasValue = false;
        handler.row(row, hidden);
    }

    /** The row that has begun, from 1. */
    int row() {
        return row;
    }

    /** The cell that has begun, from 1. */
    int column() {
        return column;
    }

    /** @param reference as stored, e.g. {@code B12}; null where the cell follows the one before */
    void cell(@Nullable String reference) throws UnreadableWorkbookException {
        if (reference == null) {
            nextCell();
        } else {
            cell(CellReference.row(reference, CellReference.letters(reference)), CellReference.column(reference));
        }
    }

    /** A cell that says where it stands. */
    void cell(int ofRow, int next) throws UnreadableWorkbookException {
        if (ofRow != row) {
            throw damaged(null);
        }
        requireAfter(next, column, Limits.LAST_COLUMN);
        column = next;
    }

    /** A cell that follows the one before. */
    void nextCell() throws UnreadableWorkbookException {
        cell(row, column + 1);
    }

    private static void requireAfter(int next, int previous, int last) throws UnreadableWorkbookException {
        if (next <= previous) {
            throw damaged(null);
        }
        if (next > last) {
            throw new UnreadableWorkbookException(Refusal.SUSPICIOUS, null);
        }
    }

    /**
     * Whether the cell's formula looks into another workbook.
     *
     * @param text empty for the cells that share the formula of an earlier one
     * @param shared the number of the formula that it shares, as stored; null for a formula of its own
     */
    boolean looksIntoAnotherWorkbook(CharSequence text, @Nullable String shared) {
        if (text.isEmpty()) {
            return shared != null && sharedElsewhere.contains(shared);
        }
        boolean elsewhere = ExternalReference.isIn(text);
        if (shared != null && elsewhere) {
            sharedElsewhere.add(shared);
        } else if (shared != null) {
            sharedElsewhere.remove(shared);
        }
        return elsewhere;
    }

    void calculated() {
        handler.calculated(column);
    }

    /** Is to be called before a value is told; formatted empty cells count for nothing. */
    private void requireWithinLimits() throws UnreadableWorkbookException {
        if (column > limits.columns()) {
            throw UnreadableWorkbookException.over(
                    Refusal.TOO_MANY_COLUMNS,
                    "a value in column " + UnreadableWorkbookException.number(column),
                    limits.columns());
        }
        if (!rowHasValue) {
            rowHasValue = true;
            rowsWithValue++;
            if (rowsWithValue > limits.rows()) {
                throw UnreadableWorkbookException.over(
                        Refusal.TOO_MANY_ROWS,
                        "more than " + UnreadableWorkbookException.number(limits.rows()) + " rows",
                        limits.rows());
            }
        }
    }

    void fromAnotherWorkbook() {
        handler.fromAnotherWorkbook(column);
    }

    /** A cell that holds a formula, a style or nothing, but no value. */
    void noValue(boolean formula) throws UnreadableWorkbookException {
        if (formula) {
            requireWithinLimits();
            handler.noResult(column);
        }
    }

    /** @param text escapes still in it */
    void text(String text) throws UnreadableWorkbookException {
        if (!text.isEmpty()) {
            requireWithinLimits();
            handler.text(column, EscapedText.decode(text));
        }
    }

    /** @param index from 0 */
    void sharedString(int index, SharedStrings strings) throws UnreadableWorkbookException {
        String text = strings.at(index);
        if (!text.isEmpty()) {
            requireWithinLimits();
            handler.text(column, text);
        }
    }

    void bool(String value) throws UnreadableWorkbookException {
        requireWithinLimits();
        switch (value) {
            case "1", "true" -> handler.bool(column, true);
            case "0", "false" -> handler.bool(column, false);
            default -> throw damaged(null);
        }
    }

    void error(String code) throws UnreadableWorkbookException {
        requireWithinLimits();
        handler.error(column, code);
    }

    /** @param style index of the cell's format, as stored; null for the first */
    void number(String value, @Nullable String style) throws UnreadableWorkbookException {
        number(Numbers.parse(value), style == null ? 0 : Numbers.parseIndex(style));
    }

    /** @param style index of the cell's format, from 0 */
    void number(double value, int style) throws UnreadableWorkbookException {
        requireWithinLimits();
        // Before its first day Excel shows no date, however little before.
        if (!styles.isDate(style) || value < 0) {
            handler.number(column, value);
            return;
        }
        double whole = Math.floor(value);
        // Excel keeps times in thousandths at best: 23:59:59.9996 is midnight of the next day.
        int second = (int) Math.round((value - whole) * SECONDS_PER_DAY);
        long serial = (long) whole + second / SECONDS_PER_DAY;
        if (dates.isDay(serial)) {
            handler.date(column, dates.epochDay(serial), second % SECONDS_PER_DAY);
        } else {
            handler.number(column, value);
        }
    }

    /** @param value a date, a time, or a date and a time, e.g. {@code 2018-12-03T10:20:30} */
    void isoDate(String value) throws UnreadableWorkbookException {
        requireWithinLimits();
        try {
            String local = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
            int separator = local.indexOf('T');
            String date = separator >= 0 ? local.substring(0, separator) : local.indexOf(':') < 0 ? local : "";
            String time = separator >= 0 ? local.substring(separator + 1) : local.indexOf(':') < 0 ? "" : local;
            long epochDay =
                    date.isEmpty() ? dates.epochDay(0) : LocalDate.parse(date).toEpochDay();
            long second = time.isEmpty() ? 0 : Math.round(LocalTime.parse(time).toNanoOfDay() / 1e9);
            handler.date(column, epochDay + second / SECONDS_PER_DAY, (int) (second % SECONDS_PER_DAY));
        } catch (DateTimeException e) {
            throw damaged(e);
        }
    }

    static UnreadableWorkbookException damaged(@Nullable Throwable cause) {
        return new UnreadableWorkbookException(Refusal.DAMAGED, cause);
    }
}
