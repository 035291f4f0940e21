package org.scrutineer.secondopinion;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure as the rows give it.
 *
 * @param numerator null where a value is picked
 * @param denominator null where the figure is its numerator
 * @param value to 10 decimals; null where there is nothing to calculate
 */
record Recomputed(
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value) {

    /** Whether any row counts in it. */
    boolean hasRows() {
        return (numerator != null && numerator.signum() != 0) || (denominator != null && denominator.signum() != 0);
    }
}
