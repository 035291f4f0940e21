package org.scrutineer.trends;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;

/**
 * A value in a series.
 *
 * @param period the month it ends with
 * @param value unrounded
 * @param judged whether limits are drawn from it and it is held against them; one that is not is shown all the same
 * @param source where it was published; null where it was calculated
 */
public record Point(
        ReportingPeriod period,
        BigDecimal value,
        IndicatorValue.Status status,
        boolean judged,
        @Nullable String source) {}
