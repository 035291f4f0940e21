package org.scrutineer.catalogue;

import java.time.Month;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a figure.
 *
 * <p>Of the rows of {@code from}, those that meet {@code denominator} (all, where it is null) make the denominator and
 * those of them that meet {@code numerator} too make the numerator. With {@code per} the denominator comes from
 * elsewhere and the numerator's rows are those of {@code from} that meet {@code numerator}. An indicator with neither a
 * denominator nor {@code per}, of unit {@link Unit#COUNT} or {@link Unit#MONEY}, is its numerator.
 *
 * @param id its code, e.g. {@code AS01}
 * @param owner the role that answers for it
 * @param from a dataset or a view
 * @param aggregate what is added up over the rows
 * @param per where the denominator comes from, if not from the same rows
 * @param also further timings it is given for
 * @param people whether it counts people, so that small numbers must be hidden in public
 * @param measuredIn what is counted, for people, e.g. {@code full-time equivalents}
 * @param decimals how many are shown; the value itself is not rounded to them
 * @param definition how it is defined, in a sentence for the reader of a workbook
 * @param source where the definition comes from
 * @param continues whether it goes on the series of the definition it replaces, as only its words changed
 * @param minimumCoverage percent of expected returns below which no value is given
 * @param headline whether it is one of those the organisation is judged by, which are calculated a second way
 * @param windowNote what is to be known of its windows wherever it is said how it moves, as a sentence; or null
 */
public record Indicator(
        String id,
        String name,
        String theme,
        String owner,
        String from,
        @Nullable Expression denominator,
        @Nullable Expression numerator,
        Aggregate aggregate,
        @Nullable Per per,
        Timing timing,
        Set<Timing> also,
        boolean people,
        Unit unit,
        String measuredIn,
        int decimals,
        Polarity good,
        String definition,
        String source,
        ReportingPeriod validFrom,
        @Nullable ReportingPeriod validTo,
        boolean continues,
        int minimumCoverage,
        boolean headline,
        @Nullable String windowNote,
        Place place) {

    public Indicator {
        also = Collections.unmodifiableSet(new LinkedHashSet<>(also));
    }

    /** What is added up over the rows that count. */
    public enum Function {
        /** The rows themselves. */
        COUNT,
        SUM,
        /** The sum of a value over the number of rows that have it. */
        MEAN,
        MEDIAN,
        /** The highest value. */
        MAX,
        /** How many different values there are. */
        DISTINCT;

        /** Whether what it gives for the parts of some rows sums to what it gives for all of them. */
        public boolean addsUp() {
            return this == COUNT || this == SUM || this == MEAN;
        }

        /** Whether it gives one of the values, or one between two, so that nothing is added up and there is no numerator. */
        public boolean picks() {
            return this == MEDIAN || this == MAX;
        }
    }

    /** @param value what the function is applied to; null for {@link Function#COUNT} only */
    public record Aggregate(Function function, @Nullable Expression value) {}

    /** @param where which of its rows count; all where null */
    public record Per(String from, @Nullable Expression where, Aggregate aggregate) {}

    /** The days a figure is about, for a reporting period. */
    public enum Timing {
        /** The month itself. */
        MONTH,
        /** How things stand at the end of the month. */
        SNAPSHOT,
        /** The quarter of the year the month lies in, up to the end of the month. */
        QUARTER,
        /** From the first day of the year, usually 1 April. */
        YEAR_TO_DATE,
        /** The twelve months that end with this one. */
        ROLLING_12_MONTHS,
        /** The three months that end with this one. */
        ROLLING_3_MONTHS,
        /** The last whole year that has ended by the end of the month. */
        YEAR;

        /** As the catalogue and the data files write it, e.g. {@code rolling-12-months}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** @throws IllegalArgumentException where no timing has this id */
        public static Timing of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /**
         * The months whose days are in the window that ends with {@code period}.
         *
         * @param yearStart the month that years begin with
         */
        Months months(ReportingPeriod period, Month yearStart) {
            int monthsBefore = Math.floorMod(period.month().getMonthValue() - yearStart.getValue(), 12);
            return switch (this) {
                case MONTH, SNAPSHOT -> new Months(period, period);
                case QUARTER -> new Months(period.plusMonths(-(monthsBefore % 3)), period);
                case YEAR_TO_DATE -> new Months(period.plusMonths(-monthsBefore), period);
                case ROLLING_12_MONTHS -> new Months(period.plusMonths(-11), period);
                case ROLLING_3_MONTHS -> new Months(period.plusMonths(-2), period);
                case YEAR -> {
                    ReportingPeriod last = monthsBefore == 11 ? period : period.plusMonths(-monthsBefore - 1);
                    yield new Months(last.plusMonths(-11), last);
                }
            };
        }
    }

    /** How the value follows from numerator and denominator. */
    public enum Unit {
        /** 100 times the numerator over the denominator, 0 to 100 unless the definition allows more. */
        PERCENT,
        /** The numerator, or the highest value. */
        COUNT,
        /** 10,000 times the numerator over the denominator. */
        RATE_PER_10000,
        /** The numerator over the denominator. */
        MEAN,
        /** The middle, the highest or the average value, in days. */
        DAYS,
        /** The numerator, or the highest value, in pounds. */
        MONEY
    }

    /** Which way is better. */
    public enum Polarity {
        HIGH,
        LOW,
        NEAR_TARGET,
        /** For information: no value is better than another. */
        INFORMATION
    }

    /** Whether it is a count or an amount, which has no denominator. */
    public boolean isTotal() {
        return (unit == Unit.COUNT || unit == Unit.MONEY)
                && !aggregate.function().picks();
    }

    public boolean validIn(ReportingPeriod period) {
        return validFrom.compareTo(period) <= 0 && (validTo == null || period.compareTo(validTo) <= 0);
    }

    /** Whether the numerators and denominators of parts that share no row sum to those of the whole. */
    public boolean addsUpOverParts() {
        return aggregate.function().addsUp()
                && (per == null || per.aggregate().function().addsUp());
    }

    /** The main timing first, then the further ones. */
    public List<Timing> timings() {
        return Stream.concat(Stream.of(timing), also.stream()).toList();
    }
}
