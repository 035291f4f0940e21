package org.scrutineer.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding with what stays the same of its places when rows and columns move.
 *
 * @param placeInOrder among the findings of its return, from 0
 * @param places its cell, or what stands for it where it is about none, then the further cells it is about
 */
public record PlacedFinding(Finding finding, int placeInOrder, List<Place> places) {

    public PlacedFinding {
        places = List.copyOf(places);
    }

    /**
     * One place.
     *
     * @param dataset whose sheet it is on; null where that is not known
     * @param column of the dataset, whose cell it is; null where it is of none
     * @param row as Excel numbers it; 0 where it is no cell
     * @param key of the row, its columns' values with {@link org.scrutineer.records.RowChanges#KEY_SEPARATOR} between, as
     *     SQL writes them; null where the row has none that can be read, or it was not asked for
     */
    public record Place(
            @Nullable String dataset,
            @Nullable String column,
            int row,
            @Nullable String key) {

        Place withKey(@Nullable String known) {
            return new Place(dataset, column, row, known);
        }
    }

    /** The cell that is named first. */
    public Place first() {
        return places.get(0);
    }
}
