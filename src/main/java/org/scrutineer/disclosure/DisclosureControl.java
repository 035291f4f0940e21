package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.springframework.stereotype.Service;

/**
 * Decides what public audiences may be told. All public releases of a run go through it at once: what one shows must not
 * give away what another hides, nor what an earlier one hid.
 */
@Service
public class DisclosureControl {

    private final Catalogue catalogue;
    private final PrintedFigures printed;

    DisclosureControl(Catalogue catalogue, PrintedFigures printed) {
        this.catalogue = catalogue;
        this.printed = printed;
    }

    /**
     * Hides what must be hidden of a run's public releases. The same run with the same figures gets the same answer.
     *
     * @param run its number; what was published by earlier runs counts
     * @return in the order asked
     */
    public List<ControlledRelease> control(int run, List<PublicRelease> releases) {
        return releases.stream().map(this::primary).toList();
    }

    private ControlledRelease primary(PublicRelease release) {
        Rule rule = Rule.of(release.profile());
        var byKey = new TreeMap<FigureKey, List<PrintedFigure>>();
        for (TrueFigure figure : release.figures()) {
            List<PrintedFigure> sameKey = byKey.computeIfAbsent(figure.key(), first -> new ArrayList<>());
            if (sameKey.stream().noneMatch(other -> other.truth().equals(figure))) {
                sameKey.add(primary(figure, rule));
            }
        }
        return new ControlledRelease(release.audience(), release.profile(), byKey);
    }

    private PrintedFigure primary(TrueFigure figure, Rule rule) {
        Optional<Indicator> indicator = catalogue
                .definition(figure.key().indicator(), figure.key().period())
                .filter(Indicator::people);
        BigDecimal numerator = figure.numerator();
        BigDecimal denominator = figure.denominator();
        if (indicator.isEmpty()) {
            return new PrintedFigure(figure, numerator, denominator, figure.value(), false);
        }
        Made made = Made.of(indicator.get(), catalogue);
        boolean small = (numerator != null && rule.hides(numerator))
                || (denominator != null && rule.hides(denominator))
                || (made.part()
                        && numerator != null
                        && denominator != null
                        && rule.hides(denominator.subtract(numerator)));
        return small
                ? new PrintedFigure(figure, null, null, null, true)
                : new PrintedFigure(figure, numerator, denominator, figure.value(), false);
    }

    /**
     * Tries to work out every hidden number from the releases and everything published before.
     *
     * @throws ReleaseRefusedException where it can
     */
    public void attack(int run, List<ControlledRelease> releases) {
        // Comes with the attacker.
    }

    /** Keeps what a run has published, in place of anything it had published, for those who come after. */
    public void published(int run, List<ControlledRelease> releases) {
        printed.replace(run, releases);
    }
}
