package org.scrutineer.commentary;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Polarity;
import org.scrutineer.indicators.FigureWords;

/**
 * Reads an explanation for claims about its figure that the figures do not bear: that it has improved or worsened, risen
 * or fallen, is the best or the highest, is a net gain or loss, or is a number that is printed nowhere. It advises: what
 * a sentence is about it can only guess, so it passes over what is denied, planned, or said of something else.
 */
final class ClaimLint {

    /** A word or number that claims something of the figure, and what the figures say instead. */
    record Claim(String words, String expected) {}

    private static final String BEFORE = "(?<before>(?:[\\p{L}'’-]+\\s+){0,4})";
    private static final String AFTER = "(?<after>(?:\\s+[\\p{L}'’-]+){0,5})";
    private static final Pattern UP =
            claim("r(?:ose|isen|ises?|ising)|increas(?:e|es|ed|ing)|gr(?:ew|own|owth)|climbed|"
                    + "higher|up(?= (?:from|to|by)\\b)");
    private static final Pattern DOWN = claim("f(?:ell|allen|alls?|alling)|decreas(?:e|es|ed|ing)|reduc(?:ed|tions?)|"
            + "drop(?:s|ped)?|declin(?:e|es|ed|ing)|lower|down(?= (?:from|to|by)\\b)");
    private static final Pattern BETTER = claim("improv(?:es|ed|ing|ements?)|better");
    private static final Pattern WORSE = claim("worse(?:n|ns|ned|ning)?|deteriorat(?:es|ed|ing|ion)");
    private static final Pattern BEST = claim("best");
    private static final Pattern WORST = claim("worst");
    private static final Pattern HIGHEST = claim("highest");
    private static final Pattern LOWEST = claim("lowest");
    private static final Pattern NET_GAIN = claim("net (?:gain|growth|increase|rise)");
    private static final Pattern NET_LOSS = claim("net (?:loss|reduction|decrease|fall)");

    /** A percentage, an amount, or a number with decimals: others are as often dates, addresses and small talk. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d.,/-])(?<amount>£)?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
                    + "(?<percent>\\s?%|\\s+per ?cent\\b)?(?![\\d/]|\\.\\d)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DENIED_OR_PLANNED = Pattern.compile(
            "\\b(?:not|no|never|without|to|will|would|should|must|can|could|may|might|if|until|once|expect\\w*|plan\\w*|"
                    + "aim\\w*|hop\\w*|forecast\\w*|target\\w*|\\w+n['’]t)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_SOMETHING =
            Pattern.compile("^\\s+(?:in|of)\\b(?<what>.*)", Pattern.CASE_INSENSITIVE);

    private final Indicator indicator;
    private final KnownNumbers.Of known;
    private final List<Claim> claims = new ArrayList<>();

    private ClaimLint(Indicator indicator, KnownNumbers.Of known) {
        this.indicator = indicator;
        this.known = known;
    }

    private static Pattern claim(String words) {
        return Pattern.compile(BEFORE + "\\b(?<claim>" + words + ")\\b" + AFTER, Pattern.CASE_INSENSITIVE);
    }

    /** The claims the figures do not bear, in the order of kinds, then as they stand in the text. */
    static List<Claim> read(String text, Indicator indicator, KnownNumbers.Of known) {
        var lint = new ClaimLint(indicator, known);
        lint.change(text, UP, true);
        lint.change(text, DOWN, false);
        if (indicator.good() == Polarity.HIGH || indicator.good() == Polarity.LOW) {
            boolean high = indicator.good() == Polarity.HIGH;
            lint.change(text, BETTER, high);
            lint.change(text, WORSE, !high);
            lint.extreme(text, BEST, high);
            lint.extreme(text, WORST, !high);
        }
        lint.extreme(text, HIGHEST, true);
        lint.extreme(text, LOWEST, false);
        lint.net(text, NET_GAIN, 1);
        lint.net(text, NET_LOSS, -1);
        lint.numbers(text);
        return lint.claims;
    }

    private void change(String text, Pattern words, boolean up) {
        int sign = up ? 1 : -1;
        boolean borne = comparisons().anyMatch(before -> printed(known.value()).compareTo(printed(before)) * sign > 0);
        if (!borne) {
            made(text, words).forEach(claim -> claims.add(new Claim(claim, "what the figures bear: " + standing())));
        }
    }

