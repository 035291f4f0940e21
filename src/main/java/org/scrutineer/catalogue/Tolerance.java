package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Indicator.Polarity;

/** How a tolerance is given in {@code targets.csv}. */
enum Tolerance {
    /** As a value of the indicator. */
    VALUE,
    /** As a distance from the target, in the indicator's unit. */
    POINTS,
    /** As a distance from the target, in percent of the target. */
    PERCENT;

    /** So that the value a reader sees is the one the figure is rated by. */
    private static final int DECIMALS = 2;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static List<String> ids() {
        return Stream.of(values()).map(Tolerance::id).toList();
    }

    static Optional<Tolerance> of(String id) {
        return Stream.of(values()).filter(one -> Names.same(one.id(), id)).findFirst();
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of the indicator beyond which a figure is Red. Where near the target is good it is the upper one of the
     * two. A percentage of the target is rounded half up to 2 decimals.
     */
    BigDecimal limit(BigDecimal given, BigDecimal target, Polarity good) {
        BigDecimal distance = switch (this) {
            case VALUE -> given.subtract(target);
            case POINTS -> given;
            case PERCENT -> target.abs().multiply(given).divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
        };
        return this != VALUE && good == Polarity.HIGH ? target.subtract(distance) : target.add(distance);
    }
}
