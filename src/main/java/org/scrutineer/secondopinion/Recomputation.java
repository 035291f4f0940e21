package org.scrutineer.secondopinion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Function;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.records.Formula;
import org.scrutineer.records.NotReadableException;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.Window;

/**
 * One indicator for one timing, worked out a second time: its rows are added up as they come, and each figure is then put
 * together from what they came to by team and council.
 */
final class Recomputation {

    private static final int SCALE = 10;

    private static final RowFormula ALWAYS = row -> Boolean.TRUE;

    private final Indicator indicator;
    private final Timing timing;
    private final Organisation organisation;
    private final Months months;
    private final Map<String, Organisation.Team> lines;
    private final boolean byAuthority;
    private final boolean perReference;
    private final Fold numerators;
    private final Fold denominators;

    private Recomputation(
            Indicator indicator,
            Timing timing,
            Organisation organisation,
            ReportingPeriod period,
            Months months,
            boolean byAuthority,
            boolean perReference,
            Fold numerators,
            Fold denominators) {
        this.indicator = indicator;
        this.timing = timing;
        this.organisation = organisation;
        this.months = months;
        this.lines = organisation.teams().stream()
                .collect(Collectors.toMap(Organisation.Team::id, team -> organisation.line(team, period)));
        this.byAuthority = byAuthority;
        this.perReference = perReference;
        this.numerators = numerators;
        this.denominators = denominators;
    }

    /**
     * Has the rows of an indicator added up once they are read.
     *
     * @throws NotRecomputableException where it uses something that only the engine knows
     */
    static Recomputation of(
            Indicator indicator,
            Timing timing,
            ReportingPeriod period,
            Catalogue catalogue,
            RecordStore store,
            Views views,
            Interpreter interpreter)
            throws NotRecomputableException {
        Months months = catalogue.calendar().months(timing, period);
        Window window = Window.of(months);
        RowStream rows = views.stream(indicator.from());
        Indicator.Per per = indicator.per();
        RowStream others = per == null ? rows : views.stream(per.from());
        boolean byAuthority = rows.shape().has("authority") && others.shape().has("authority");
        var reading = new Reading(store, interpreter, window);
        RowFormula inDenominator = reading.condition(indicator.denominator(), rows.shape());
        RowFormula inNumerator = reading.condition(indicator.numerator(), rows.shape());
        RowFormula counted = row -> inDenominator.holds(row) && inNumerator.holds(row);
        Fold numerators = reading.fold(rows.shape(), counted, indicator.aggregate(), byAuthority);
        Fold denominators = per == null
                ? reading.fold(rows.shape(), inDenominator, indicator.aggregate(), byAuthority)
                : reading.fold(
                        others.shape(), reading.condition(per.where(), others.shape()), per.aggregate(), byAuthority);
        rows.to(numerators);
        others.to(denominators);
        boolean perReference = per != null
                && catalogue.references().stream().anyMatch(table -> table.id().equals(per.from()));
        return new Recomputation(
                indicator,
                timing,
                catalogue.organisation(),
                period,
                months,
                byAuthority,
                perReference,
                numerators,
                denominators);
    }

    Indicator indicator() {
        return indicator;
    }

    Timing timing() {
        return timing;
    }

    /** Whether the rows can tell a figure: its council, and what it is divided by where others publish that. */
    boolean tells(String of, String authority) {
        boolean whole = authority.equals(IndicatorValue.ALL);
        return (whole || byAuthority)
                && (!perReference
                        || (!authority.equals(IndicatorValue.NEITHER)
                                && denominators
                                        .of(teams(of), authorities(authority))
                                        .hasRows()));
    }

    /** The figure of a team, a service or the whole, and of a council's part of the whole. */
    Recomputed figure(String of, String authority) {
        Predicate<String> teams = teams(of);
        Predicate<String> authorities = authorities(authority);
        Tally numerator = numerators.of(teams, authorities);
        Function function = indicator.aggregate().function();
        boolean fromNumerator = indicator.per() == null && (function == Function.MEAN || function.picks());
        BigDecimal total = numerator.total();
        BigDecimal base = fromNumerator
                ? numerator.present()
                : denominators.of(teams, authorities).total();
        if (function.picks()) {
            return new Recomputed(null, base, numerator.picked());
        }
        boolean isTotal = indicator.unit() == Indicator.Unit.COUNT || indicator.unit() == Indicator.Unit.MONEY;
        BigDecimal value = switch (indicator.unit()) {
            case COUNT, MONEY -> total;
            case PERCENT -> quotient(total, base, 100);
            case RATE_PER_10000 -> quotient(total, base, 10_000);
            case MEAN, DAYS -> quotient(total, base, 1);
        };
        return new Recomputed(total, isTotal ? null : base, value);
    }

    private static @Nullable BigDecimal quotient(@Nullable BigDecimal total, @Nullable BigDecimal base, int times) {
        return total == null || base == null || base.signum() == 0
                ? null
                : total.multiply(BigDecimal.valueOf(times)).divide(base, SCALE, RoundingMode.HALF_UP);
    }

    private Predicate<String> teams(String of) {
        if (of.equals(organisation.id())) {
            return team -> true;
        }
        Set<String> ofPart = organisation.teams().stream()
                .map(Organisation.Team::id)
                .filter(team -> {
                    Organisation.Team line = Objects.requireNonNull(lines.get(team));
                    return line.service().equals(of) || line.id().equals(of);
                })
                .collect(Collectors.toSet());
        return ofPart::contains;
    }

    private Predicate<String> authorities(String authority) {
        if (!authority.equals(IndicatorValue.NEITHER)) {
            return authority.equals(IndicatorValue.ALL) ? code -> true : authority::equals;
        }
        Set<String> known = organisation.authorities(months).stream()
                .map(Organisation.Authority::id)
                .collect(Collectors.toSet());
        return code -> !known.contains(code);
    }

    /** Makes an indicator's expressions ready for rows. */
    private record Reading(RecordStore store, Interpreter interpreter, Window window) {

        RowFormula condition(@Nullable Expression expression, Shape shape) throws NotRecomputableException {
            return expression == null ? ALWAYS : interpreter.formula(formula(expression), shape);
        }

        Fold fold(Shape shape, RowFormula condition, Indicator.Aggregate aggregate, boolean byAuthority)
                throws NotRecomputableException {
            Expression value = aggregate.value();
            return new Fold(
                    shape,
                    condition,
                    aggregate.function(),
                    value == null ? null : interpreter.formula(formula(value), shape),
                    byAuthority);
        }

        private Formula formula(Expression expression) throws NotRecomputableException {
            try {
                return store.formula(expression, window);
            } catch (NotReadableException e) {
                throw new NotRecomputableException(e.what());
            }
        }
    }
}
