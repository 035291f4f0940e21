package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Function;
import org.scrutineer.indicators.ContributingRow.Reason;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.indicators.FigureRows.Row;
import org.scrutineer.indicators.FigureRows.Totals;

/** What rows are to the figures of an indicator, and what they add. */
final class RowRoles {

    private static final int SCALE = 10;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Indicator indicator;

    RowRoles(Indicator indicator) {
        this.indicator = indicator;
    }

    /** Rows that are alike. Where what is different is counted, they add together what one of them does. */
    record Counted(ContributingRow row, long count) {}

    /**
     * What a row is to the figure and adds to it.
     *
     * @param inNumerator what was met in the numerator, where what is different is counted; takes what is met now
     * @param inDenominator the same of the denominator
     */
    ContributingRow contributing(Row row, Set<String> inNumerator, Set<String> inDenominator) {
        Indicator.Aggregate aggregate = aggregate(row.per());
        Reason reason = reason(row, aggregate.function());
        Role role = role(row, reason == Reason.MEETS_THE_DEFINITION);
        boolean averaged =
                aggregate.function() == Function.MEAN || aggregate.function().picks();
        BigDecimal added = role == Role.NOT_COUNTED ? BigDecimal.ZERO : value(row, aggregate.function());
        BigDecimal toNumerator = role != Role.NUMERATOR || aggregate.function().picks()
                ? BigDecimal.ZERO
                : once(row, aggregate.function(), added, inNumerator);
        BigDecimal toDenominator = !isOfDenominator(role)
                ? BigDecimal.ZERO
                : averaged && !row.per() ? BigDecimal.ONE : once(row, aggregate.function(), added, inDenominator);
        return new ContributingRow(
                role,
                reason,
                row.source(),
                row.team(),
                aggregate.function() == Function.COUNT || aggregate.function() == Function.DISTINCT
                        ? null
                        : row.value() == null ? null : new BigDecimal(row.value()),
                toNumerator,
                toDenominator,
                row.origins());
    }

    private static Reason reason(Row row, Function function) {
        if (!row.inDenominator()) {
            return Reason.OUTSIDE_THE_DENOMINATOR;
        }
        boolean lacksValue = function != Function.COUNT && row.value() == null;
        if (row.per()) {
            return lacksValue ? Reason.WITHOUT_A_VALUE : Reason.MEETS_THE_DEFINITION;
        }
        if (lacksValue) {
            return Reason.WITHOUT_A_VALUE;
        }
        return row.inNumerator() ? Reason.MEETS_THE_DEFINITION : Reason.OUTSIDE_THE_NUMERATOR;
    }

    Role role(Row row) {
        return role(row, reason(row, aggregate(row.per()).function()) == Reason.MEETS_THE_DEFINITION);
    }

    /** Whether rows of this role are a part of the whole. */
    boolean isOfDenominator(Role role) {
        return role == Role.DENOMINATOR || (role == Role.NUMERATOR && hasOwnDenominator());
    }

    /** @param per whether of the rows that the denominator alone is made from */
    Indicator.Aggregate aggregate(boolean per) {
        return per ? Objects.requireNonNull(indicator.per()).aggregate() : indicator.aggregate();
    }

    private Role role(Row row, boolean counts) {
        if (row.per()) {
            return counts ? Role.DENOMINATOR : Role.NOT_COUNTED;
        }
        if (counts) {
            return Role.NUMERATOR;
        }
        boolean partOfWhole = hasOwnDenominator()
                && indicator.aggregate().function() != Function.MEAN
                && !indicator.aggregate().function().picks()
                && row.inDenominator()
                && (indicator.aggregate().function() == Function.COUNT || row.value() != null);
        return partOfWhole ? Role.DENOMINATOR : Role.NOT_COUNTED;
    }

    /** Whether the denominator is made from the same rows as the numerator. */
    private boolean hasOwnDenominator() {
        return indicator.per() == null && isRatio();
    }

    private boolean isRatio() {
        return !indicator.isTotal();
    }

    private static BigDecimal value(Row row, Function function) {
        return switch (function) {
            case COUNT, DISTINCT -> BigDecimal.ONE;
            case SUM, MEAN, MEDIAN, MAX -> new BigDecimal(Objects.requireNonNull(row.value()));
        };
    }

    /** Of what is counted by how many are different, each counts with the first row that has it. */
    private static BigDecimal once(Row row, Function function, BigDecimal added, Set<String> met) {
        return function != Function.DISTINCT || met.add(Objects.requireNonNull(row.value())) ? added : BigDecimal.ZERO;
    }

    /** What rows sum to. */
    Totals totals(List<Counted> rows) {
        boolean picks = indicator.aggregate().function().picks();
        BigDecimal numerator = rows.stream()
                .map(one -> one.row().toNumerator().multiply(times(one, false)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal denominator = rows.stream()
                .map(one -> one.row().toDenominator().multiply(times(one, indicator.per() != null)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Totals(picks ? null : numerator, isRatio() ? denominator : null, picks ? picked(rows) : null);
    }

    private BigDecimal times(Counted rows, boolean per) {
        return aggregate(per).function() == Function.DISTINCT ? BigDecimal.ONE : BigDecimal.valueOf(rows.count());
    }

    private @Nullable BigDecimal picked(List<Counted> rows) {
        List<BigDecimal> values = rows.stream()
                .filter(one -> one.row().role() == Role.NUMERATOR)
                .flatMap(one ->
                        Collections.nCopies(
                                Math.toIntExact(one.count()),
                                Objects.requireNonNull(one.row().value()))
                                .stream())
                .sorted()
                .toList();
        if (values.isEmpty()) {
            return null;
        }
        int half = values.size() / 2;
        return indicator.aggregate().function() == Function.MAX
                ? values.get(values.size() - 1)
                : values.size() % 2 == 1
                        ? values.get(half)
                        : values.get(half - 1).add(values.get(half)).divide(TWO, SCALE, RoundingMode.HALF_UP);
    }
}
