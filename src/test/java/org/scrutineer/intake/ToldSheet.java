package org.scrutineer.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.scrutineer.workbook.CellHandler;

/** Tells the rows and cells of a sheet one by one, as a workbook would. */
final class ToldSheet {

    /** What Excel shows where a formula fails. */
    record Error(String code) {}

    /** A value that a formula took from another workbook. */
    record Foreign(Object value) {}

    /** What a cell may hold apart from a text, a number, a date or a truth. */
    enum Nothing {
        /** The cell is not there. */
        EMPTY,
        /** A formula that was never calculated. */
        NO_RESULT
    }

    private final CellHandler handler;
    private int row;

    ToldSheet(CellHandler handler) {
        this.handler = handler;
    }

    ToldSheet row(Object... cells) {
        return row(false, cells);
    }

    ToldSheet hiddenRow(Object... cells) {
        return row(true, cells);
    }

    /** Rows the file does not hold at all. */
    ToldSheet gap(int rows) {
        row += rows;
        return this;
    }

    private ToldSheet row(boolean hidden, Object... cells) {
        handler.row(++row, hidden);
        for (int i = 0; i < cells.length; i++) {
            tell(i + 1, cells[i]);
        }
        return this;
    }

    private void tell(int column, Object cell) {
        if (cell instanceof String text) {
            // A workbook tells no cell without any text.
            if (!text.isEmpty()) {
                handler.text(column, text);
            }
        } else if (cell instanceof Number number) {
            handler.number(column, number.doubleValue());
        } else if (cell instanceof LocalDate date) {
            handler.date(column, date.toEpochDay(), 0);
        } else if (cell instanceof LocalDateTime moment) {
            handler.date(
                    column,
                    moment.toLocalDate().toEpochDay(),
                    moment.toLocalTime().toSecondOfDay());
        } else if (cell instanceof Boolean truth) {
            handler.bool(column, truth);
        } else if (cell instanceof Foreign foreign) {
            handler.fromAnotherWorkbook(column);
            tell(column, foreign.value());
        } else if (cell instanceof Error error) {
            handler.error(column, error.code());
        } else if (cell == Nothing.NO_RESULT) {
            handler.noResult(column);
        }
    }

    /**
     * A cell in words: {@code number 43465}, {@code date 2018-12-31}, {@code date 2018-12-31T14:05}, {@code true},
     * {@code #N/A}, {@code no result}, {@code empty}, or {@code text } and the text.
     */
    static Object cell(String words) {
        if (words.startsWith("number ")) {
            return Double.valueOf(words.substring(7));
        }
        if (words.startsWith("date ")) {
            String date = words.substring(5);
            return date.contains("T") ? LocalDateTime.parse(date) : LocalDate.parse(date);
        }
        if (words.startsWith("text ")) {
            return words.substring(5);
        }
        return switch (words) {
            case "true", "false" -> Boolean.valueOf(words);
            case "empty" -> Nothing.EMPTY;
            case "no result" -> Nothing.NO_RESULT;
            default -> {
                if (words.startsWith("#")) {
                    yield new Error(words);
                }
                throw new IllegalArgumentException(words);
            }
        };
    }
}
