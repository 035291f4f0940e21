package org.scrutineer.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one segment differ from those of another, told by their keys, since rows move. What was asked for is
 * left out.
 *
 * @param added how many rows have a key that was not there before
 * @param removed how many rows are not there any more
 * @param changed how many cells differ in rows that both have
 * @param first the first changes of each kind, by kind, column and row
 */
public record RowChanges(long added, long removed, long changed, List<Change> first) {

    public RowChanges {
        first = List.copyOf(first);
    }

    /** Joins the parts of a row's key; nobody types it. */
    public static final char KEY_SEPARATOR = '\u001f';

    /**
     * A change that may be made to a row.
     *
     * @param key of the row, its columns' values as SQL writes them with {@link #KEY_SEPARATOR} between; null where it is
     *     not known
     * @param row where it stood; a row added there is taken for the same one. Null where the key says enough
     * @param column the one column that may change; null for all of them
     */
    public record Asked(
            @Nullable String key,
            @Nullable Integer row,
            @Nullable String column) {

        /** Of a column that no dataset has: the row may come or go, its values may not change. */
        public static final String NO_COLUMN = "";
    }

    /**
     * One change.
     *
     * @param column null where a whole row was added or removed
     * @param rowBefore null where it was added
     * @param rowAfter null where it was removed
     * @param before as a person would write it; empty where blank, null where a whole row was added or removed
     */
    public record Change(
            String key,
            @Nullable String column,
            @Nullable Integer rowBefore,
            @Nullable Integer rowAfter,
            @Nullable String before,
            @Nullable String after) {}

    /** Whether nothing was changed that nobody asked for. */
    public boolean isEmpty() {
        return added == 0 && removed == 0 && changed == 0;
    }
}
