package org.scrutineer.intake;

import org.jspecify.annotations.Nullable;

/**
 * A finding with what stays the same of its place when rows and columns move.
 *
 * @param placeInOrder among the findings of its return, from 0
 * @param dataset whose sheet it is about; null where that is not known
 * @param column of the dataset, whose cell it is about; null where it is about none
 * @param row as Excel numbers it; 0 where it is about no cell
 * @param key of the row, its columns' values with {@link org.scrutineer.records.RowChanges#KEY_SEPARATOR} between, as SQL
 *     writes them; null where the row has none that can be read, or it was not asked for
 */
public record PlacedFinding(
        Finding finding,
        int placeInOrder,
        @Nullable String dataset,
        @Nullable String column,
        int row,
        @Nullable String key) {}
