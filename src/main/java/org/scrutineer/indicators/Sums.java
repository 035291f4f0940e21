package org.scrutineer.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;

/**
 * What the rows give for a place.
 *
 * @param numerator null for a median, which has none
 * @param middle the median, where one is asked for and there are rows
 */
record Sums(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal middle) {

    static final Sums NOTHING = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, null);

    /** A median has no numerator. */
    static final Sums NO_MIDDLE = new Sums(null, BigDecimal.ZERO, null);

    /** Whether a row counts for an indicator, other than with 0. */
    boolean countFor(Indicator indicator) {
        return (numerator != null && numerator.signum() != 0)
                || (!indicator.isTotal() && denominator != null && denominator.signum() != 0);
    }
}
