package org.scrutineer.trends;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.TrendSettings;

/**
 * The natural process limits of an XmR chart: the mean plus and minus 2.66 times the average moving range. A moving range
 * is the difference of two values that follow one another; none is taken where one is lacking between them.
 *
 * <p>Where the settings screen moving ranges, those of 3.267 times their average or more are left out once before the
 * average is taken for good, as NHSRplotthedots does; the mean is of all values. Should only ranges of 0 be left, the
 * values hardly ever move, and nothing is screened: limits without any room would make each of them exceptional.
 *
 * @param lower may lie below what the figure can be, e.g. below 0, as {@code upper} above it
 */
public record ControlLimits(BigDecimal mean, BigDecimal lower, BigDecimal upper) {

    private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_UP);
    private static final BigDecimal REACH = new BigDecimal("2.66");
    private static final BigDecimal SCREEN = new BigDecimal("3.267");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    /**
     * The limits of a series; none where its points are fewer than the settings ask for, or no two follow one another.
     *
     * @param stretches the values in the order of time, in one list those that follow one another without a gap
     */
    public static Optional<ControlLimits> of(List<List<BigDecimal>> stretches, TrendSettings settings) {
        if (stretches.stream().mapToInt(List::size).sum() < settings.fewestPoints()) {
            return Optional.empty();
        }
        int room = settings.limitsFromFirst() == null ? Integer.MAX_VALUE : settings.limitsFromFirst();
        var values = new ArrayList<BigDecimal>();
        var ranges = new ArrayList<BigDecimal>();
        for (List<BigDecimal> stretch : stretches) {
            for (int i = 0; i < stretch.size() && values.size() < room; i++) {
                values.add(stretch.get(i));
                if (i > 0) {
                    ranges.add(stretch.get(i).subtract(stretch.get(i - 1)).abs());
                }
            }
        }
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal mean = mean(values);
        BigDecimal reach = averageRange(ranges, settings.screened()).multiply(REACH);
        return Optional.of(new ControlLimits(mean, mean.subtract(reach), mean.add(reach)));
    }

    private static BigDecimal averageRange(List<BigDecimal> ranges, boolean screened) {
        BigDecimal average = mean(ranges);
        if (!screened) {
            return average;
        }
        BigDecimal screen = average.multiply(SCREEN);
        List<BigDecimal> kept =
                ranges.stream().filter(range -> range.compareTo(screen) < 0).toList();
        BigDecimal averageKept = kept.isEmpty() ? BigDecimal.ZERO : mean(kept);
        return averageKept.signum() == 0 ? average : averageKept;
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), PRECISION);
    }

    /** Whether a value is within the limits; the limits themselves are. */
    public boolean hold(BigDecimal value) {
        return value.compareTo(lower) >= 0 && value.compareTo(upper) <= 0;
    }

    /** Whether a value is within the limits, but more than two thirds of the way from the mean to one of them. */
    boolean nearlyLeave(BigDecimal value) {
        BigDecimal distance = value.subtract(mean).abs();
        return hold(value)
                && distance.multiply(THREE).compareTo(upper.subtract(mean).multiply(TWO)) > 0;
    }

    /** Which side of the mean a value is on; none where it is the mean. */
    Optional<Side> side(BigDecimal value) {
        return Side.of(value.compareTo(mean));
    }
}
