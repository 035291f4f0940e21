package org.scrutineer.samples;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * A figure for the whole organisation that the sample returns give.
 *
 * @param timing as in the catalogue: month, snapshot, rolling-12-months or rolling-3-months
 * @param denominator null for a count or a sum
 */
public record ExpectedFigure(
        ReportingPeriod period,
        String indicator,
        String timing,
        BigDecimal numerator,
        @Nullable BigDecimal denominator) {}
