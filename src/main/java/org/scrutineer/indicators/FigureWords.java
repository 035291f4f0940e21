package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.PublishedSource;
import org.scrutineer.catalogue.RowRule;
import org.scrutineer.catalogue.Target;

/** Figures and their definitions as people read them. */
public final class FigureWords {

    private static final int MOST_DECIMALS = 2;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final List<String> WORDS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private FigureWords() {}

    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** Rounded half up, with commas between thousands. */
    public static String number(BigDecimal number, int decimals) {
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.UK));
        format.setMinimumFractionDigits(decimals);
        return format.format(number.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** As many decimals as it has, two at the most. */
    public static String number(BigDecimal number) {
        return number(number, decimals(number));
    }

    public static int decimals(BigDecimal number) {
        BigDecimal printed =
                number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return Math.max(0, printed.scale());
    }

    /** For example {@code 1 return} and {@code 2 returns}. */
    public static String count(long number, String one, String many) {
        return number(BigDecimal.valueOf(number), 0) + " " + (number == 1 ? one : many);
    }

    /** A small number as a word, up to twelve; {@code no} for 0. */
    public static String inWords(int number) {
        return number < WORDS.size() ? WORDS.get(number) : number(BigDecimal.valueOf(number), 0);
    }

    /** For example {@code one, two and three}. */
    public static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** What a rule of the catalogue says is wrong; else its name, which says it too. */
    public static String rule(Catalogue catalogue, String id) {
        return sentenceCase(said(catalogue, id));
    }

    /** The same as a clause. */
    public static String said(Catalogue catalogue, String id) {
        Stream<String> ofRows = catalogue.datasets().stream()
                .flatMap(dataset -> dataset.rules().stream())
                .filter(rule -> rule.id().equals(id))
                .map(RowRule::say);
        Stream<String> acrossRows = Stream.concat(
                        catalogue.returnTypes().stream().flatMap(type -> type.rules().stream()),
                        catalogue.reconciliation().stream())
                .filter(rule -> rule.id().equals(id))
                .map(CrossRule::say);
        List<String> said = Stream.concat(ofRows, acrossRows).distinct().toList();
        return said.size() == 1 ? said.get(0) : id.replace('-', ' ').replace('_', ' ');
    }

    /** What the value is measured in. */
    public static String unit(Indicator indicator) {
        return switch (indicator.unit()) {
            case PERCENT -> "per cent";
            case RATE_PER_10000 -> "rate per 10,000";
            case COUNT, MEAN, DAYS, MONEY -> indicator.measuredIn();
        };
    }

    /** For example {@code 65.0 per cent (650 of 1,000 assessments)}; only for a figure that has a value. */
    public static String value(Indicator indicator, IndicatorValue figure) {
        BigDecimal value = figure.value();
        if (value == null) {
            throw new IllegalArgumentException(indicator.id() + " has no value");
        }
        BigDecimal numerator = figure.numerator();
        BigDecimal denominator = figure.denominator();
        String measured = measured(indicator, value);
        return switch (indicator.unit()) {
            case COUNT, MONEY -> measured;
            case PERCENT ->
                numerator == null || denominator == null
                        ? measured
                        : measured + " (" + number(numerator) + " of " + number(denominator) + " "
                                + indicator.measuredIn() + ")";
            case RATE_PER_10000, MEAN, DAYS ->
                numerator == null || denominator == null
                        ? measured
                        : measured + " (" + number(numerator) + " over " + number(denominator) + ")";
        };
    }

    /** Without what it was made from, e.g. {@code 65.0 per cent}. */
    public static String measured(Indicator indicator, BigDecimal value) {
        String number = number(value, indicator.decimals());
        String unit = unit(indicator);
        boolean one = value.compareTo(BigDecimal.ONE) == 0;
        // Units are given in the plural, which a single one would read wrongly in.
        return one && indicator.unit() != Indicator.Unit.PERCENT ? number + " (" + unit + ")" : number + " " + unit;
    }

    /** For example {@code The target is at least 90.} */
    public static String target(Indicator indicator, Target target) {
        String goal = exact(target.value());
        return "The target is "
                + switch (indicator.good()) {
                    case HIGH -> "at least " + goal;
                    case LOW -> target.value().signum() == 0 ? "0" : "at most " + goal;
                    case NEAR_TARGET -> goal + ", give or take " + exact(target.reach());
                    case INFORMATION -> goal;
                }
                + ".";
    }

    /** Why a figure is rated as it is, from what is printed of it, e.g. {@code Red: 65.0 is below 85, the tolerance.} */
    public static String ratingReason(Indicator indicator, BigDecimal value, Target target, Rating rating) {
        String printed = number(value, indicator.decimals());
        String goal = exact(target.value()) + ", the target";
        String limit = exact(target.tolerance()) + ", the tolerance";
        boolean none = target.reach().signum() == 0;
        return rating.word() + ": " + printed + " is "
                + switch (indicator.good()) {
                    case HIGH -> against(rating, "below", goal, limit, none);
                    case LOW -> against(rating, "above", goal, limit, none);
                    case NEAR_TARGET -> distance(rating, target, goal);
                    case INFORMATION -> throw new IllegalArgumentException("rated without a polarity");
                }
                + ".";
    }

    private static String against(Rating rating, String worse, String goal, String limit, boolean noTolerance) {
        return switch (rating) {
            case GREEN -> "not " + worse + " " + goal;
            case AMBER -> worse + " " + goal + ", but not " + worse + " " + limit;
            case RED -> noTolerance ? worse + " " + goal + ", and there is no tolerance" : worse + " " + limit;
        };
    }

    private static String distance(Rating rating, Target target, String goal) {
        String reach = exact(target.reach());
        String twice = exact(target.reach().multiply(BigDecimal.valueOf(2)));
        return switch (rating) {
            case GREEN -> "not more than " + reach + " from " + goal;
            case AMBER -> "more than " + reach + ", but not more than " + twice + ", from " + goal;
            case RED -> "more than " + twice + " from " + goal;
        };
    }

    /** With all its decimals, and no zeros at their end. */
    public static String exact(BigDecimal number) {
        return number(number, exactDecimals(number));
    }

    public static int exactDecimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    public static String good(Indicator indicator) {
        return switch (indicator.good()) {
            case HIGH -> "High";
            case LOW -> "Low";
            case NEAR_TARGET -> "Near the target";
            case INFORMATION -> "For information";
        };
    }

    public static String timing(Indicator.Timing timing) {
        return switch (timing) {
            case MONTH -> "Month";
            case SNAPSHOT -> "Month end";
            case QUARTER -> "Quarter to date";
            case YEAR_TO_DATE -> "Year to date";
            case ROLLING_12_MONTHS -> "Rolling 12 months";
            case ROLLING_3_MONTHS -> "Rolling 3 months";
            case YEAR -> "Last whole year";
        };
    }

    /** Why there is no value where returns are lacking, as a sentence. */
    public static String notAvailable(Indicator indicator, IndicatorValue.Coverage coverage) {
        return coverage.received() == 0
                ? "None of the returns it needs was received."
                : received(coverage) + " returns received; " + indicator.minimumCoverage() + " per cent are needed.";
    }

    public static String received(IndicatorValue.Coverage coverage) {
        return coverage.received() + " of " + coverage.expected();
    }

    /** Who published what under which licence, e.g. {@code The Department: Visits (Open Government Licence v3.0)}. */
    public static String source(PublishedSource source) {
        return (source.publisher().isEmpty() ? "" : source.publisher() + ": ")
                + source.title()
                + source.published().map(day -> ", published on " + date(day)).orElse("")
                + (source.licence().isEmpty() ? "" : " (" + source.licence() + ")");
    }

    /** An id as people write it, e.g. {@code Head of first response}. */
    public static String plain(String id) {
        return sentenceCase(id.replace('-', ' ').replace('_', ' '));
    }

    public static String sentenceCase(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
