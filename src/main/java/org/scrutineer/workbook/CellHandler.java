package org.scrutineer.workbook;

/**
 * Is told a sheet's rows and cells in the order they stand in. Rows and columns count from 1. A cell without any value
 * is not told; a row is, even if none of its cells has one, where the file holds the row at all.
 */
public interface CellHandler {

    /** @param hidden whether the row is hidden, by hand or by a filter */
    void row(int row, boolean hidden);

    /** The cell told next, if it has a value, holds the result of a formula. */
    default void calculated(int column) {}

    /** The cell told next holds the result of a formula that looks into another workbook. */
    default void fromAnotherWorkbook(int column) {}

    /** Text as it stands, blanks included; never empty. */
    void text(int column, String text);

    void number(int column, double value);

    /**
     * A number that Excel shows as a date, a time, or both.
     *
     * @param epochDay days since 1 January 1970, the workbook's own date system (1900 or 1904) taken into account
     * @param secondOfDay rounded to the second
     */
    void date(int column, long epochDay, int secondOfDay);

    void bool(int column, boolean value);

    /** @param code as Excel shows it, e.g. {@code #N/A} */
    void error(int column, String code);

    /** A formula whose result is not stored in the file. */
    void noResult(int column);
}
