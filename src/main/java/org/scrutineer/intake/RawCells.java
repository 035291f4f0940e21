package org.scrutineer.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;

/** The cells of one row that fall into a dataset's columns, as the workbook tells them; reused from row to row. */
final class RawCells {

    enum Kind {
        NONE,
        TEXT,
        NUMBER,
        DATE,
        BOOL,
        ERROR,
        NO_RESULT
    }

    private final Kind[] kinds;
    private final String[] texts;
    private final double[] numbers;
    private final long[] days;
    private final int[] seconds;

    RawCells(int columns) {
        kinds = new Kind[columns];
        texts = new String[columns];
        numbers = new double[columns];
        days = new long[columns];
        seconds = new int[columns];
        clear();
    }

    void clear() {
        Arrays.fill(kinds, Kind.NONE);
    }

    boolean isBlank() {
        for (Kind kind : kinds) {
            if (kind != Kind.NONE) {
                return false;
            }
        }
        return true;
    }

    Kind kind(int column) {
        return kinds[column];
    }

    /** A text of blanks only is no value. */
    void text(int column, String text) {
        String tidy = TypedText.tidy(text);
        kinds[column] = tidy.isEmpty() ? Kind.NONE : Kind.TEXT;
        texts[column] = tidy;
    }

    void number(int column, double number) {
        kinds[column] = Kind.NUMBER;
        numbers[column] = number;
    }

    void date(int column, long epochDay, int secondOfDay) {
        kinds[column] = Kind.DATE;
        days[column] = epochDay;
        seconds[column] = secondOfDay;
    }

    void bool(int column, boolean value) {
        kinds[column] = Kind.BOOL;
        numbers[column] = value ? 1 : 0;
    }

    void error(int column, String code) {
        kinds[column] = Kind.ERROR;
        texts[column] = code;
    }

    void noResult(int column) {
        kinds[column] = Kind.NO_RESULT;
    }

    String text(int column) {
        return texts[column];
    }

    double number(int column) {
        return numbers[column];
    }

    boolean bool(int column) {
        return numbers[column] != 0;
    }

    long epochDay(int column) {
        return days[column];
    }

    long epochSecond(int column) {
        return days[column] * 86_400 + seconds[column];
    }

    /** The cell as a person would read it, for a finding. */
    String shown(int column) {
        return switch (kinds[column]) {
            case NONE, NO_RESULT -> "";
            case TEXT, ERROR -> texts[column];
            case NUMBER -> TypedText.of(numbers[column]);
            case BOOL -> bool(column) ? "TRUE" : "FALSE";
            case DATE ->
                seconds[column] == 0
                        ? TypedText.written(LocalDate.ofEpochDay(days[column]))
                        : LocalDateTime.ofEpochSecond(epochSecond(column), 0, java.time.ZoneOffset.UTC)
                                .toString()
                                .replace('T', ' ');
        };
    }
}
