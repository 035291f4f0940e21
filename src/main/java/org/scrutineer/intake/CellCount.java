package org.scrutineer.intake;

/**
 * What became of the cells with a value of a dataset's sheet below its header.
 *
 * @param cells all of them
 * @param used those that were understood in a column asked for, in rows that other cells keep out too
 * @param notAskedFor those in other columns, and in rows that are no records: repeated headers, totals, notes
 * @param unreadable those a finding is about
 */
public record CellCount(long cells, long used, long notAskedFor, long unreadable) {

    public static final CellCount NONE = new CellCount(0, 0, 0, 0);

    public CellCount plus(CellCount other) {
        return new CellCount(
                cells + other.cells, used + other.used, notAskedFor + other.notAskedFor, unreadable + other.unreadable);
    }

    /** Whether every cell is accounted for. */
    public boolean closes() {
        return cells == used + notAskedFor + unreadable;
    }
}
