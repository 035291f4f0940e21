package org.scrutineer.commentary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.indicators.Rating;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Trends;
import org.springframework.stereotype.Component;

/** Which of a run's figures are to be explained, and what has been said of them. */
@Component
public class FiguresInQuestion {

    private final Catalogue catalogue;
    private final IndicatorValues values;
    private final Trends trends;
    private final Explanations explanations;

    FiguresInQuestion(Catalogue catalogue, IndicatorValues values, Trends trends, Explanations explanations) {
        this.catalogue = catalogue;
        this.values = values;
        this.trends = trends;
        this.explanations = explanations;
    }

    /**
     * The figures of the whole organisation, of each indicator's main timing, that are Red or Amber or show a special
     * cause, in the catalogue's order; one that has no value is not among them.
     */
    public List<FigureInQuestion> of(int run, ReportingPeriod period) {
        List<IndicatorValue> ofTheWhole =
                values.of(run, catalogue.organisation().id());
        return of(run, period, ofTheWhole, trends.ofTheWhole(run, period, ofTheWhole));
    }

    /** What was said of a run's figures, in the order it was read. */
    public List<Explanation> said(int run) {
        return explanations.of(run);
    }

    /** The same where the run's figures and their courses are at hand. */
    public List<FigureInQuestion> of(int run, ReportingPeriod period, List<IndicatorValue> all, List<Trend> courses) {
        String whole = catalogue.organisation().id();
        Map<String, IndicatorValue> figures = new HashMap<>();
        all.stream()
                .filter(value ->
                        value.organisation().equals(whole) && value.authority().equals(IndicatorValue.ALL))
                .forEach(value -> figures.putIfAbsent(value.indicator() + " " + value.timing(), value));
        Map<String, Trend> judged = new HashMap<>();
        courses.stream()
                .filter(trend ->
                        trend.organisation().equals(whole) && trend.authority().equals(IndicatorValue.ALL))
                .forEach(trend -> judged.put(trend.indicator(), trend));
        Map<String, Explanation> written = new HashMap<>();
        explanations.of(run).forEach(one -> written.put(one.indicator(), one));
        var inQuestion = new ArrayList<FigureInQuestion>();
        for (Indicator indicator : catalogue.indicators(period)) {
            IndicatorValue value = figures.get(indicator.id() + " " + indicator.timing());
            BigDecimal number = value == null ? null : value.value();
            if (value == null || number == null) {
                continue;
            }
            Optional<Target> target = catalogue.target(indicator.id(), period);
            Optional<Rating> rating = Rating.of(indicator, number, target);
            Optional<Trend> trend = Optional.ofNullable(judged.get(indicator.id()));
            boolean changed =
                    trend.filter(one -> one.variation().isSpecialCause()).isPresent();
            if (changed || rating.filter(one -> one != Rating.GREEN).isPresent()) {
                inQuestion.add(new FigureInQuestion(
                        indicator,
                        indicator.owner(),
                        catalogue.organisation().role(indicator.owner()).isPresent()
                                ? catalogue.organisation().senderName(indicator.owner())
                                : FigureWords.plain(indicator.owner()),
                        value,
                        FigureWords.value(indicator, value),
                        rating,
                        rating.flatMap(found ->
                                        target.map(goal -> FigureWords.ratingReason(indicator, number, goal, found)))
                                .orElse(""),
                        trend,
                        Optional.ofNullable(written.get(indicator.id()))));
            }
        }
        return inQuestion;
    }
}
