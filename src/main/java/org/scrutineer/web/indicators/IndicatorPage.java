package org.scrutineer.web.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.Comparators;
import org.scrutineer.indicators.DefinitionWords;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.PublishedComparator;
import org.scrutineer.publication.ToldFigure;
import org.scrutineer.trends.DrawnPoint;

/**
 * An indicator in a period.
 *
 * @param facts what it is and how it stands
 * @param definition how it is defined
 * @param points its course, oldest first
 * @param limits what it is held against, as a sentence; empty where it is not
 * @param chart null where there are too few points to draw
 * @param parts the figures of services, teams and authorities, of the main timing
 * @param windows the figures of the further timings
 * @param beside what others published
 */
record IndicatorPage(
        String code,
        String name,
        String theme,
        Figure figure,
        List<Fact> facts,
        List<Fact> definition,
        List<Past> points,
        String limits,
        @Nullable Chart chart,
        List<Figure> parts,
        List<Figure> windows,
        List<Beside> beside) {

    private static final int FEWEST_POINTS = 3;

    record Fact(String label, String text) {}

    /**
     * One figure of it.
     *
     * @param of whom or which days it is about
     * @param numerator empty where it has none
     * @param rating null where it is not rated
     */
    record Figure(
            String of,
            String kind,
            String organisation,
            String authority,
            String timing,
            String value,
            String numerator,
            String denominator,
            @Nullable Tag rating,
            String direction,
            String remark) {}

    /** @param remark what is to be known of it; empty where there is nothing */
    record Past(String period, String value, String remark) {}

    /** @param standing how ours stands beside it; empty where one of them has no value */
    record Beside(String name, String period, String value, String standing, String remark, String source) {}

    static IndicatorPage of(Shown shown, Indicator indicator, List<DrawnPoint> points) {
        ToldFigure told = shown.main(indicator).orElseThrow();
        Catalogue catalogue = shown.catalogue();
        String direction = IndicatorList.direction(shown, indicator, told);
        Optional<Target> target = told.target().flatMap(any -> catalogue.target(indicator.id(), shown.period()));
        return new IndicatorPage(
                indicator.id(),
                indicator.name(),
                indicator.theme(),
                figure(shown, indicator, told, ""),
                facts(indicator, told, target, direction),
                definition(catalogue, indicator),
                points.stream().map(point -> past(indicator, point)).toList(),
                limits(indicator, points),
                points.size() < FEWEST_POINTS ? null : Chart.of(indicator, points, direction),
                shown
                        .of(
                                indicator,
                                one -> one.figure().timing() == indicator.timing()
                                        && !one.equals(told)
                                        && shown.isOfTheWhole())
                        .stream()
                        .map(one -> figure(shown, indicator, one, named(catalogue, one)))
                        .toList(),
                shown
                        .of(
                                indicator,
                                one -> one.figure().timing() != indicator.timing()
                                        && one.figure().organisation().equals(shown.part())
                                        && one.figure().authority().equals(shown.authority()))
                        .stream()
                        .map(one -> figure(
                                shown,
                                indicator,
                                one,
                                FigureWords.timing(one.figure().timing())))
                        .toList(),
                shown.isOfTheWhole() ? beside(shown, indicator) : List.of());
    }

    private static Past past(Indicator indicator, DrawnPoint point) {
        return new Past(
                point.period().title(),
                FigureWords.number(point.value(), indicator.decimals()),
                Stream.of(point.cause(), point.provisional() ? "Provisional" : "", point.source())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(". ")));
    }

    private static String limits(Indicator indicator, List<DrawnPoint> points) {
        if (points.isEmpty()) {
            return "";
        }
        DrawnPoint last = points.get(points.size() - 1);
        return last.average()
                .flatMap(average -> last.limits()
                        .map(limits -> "The average is " + FigureWords.number(average, indicator.decimals())
                                + "; what is usual lies between "
                                + FigureWords.number(limits.lower(), indicator.decimals()) + " and "
                                + FigureWords.number(limits.upper(), indicator.decimals()) + "."))
                .orElse("");
    }

    private static List<Fact> facts(Indicator indicator, ToldFigure told, Optional<Target> target, String direction) {
        IndicatorValue figure = told.figure();
        BigDecimal value = figure.value();
        String rating = value == null
                ? ""
                : target.flatMap(goal ->
                                told.rating().map(rated -> FigureWords.ratingReason(indicator, value, goal, rated)))
                        .orElse("");
        return Stream.of(
                        new Fact("Figure", FigureText.full(indicator, figure)),
                        new Fact("About the figure", FigureText.remark(indicator, told)),
                        new Fact(
                                "Target",
                                target.map(goal -> FigureWords.target(indicator, goal))
                                        .orElse("")),
                        new Fact("Rating", rating),
                        new Fact("Direction of travel", direction),
                        new Fact(
                                "A month before",
                                told.previous()
                                        .map(before -> FigureWords.measured(indicator, before))
                                        .orElse("")))
                .filter(fact -> !fact.text().isEmpty())
                .toList();
    }

    private static List<Fact> definition(Catalogue catalogue, Indicator indicator) {
        return Stream.of(
                        new Fact("In words", indicator.definition()),
                        new Fact("Numerator, or the figure itself", DefinitionWords.numerator(indicator)),
                        new Fact("Denominator", DefinitionWords.denominator(indicator)),
                        new Fact("Measured in", FigureWords.unit(indicator)),
                        new Fact("Days it is about", FigureWords.timing(indicator.timing())),
                        new Fact("Good is", FigureWords.good(indicator)),
                        new Fact("Who answers for it", owner(catalogue, indicator)),
                        new Fact("Source", indicator.source()),
                        new Fact("Defined so since", indicator.validFrom().title()))
                .filter(fact -> !fact.text().isEmpty())
                .toList();
    }

    private static String owner(Catalogue catalogue, Indicator indicator) {
        return catalogue
                .organisation()
                .role(indicator.owner())
                .map(Organisation.Role::name)
                .orElseGet(() -> FigureWords.plain(indicator.owner()));
    }

    private static Figure figure(Shown shown, Indicator indicator, ToldFigure told, String of) {
        IndicatorValue figure = told.figure();
        return new Figure(
                of,
                FigureWords.plain(told.level()),
                figure.organisation(),
                figure.authority(),
                figure.timing().id(),
                FigureText.value(indicator, figure),
                FigureText.number(figure.numerator()),
                FigureText.number(figure.denominator()),
                told.rating().map(Tag::of).orElse(null),
                told.direction().map(one -> one.words()).orElse(""),
                FigureText.remark(indicator, told));
    }

    /** An authority's part by the authority's name, everything else by its own. */
    private static String named(Catalogue catalogue, ToldFigure told) {
        String authority = told.figure().authority();
        if (authority.isEmpty()) {
            return told.organisationName();
        }
        return catalogue.organisation().authorities().stream()
                .filter(one -> one.id().equals(authority))
                .map(Organisation.Authority::name)
                .findFirst()
                .orElse("Neither, or not known");
    }

    private static List<Beside> beside(Shown shown, Indicator indicator) {
        return Comparators.of(shown.catalogue(), shown.period()).of(indicator).stream()
                .filter(other -> shown.authority().isEmpty()
                        || other.authority().isEmpty()
                        || other.authority().equals(shown.authority()))
                .map(other -> new Beside(
                        other.name(),
                        other.published(indicator),
                        other.value() == null ? "" : FigureWords.number(other.value(), other.decimals()),
                        standing(shown, indicator, other),
                        other.remark(),
                        FigureWords.source(other.source())))
                .toList();
    }

    /** Ours is that of the last twelve months where there is one, as published ones are about a year. */
    private static String standing(Shown shown, Indicator indicator, PublishedComparator other) {
        if (other.value() == null) {
            return "";
        }
        for (String authority : List.of(other.authority(), shown.authority())) {
            for (Timing timing : List.of(Timing.ROLLING_12_MONTHS, indicator.timing())) {
                Optional<BigDecimal> ours = shown
                        .of(
                                indicator,
                                one -> one.figure().timing() == timing
                                        && one.figure().organisation().equals(shown.part())
                                        && one.figure().authority().equals(authority))
                        .stream()
                        .flatMap(one -> Optional.ofNullable(one.figure().value()).stream())
                        .findFirst();
                if (ours.isPresent()) {
                    PublishedComparator.Standing standing = other.standing(indicator, ours.get());
                    return standing.word() + ": ours is " + FigureWords.number(ours.get(), indicator.decimals()) + " ("
                            + FigureWords.timing(timing).toLowerCase(Locale.ROOT) + ")";
                }
            }
        }
        return "";
    }
}
