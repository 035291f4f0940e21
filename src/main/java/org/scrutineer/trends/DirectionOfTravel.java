package org.scrutineer.trends;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Polarity;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Target;
import org.scrutineer.catalogue.TrendSettings;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;

/**
 * Says what a trend is in sentences. Where an indicator's main figure is of a window that cannot be judged, its figures
 * over each window are said first, as a loss over a year and a gain over its last months are both true.
 */
final class DirectionOfTravel {

    private static final int MOST_DECIMALS = 10;

    private final Indicator indicator;
    private final List<IndicatorValue> values;
    private final TrendSettings settings;

    DirectionOfTravel(Indicator indicator, List<IndicatorValue> values, TrendSettings settings) {
        this.indicator = indicator;
        this.values = values;
        this.settings = settings;
    }

    String overlapping() {
        return said(
                Variation.NOT_JUDGED,
                "each figure shares months with the one before, and would seem to move where nothing changes.");
    }

    String quarterHasNotEnded() {
        return said(Variation.NOT_JUDGED, "the quarter has not ended.");
    }

    String nothingToCalculateFrom() {
        return said(Variation.NOT_JUDGED, "there is nothing the figure could be calculated from.");
    }

    String acrossBreak() {
        return said(Variation.NOT_JUDGED, "the figure would reach across a change of its definition.");
    }

    /** For a figure without a value, or a total that lacks a return. */
    String returnsMissing(IndicatorValue now) {
        Coverage coverage = now.coverage();
        if (coverage.received() == 0) {
            return said(Variation.RETURNS_MISSING, "none of the returns it needs was received.");
        }
        return said(
                Variation.RETURNS_MISSING,
                now.value() == null
                        ? coverage.received() + " of " + coverage.expected() + " returns received, and "
                                + indicator.minimumCoverage() + " per cent are needed."
                        : missing(coverage) + ", and a total without it all is too low.");
    }

    String notEnough(Timing timing, int points, Optional<Trend.Start> start) {
        String since = start.map(from -> " since " + from.reason()).orElse("");
        return said(
                Variation.NOT_ENOUGH_DATA,
                points < settings.fewestPoints()
                        ? FigureWords.inWords(points) + " of the " + settings.fewestPoints() + " " + many(timing)
                                + " needed to tell a change from chance" + since + "."
                        : "no two " + many(timing) + " that follow one another have a value" + since + ".");
    }

    String judged(
            IndicatorValue now,
            List<Trend.JudgedPoint> points,
            ControlLimits limits,
            Variation variation,
            Optional<Target> target,
            Optional<Assurance> assurance) {
        Trend.JudgedPoint last = points.get(points.size() - 1);
        var sentence = new StringBuilder();
        if (variation == Variation.COMMON_CAUSE) {
            PrintedLimits printed = PrintedLimits.of(limits, indicator, points);
            sentence.append(measured(last.point().value()))
                    .append(" is within the limits of ")
                    .append(measured(printed.lower()))
                    .append(" to ")
                    .append(measured(printed.upper()))
                    .append(", around an average of ")
                    .append(measured(limits.mean()));
        } else {
            sentence.append(last.causes().stream()
                    .map(cause -> cause(cause, last.point(), limits, now.timing()))
                    .collect(Collectors.joining("; also ")));
        }
        sentence.append('.');
        if (variation.isSpecialCause()) {
            sentence.append(neither());
        }
        target.ifPresent(one -> assurance.ifPresent(state -> sentence.append(assured(one, state, now.timing()))));
        if (now.status() == Status.PROVISIONAL) {
            sentence.append(" Provisional: ").append(missing(now.coverage())).append('.');
        }
        return said(variation, sentence.toString());
    }

    private String neither() {
        return switch (indicator.good()) {
            case HIGH, LOW -> "";
            case NEAR_TARGET -> " Near the target is best, so neither way is better by itself.";
            case INFORMATION -> " It is for information: neither way is better.";
        };
    }

