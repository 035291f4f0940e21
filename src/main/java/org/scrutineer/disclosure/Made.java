package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Aggregate;
import org.scrutineer.catalogue.Indicator.Function;
import org.scrutineer.catalogue.Indicator.Unit;
import org.scrutineer.catalogue.ReferenceTable;

/**
 * What an indicator's figures are made of.
 *
 * @param numerator null where a value is picked
 * @param denominator null for a count or an amount
 * @param part whether the numerator counts some of what the denominator counts, so that their difference counts the rest
 */
record Made(
        Unit unit,
        int decimals,
        @Nullable Quantity numerator,
        @Nullable Quantity denominator,
        boolean part) {

    private static final int SCALE = 10;

    /**
     * What is counted, in words that are the same for the same thing: those of the catalogue. Two that only happen to
     * read alike do no harm, as only equal numbers are taken for one.
     */
    record Quantity(String words, Kind kind) {}

    enum Kind {
        PEOPLE,
        /** What is added up over people, such as days. */
        AMOUNT,
        /** Published by others, and known to everyone. */
        REFERENCE
    }

    static Made of(Indicator indicator, Catalogue catalogue) {
        Aggregate aggregate = indicator.aggregate();
        String all = words(indicator.denominator());
        String counted = indicator.denominator() == null || indicator.numerator() == null
                ? all + words(indicator.numerator())
                : all + " and " + words(indicator.numerator());
        boolean averaged =
                aggregate.function() == Function.MEAN || aggregate.function().picks();
        Quantity numerator = aggregate.function().picks()
                ? null
                : quantity(indicator.from(), counted, aggregate, averaged || isAmount(indicator));
        if (indicator.isTotal()) {
            return new Made(indicator.unit(), indicator.decimals(), numerator, null, false);
        }
        Indicator.Per per = indicator.per();
        if (per != null) {
            Set<String> references =
                    catalogue.references().stream().map(ReferenceTable::id).collect(Collectors.toSet());
            Quantity denominator = references.contains(per.from())
                    ? new Quantity(per.toString(), Kind.REFERENCE)
                    : quantity(per.from(), words(per.where()), per.aggregate(), false);
            return new Made(indicator.unit(), indicator.decimals(), numerator, denominator, false);
        }
        if (averaged) {
            var rows = new Quantity(
                    indicator.from() + ": " + counted + ": count " + words(aggregate.value()), Kind.PEOPLE);
            return new Made(indicator.unit(), indicator.decimals(), numerator, rows, false);
        }
        Quantity denominator = quantity(indicator.from(), all, aggregate, false);
        return new Made(indicator.unit(), indicator.decimals(), numerator, denominator, !isAmount(indicator));
    }

    private static boolean isAmount(Indicator indicator) {
        return indicator.aggregate().function() == Function.SUM
                && (indicator.unit() == Unit.MEAN || indicator.unit() == Unit.DAYS || indicator.unit() == Unit.MONEY);
    }

    private static Quantity quantity(String from, String where, Aggregate aggregate, boolean amount) {
        String function = aggregate.function() == Function.COUNT
                ? ""
                : ": " + aggregate.function().name() + " " + words(aggregate.value());
        return new Quantity(from + ": " + where + function, amount ? Kind.AMOUNT : Kind.PEOPLE);
    }

    /** On one line, with single spaces, so that the same condition laid out otherwise is the same. */
    private static String words(@Nullable Expression expression) {
        return expression == null ? "" : expression.sql().strip().replaceAll("\\s+", " ");
    }

    /** What the value is of these, as the figures of a run work it out; null where it cannot be. */
    @Nullable
    BigDecimal value(BigDecimal numerator, @Nullable BigDecimal denominator) {
        return switch (unit) {
            case COUNT, MONEY -> numerator;
            case PERCENT, RATE_PER_10000, MEAN, DAYS ->
                Objects.requireNonNull(denominator).signum() == 0
                        ? null
                        : numerator
                                .multiply(BigDecimal.valueOf(times()))
                                .divide(denominator, SCALE, RoundingMode.HALF_UP);
        };
    }

    /** How many times the quotient of numerator and denominator the value is. */
    int times() {
        return switch (unit) {
            case PERCENT -> 100;
            case RATE_PER_10000 -> 10_000;
            case COUNT, MONEY, MEAN, DAYS -> 1;
        };
    }
}
