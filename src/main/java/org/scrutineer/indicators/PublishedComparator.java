package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Benchmark.Withheld;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.PublishedSource;

/**
 * A published figure beside which one of ours is printed.
 *
 * @param name whose it is, e.g. {@code England}
 * @param authority id of the authority whose figure it stands beside; {@link IndicatorValue#ALL} for the whole
 * @param value to 10 decimals where it is an average; null where none was published
 * @param withheld why there is no value; null where there is one
 * @param numerator null where none was published
 * @param denominator the same
 * @param decimals how many it is printed with
 * @param ends the day it is about, or the last day of the year it is about
 * @param later whether that is after the period reported on
 * @param remark what else is to be known of it, in whole sentences; may be empty
 */
public record PublishedComparator(
        Kind kind,
        String name,
        String authority,
        @Nullable BigDecimal value,
        @Nullable Withheld withheld,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        int decimals,
        LocalDate ends,
        boolean later,
        String remark,
        PublishedSource source) {

    /** Who published figures are of. */
    public enum Kind {
        NATION,
        REGION,
        /** The average of the areas like an authority's. */
        NEIGHBOURS,
        /** The best of them. */
        BEST_NEIGHBOUR,
        /** Our own area's, as published. */
        OURS
    }

    /**
     * How one of our figures stands beside it.
     *
     * @param difference ours less theirs, both as printed, so that a reader who subtracts them finds it
     * @param word Better, Worse, or Higher and Lower where no way is better; or that they are the same
     */
    public record Standing(BigDecimal difference, int decimals, String word) {}

    /** The day it is about, or the year that ended then, e.g. {@code Year to 31 March 2018}. */
    public String published(Indicator indicator) {
        String day = FigureWords.date(ends);
        return (indicator.timing() == Indicator.Timing.SNAPSHOT ? day : "Year to " + day)
                + (later ? ", later than this report" : "");
    }

    /**
     * How our figure stands beside this one. Where it was published with fewer decimals than ours is printed with, a
     * difference of up to half of its last decimal may be its rounding alone, and is not called better or worse.
     *
     * @throws IllegalStateException where no value was published
     */
    public Standing standing(Indicator indicator, BigDecimal ours) {
        if (value == null) {
            throw new IllegalStateException(indicator.id() + ": " + name + " has no value");
        }
        BigDecimal printed = ours.setScale(indicator.decimals(), RoundingMode.HALF_UP);
        BigDecimal theirs = value.setScale(decimals, RoundingMode.HALF_UP);
        BigDecimal difference = printed.subtract(theirs);
        BigDecimal rounding = BigDecimal.ONE
                .movePointLeft(decimals)
                .divide(BigDecimal.valueOf(2), decimals + 1, RoundingMode.UNNECESSARY);
        String word = difference.signum() == 0
                ? "The same"
                : difference.abs().compareTo(rounding) <= 0
                        ? "The same within rounding"
                        : word(indicator.good(), difference.signum() > 0);
        return new Standing(difference, Math.max(indicator.decimals(), decimals), word);
    }

    private static String word(Indicator.Polarity good, boolean higher) {
        return switch (good) {
            case HIGH -> higher ? "Better" : "Worse";
            case LOW -> higher ? "Worse" : "Better";
            case NEAR_TARGET, INFORMATION -> higher ? "Higher" : "Lower";
        };
    }
}
