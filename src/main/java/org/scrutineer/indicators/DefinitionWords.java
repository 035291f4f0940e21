package org.scrutineer.indicators;

import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Aggregate;

/** How figures are calculated, in words around the expressions of the catalogue. */
public final class DefinitionWords {

    private DefinitionWords() {}

    /** What the numerator is, or the figure where it has none, e.g. {@code number of rows of visits where seen = 'Y'}. */
    public static String numerator(Indicator indicator) {
        String rows = indicator.denominator() == null
                ? where(indicator.from(), indicator.numerator())
                : indicator.numerator() == null
                        ? "those in the denominator"
                        : "those in the denominator where " + sql(indicator.numerator());
        return aggregated(indicator.aggregate(), rows);
    }

    /** What it is divided by; empty for a count or an amount. */
    public static String denominator(Indicator indicator) {
        Indicator.Per per = indicator.per();
        if (per != null) {
            return aggregated(per.aggregate(), where(per.from(), per.where()));
        }
        if (indicator.isTotal()) {
            return "";
        }
        return switch (indicator.aggregate().function()) {
            case MEAN, MEDIAN, MAX -> "number of those with a value of " + value(indicator.aggregate());
            case COUNT, SUM, DISTINCT ->
                aggregated(indicator.aggregate(), where(indicator.from(), indicator.denominator()));
        };
    }

    private static String aggregated(Aggregate aggregate, String rows) {
        return switch (aggregate.function()) {
            case COUNT -> "number of " + rows;
            case SUM, MEAN -> "sum of " + value(aggregate) + " over " + rows;
            case MEDIAN -> "middle value of " + value(aggregate) + " over " + rows;
            case MAX -> "highest value of " + value(aggregate) + " over " + rows;
            case DISTINCT -> "number of different " + value(aggregate) + " in " + rows;
        };
    }

    private static String where(String from, @Nullable Expression condition) {
        return condition == null ? "all rows of " + from : "rows of " + from + " where " + sql(condition);
    }

    private static String value(Aggregate aggregate) {
        return aggregate.value() == null ? "the rows" : sql(aggregate.value());
    }

    private static String sql(Expression expression) {
        return expression.sql().strip().replaceAll("\\s+", " ");
    }
}
