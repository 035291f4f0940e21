package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much a published figure must have changed for the change to be material. What changes a rating, and a value that has
 * come or gone, is material always.
 *
 * @param byUnit for each unit the least change that is; of other units every change is
 */
public record Materiality(Map<Indicator.Unit, Least> byUnit) {

    /** Every change that can be seen is material. */
    public static final Materiality OF_EVERY_CHANGE = new Materiality(Map.of());

    /**
     * The least change that is material; where both are given, either is enough.
     *
     * @param points in what the figure is measured in; null for no such limit
     * @param percent of what it was; null for no such limit
     */
    public record Least(
            @Nullable BigDecimal points, @Nullable BigDecimal percent) {

        private boolean isReached(BigDecimal was, BigDecimal is) {
            BigDecimal change = is.subtract(was).abs();
            return (points != null && change.compareTo(points) >= 0)
                    || (percent != null && change.movePointRight(2).compareTo(percent.multiply(was.abs())) >= 0);
        }
    }

    public Materiality {
        byUnit = Map.copyOf(byUnit.isEmpty() ? byUnit : new EnumMap<>(byUnit));
    }

    /**
     * Whether a change is material by its size.
     *
     * @param was as it was printed
     * @param is as it is printed
     */
    public boolean isMaterial(Indicator.Unit unit, BigDecimal was, BigDecimal is) {
        Least least = byUnit.get(unit);
        return was.compareTo(is) != 0 && (least == null || least.isReached(was, is));
    }
}
