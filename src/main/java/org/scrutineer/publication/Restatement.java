package org.scrutineer.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.EarlierFigure;

/**
 * A figure that is printed otherwise than it was published before.
 *
 * @param before as the run before published it
 * @param now as it stands
 * @param causes in the order of {@link Cause}; never empty
 */
record Restatement(EarlierFigure before, EarlierFigure now, List<Cause> causes) {

    /** Why a figure is not what it was. */
    enum Cause {
        LATE("a return came late"),
        CORRECTED("a return was corrected and sent again"),
        AMENDED("cells of a return were amended"),
        CATALOGUE("the definition, the target or the organisation was changed in the catalogue"),
        SOFTWARE("the software is another version"),
        OTHER_MONTHS("figures of other months that it is made from have changed");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    Restatement {
        causes = List.copyOf(causes);
    }

    /** Whether two figures differ as they are printed: as much of them as a reader can see. */
    static boolean differ(Indicator indicator, EarlierFigure one, EarlierFigure other) {
        return one.status() != other.status()
                || !Objects.equals(printed(indicator, one.value()), printed(indicator, other.value()));
    }

    private static @Nullable BigDecimal printed(Indicator indicator, @Nullable BigDecimal value) {
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
