package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Function;
import org.scrutineer.indicators.ContributingRow.Reason;
import org.scrutineer.indicators.ContributingRow.Role;
import org.scrutineer.records.RowOrigin;

/** The rows that an indicator looks at over the days of a figure, of which each place has its own. */
public final class FigureRows {

    private static final int SCALE = 10;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Indicator indicator;
    private final List<Row> rows;

    FigureRows(Indicator indicator, List<Row> rows) {
        this.indicator = indicator;
        this.rows = List.copyOf(rows);
    }

    /**
     * A row before it is known for which place it is asked.
     *
     * @param per whether it is of those that the denominator alone is made from
     * @param places those it belongs to, the organisation as a whole first
     * @param value as text, so that whatever can be told apart can be counted; null where blank or not asked for
     */
    record Row(
            boolean per,
            String source,
            String team,
            List<Place> places,
            boolean inDenominator,
            boolean inNumerator,
            @Nullable String value,
            List<RowOrigin> origins) {}

    /**
     * What the rows of a place give.
     *
     * @param numerator null where a value is picked
     * @param denominator null where the figure is an amount or a number of something
     * @param picked null but for a middle or a highest value that has rows
     */
    public record Totals(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal picked) {}

    /** The rows of a place: those that count first, then those that do not, each by where they are from. */
    public List<ContributingRow> of(String organisation, String authority) {
        var place = new Place(organisation, authority);
        var inNumerator = new HashSet<String>();
        var inDenominator = new HashSet<String>();
        var contributing = new ArrayList<ContributingRow>();
        for (Row row : rows) {
            if (row.places().contains(place)) {
                contributing.add(contributing(row, inNumerator, inDenominator));
            }
        }
        contributing.sort(Comparator.comparing(ContributingRow::role));
        return contributing;
    }

    /** The places for which a row counts, with what it is there. */
    public List<PlaceRole> places(Predicate<RowOrigin> origin) {
        return rows.stream()
                .filter(row -> row.origins().stream().anyMatch(origin))
                .flatMap(row -> row.places().stream()
                        .map(place -> new PlaceRole(
                                place.organisation(),
                                place.authority(),
                                contributing(row, new HashSet<>(), new HashSet<>())
                                        .role())))
                .distinct()
                .toList();
    }

    /** What a row is to the figure of a place. */
    public record PlaceRole(String organisation, String authority, Role role) {}

    private ContributingRow contributing(Row row, Set<String> inNumerator, Set<String> inDenominator) {
        Indicator.Aggregate aggregate =
                row.per() ? Objects.requireNonNull(indicator.per()).aggregate() : indicator.aggregate();
        Reason reason = reason(row, aggregate.function());
        boolean counts = reason == Reason.MEETS_THE_DEFINITION;
        Role role = role(row, counts);
        boolean averaged =
                aggregate.function() == Function.MEAN || aggregate.function().picks();
        BigDecimal added = role == Role.NOT_COUNTED ? BigDecimal.ZERO : value(row, aggregate.function());
        BigDecimal toNumerator = role != Role.NUMERATOR || aggregate.function().picks()
                ? BigDecimal.ZERO
                : once(row, aggregate.function(), added, inNumerator);
        boolean both = role == Role.DENOMINATOR || (role == Role.NUMERATOR && hasOwnDenominator());
        BigDecimal toDenominator = !both
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

    /** What the rows of a place sum to. */
    public Totals totals(List<ContributingRow> ofPlace) {
        boolean picks = indicator.aggregate().function().picks();
        BigDecimal numerator =
                ofPlace.stream().map(ContributingRow::toNumerator).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal denominator =
                ofPlace.stream().map(ContributingRow::toDenominator).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Totals(picks ? null : numerator, isRatio() ? denominator : null, picks ? picked(ofPlace) : null);
    }

    private @Nullable BigDecimal picked(List<ContributingRow> ofPlace) {
        List<BigDecimal> values = ofPlace.stream()
                .filter(row -> row.role() == Role.NUMERATOR)
                .map(row -> Objects.requireNonNull(row.value()))
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
