package org.scrutineer.trends;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.EarlierFigures;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.springframework.stereotype.Component;

/** How a run's figures stand to those of earlier periods. It follows from the ledger and the catalogue alone. */
@Component
public class Trends {

    private final Catalogue catalogue;
    private final IndicatorValues values;
    private final EarlierFigures earlier;

    Trends(Catalogue catalogue, IndicatorValues values, EarlierFigures earlier) {
        this.catalogue = catalogue;
        this.values = values;
        this.earlier = earlier;
    }

    /** The same by another catalogue, such as the one that a run used. */
    public Trends by(Catalogue other) {
        return new Trends(other, values, earlier);
    }

    /** Whose figure it is, whatever the timing. */
    private record Whose(String indicator, String organisation, String authority) {}

    /** The trend of each figure of a run, in the order they were calculated. */
    public List<Trend> of(int run, ReportingPeriod period) {
        return of(run, period, values.of(run));
    }

    /** The same where the run's figures are at hand. */
    public List<Trend> of(int run, ReportingPeriod period, List<IndicatorValue> figures) {
        return of(
                figures,
                earlierFigures(period, (first, last, timings) -> earlier.of(run, first, last, timings)),
                period);
    }

    /**
     * The trend of each of a run's figures about the organisation as a whole, for all authorities together.
     *
     * @param figures those of the run
     */
    public List<Trend> ofTheWhole(int run, ReportingPeriod period, List<IndicatorValue> figures) {
        return of(
                figures,
                earlierFigures(period, (first, last, timings) -> earlier.ofTheWhole(run, first, last, timings)),
                period);
    }

    /** Reads earlier figures of some timings, from the first period to the last. */
    @FunctionalInterface
    private interface Reading {

        List<EarlierFigure> read(ReportingPeriod first, ReportingPeriod last, Set<Timing> timings);
    }

    private Collection<EarlierFigure> earlierFigures(ReportingPeriod period, Reading reading) {
        var calculator = new TrendCalculator(catalogue, period);
        ReportingPeriod last = period.plusMonths(-1);
        return Stream.of(Set.of(Timing.MONTH, Timing.SNAPSHOT), Set.of(Timing.QUARTER))
                .flatMap(timings -> {
                    int months = timings.stream()
                            .mapToInt(calculator::monthsBack)
                            .max()
                            .orElseThrow();
                    return reading.read(period.plusMonths(-months), last, timings).stream();
                })
                .toList();
    }

    /**
     * The trend of each of some figures.
     *
     * @param figures of one period, the main timing of an indicator before its further ones
     * @param earlier of earlier periods, each series oldest first
     */
    List<Trend> of(List<IndicatorValue> figures, Collection<EarlierFigure> earlier, ReportingPeriod period) {
        var calculator = new TrendCalculator(catalogue, period);
        Map<Whose, List<IndicatorValue>> own = new LinkedHashMap<>();
        figures.forEach(value -> own.computeIfAbsent(
                        new Whose(value.indicator(), value.organisation(), value.authority()),
                        first -> new ArrayList<>())
                .add(value));
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        catalogue.indicators(period).forEach(indicator -> indicators.put(indicator.id(), indicator));
        Map<Whose, List<EarlierFigure>> before = new LinkedHashMap<>();
        for (EarlierFigure figure : earlier) {
            Indicator indicator = indicators.get(figure.indicator());
            if (indicator != null
                    && TrendCalculator.judgedBy(indicator)
                            .filter(timing -> timing == figure.timing())
                            .isPresent()) {
                before.computeIfAbsent(
                                new Whose(figure.indicator(), figure.organisation(), figure.authority()),
                                first -> new ArrayList<>())
                        .add(figure);
            }
        }
        var trends = new ArrayList<Trend>();
        own.forEach((whose, values) -> {
            Indicator indicator = indicators.get(whose.indicator());
            // A team that has ended may have figures of longer windows only, and no course any more.
            if (indicator != null && holdsWhatIsJudged(indicator, values)) {
                trends.add(calculator.trend(indicator, values, before.getOrDefault(whose, List.of())));
            }
        });
        return trends;
    }

    private static boolean holdsWhatIsJudged(Indicator indicator, List<IndicatorValue> values) {
        return TrendCalculator.judgedBy(indicator)
                .map(judged -> values.stream().anyMatch(value -> value.timing() == judged))
                .orElse(true);
    }
}
