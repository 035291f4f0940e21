package org.scrutineer.catalogue;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.scrutineer.catalogue.Indicator.Function;
import org.scrutineer.catalogue.Indicator.Unit;

/** Whether an indicator says what its unit needs. */
final class IndicatorShape {

    private static final Set<Unit> OF_SINGLE_VALUES = EnumSet.of(Unit.COUNT, Unit.DAYS, Unit.MONEY);

    private IndicatorShape() {}

    static void check(Entry entry, Optional<Unit> unit, Function function, Problems problems) {
        boolean per = entry.at("per").isPresent();
        boolean numerator = entry.at("numerator").isPresent();
        boolean denominator = entry.at("denominator").isPresent();
        if (per && denominator) {
            problems.add(
                    entry.at("denominator").orElse(entry),
                    "either denominator, for rows of from, or per, for rows from elsewhere");
        }
        if (function == Function.MEDIAN && unit.isPresent() && unit.get() != Unit.DAYS) {
            tell(entry, "days, as the indicator is a median", problems);
        }
        if (function == Function.MAX && unit.isPresent() && !OF_SINGLE_VALUES.contains(unit.get())) {
            tell(entry, "count, days or money, as the indicator is the highest of values", problems);
        }
        if (function.picks() && per) {
            problems.add(entry.at("per").orElse(entry), "nothing to divide by, as the indicator is one of the values");
        }
        if (unit.isEmpty()) {
            return;
        }
        switch (unit.get()) {
            case PERCENT -> {
                if (!numerator && !per && !function.picks()) {
                    tell(
                            entry,
                            "a unit other than percent, or a numerator: which rows of the denominator count",
                            problems);
                }
            }
            case MEAN -> {
                if (!denominator && !per && function != Function.MEAN && !function.picks()) {
                    tell(entry, "a unit other than mean, or one of mean, denominator and per to divide by", problems);
                }
            }
            case RATE_PER_10000 -> {
                if (!denominator && !per) {
                    tell(entry, "a unit other than a rate, or a denominator or per to divide by", problems);
                }
            }
            case DAYS -> {
                if (function != Function.MEAN && !function.picks()) {
                    tell(entry, "a unit other than days, or a median, mean or max of days", problems);
                }
            }
            case COUNT, MONEY -> {
                // The numerator is the value, or the highest value is.
            }
        }
    }

    private static void tell(Entry entry, String expected, Problems problems) {
        problems.add(entry.at("unit").orElse(entry), expected);
    }
}
