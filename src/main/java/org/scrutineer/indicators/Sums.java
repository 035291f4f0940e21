package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;

/**
 * What the rows give for a place.
 *
 * @param numerator null where a value is picked, which has none
 * @param picked the middle or the highest value, where one is asked for and there are rows
 */
record Sums(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal picked) {

    static final Sums NOTHING = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, null);

    /** A value that is picked has no numerator. */
    static final Sums NOTHING_PICKED = new Sums(null, BigDecimal.ZERO, null);

    private static final int SCALE = 10;

    /** The figure they make, a quotient to 10 decimals; null where the denominator is 0, or there is nothing to pick from. */
    @Nullable
    BigDecimal value(Indicator indicator) {
        if (indicator.aggregate().function().picks()) {
            return picked;
        }
        return switch (indicator.unit()) {
            case COUNT, MONEY -> numerator;
            case PERCENT -> quotient(100);
            case RATE_PER_10000 -> quotient(10_000);
            case MEAN, DAYS -> quotient(1);
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
