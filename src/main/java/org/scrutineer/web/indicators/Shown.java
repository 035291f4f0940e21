package org.scrutineer.web.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.pipeline.Run;
import org.scrutineer.publication.ToldFigure;

/**
 * The figures of a period that somebody may see, none others.
 *
 * @param catalogue the one the run used
 * @param basis what they are, as a sentence
 * @param figures in the order they were published in
 * @param part id of the organisation, service or team they are looked at for
 * @param authority code of the authority that they are looked at for; empty for all together
 * @param courses the course of each figure; none is known to those who see what was issued
 * @param rows whether the rows behind a figure may be looked at
 */
record Shown(
        Run run,
        Catalogue catalogue,
        String basis,
        List<ToldFigure> figures,
        String part,
        String authority,
        Optional<Books.Book> courses,
        boolean rows) {

    Shown {
        figures = List.copyOf(figures);
    }

    public ReportingPeriod period() {
        return run.period();
    }

    /** The figure of an indicator's main timing for the part. */
    Optional<ToldFigure> main(Indicator indicator) {
        return figures.stream()
                .filter(told -> isOf(indicator).test(told)
                        && told.figure().timing() == indicator.timing()
                        && told.figure().organisation().equals(part)
                        && told.figure().authority().equals(authority))
                .findFirst();
    }

    /** The figures of an indicator that meet a condition, in order. */
    List<ToldFigure> of(Indicator indicator, Predicate<ToldFigure> condition) {
        return figures.stream().filter(isOf(indicator).and(condition)).toList();
    }

    private static Predicate<ToldFigure> isOf(Indicator indicator) {
        return told -> told.figure().indicator().equals(indicator.id());
    }

    /** The indicators that have a figure for the part, in the catalogue's order. */
    List<Indicator> indicators() {
        return catalogue.indicators(period()).stream()
                .filter(indicator -> main(indicator).isPresent())
                .toList();
    }

    /** What figures can be looked at for: names by id, in the order they were published in. */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        figures.stream()
                .filter(told -> told.figure().authority().equals(IndicatorValue.ALL))
                .forEach(told -> parts.putIfAbsent(told.figure().organisation(), told.organisationName()));
        return parts;
    }

    public String partName() {
        return figures.stream()
                .filter(told -> told.figure().organisation().equals(part))
                .map(ToldFigure::organisationName)
                .findFirst()
                .orElseGet(() -> catalogue.organisation().senderName(part));
    }

    boolean isOfTheWhole() {
        return part.equals(catalogue.organisation().id());
    }
}
