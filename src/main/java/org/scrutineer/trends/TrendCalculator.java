package org.scrutineer.trends;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Polarity;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Target;
import org.scrutineer.catalogue.TrendSettings;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.trends.Trend.JudgedPoint;

/** Makes a figure's trend of its value and its earlier ones. */
final class TrendCalculator {

    /** Figures that share no month with the one before; the others overlap, and would cry wolf. */
    static final Set<Timing> SERIES = Set.of(Timing.MONTH, Timing.SNAPSHOT, Timing.QUARTER);

    private static final int MONTHS_OF_QUARTER = 3;

    private final Catalogue catalogue;
    private final ReportingPeriod period;
    private final TrendSettings settings;

    TrendCalculator(Catalogue catalogue, ReportingPeriod period) {
        this.catalogue = catalogue;
        this.period = period;
        this.settings = catalogue.trends();
    }

    /** The timing an indicator is judged by: its main one or else the first further one that makes a series. */
    static Optional<Timing> judgedBy(Indicator indicator) {
        return indicator.timings().stream().filter(SERIES::contains).findFirst();
    }

    /** How many months before the period a series may reach. */
    int monthsBack(Timing timing) {
        return settings.mostPoints() * step(timing);
    }

    /**
     * The trend of one figure.
     *
     * @param values the run's values of the figure, one for each of the indicator's timings in their order
     * @param earlier those of earlier periods, of the timing it is judged by, oldest first
     */
    Trend trend(Indicator indicator, List<IndicatorValue> values, List<EarlierFigure> earlier) {
        IndicatorValue main = values.get(0);
        var words = new DirectionOfTravel(indicator, values, settings);
        Optional<Timing> timing = judgedBy(indicator);
        if (timing.isEmpty()) {
            return unjudged(main, null, List.of(), Optional.empty(), Variation.NOT_JUDGED, words.overlapping());
        }
        IndicatorValue now = values.stream()
                .filter(value -> value.timing() == timing.get())
                .findFirst()
                .orElseThrow();
        List<Point> points = points(indicator, now, earlier);
        if (!endsHere(timing.get(), period)) {
            return unjudged(
                    main, timing.get(), points, Optional.empty(), Variation.NOT_JUDGED, words.quarterHasNotEnded());
        }
        if (now.status() == Status.NOT_APPLICABLE) {
            return unjudged(
                    main, timing.get(), points, Optional.empty(), Variation.NOT_JUDGED, words.nothingToCalculateFrom());
        }
        if (catalogue.reachesAcrossBreak(indicator, catalogue.calendar().months(timing.get(), period))) {
            return unjudged(main, timing.get(), points, Optional.empty(), Variation.NOT_JUDGED, words.acrossBreak());
        }
        if (now.value() == null || !isJudged(indicator, now.status())) {
            return unjudged(
                    main, timing.get(), points, Optional.empty(), Variation.RETURNS_MISSING, words.returnsMissing(now));
        }
        return judged(indicator, now, points, words);
    }

    private static Trend unjudged(
            IndicatorValue main,
            @Nullable Timing timing,
            List<Point> points,
            Optional<Trend.Start> start,
            Variation variation,
            String sentence) {
        return new Trend(
                main.indicator(),
                main.organisation(),
                main.authority(),
                timing,
                points.stream().map(point -> new JudgedPoint(point, List.of())).toList(),
                start,
                Optional.empty(),
                variation,
                Optional.empty(),
                sentence);
    }

    private Trend judged(Indicator indicator, IndicatorValue now, List<Point> points, DirectionOfTravel words) {
        Optional<Trend.Start> start = start(indicator, points);
        int step = step(now.timing());
        var stretches = new ArrayList<List<Point>>();
        for (Point point : points) {
            if (point.judged() && start.filter(from -> isBefore(point, from)).isEmpty()) {
                List<Point> last = stretches.isEmpty() ? List.of() : stretches.get(stretches.size() - 1);
                if (last.isEmpty()
                        || !last.get(last.size() - 1).period().plusMonths(step).equals(point.period())) {
                    stretches.add(new ArrayList<>());
                }
                stretches.get(stretches.size() - 1).add(point);
            }
        }
        List<List<BigDecimal>> values = stretches.stream()
                .map(stretch -> stretch.stream().map(Point::value).toList())
                .toList();
        Optional<ControlLimits> limits = ControlLimits.of(values, settings);
        if (limits.isEmpty()) {
            int count = values.stream().mapToInt(List::size).sum();
            return unjudged(
                    now,
                    now.timing(),
                    points,
                    start,
                    Variation.NOT_ENOUGH_DATA,
                    words.notEnough(now.timing(), count, start));
        }
        var causes = new HashMap<Point, List<SpecialCause>>();
        for (int i = 0; i < stretches.size(); i++) {
            List<List<SpecialCause>> met = SpecialCauses.of(values.get(i), limits.get(), settings);
            for (int j = 0; j < met.size(); j++) {
                causes.put(stretches.get(i).get(j), met.get(j));
            }
        }
        List<JudgedPoint> judged = points.stream()
                .map(point -> new JudgedPoint(point, causes.getOrDefault(point, List.of())))
                .toList();
        List<SpecialCause> last = judged.get(judged.size() - 1).causes();
        Variation variation = variation(indicator.good(), last);
        Optional<Target> target = target(indicator, now);
        Optional<Assurance> assurance = target.map(one -> assurance(indicator.good(), one, limits.get()));
        return new Trend(
                now.indicator(),
                now.organisation(),
                now.authority(),
                now.timing(),
                judged,
                start,
                limits,
                variation,
                assurance,
                words.judged(now, judged, limits.get(), variation, target, assurance));
    }

