package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Target;

/** How a figure stands against its target. It is given from the figure as printed, so that a reader can check it. */
public enum Rating {
    GREEN("Green"),
    AMBER("Amber"),
    RED("Red");

    private final String word;

    Rating(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * Rates a figure: Green at the target or better, Amber up to the tolerance, Red beyond. Where near the target is
     * good, Green is as far from the target as the tolerance is, Amber twice as far. None for a figure without a value
     * or target, or one for information.
     *
     * @param value rounded half up to the indicator's decimals first
     */
    public static Optional<Rating> of(Indicator indicator, @Nullable BigDecimal value, Optional<Target> target) {
        if (value == null || target.isEmpty() || indicator.good() == Indicator.Polarity.INFORMATION) {
            return Optional.empty();
        }
        BigDecimal printed = value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
        BigDecimal goal = target.get().value();
        BigDecimal tolerance = target.get().tolerance();
        return Optional.of(
                switch (indicator.good()) {
                    case HIGH -> rate(printed.compareTo(goal) >= 0, printed.compareTo(tolerance) >= 0);
                    case LOW -> rate(printed.compareTo(goal) <= 0, printed.compareTo(tolerance) <= 0);
                    case NEAR_TARGET -> {
                        BigDecimal reach = target.get().reach();
                        BigDecimal distance = printed.subtract(goal).abs();
                        yield rate(
                                distance.compareTo(reach) <= 0,
                                distance.compareTo(reach.multiply(BigDecimal.valueOf(2))) <= 0);
                    }
                    case INFORMATION -> throw new IllegalStateException("rated without a polarity");
                });
    }

    private static Rating rate(boolean meetsTarget, boolean withinTolerance) {
        return meetsTarget ? GREEN : withinTolerance ? AMBER : RED;
    }
}
