package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.Rating;
import org.scrutineer.trends.Variation;

/**
 * A figure as a file of published data tells it.
 *
 * @param organisationName as it was printed
 * @param level what it is about, as the file names it, e.g. {@code team}
 * @param figure without a value where none was told; its status says why
 * @param revised whether another value was published before
 * @param target what it is held to; none where it has none, or is not of the indicator's main timing
 * @param rating none where it was not rated
 * @param previous of the month before; none where none was told
 * @param direction what its course says; none but for the indicator's main timing
 */
public record ToldFigure(
        ReportingPeriod period,
        String organisationName,
        String level,
        IndicatorValue figure,
        boolean revised,
        Optional<BigDecimal> target,
        Optional<Rating> rating,
        Optional<BigDecimal> previous,
        Optional<Variation> direction) {}