    /** The earlier values of this definition and the period's own, as many as the settings take. */
    private List<Point> points(Indicator indicator, IndicatorValue now, List<EarlierFigure> earlier) {
        Stream<Point> before = earlier.stream()
                .filter(figure -> figure.value() != null && endsHere(now.timing(), figure.period()))
                .filter(figure -> catalogue.seriesStart(indicator).compareTo(figure.period()) <= 0)
                .map(figure -> new Point(
                        figure.period(),
                        Objects.requireNonNull(figure.value()),
                        figure.status(),
                        isJudged(indicator, figure.status()),
                        figure.origin() instanceof EarlierFigure.Origin.Published published
                                ? published.source()
                                : null));
        Stream<Point> own = now.value() == null || !endsHere(now.timing(), period)
                ? Stream.empty()
                : Stream.of(new Point(period, now.value(), now.status(), isJudged(indicator, now.status()), null));
        List<Point> all = Stream.concat(before, own).toList();
        return all.subList(Math.max(0, all.size() - settings.mostPoints()), all.size());
    }

    /**
     * A total that lacks a return is too low by what the return would add; a share, an average or a middle value is not
     * wrong in a known direction.
     */
    private static boolean isJudged(Indicator indicator, Status status) {
        boolean total = indicator.unit() == Indicator.Unit.COUNT
                || indicator.unit() == Indicator.Unit.MONEY
                || indicator.unit() == Indicator.Unit.RATE_PER_10000;
        return status == Status.COMPLETE || (status == Status.PROVISIONAL && !total);
    }

    /** The later one of the definition's own beginning and of a decision to draw the limits anew. */
    private Optional<Trend.Start> start(Indicator indicator, List<Point> points) {
        Optional<Trend.Start> rebased = settings.rebase(indicator.id(), period)
                .map(rebase -> new Trend.Start(
                        rebase.from(),
                        "the limits were set anew in " + rebase.from().title() + " (" + rebase.reason() + ")"))
                .filter(start -> points.stream().anyMatch(point -> isBefore(point, start)));
        return rebased.or(() -> catalogue
                .breakBefore(indicator)
                .map(from -> new Trend.Start(from, "the definition changed in " + from.title())));
    }

    private static boolean isBefore(Point point, Trend.Start start) {
        return point.period().compareTo(start.from()) < 0;
    }

    /** How many months lie between two points of a series. */
    static int step(Timing timing) {
        return timing == Timing.QUARTER ? MONTHS_OF_QUARTER : 1;
    }

    /** Whether a period is the last of what a figure of this timing is about: a quarter grows until its third month. */
    private boolean endsHere(Timing timing, ReportingPeriod month) {
        Months months = catalogue.calendar().months(timing, month);
        return months.first().plusMonths(step(timing) - 1).equals(months.last());
    }

    private static Variation variation(Polarity good, List<SpecialCause> causes) {
        if (causes.isEmpty()) {
            return Variation.COMMON_CAUSE;
        }
        Side side = causes.get(0).side();
        return switch (good) {
            case HIGH -> side == Side.HIGH ? Variation.IMPROVEMENT : Variation.CONCERN;
            case LOW -> side == Side.LOW ? Variation.IMPROVEMENT : Variation.CONCERN;
            case NEAR_TARGET, INFORMATION ->
                side == Side.HIGH ? Variation.SPECIAL_CAUSE_HIGH : Variation.SPECIAL_CAUSE_LOW;
        };
    }

    /** The target the judged figure is held to: it is set for the main timing, and for the whole organisation. */
    private Optional<Target> target(Indicator indicator, IndicatorValue now) {
        boolean whole = now.organisation().equals(catalogue.organisation().id())
                && now.authority().equals(IndicatorValue.ALL);
        boolean better = indicator.good() == Polarity.HIGH || indicator.good() == Polarity.LOW;
        return whole && better && now.timing() == indicator.timing()
                ? catalogue.target(indicator.id(), period)
                : Optional.empty();
    }

    private static Assurance assurance(Polarity good, Target target, ControlLimits limits) {
        boolean above = target.value().compareTo(limits.upper()) > 0;
        boolean below = target.value().compareTo(limits.lower()) < 0;
        if (!above && !below) {
            return Assurance.HIT_OR_MISS;
        }
        return above == (good == Polarity.HIGH) ? Assurance.FAILS : Assurance.PASSES;
    }
}