    private Stream<BigDecimal> comparisons() {
        return Stream.of(known.previous(), known.lastYear()).flatMap(Optional::stream);
    }

    private void extreme(String text, Pattern words, boolean highest) {
        int sign = highest ? 1 : -1;
        Optional<BigDecimal> beyond = known.before().stream()
                .filter(before -> printed(before).compareTo(printed(known.value())) * sign > 0)
                .reduce((one, other) -> one.compareTo(other) * sign >= 0 ? one : other);
        if (known.before().isEmpty() || beyond.isPresent()) {
            made(text, words)
                    .forEach(claim -> claims.add(new Claim(
                            claim,
                            "what the figures bear: " + itself()
                                    + beyond.map(value -> ", and was " + shown(value) + " before")
                                            .orElse(", and there are no earlier figures to compare it with"))));
        }
    }

    private void net(String text, Pattern words, int sign) {
        if (known.value().signum() != sign) {
            made(text, words).forEach(claim -> claims.add(new Claim(claim, "what the figures bear: " + itself())));
        }
    }

    private void numbers(String text) {
        NUMBER.matcher(text)
                .results()
                .filter(found -> group(found, 1) != null
                        || group(found, 3) != null
                        || found.group(2).contains("."))
                .filter(found -> !isPrinted(new BigDecimal(found.group(2).replace(",", ""))))
                .forEach(found -> claims.add(new Claim(
                        found.group().strip(), "a number that is printed of " + indicator.id() + "; " + standing())));
    }

    private static @Nullable String group(MatchResult found, int number) {
        return found.group(number);
    }

    /** Whether it is one of the printed numbers, rounded as it is quoted, or the difference of two. */
    private boolean isPrinted(BigDecimal quoted) {
        Stream<BigDecimal> differences = comparisons()
                .map(before -> printed(known.value()).subtract(printed(before)).abs());
        return Stream.concat(known.printed().stream(), differences)
                .anyMatch(number -> number.abs()
                                .setScale(quoted.scale(), RoundingMode.HALF_UP)
                                .compareTo(quoted)
                        == 0);
    }

    /** The claims of a kind that are neither denied nor planned nor of something else. */
    private List<String> made(String text, Pattern words) {
        var made = new ArrayList<String>();
        var found = words.matcher(text);
        while (found.find()) {
            boolean denied = DENIED_OR_PLANNED.matcher(found.group("before")).find();
            if (!denied && !isOfSomethingElse(found.group("after"))) {
                made.add(found.group("claim"));
            }
        }
        return made;
    }

    /** "A rise in referrals" is about referrals. */
    private boolean isOfSomethingElse(String after) {
        var of = OF_SOMETHING.matcher(after);
        if (!of.find()) {
            return false;
        }
        String own = (indicator.name() + " " + indicator.measuredIn()).toLowerCase(Locale.ROOT);
        List<String> telling = Stream.of(
                        of.group("what").toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> word.length() > 3)
                .toList();
        return telling.stream().noneMatch(own::contains)
                && telling.stream()
                        .noneMatch(word -> word.matches("figure|figures|percentage|number|rate|performance"));
    }

    /** For example {@code AS01 is 65.0, and was 70.0 the month before, where high is good}. */
    private String standing() {
        String before = Stream.of(
                        known.previous().map(value -> "was " + shown(value) + " the month before"),
                        known.lastYear().map(value -> "was " + shown(value) + " a year before"))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + " and " + other.substring("was ".length()))
                .orElse("there is no figure of the month or the year before to compare it with");
        String good = switch (indicator.good()) {
            case HIGH -> ", where high is good";
            case LOW -> ", where low is good";
            case NEAR_TARGET, INFORMATION -> "";
        };
        return itself() + ", and " + before + good;
    }

    private String itself() {
        return indicator.id() + " is " + shown(known.value());
    }

    private String shown(BigDecimal value) {
        return FigureWords.number(value, indicator.decimals());
    }

    private BigDecimal printed(BigDecimal value) {
        return value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
    }
}
