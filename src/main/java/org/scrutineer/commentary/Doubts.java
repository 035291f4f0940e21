package org.scrutineer.commentary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.DisclosureProfile;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.stereotype.Component;

/** Reads explanations for what their readers will ask about. */
@Component
public class Doubts {

    static final String CLAIM = "explanation-claims-more";
    static final String SMALL = "explanation-tells-small-number";

    private final Catalogue catalogue;
    private final KnownNumbers numbers;

    Doubts(Catalogue catalogue, KnownNumbers numbers) {
        this.catalogue = catalogue;
        this.numbers = numbers;
    }

    /**
     * Claims that the figures do not bear, then numbers that a public audience must not be told where it is told of the
     * figure.
     *
     * @param run whose figures it is held against
     */
    public List<Doubt> of(int run, ReportingPeriod period, FigureInQuestion figure, Explanation said) {
        var found = new ArrayList<Doubt>();
        if (said.why() != null) {
            KnownNumbers.Of known = numbers.of(run, period, figure);
            ClaimLint.read(said.why(), figure.indicator(), known).stream()
                    .map(claim -> new Doubt(
                            CLAIM,
                            "why",
                            claim.words(),
                            claim.expected(),
                            "Reword the explanation, or say which figure is meant."))
                    .forEach(found::add);
        }
        found.addAll(small(figure.indicator(), said));
        return found;
    }

    private List<Doubt> small(Indicator indicator, Explanation said) {
        var found = new ArrayList<Doubt>();
        if (!indicator.people()) {
            return found;
        }
        for (Audience audience : catalogue.audiences()) {
            Optional<DisclosureProfile> profile =
                    Optional.ofNullable(audience.disclosure()).flatMap(catalogue::disclosureProfile);
            if (profile.isPresent()
                    && (audience.indicators().isEmpty() || audience.indicators().contains(indicator.id()))) {
                found.addAll(small(audience, profile.get(), "why", said.why()));
                found.addAll(small(audience, profile.get(), "action", said.action()));
            }
        }
        return found;
    }

    private List<Doubt> small(Audience audience, DisclosureProfile profile, String column, @Nullable String text) {
        return QuotedNumbers.in(text, catalogue.names()).stream()
                .filter(quoted -> quoted.isCount()
                        && quoted.number().signum() > 0
                        && quoted.number().compareTo(BigDecimal.valueOf(profile.hideUpTo())) <= 0)
                .map(quoted -> new Doubt(
                        SMALL,
                        column,
                        quoted.words(),
                        "no number of people from 1 to " + profile.hideUpTo() + ", as such numbers are hidden from "
                                + audience.name(),
                        "Say it without the number; until then the text is withheld from " + audience.name() + "."))
                .toList();
    }
}
