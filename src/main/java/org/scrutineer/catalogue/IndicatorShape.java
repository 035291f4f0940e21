package org.scrutineer.catalogue;

import java.util.Optional;
import org.scrutineer.catalogue.Indicator.Function;
import org.scrutineer.catalogue.Indicator.Unit;

/** Whether an indicator says what its unit needs. */
final class IndicatorShape {

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
        if (unit.isEmpty()) {
            return;
        }
        switch (unit.get()) {
            case PERCENT -> {
                if (!numerator && !per) {
                    tell(
                            entry,
                            "a unit other than percent, or a numerator: which rows of the denominator count",
                            problems);
                }
            }
            case MEAN -> {
                if (!denominator && !per && function != Function.MEAN && function != Function.MEDIAN) {
                    tell(entry, "a unit other than mean, or one of mean, denominator and per to divide by", problems);
                }
            }
            case RATE_PER_10000 -> {
                if (!denominator && !per) {
                    tell(entry, "a unit other than a rate, or a denominator or per to divide by", problems);
                }
            }
            case DAYS -> {
                if (function != Function.MEAN && function != Function.MEDIAN) {
                    tell(entry, "a unit other than days, or a median or mean of days", problems);
                }
            }
            case COUNT, MONEY -> {
                // The numerator is the value.
            }
        }
    }

    private static void tell(Entry entry, String expected, Problems problems) {
        problems.add(entry.at("unit").orElse(entry), expected);
    }
}
