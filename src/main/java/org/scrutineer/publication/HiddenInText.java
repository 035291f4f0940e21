package org.scrutineer.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.QuotedNumbers;
import org.scrutineer.commentary.QuotedNumbers.Quoted;
import org.scrutineer.disclosure.ControlledRelease;
import org.scrutineer.disclosure.PrintedFigure;

/**
 * Keeps back what people wrote where it may tell the public a number that is hidden: one that equals a hidden number, or a
 * number of people as small as those that are hidden. In its place stands that it was.
 */
final class HiddenInText {

    /** In place of a text that is kept back. */
    static final String WITHHELD = "Withheld, as it quotes a number that may be one of those that are hidden.";

    private final int hideUpTo;
    private final Map<String, Indicator> indicators;
    private final Set<String> names;

    private final Set<BigDecimal> hiddenCounts = new HashSet<>();

    /** As they would be printed. */
    private final Set<BigDecimal> hiddenValues = new HashSet<>();

    /** What people are counted as, e.g. {@code children}. */
    private final Set<String> people;

    HiddenInText(RunFigures run, ControlledRelease release) {
        Catalogue catalogue = run.catalogue();
        this.hideUpTo = release.profile().hideUpTo();
        List<Indicator> defined = catalogue.indicators(run.period());
        this.indicators = defined.stream().collect(Collectors.toMap(Indicator::id, indicator -> indicator));
        this.people = defined.stream()
                .filter(Indicator::people)
                .map(Indicator::measuredIn)
                .flatMap(words -> Stream.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")))
                .filter(word -> word.length() > 3)
                .collect(Collectors.toSet());
        this.names = catalogue.names();
        release.figures().forEach(this::note);
    }

    private void note(PrintedFigure figure) {
        if (figure.hidesNumerator()) {
            hiddenCounts.add(shortest(figure.truth().numerator()));
        }
        if (figure.hidesDenominator()) {
            hiddenCounts.add(shortest(figure.truth().denominator()));
        }
        BigDecimal value = figure.truth().value();
        Indicator indicator = indicators.get(figure.key().indicator());
        if (figure.hidden() && value != null && indicator != null) {
            if (indicator.isTotal()) {
                hiddenCounts.add(shortest(value));
            }
            hiddenValues.add(shortest(value.setScale(indicator.decimals(), RoundingMode.HALF_UP)));
        }
    }

    private static BigDecimal shortest(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** The same without what must be kept back of its texts. */
    Explanation shown(Explanation said) {
        Indicator indicator = indicators.get(said.indicator());
        return new Explanation(
                said.indicator(),
                said.role(),
                said.figure(),
                shown(said.why(), indicator),
                shown(said.action(), indicator),
                shown(said.byWhom(), indicator),
                said.byWhen(),
                said.onTarget());
    }

    private @Nullable String shown(@Nullable String text, @Nullable Indicator indicator) {
        return QuotedNumbers.in(text, names).stream().anyMatch(quoted -> mayBeHidden(quoted, indicator))
                ? WITHHELD
                : text;
    }

    private boolean mayBeHidden(Quoted quoted, @Nullable Indicator indicator) {
        BigDecimal number = quoted.number().stripTrailingZeros();
        boolean ofPeople = indicator == null || indicator.people() || countsPeople(quoted.next());
        if (quoted.isCount() && ofPeople) {
            boolean small = number.signum() > 0 && number.compareTo(BigDecimal.valueOf(hideUpTo)) <= 0;
            return small || hiddenCounts.contains(number);
        }
        return !quoted.isCount() && hiddenValues.contains(number);
    }

    private boolean countsPeople(String words) {
        return Stream.of(words.split("[^\\p{L}]+")).anyMatch(people::contains);
    }
}
