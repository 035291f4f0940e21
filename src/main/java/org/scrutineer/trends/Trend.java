package org.scrutineer.trends;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * A figure over time.
 *
 * @param organisation as in {@link org.scrutineer.indicators.IndicatorValue}, as {@code authority}
 * @param timing that of the series, which is not the indicator's main one where that cannot be judged; null where none can
 * @param points all there are, oldest first, the period's own last if it has a value
 * @param start from when the points are held against one another, and why not from the first
 * @param limits of the points since then; none where they are too few
 * @param sentence what it says, e.g. {@code Worse than expected: seven months in a row below the average of 71.2%.}
 */
public record Trend(
        String indicator,
        String organisation,
        String authority,
        Indicator.@Nullable Timing timing,
        List<JudgedPoint> points,
        Optional<Start> start,
        Optional<ControlLimits> limits,
        Variation variation,
        Optional<Assurance> assurance,
        String sentence) {

    /** @param causes the rules it meets, the one that speaks first at the head; empty for common cause or no judgement */
    public record JudgedPoint(Point point, List<SpecialCause> causes) {

        public JudgedPoint {
            causes = List.copyOf(causes);
        }
    }

    /** @param reason as a clause, e.g. {@code the definition changed in April 2018} */
    public record Start(ReportingPeriod from, String reason) {}

    public Trend {
        points = List.copyOf(points);
    }

    /**
     * The point of the period itself.
     *
     * @throws IllegalStateException where it has none
     */
    public JudgedPoint newest() {
        if (points.isEmpty()) {
            throw new IllegalStateException(indicator + " of " + organisation + " has no value to judge");
        }
        return points.get(points.size() - 1);
    }

    /** Whether the point of the period is beyond a limit. */
    public boolean isBeyondLimit() {
        return variation.isSpecialCause()
                && newest().causes().stream().anyMatch(cause -> cause.rule() == SpecialCause.Rule.BEYOND_LIMIT);
    }

    /** How many values are lacking between the first point and the last. */
    public int gaps() {
        if (points.isEmpty() || timing == null) {
            return 0;
        }
        ReportingPeriod first = points.get(0).point().period();
        long months = ChronoUnit.MONTHS.between(
                first.month(), newest().point().period().month());
        return Math.toIntExact(months / TrendCalculator.step(timing) + 1 - points.size());
    }
}
