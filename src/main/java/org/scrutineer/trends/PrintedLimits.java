package org.scrutineer.trends;

import java.math.BigDecimal;
import java.util.List;
import org.scrutineer.catalogue.Indicator;

/**
 * Limits as they are shown: not below 0, nor above 100 for a percentage, unless the figure itself goes there. They are
 * calculated without that.
 */
public record PrintedLimits(BigDecimal lower, BigDecimal upper) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param points those the figure has had */
    public static PrintedLimits of(ControlLimits limits, Indicator indicator, List<Trend.JudgedPoint> points) {
        boolean negative =
                points.stream().anyMatch(point -> point.point().value().signum() < 0);
        boolean aboveHundred =
                points.stream().anyMatch(point -> point.point().value().compareTo(HUNDRED) > 0);
        return new PrintedLimits(
                negative ? limits.lower() : limits.lower().max(BigDecimal.ZERO),
                indicator.unit() != Indicator.Unit.PERCENT || aboveHundred
                        ? limits.upper()
                        : limits.upper().min(HUNDRED));
    }
}
