package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;

/**
 * A figure.
 *
 * @param indicator its code
 * @param organisation id of the trust, service or team it is about
 * @param authority code of the council whose part it is; {@link #ALL} for all, {@link #NEITHER} for rows of none of them
 * @param numerator null where there is none (a median) or the figure is not available
 * @param denominator null where the figure is a count or amount, or is not available
 * @param value unrounded, to 10 decimals; null where it is not available or cannot be calculated
 * @param coverage of its window; where it was added up from stored months, of the last of them if it is this period's
 * @param outturn where the figure is of a year that was frozen; null otherwise
 */
public record IndicatorValue(
        String indicator,
        String organisation,
        String authority,
        Indicator.Timing timing,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        Status status,
        Coverage coverage,
        Basis basis,
        @Nullable Outturn outturn) {

    /** A figure that was calculated from rows. */
    public IndicatorValue(
            String indicator,
            String organisation,
            String authority,
            Indicator.Timing timing,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            Status status,
            Coverage coverage) {
        this(
                indicator,
                organisation,
                authority,
                timing,
                numerator,
                denominator,
                value,
                status,
                coverage,
                Basis.ROWS,
                null);
    }

    /** The same as what a year was frozen as. */
    IndicatorValue frozenAs(String name, @Nullable BigDecimal recalculated) {
        return new IndicatorValue(
                indicator,
                organisation,
                authority,
                timing,
                numerator,
                denominator,
                value,
                status,
                coverage,
                basis,
                new Outturn(name, recalculated));
    }

    /** What a figure of several months was made from. */
    public enum Basis {
        /** The rows of the returns. */
        ROWS,
        /** The figures of its months, as they stood in the ledger. */
        MONTHS;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Basis of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * That a figure is what a year was frozen as.
     *
     * @param recalculated what would be printed if it were not; null where that would be no value
     */
    public record Outturn(String name, @Nullable BigDecimal recalculated) {}

    /** All authorities together. */
    public static final String ALL = "";

    /** Rows whose council is not one of those that commission the organisation in the period. */
    public static final String NEITHER = "NEITHER";

    /** What a value is worth. */
    public enum Status {
        COMPLETE(""),
        /** Some of the returns it rests on are lacking. */
        PROVISIONAL("p"),
        /** Too few of the returns it rests on are there. */
        NOT_AVAILABLE("x"),
        /** There is nothing it could be calculated from: the denominator is 0, or the rows do not say the council. */
        NOT_APPLICABLE("z"),
        /** There is one, but it is kept back from those it is printed for; never the status of a calculated figure. */
        CONFIDENTIAL("c");

        private final String symbol;

        Status(String symbol) {
            this.symbol = symbol;
        }

        /** As the data files and, in square brackets, the workbooks print it. */
        public String symbol() {
            return symbol;
        }

        static Status of(String symbol) {
            for (Status status : values()) {
                if (status.symbol.equals(symbol)) {
                    return status;
                }
            }
            throw new IllegalArgumentException("no status has the symbol " + symbol);
        }
    }

    /** How many returns of the datasets it uses were expected and received, over its whole window. */
    public record Coverage(int expected, int received) {

        boolean isBelow(int percent) {
            return received == 0 || 100L * received < (long) percent * expected;
        }

        boolean isComplete() {
            return received >= expected;
        }
    }
}
