package org.scrutineer.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.trends.Trend;

/**
 * What a run's figures were before, as it stood when they were calculated, and what their course says.
 *
 * @param previous the figures of the month before; of these, as of the others, only those that have a value, which is
 *     null where it may not be told
 * @param lastYear those of the same month a year before
 * @param meeting the latest period that the previous meeting was told of; null where none was told of any
 * @param atMeeting the figures of that period
 */
record OverTime(
        Map<RunFigures.Figure, EarlierFigure> previous,
        Map<RunFigures.Figure, EarlierFigure> lastYear,
        @Nullable ReportingPeriod meeting,
        Map<RunFigures.Figure, EarlierFigure> atMeeting,
        Map<Whose, Trend> trends) {

    /** Whose course it is. */
    record Whose(String indicator, String organisation, String authority) {}

    OverTime {
        previous = Map.copyOf(previous);
        lastYear = Map.copyOf(lastYear);
        atMeeting = Map.copyOf(atMeeting);
        trends = Map.copyOf(trends);
    }

    static Map<Whose, Trend> byWhose(List<Trend> trends) {
        return trends.stream()
                .collect(Collectors.toMap(
                        trend -> new Whose(trend.indicator(), trend.organisation(), trend.authority()),
                        Function.identity()));
    }

    /** Figures by what they are; those without a value are left out. */
    static Map<RunFigures.Figure, EarlierFigure> byFigure(List<EarlierFigure> figures) {
        return figures.stream()
                .filter(figure -> figure.value() != null)
                .collect(Collectors.toMap(RunFigures.Figure::of, Function.identity()));
    }

    Optional<Trend> trend(Indicator indicator, Part part) {
        return Optional.ofNullable(trends.get(new Whose(indicator.id(), part.organisation(), part.authority())));
    }
}
