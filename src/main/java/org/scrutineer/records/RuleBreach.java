package org.scrutineer.records;

import java.util.List;

/**
 * Where a rule over several rows is broken.
 *
 * @param cells those it is about, never empty: the one to be named first is the first
 */
public record RuleBreach(List<Cell> cells) {

    public RuleBreach {
        cells = List.copyOf(cells);
    }

    /**
     * A cell of a staged or sealed row.
     *
     * @param submission which of the selected segments' returns it is of, as {@link SelectedSegment#order()} counts
     *     them; 0 in a staged return
     * @param row as the sheet numbers it
     * @param value as a person would write it; empty where it is blank
     */
    public record Cell(String dataset, int submission, String team, int row, String column, String value) {}
}