    private String cause(SpecialCause cause, Point last, ControlLimits limits, Timing timing) {
        boolean high = cause.side() == Side.HIGH;
        BigDecimal limit = high ? limits.upper() : limits.lower();
        String side = high ? "above" : "below";
        return switch (cause.rule()) {
            case BEYOND_LIMIT -> {
                int decimals = telling(last.value(), limit);
                yield measured(last.value(), decimals) + " is " + side + " the " + (high ? "upper" : "lower")
                        + " limit of " + measured(limit, decimals);
            }
            case TREND ->
                FigureWords.inWords(cause.points() - 1) + " " + many(timing) + " in a row each "
                        + (high ? "higher" : "lower") + " than the one before";
            case NEAR_LIMIT ->
                "at least two of the last three " + many(timing) + " near the " + (high ? "upper" : "lower")
                        + " limit of " + measured(limit) + ", and all three " + side + " the average of "
                        + measured(limits.mean());
            case SHIFT ->
                FigureWords.inWords(cause.points()) + " " + many(timing) + " in a row " + side + " the average of "
                        + measured(limits.mean());
        };
    }

    /** As many decimals as it takes for two different numbers to look different. */
    private int telling(BigDecimal one, BigDecimal other) {
        int decimals = indicator.decimals();
        while (decimals < MOST_DECIMALS && measured(one, decimals).equals(measured(other, decimals))) {
            decimals++;
        }
        return decimals;
    }

    private String assured(Target target, Assurance assurance, Timing timing) {
        int decimals = Math.max(0, target.value().stripTrailingZeros().scale());
        String goal = " The target of " + (indicator.good() == Polarity.HIGH ? "at least " : "at most ")
                + measured(target.value(), decimals);
        return goal
                + switch (assurance) {
                    case PASSES -> " is met every " + one(timing) + " as things stand.";
                    case FAILS -> " is not met in any " + one(timing) + " as things stand: it is beyond the limits.";
                    case HIT_OR_MISS ->
                        " is within the limits: it is met in some " + many(timing) + " and missed in others by chance.";
                };
    }

    private static String missing(Coverage coverage) {
        int missing = coverage.expected() - coverage.received();
        return missing + " of the " + coverage.expected() + " returns it rests on " + (missing == 1 ? "is" : "are")
                + " missing";
    }

    /** The whole of it, with the windows before and what the catalogue says of them after. */
    private String said(Variation variation, String sentence) {
        String said = variation.words() + ": " + sentence;
        if (!TrendCalculator.SERIES.contains(indicator.timing())) {
            String windows = values.stream()
                    .filter(value -> value.value() != null && !TrendCalculator.SERIES.contains(value.timing()))
                    .map(value -> measured(Objects.requireNonNull(value.value())) + " " + over(value.timing()))
                    .collect(Collectors.joining(", "));
            String by = TrendCalculator.judgedBy(indicator)
                    .map(timing -> one(timing) + " by " + one(timing) + ": ")
                    .orElse("");
            String judged = by.isEmpty()
                    ? said
                    : capital(by) + said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
            said = windows.isEmpty() ? judged : capital(windows) + ". " + judged;
        }
        return indicator.windowNote() == null ? said : said + " " + indicator.windowNote();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String over(Timing timing) {
        return switch (timing) {
            case MONTH -> "in the month";
            case SNAPSHOT -> "at the month end";
            case QUARTER -> "in the quarter";
            case YEAR_TO_DATE -> "in the year to date";
            case ROLLING_12_MONTHS -> "over 12 months";
            case ROLLING_3_MONTHS -> "over 3 months";
            case YEAR -> "in the last full year";
        };
    }

    private static String one(Timing timing) {
        return timing == Timing.QUARTER ? "quarter" : "month";
    }

    private static String many(Timing timing) {
        return one(timing) + "s";
    }

    private String measured(BigDecimal value) {
        return measured(value, indicator.decimals());
    }

    private String measured(BigDecimal value, int decimals) {
        String number = FigureWords.number(value, decimals);
        return switch (indicator.unit()) {
            case PERCENT -> number + "%";
            case RATE_PER_10000 -> number + " per 10,000";
            case MONEY -> number.startsWith("-") ? "-£" + number.substring(1) : "£" + number;
            case COUNT, MEAN, DAYS -> number;
        };
    }
}
