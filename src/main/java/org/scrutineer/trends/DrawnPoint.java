package org.scrutineer.trends;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.IndicatorValue;

/**
 * A value of a series as charts and the tables beside them show it.
 *
 * @param value unrounded
 * @param average that it is held against; none before a new start of the limits, or where there are no limits
 * @param target of its own month; none where the series is of another timing than the target
 * @param cause why it is unlikely to be chance, e.g. {@code Above the upper limit}; empty where it may be
 * @param provisional whether returns it rests on are missing
 * @param source where it was published; empty where it was calculated
 */
public record DrawnPoint(
        ReportingPeriod period,
        BigDecimal value,
        Optional<BigDecimal> average,
        Optional<PrintedLimits> limits,
        Optional<BigDecimal> target,
        String cause,
        boolean provisional,
        String source) {

    /** The points of a series, oldest first. */
    public static List<DrawnPoint> of(Trend trend, Indicator indicator, Catalogue catalogue) {
        return trend.points().stream()
                .map(point -> of(point, trend, indicator, catalogue))
                .toList();
    }

    private static DrawnPoint of(Trend.JudgedPoint judged, Trend trend, Indicator indicator, Catalogue catalogue) {
        Point point = judged.point();
        boolean held = point.judged()
                && trend.start()
                        .filter(start -> point.period().compareTo(start.from()) < 0)
                        .isEmpty();
        Optional<ControlLimits> drawn = held ? trend.limits() : Optional.empty();
        return new DrawnPoint(
                point.period(),
                point.value(),
                drawn.map(ControlLimits::mean),
                drawn.map(limits -> PrintedLimits.of(limits, indicator, trend.points())),
                trend.timing() == indicator.timing()
                        ? catalogue.target(indicator.id(), point.period()).map(Target::value)
                        : Optional.empty(),
                judged.causes().stream().map(DrawnPoint::inWords).collect(Collectors.joining("; ")),
                point.status() == IndicatorValue.Status.PROVISIONAL,
                point.source() == null ? "" : point.source());
    }

    /** Whether it is unlikely to be chance. */
    public boolean isMarked() {
        return !cause.isEmpty();
    }

    private static String inWords(SpecialCause cause) {
        boolean high = cause.side() == Side.HIGH;
        return switch (cause.rule()) {
            case BEYOND_LIMIT -> high ? "Above the upper limit" : "Below the lower limit";
            case TREND -> "One of " + cause.points() + " in a row, each " + (high ? "higher" : "lower");
            case NEAR_LIMIT -> "One of two of three near the " + (high ? "upper" : "lower") + " limit";
            case SHIFT -> "One of " + cause.points() + " in a row " + (high ? "above" : "below") + " the average";
        };
    }
}
