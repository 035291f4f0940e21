package org.scrutineer.indicators;

import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Aggregate;

/** The queries an indicator's definition becomes: numerator and denominator for the trust, its services and teams. */
final class IndicatorSql {

    private IndicatorSql() {}

    /** Columns of the result: service, team, authority (each null where summed over), numerator, denominator, middle. */
    static String query(Indicator indicator, boolean byAuthority) {
        String inDenominator = condition(indicator.denominator());
        String inNumerator = "(" + inDenominator + " and " + condition(indicator.numerator()) + ")";
        return grouped(
                indicator.from(),
                byAuthority,
                numerator(indicator.aggregate(), inNumerator),
                denominator(indicator, inDenominator, inNumerator),
                middle(indicator.aggregate(), inNumerator));
    }

    /** The denominators alone, where they come from elsewhere; the same columns. */
    static String perQuery(Indicator.Per per, boolean byAuthority) {
        String counted = condition(per.where());
        return grouped(per.from(), byAuthority, "null", numerator(per.aggregate(), counted), "null");
    }

    private static String numerator(Aggregate aggregate, String counted) {
        return switch (aggregate.function()) {
            case COUNT -> "count(*) filter (where " + counted + ")";
            case SUM, MEAN -> "coalesce(sum(" + value(aggregate) + ") filter (where " + counted + "), 0)";
            case MEDIAN -> "null";
            case DISTINCT -> "count(distinct " + value(aggregate) + ") filter (where " + counted + ")";
        };
    }

    private static String denominator(Indicator indicator, String inDenominator, String inNumerator) {
        Aggregate aggregate = indicator.aggregate();
        return switch (aggregate.function()) {
            case MEAN, MEDIAN -> "count(" + value(aggregate) + ") filter (where " + inNumerator + ")";
            case COUNT, SUM, DISTINCT -> numerator(aggregate, inDenominator);
        };
    }

    private static String middle(Aggregate aggregate, String counted) {
        return aggregate.function() == Indicator.Function.MEDIAN
                ? "cast(median(" + value(aggregate) + ") filter (where " + counted + ") as decimal(38, 10))"
                : "null";
    }

    private static String grouped(
            String from, boolean byAuthority, String numerator, String denominator, String middle) {
        String authority = byAuthority ? "_authority" : "null";
        return "select unit._service, rows.team, " + authority + ", grouping(unit._service), grouping(rows.team), "
                + (byAuthority ? "grouping(_authority)" : "1") + ", " + numerator + ", " + denominator + ", "
                + middle
                + " from (select *"
                + (byAuthority
                        ? ", coalesce((select known._code from _known_authority as known"
                                + " where known._code = data.authority), '" + IndicatorValue.NEITHER + "')"
                                + " as _authority"
                        : "")
                + " from " + from + " as data) as rows join _unit as unit on unit._team = rows.team"
                + " group by grouping sets ((), (unit._service), (rows.team)"
                + (byAuthority ? ", (_authority)" : "") + ") order by 4, 5, 6, 1, 2, 3";
    }

    private static String condition(@Nullable Expression expression) {
        return expression == null ? "true" : "coalesce((" + expression.sql() + "\n), false)";
    }

    private static String value(Aggregate aggregate) {
        if (aggregate.value() == null) {
            throw new IllegalStateException("nothing to apply " + aggregate.function() + " to");
        }
        return "(" + aggregate.value().sql() + "\n)";
    }
}
