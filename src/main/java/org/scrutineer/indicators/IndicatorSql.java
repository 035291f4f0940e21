package org.scrutineer.indicators;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Aggregate;
import org.scrutineer.records.Window;

/**
 * The aggregates that an indicator's definition becomes over the days of a figure. Two definitions with a part in common
 * give the same text for it, so that it is worked out once.
 *
 * @param numerator of the rows of {@code from}; none for one that picks a value
 * @param denominator of the rows of {@code per.from}, or of {@code from} where there is no {@code per}
 * @param picked the middle or the highest of the rows of {@code from}; for one that picks a value only
 */
record IndicatorSql(Optional<Part> numerator, Part denominator, Optional<Part> picked) {

    /**
     * An aggregate over rows.
     *
     * @param sql the same text for the same thing
     * @param addsUp whether that of a whole is the sum of those of its parts: a row is in one part only, but what is
     *     different in each of two parts may be the same in both
     * @param counted the condition on the rows it is over; empty where all count
     */
    record Part(String sql, boolean addsUp, String counted) {}

    static IndicatorSql of(Indicator indicator, Window window) {
        Aggregate aggregate = indicator.aggregate();
        String inDenominator = condition(indicator.denominator(), window);
        String inNumerator = indicator.numerator() == null
                ? inDenominator
                : indicator.denominator() == null
                        ? condition(indicator.numerator(), window)
                        : "(" + inDenominator + " and " + condition(indicator.numerator(), window) + ")";
        boolean picks = aggregate.function().picks();
        return new IndicatorSql(
                picks ? Optional.empty() : Optional.of(total(aggregate, inNumerator, window)),
                indicator.per() != null
                        ? total(
                                indicator.per().aggregate(),
                                condition(indicator.per().where(), window),
                                window)
                        : denominator(aggregate, inDenominator, inNumerator, window),
                picks ? Optional.of(picked(aggregate, inNumerator, window)) : Optional.empty());
    }

    private static Part total(Aggregate aggregate, String counted, Window window) {
        return switch (aggregate.function()) {
            case COUNT -> new Part("count(*)" + filter(counted), true, counted);
            case SUM, MEAN -> new Part("sum(" + value(aggregate, window) + ")" + filter(counted), true, counted);
            case DISTINCT ->
                new Part("count(distinct " + value(aggregate, window) + ")" + filter(counted), false, counted);
            case MEDIAN, MAX -> throw new IllegalStateException(aggregate.function() + " is no total");
        };
    }

    private static Part denominator(Aggregate aggregate, String inDenominator, String inNumerator, Window window) {
        return switch (aggregate.function()) {
            case MEAN, MEDIAN, MAX ->
                new Part("count(" + value(aggregate, window) + ")" + filter(inNumerator), true, inNumerator);
            case COUNT, SUM, DISTINCT -> total(aggregate, inDenominator, window);
        };
    }

    private static Part picked(Aggregate aggregate, String counted, Window window) {
        String function = aggregate.function() == Indicator.Function.MAX ? "max" : "median";
        return new Part(
                "cast(" + function + "(" + value(aggregate, window) + ")" + filter(counted) + " as decimal(38, 10))",
                false,
                counted);
    }

    private static String filter(String counted) {
        return counted.isEmpty() ? "" : " filter (where " + counted + ")";
    }

    /** Empty where all rows count. */
    private static String condition(@Nullable Expression expression, Window window) {
        return expression == null ? "" : "coalesce((" + window.applyTo(expression.sql()) + "\n), false)";
    }

    private static String value(Aggregate aggregate, Window window) {
        if (aggregate.value() == null) {
            throw new IllegalStateException("nothing to apply " + aggregate.function() + " to");
        }
        return "(" + window.applyTo(aggregate.value().sql()) + "\n)";
    }
}
