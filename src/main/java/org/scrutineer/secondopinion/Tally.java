package org.scrutineer.secondopinion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator.Function;

/** What the rows of a part have come to, so that the tallies of parts can be put together to that of the whole. */
final class Tally {

    private final Function function;
    private final Set<Object> different = new HashSet<>();
    private final List<BigDecimal> values = new ArrayList<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private long rows;
    private long present;

    Tally(Function function) {
        this.function = function;
    }

    /** @param value what the function is applied to; of no account where rows are counted */
    void add(@Nullable Object value) {
        rows++;
        if (value == null || function == Function.COUNT) {
            return;
        }
        present++;
        switch (function) {
            case SUM, MEAN -> sum = sum.add(Values.decimal(value));
            case DISTINCT -> different.add(Values.canonical(value));
            case MEDIAN, MAX -> values.add(Values.decimal(value));
            case COUNT -> throw new IllegalStateException("rows are counted without a value");
        }
    }

    void add(Tally part) {
        rows += part.rows;
        present += part.present;
        sum = sum.add(part.sum);
        different.addAll(part.different);
        values.addAll(part.values);
    }

    /** What was added up or counted; null where a value is picked, as nothing is added up. */
    @Nullable
    BigDecimal total() {
        return switch (function) {
            case COUNT -> BigDecimal.valueOf(rows);
            case SUM, MEAN -> sum;
            case DISTINCT -> BigDecimal.valueOf(different.size());
            case MEDIAN, MAX -> null;
        };
    }

    boolean hasRows() {
        return rows > 0;
    }

    /** How many rows have a value. */
    BigDecimal present() {
        return BigDecimal.valueOf(present);
    }

    /** The highest value; or the value in the middle, or half-way between the two there; null of no values. */
    @Nullable
    BigDecimal picked() {
        if (values.isEmpty()) {
            return null;
        }
        List<BigDecimal> sorted = values.stream().sorted().toList();
        if (function == Function.MAX) {
            return sorted.get(sorted.size() - 1);
        }
        BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal upper = sorted.get(sorted.size() / 2);
        // Half of a whole number has one decimal; that of a decimal is cut to the decimals it has.
        int decimals = Math.max(lower.scale(), upper.scale());
        return lower.add(
                upper.subtract(lower).divide(BigDecimal.valueOf(2), decimals == 0 ? 1 : decimals, RoundingMode.DOWN));
    }
}
