package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.springframework.stereotype.Component;

/** The figures of a period that a run has otherwise than the run before it, for whoever decides whether it is wanted. */
@Component
public class ChangedFigures {

    private final Catalogue catalogue;
    private final IndicatorValues values;
    private final RestatementsReader restatements;

    ChangedFigures(Catalogue catalogue, IndicatorValues values, RestatementsReader restatements) {
        this.catalogue = catalogue;
        this.values = values;
        this.restatements = restatements;
    }

    /**
     * A figure that has changed, as it is printed for managers.
     *
     * @param indicator its id, with its name and whether the organisation is judged by it
     * @param of whose figure it is, e.g. {@code First Response Team 1}
     * @param isOfTheWhole whether it is the organisation's own, by the indicator's main timing
     * @param before e.g. {@code 65.0 per cent}, or why there was no value
     * @param why at least one reason, each a clause
     */
    public record ChangedFigure(
            String indicator,
            String name,
            boolean headline,
            String of,
            boolean isOfTheWhole,
            String timing,
            String before,
            String now,
            List<String> why) {

        public ChangedFigure {
            why = List.copyOf(why);
        }
    }

    /**
     * In the order figures are calculated in; none where there was no run of the period before.
     *
     * @param run whose figures have been calculated, published or not
     */
    public List<ChangedFigure> of(int run, ReportingPeriod period) {
        return restatements.read(run, period, values.of(run), List.of()).stream()
                .flatMap(restatement -> catalogue.indicators(period).stream()
                        .filter(indicator ->
                                indicator.id().equals(restatement.now().indicator()))
                        .map(indicator -> changed(indicator, restatement)))
                .toList();
    }

    private ChangedFigure changed(Indicator indicator, Restatement restatement) {
        EarlierFigure now = restatement.now();
        Organisation organisation = catalogue.organisation();
        return new ChangedFigure(
                indicator.id(),
                indicator.name(),
                indicator.headline(),
                whose(now),
                now.organisation().equals(organisation.id())
                        && now.authority().equals(IndicatorValue.ALL)
                        && now.timing() == indicator.timing(),
                FigureWords.timing(now.timing()),
                said(indicator, restatement.before()),
                said(indicator, now),
                restatement.causes().stream().map(Restatement.Cause::words).toList());
    }

    private String whose(EarlierFigure figure) {
        Organisation organisation = catalogue.organisation();
        if (!figure.authority().equals(IndicatorValue.ALL)) {
            return organisation.authorities().stream()
                    .filter(authority -> authority.id().equals(figure.authority()))
                    .map(Organisation.Authority::name)
                    .findFirst()
                    .orElse("no authority that is known");
        }
        Optional<String> service = organisation.services().stream()
                .filter(one -> one.id().equals(figure.organisation()))
                .map(Organisation.Service::name)
                .findFirst();
        return service.orElseGet(() -> organisation.senderName(figure.organisation()));
    }

    private static String said(Indicator indicator, EarlierFigure figure) {
        BigDecimal value = figure.value();
        return value == null
                ? "no value"
                : FigureWords.number(value, indicator.decimals()) + " " + FigureWords.unit(indicator);
    }
}
