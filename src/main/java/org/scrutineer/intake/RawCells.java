package org.scrutineer.intake;

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
    private final boolean[] foreign;
    private boolean anyForeign;

    RawCells(int columns) {
        kinds = new Kind[columns];
        texts = new String[columns];
        numbers = new double[columns];
        days = new long[columns];
        seconds = new int[columns];
        foreign = new boolean[columns];
        clear();
    }

    void clear() {
        Arrays.fill(kinds, Kind.NONE);
        if (anyForeign) {
            Arrays.fill(foreign, false);
            anyForeign = false;
        }
    }

    /** How many of the cells have a value. */
    int filled() {
        int filled = 0;
        for (Kind kind : kinds) {
            filled += kind == Kind.NONE ? 0 : 1;
        }
        return filled;
    }

    Kind kind(int column) {
        return kinds[column];
    }

    /** @param text without blanks around it; not empty */
    void text(int column, String text) {
        kinds[column] = Kind.TEXT;
        texts[column] = text;
    }

    /** Notes that the value told next comes from another workbook. */
    void fromAnotherWorkbook(int column) {
        foreign[column] = true;
        anyForeign = true;
    }

    boolean isFromAnotherWorkbook(int column) {
        return anyForeign && foreign[column];
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

    int second(int column) {
        return seconds[column];
    }

    /** Since 1 January 1970, on the wall clock. */
    long epochSecond(int column) {
        return days[column] * 86_400 + seconds[column];
    }

    /** The cell as a person would read it, or its value for a column of text. */
    String shown(int column) {
        return switch (kinds[column]) {
            case NONE, NO_RESULT -> "";
            case TEXT, ERROR -> texts[column];
            case NUMBER -> TypedText.of(numbers[column]);
            case BOOL -> bool(column) ? "TRUE" : "FALSE";
            case DATE -> TypedText.written(days[column], seconds[column]);
        };
    }
}
