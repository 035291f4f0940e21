package org.scrutineer.reconciliation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The natural process limits of an XmR chart: mean plus and minus 2.66 times the average moving range. Moving ranges of
 * 3.267 times the average or more are left out once before the average is taken for good, as NHSRplotthedots does; the
 * mean is of all values.
 *
 * @param lower may lie below what the figure can be, e.g. below 0
 */
record ControlLimits(BigDecimal mean, BigDecimal lower, BigDecimal upper) {

    /** With fewer points the limits say more about chance than about the service. */
    static final int FEWEST_POINTS = 12;

    private static final BigDecimal LIMIT = new BigDecimal("2.66");
    private static final BigDecimal SCREEN = new BigDecimal("3.267");

    /** @param values in the order of time; none where they are too few */
    static Optional<ControlLimits> of(List<BigDecimal> values) {
        if (values.size() < FEWEST_POINTS) {
            return Optional.empty();
        }
        var ranges = new ArrayList<BigDecimal>();
        for (int i = 1; i < values.size(); i++) {
            ranges.add(values.get(i).subtract(values.get(i - 1)).abs());
        }
        BigDecimal screen = mean(ranges).multiply(SCREEN);
        List<BigDecimal> kept =
                ranges.stream().filter(range -> range.compareTo(screen) < 0).toList();
        BigDecimal mean = mean(values);
        BigDecimal reach = kept.isEmpty() ? BigDecimal.ZERO : mean(kept).multiply(LIMIT);
        return Optional.of(new ControlLimits(mean, mean.subtract(reach), mean.add(reach)));
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), new MathContext(34, RoundingMode.HALF_UP));
    }

    boolean hold(BigDecimal value) {
        return value.compareTo(lower) >= 0 && value.compareTo(upper) <= 0;
    }
}
