package org.scrutineer.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.Rating;

/**
 * A figure that is printed otherwise than it was published before.
 *
 * @param before as the run before published it
 * @param now as it stands
 * @param causes in the order of {@link Cause}; never empty
 * @param ratingBefore null where it was not rated, or its rating may not be told
 * @param ratingNow the same of now
 * @param material whether it is marked beside the figure, by the catalogue's rule
 */
record Restatement(
        EarlierFigure before,
        EarlierFigure now,
        List<Cause> causes,
        @Nullable Rating ratingBefore,
        @Nullable Rating ratingNow,
        boolean material) {

    /** Why a figure is not what it was. */
    enum Cause {
        LATE("a return came late"),
        CORRECTED("a return was corrected and sent again"),
        AMENDED("cells of a return were amended"),
        NO_LONGER_COUNTED("a return that counted does not count any more"),
        DEFINITION("how the figure is made was changed in the catalogue"),
        TARGET("the target was changed in the catalogue"),
        ORGANISATION("the organisation was changed in the catalogue"),
        CATALOGUE("the catalogue is another, and the one before can no longer be compared with it"),
        SOFTWARE("the software is another version"),
        DISCLOSURE("what is hidden to protect small numbers is another"),
        OTHER_MONTHS("figures of other months that it is made from have changed");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** As data files name it, e.g. {@code other-months}. */
        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One that is marked, of a figure without a rating. */
    Restatement(EarlierFigure before, EarlierFigure now, List<Cause> causes) {
        this(before, now, causes, null, null, true);
    }

    Restatement {
        causes = List.copyOf(causes);
    }

    /** Whether two figures differ as they are printed: as much of them as a reader can see. */
    static boolean differ(Indicator indicator, EarlierFigure one, EarlierFigure other) {
        return one.status() != other.status()
                || !Objects.equals(printed(indicator, one.value()), printed(indicator, other.value()));
    }

    static @Nullable BigDecimal printed(Indicator indicator, @Nullable BigDecimal value) {
        return value == null ? null : value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
    }

    /** All its causes, e.g. {@code a return came late; the software is another version}. */
    String why() {
        return causes.stream().map(Cause::words).collect(Collectors.joining("; "));
    }

    /** By how much it has changed, as printed; none where one of the two has no value that may be told. */
    Optional<BigDecimal> change(Indicator indicator) {
        BigDecimal was = printed(indicator, before.value());
        BigDecimal is = printed(indicator, now.value());
        return was == null || is == null ? Optional.empty() : Optional.of(is.subtract(was));
    }
}
