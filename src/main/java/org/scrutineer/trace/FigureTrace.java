package org.scrutineer.trace;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.ContributingRow;
import org.scrutineer.indicators.FigureRows;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.intake.DeletedReturns;
import org.scrutineer.pipeline.Run;
import org.scrutineer.records.Window;

/**
 * A figure with the rows behind it.
 *
 * @param definition the one it was made by
 * @param title whom it is about, in words
 * @param otherCatalogue whether the run used another catalogue than the one in force
 * @param value as the run keeps it
 * @param rows those that were asked for, of all there are
 * @param inAll how many rows there are, by what they are to the figure
 * @param totals what all the rows sum to
 * @param agreement whether that is the figure
 * @param deleted the returns among those the run counted that are gone
 */
public record FigureTrace(
        Run run,
        Indicator definition,
        String title,
        Window window,
        boolean otherCatalogue,
        IndicatorValue value,
        List<TracedRow> rows,
        Map<ContributingRow.Role, Long> inAll,
        FigureRows.Totals totals,
        Agreement agreement,
        List<DeletedReturns.Gone> deleted) {

    public FigureTrace {
        rows = List.copyOf(rows);
        inAll = Collections.unmodifiableMap(new TreeMap<>(inAll));
        deleted = List.copyOf(deleted);
    }

    /** How a figure and the rows behind it agree. */
    public enum Agreement {
        AGREES,
        /** The figure is not given, as too few returns were received or there is nothing to divide by. */
        WITHHELD,
        /** Returns that it was made from were deleted by a retention rule, so that nobody can sum it up any more. */
        ROWS_DELETED,
        /** It was added up from the stored figures of its months, or a year was frozen as it. */
        NOT_FROM_ROWS,
        DIFFERS
    }

    /**
     * Asks for a figure.
     *
     * @param indicator its code
     * @param organisation id or name; null for the organisation as a whole
     * @param authority its code; empty for all together
     * @param timing the indicator's main one where null
     * @param personal whether values of personal columns are shown
     */
    public record Question(
            Run run,
            String indicator,
            @Nullable String organisation,
            String authority,
            Indicator.@Nullable Timing timing,
            boolean personal) {

        /** What is asked for, as the audit trail names it. */
        public String subject() {
            return "figure " + indicator + " of " + run.period() + ", run " + run.number()
                    + (organisation == null ? "" : ", " + organisation)
                    + (authority.isEmpty() ? "" : ", " + authority);
        }
    }
}
