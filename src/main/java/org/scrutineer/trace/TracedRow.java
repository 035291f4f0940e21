package org.scrutineer.trace;

import java.util.List;
import org.scrutineer.indicators.ContributingRow;
import org.scrutineer.intake.CellAsRead;
import org.scrutineer.intake.Submission;

/**
 * A row that a figure looks at, with the rows of returns it was made of.
 *
 * @param why why it does not count; empty where it does
 */
public record TracedRow(ContributingRow row, String why, List<Origin> origins) {

    public TracedRow {
        origins = List.copyOf(origins);
    }

    /**
     * A row of a return.
     *
     * @param row its number, as Excel shows it
     * @param cell where the first column of its key stands, e.g. {@code A14}
     * @param cells those of the columns that the definition uses and of its key, from left to right
     */
    public record Origin(
            Submission submission, String dataset, String sheet, int row, String cell, List<CellAsRead> cells) {

        public Origin {
            cells = List.copyOf(cells);
        }
    }
}
