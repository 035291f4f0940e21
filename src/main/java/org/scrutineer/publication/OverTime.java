package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.trends.Trend;

/**
 * What a run's figures were before, as it stood when they were calculated, and what their course says.
 *
 * @param previous the values of the month before; of these, as of the others, only those there are
 * @param lastYear those of the same month a year before
 * @param meeting the latest period that the previous meeting was told of; null where none was told of any
 * @param atMeeting the values of that period
 * @param hiddenAtMeeting those of that period that there are, but that may not be told
 */
record OverTime(
        Map<RunFigures.Figure, BigDecimal> previous,
        Map<RunFigures.Figure, BigDecimal> lastYear,
        @Nullable ReportingPeriod meeting,
        Map<RunFigures.Figure, BigDecimal> atMeeting,
        Set<RunFigures.Figure> hiddenAtMeeting,
        Map<Whose, Trend> trends) {

    /** Whose course it is. */
    record Whose(String indicator, String organisation, String authority) {}

    OverTime {
        previous = Map.copyOf(previous);
        lastYear = Map.copyOf(lastYear);
        atMeeting = Map.copyOf(atMeeting);
        hiddenAtMeeting = Set.copyOf(hiddenAtMeeting);
        trends = Map.copyOf(trends);
    }

    static Map<Whose, Trend> byWhose(List<Trend> trends) {
        return trends.stream()
                .collect(Collectors.toMap(
                        trend -> new Whose(trend.indicator(), trend.organisation(), trend.authority()),
                        Function.identity()));
    }

    boolean isHiddenAtMeeting(IndicatorValue figure) {
        return hiddenAtMeeting.contains(RunFigures.Figure.of(figure));
    }

    Optional<Trend> trend(Indicator indicator, Part part) {
        return Optional.ofNullable(trends.get(new Whose(indicator.id(), part.organisation(), part.authority())));
    }
}
