package org.scrutineer.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * What stood for an earlier period when a run was calculated.
 *
 * @param period the one it is of, before that of the run
 * @param indicator its code
 * @param organisation id of the trust, service or team it is about
 * @param authority as in {@link IndicatorValue}
 * @param numerator null where there is none, where the figure is not available, or where it was published without
 * @param denominator the same
 * @param value unrounded; as it was published where it was published; null where it is not available
 * @param status of a figure that was published it is {@link IndicatorValue.Status#COMPLETE}
 */
public record EarlierFigure(
        ReportingPeriod period,
        String indicator,
        String organisation,
        String authority,
        Indicator.Timing timing,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        IndicatorValue.Status status,
        Origin origin) {

    /** Where a figure comes from. */
    public sealed interface Origin {

        /** @param run the one that calculated it: the newest of its period that had finished */
        record Calculated(int run) implements Origin {}

        /** @param source where it was published, as the return that told of it says */
        record Published(String source) implements Origin {}
    }
}
