package org.scrutineer.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is meant to reach, from a period on.
 *
 * @param validTo the last period it holds for; null where it holds until a later one begins
 * @param value at or beyond it (above where high is good, below where low is good) the figure is Green
 * @param tolerance up to here it is Amber, beyond it Red; a value of the indicator, not a difference
 */
public record Target(
        String indicator,
        ReportingPeriod validFrom,
        @Nullable ReportingPeriod validTo,
        BigDecimal value,
        BigDecimal tolerance,
        Place place) {

    /** How far the tolerance is from the target; 0 or more. */
    public BigDecimal reach() {
        return tolerance.subtract(value).abs();
    }
}
