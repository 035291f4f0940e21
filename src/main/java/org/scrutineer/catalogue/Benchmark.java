package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A published figure that an indicator may be compared with. It belongs to one definition of the indicator.
 *
 * @param indicator its code
 * @param definition the month from which the definition holds that the figure is comparable with
 * @param ends the day the figure is about, or the last day of the year it is about
 * @param value null where none was published
 * @param withheld why there is no value; null where there is one
 * @param numerator null where it was not published, or is not mapped
 * @param denominator the same
 * @param decimals how many it was published with
 */
public record Benchmark(
        String indicator,
        ReportingPeriod definition,
        PublishedArea area,
        LocalDate ends,
        @Nullable BigDecimal value,
        @Nullable Withheld withheld,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        int decimals,
        PublishedSource source,
        Place place) {

    /** Why a cell of published statistics has a symbol instead of a number. */
    public enum Withheld {
        CONFIDENTIAL("was withheld to protect people"),
        ROUNDS_TO_ZERO("rounds to zero, but is not zero"),
        UNRELIABLE("was withheld as unreliable"),
        NOT_AVAILABLE("was not available"),
        NOT_APPLICABLE("does not apply to the area");

        /** By the government's guidance on symbols in tables; the colon and the tilde are those of older files. */
        private static final Map<String, Withheld> SYMBOLS = Map.of(
                "c", CONFIDENTIAL,
                "k", ROUNDS_TO_ZERO,
                "low", ROUNDS_TO_ZERO,
                "~", ROUNDS_TO_ZERO,
                "u", UNRELIABLE,
                "x", NOT_AVAILABLE,
                ":", NOT_AVAILABLE,
                "z", NOT_APPLICABLE);

        private final String words;

        Withheld(String words) {
            this.words = words;
        }

        static Optional<Withheld> of(String symbol) {
            return Optional.ofNullable(SYMBOLS.get(symbol));
        }

        /** In words that follow "the figure". */
        public String words() {
            return words;
        }
    }
}
