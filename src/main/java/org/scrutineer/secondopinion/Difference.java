package org.scrutineer.secondopinion;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.indicators.IndicatorValue;

/** A figure that is one thing to the record store and another to the rows added up one by one. */
record Difference(
        Recomputation recomputation,
        String of,
        String authority,
        Optional<IndicatorValue> calculated,
        Recomputed rows) {

    /** Whether both ways give the same numerator, denominator and value. */
    static boolean agree(IndicatorValue calculated, Recomputed rows) {
        return same(calculated.numerator(), rows.numerator())
                && same(calculated.denominator(), rows.denominator())
                && same(calculated.value(), rows.value());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** For example {@code AS01 for the month, of Team North: the record store gives 65 / 100 = 65, the rows …}. */
    String sentence(Organisation organisation) {
        return recomputation.indicator().id() + " (" + recomputation.timing().id() + ") of "
                + (of.equals(organisation.id()) ? organisation.name() : name(organisation))
                + (authority.equals(IndicatorValue.ALL) ? "" : ", " + authority)
                + ": the record store gives "
                + calculated
                        .map(value -> written(value.numerator(), value.denominator(), value.value()))
                        .orElse("no figure")
                + ", the rows added up one by one give "
                + written(rows.numerator(), rows.denominator(), rows.value());
    }

    private String name(Organisation organisation) {
        return organisation.services().stream()
                .filter(service -> service.id().equals(of))
                .map(Organisation.Service::name)
                .findFirst()
                .orElseGet(() -> organisation.senderName(of));
    }

    private static String written(
            @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, @Nullable BigDecimal value) {
        String quotient = denominator == null
                ? ""
                : (numerator == null ? "" : written(numerator)) + " / " + written(denominator) + " = ";
        return quotient + (value == null ? "nothing" : written(value));
    }

    private static String written(@Nullable BigDecimal number) {
        BigDecimal given = Objects.requireNonNull(number);
        return given.signum() == 0 ? "0" : given.stripTrailingZeros().toPlainString();
    }
}
