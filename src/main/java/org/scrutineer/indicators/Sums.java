package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

    private static final int SCALE = 10;

    /** The figure they make, a quotient to 10 decimals; null where the denominator is 0, or there is no middle. */
    @Nullable
    BigDecimal value(Indicator indicator) {
        return switch (indicator.unit()) {
            case COUNT, MONEY -> numerator;
            case PERCENT -> quotient(100);
            case RATE_PER_10000 -> quotient(10_000);
            case MEAN -> quotient(1);
            case DAYS -> indicator.aggregate().function() == Indicator.Function.MEDIAN ? middle : quotient(1);
        };
    }

    private @Nullable BigDecimal quotient(int times) {
        return numerator == null || denominator == null || denominator.signum() == 0
                ? null
                : numerator.multiply(BigDecimal.valueOf(times)).divide(denominator, SCALE, RoundingMode.HALF_UP);
    }

    /** Whether a row counts for an indicator, other than with 0. */
    boolean countFor(Indicator indicator) {
        return (numerator != null && numerator.signum() != 0)
                || (!indicator.isTotal() && denominator != null && denominator.signum() != 0);
    }
}
