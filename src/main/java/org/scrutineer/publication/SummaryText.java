package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.indicators.Rating;
import org.scrutineer.intake.Verdict;
import org.scrutineer.publication.Summary.Section;
import org.scrutineer.publication.Summary.Topic;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Variation;

/**
 * Puts a report's figures into words. What has got worse by more than chance comes first, then the headline indicators
 * that are off target; a long list of others is counted and left to the sheets that have it.
 */
final class SummaryText {

    /** More than these nobody reads before a meeting. */
    private static final int MOST_TOLD = 10;

    private static final int MOST_RESTATED = 5;

    private final Report report;
    private final RunFigures figures;

    SummaryText(Report report) {
        this.report = report;
        this.figures = report.figures();
    }

    Summary summary() {
        Map<Topic, List<String>> said = new EnumMap<>(Topic.class);
        said.put(Topic.GLANCE, glance());
        said.put(Topic.ATTENTION, attention());
        said.put(Topic.IMPROVED, improved());
        said.put(Topic.CHANGED, changed());
        said.put(Topic.MISSING, missing());
        said.put(Topic.RESTATED, restated());
        said.put(Topic.ESTABLISHMENT, establishment());
        return new Summary(said.entrySet().stream()
                .filter(section -> !section.getValue().isEmpty())
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList());
    }

    private List<String> glance() {
        List<Indicator> all = report.indicators();
        long unrated = all.stream()
                .filter(indicator -> report.figure(indicator).value() != null
                        && rating(indicator).isEmpty())
                .count();
        var said = new ArrayList<String>();
        said.add("Of " + FigureWords.count(all.size(), "indicator", "indicators") + " for "
                + figures.period().title() + ", " + are(rated(Rating.GREEN).size()) + " Green, "
                + are(rated(Rating.AMBER).size()) + " Amber and "
                + are(rated(Rating.RED).size()) + " Red.");
        if (unrated > 0) {
            said.add(FigureWords.count(unrated, "has", "have")
                    + " a value but no rating, for want of a target or because " + (unrated == 1 ? "it is" : "they are")
                    + " for information.");
        }
        int hidden = with(Status.CONFIDENTIAL).size();
        sayIfAny(with(Status.NOT_AVAILABLE).size(), "not available [x]", said);
        sayIfAny(with(Status.NOT_APPLICABLE).size(), "not applicable [z], as the denominator is 0", said);
        sayIfAny(
                hidden,
                "hidden [c], so that no small number of people can be told from " + (hidden == 1 ? "it" : "them"),
                said);
        return said;
    }

    private static void sayIfAny(int number, String what, Collection<String> said) {
        if (number > 0) {
            said.add(are(number) + " " + what + ".");
        }
    }

    private static String are(int number) {
        return FigureWords.count(number, "is", "are");
    }

    private List<String> attention() {
        List<Indicator> all = inNeedOfAttention();
        List<Indicator> told = all.stream().limit(MOST_TOLD).toList();
        var said = new ArrayList<String>();
        if (all.isEmpty()) {
            said.add("No indicator is Red, and none is worse than chance would make it.");
        }
        told.forEach(indicator -> said.add(inNeedOfAttention(indicator)));
        List<Indicator> rest = all.subList(told.size(), all.size());
        if (!rest.isEmpty()) {
            said.add("A further " + are(rest.size()) + " Red: " + byTheme(rest) + ".");
        }
        return said;
    }

    /**
     * What needs attention, the most pressing first: what is worse than chance would make it, Red ones before others; then
     * what is Red, headline indicators before others.
     */
    List<Indicator> inNeedOfAttention() {
        return report.indicators().stream()
                .filter(indicator -> isRed(indicator) || isOf(indicator, Variation.CONCERN))
                .sorted(Comparator.comparing((Indicator indicator) -> !isOf(indicator, Variation.CONCERN))
                        .thenComparing(indicator -> !isRed(indicator))
                        .thenComparing(indicator -> !indicator.headline()))
                .toList();
    }

    private boolean isRed(Indicator indicator) {
        return rating(indicator).equals(Optional.of(Rating.RED));
    }

    private boolean isOf(Indicator indicator, Variation variation) {
        return trend(indicator).filter(trend -> trend.variation() == variation).isPresent();
    }

    /** What is said of a figure that needs attention: itself, its target and rating, and its course if that is one reason. */
    String inNeedOfAttention(Indicator indicator) {
        return withTarget(indicator)
                + reason(indicator)
                + (isOf(indicator, Variation.CONCERN)
                        ? " " + course(trend(indicator).orElseThrow())
                        : "");
    }

    /** For example {@code 3 in Children in care, 1 in Workforce}. */
    private static String byTheme(List<Indicator> indicators) {
        Map<String, Long> counts = indicators.stream()
                .collect(Collectors.groupingBy(Indicator::theme, LinkedHashMap::new, Collectors.counting()));
        return FigureWords.list(counts.entrySet().stream()
                .map(theme -> theme.getValue() + " in " + theme.getKey())
                .toList());
    }

    private List<String> improved() {
        var said = new ArrayList<String>();
        List<Indicator> better = of(Variation.IMPROVEMENT);
        if (better.isEmpty()) {
            said.add("No indicator is better than chance would make it.");
        }
        better.stream()
                .limit(MOST_TOLD)
                .forEach(indicator -> said.add(
                        figure(indicator) + " " + course(trend(indicator).orElseThrow())));
        if (better.size() > MOST_TOLD) {
            said.add("A further " + are(better.size() - MOST_TOLD) + " better than chance would make "
                    + (better.size() == MOST_TOLD + 1 ? "it" : "them") + ".");
        }
        said.add(onTarget());
        return said;
    }

    private String onTarget() {
        List<Indicator> green = rated(Rating.GREEN);
        if (green.isEmpty()) {
            return "No indicator is Green.";
        }
        String number = FigureWords.count(green.size(), "indicator meets its target", "indicators meet their targets");
        if (green.size() <= MOST_TOLD) {
            return number + ": " + named(green) + ".";
        }
        List<Indicator> headlines =
                green.stream().filter(Indicator::headline).limit(MOST_TOLD).toList();
        return headlines.isEmpty() ? number + "." : number + ", among them " + named(headlines) + ".";
    }

    /** What is neither better nor worse for being unusual, and how many indicators have not changed. */
    private List<String> changed() {
        var said = new ArrayList<String>();
        for (Variation variation : List.of(Variation.SPECIAL_CAUSE_HIGH, Variation.SPECIAL_CAUSE_LOW)) {
            of(variation)
                    .forEach(indicator -> said.add(
                            figure(indicator) + " " + course(trend(indicator).orElseThrow())));
        }
        sayHowMany(Variation.COMMON_CAUSE.words(), of(Variation.COMMON_CAUSE), said);
        sayHowMany(Variation.NOT_ENOUGH_DATA.words(), of(Variation.NOT_ENOUGH_DATA), said);
        sayHowMany(
                Variation.RETURNS_MISSING.words() + ", so that no direction can be told",
                of(Variation.RETURNS_MISSING),
                said);
        sayHowMany(Variation.NOT_JUDGED.words(), of(Variation.NOT_JUDGED), said);
        sayHowMany(
                "Hidden [c], as is the figure it would be told from",
                report.indicators().stream()
                        .filter(indicator -> figures.isCourseHidden(indicator, report.main(indicator)))
                        .toList(),
                said);
        return said;
    }

    private static void sayHowMany(String what, Collection<Indicator> indicators, Collection<String> said) {
        if (!indicators.isEmpty()) {
            said.add(what + ": " + FigureWords.count(indicators.size(), "indicator", "indicators") + ".");
        }
    }

    /** Every change by more than chance, the bad before the good, each in its sentence without its figure. */
    List<String> courses() {
        List<String> courses = List.of(
                        Variation.CONCERN,
                        Variation.IMPROVEMENT,
                        Variation.SPECIAL_CAUSE_HIGH,
                        Variation.SPECIAL_CAUSE_LOW)
                .stream()
                .flatMap(variation -> of(variation).stream())
                .map(indicator ->
                        named(indicator) + ". " + course(trend(indicator).orElseThrow()))
                .toList();
        return courses.isEmpty() ? List.of("No indicator has changed by more than chance would.") : courses;
    }

    private List<Indicator> of(Variation variation) {
        return report.indicators().stream()
                .filter(indicator -> isOf(indicator, variation))
                .toList();
    }

    /** The sentence quotes averages of months whose own figures may be hidden. */
    private String course(Trend trend) {
        return report.audience().disclosure() == null
                ? trend.sentence()
                : trend.variation().words() + ".";
    }

    private Optional<Trend> trend(Indicator indicator) {
        return figures.overTime().trend(indicator, report.main(indicator));
    }

    private Optional<Rating> rating(Indicator indicator) {
        return figures.rating(indicator, report.main(indicator));
    }

    private List<Indicator> rated(Rating rating) {
        return report.indicators().stream()
                .filter(indicator -> rating(indicator).equals(Optional.of(rating)))
                .toList();
    }

    private List<Indicator> with(Status status) {
        return report.indicators().stream()
                .filter(indicator -> report.figure(indicator).status() == status)
                .toList();
    }

    private String withTarget(Indicator indicator) {
        return figure(indicator)
                + figures.target(indicator, report.main(indicator))
                        .map(target -> " " + FigureWords.target(indicator, target))
                        .orElse("");
    }

    private String reason(Indicator indicator) {
        String reason = figures.ratingReason(indicator, report.main(indicator));
        return reason.isEmpty() ? "" : " " + reason;
    }

    /** For example {@code Open assessments (AS02): 1,024 assessments.} */
    private String figure(Indicator indicator) {
        IndicatorValue value = report.figure(indicator);
        return named(indicator) + ": "
                + switch (value.status()) {
                    case COMPLETE -> FigureWords.value(indicator, value) + ".";
                    case PROVISIONAL -> FigureWords.value(indicator, value) + " [p].";
                    case NOT_AVAILABLE ->
                        "not available [x]. "
                                + (figures.isAcrossBreak(indicator, indicator.timing())
                                        ? "It would reach across a change of its definition [b]."
                                        : FigureWords.notAvailable(indicator, value.coverage()));
                    case NOT_APPLICABLE -> "not applicable [z], as the denominator is 0.";
                    case CONFIDENTIAL -> "hidden [c], so that no small number of people can be told from it.";
                };
    }

    private static String named(Indicator indicator) {
        return indicator.name() + " (" + indicator.id() + ")";
    }

    private static String named(List<Indicator> indicators) {
        return FigureWords.list(indicators.stream().map(SummaryText::named).toList());
    }

    private List<String> missing() {
        var said = new ArrayList<String>();
        List<ExpectedReturn> expected = figures.expectedReturns();
        if (figures.received() == expected.size()) {
            said.add(
                    expected.size() == 1
                            ? "The 1 expected return was received and counts."
                            : "All " + expected.size() + " expected returns were received and count.");
        } else {
            long lacking = expected.size() - figures.received();
            said.add(lacking + " of " + FigureWords.count(expected.size(), "expected return", "expected returns")
                    + (lacking == 1 ? " does" : " do") + " not count.");
        }
        expected.stream()
                .filter(one -> one.counted().isEmpty())
                .forEach(one -> said.add(one.team().name() + ", " + one.type().name() + ": " + whyNot(one) + "."));
        expected.stream()
                .filter(one -> !one.lacking().isEmpty())
                .forEach(one -> said.add(one.team().name() + ", " + one.type().name()
                        + ": received, but without rows for " + FigureWords.list(one.lacking()) + "."));
        Map<Boolean, List<Indicator>> notAvailable = with(Status.NOT_AVAILABLE).stream()
                .collect(Collectors.partitioningBy(indicator -> figures.isAcrossBreak(indicator, indicator.timing())));
        Map<String, List<Indicator>> marked = new LinkedHashMap<>();
        marked.put("Provisional [p], as some of the returns needed are missing: ", with(Status.PROVISIONAL));
        marked.put(
                "Not available [x], as too few of the returns needed were received: ",
                notAvailable.getOrDefault(false, List.of()));
        marked.put(
                "Not available [x], as they would reach across a change of their definition [b]: ",
                notAvailable.getOrDefault(true, List.of()));
        marked.forEach((meaning, indicators) -> {
            if (!indicators.isEmpty()) {
                said.add(meaning + named(indicators) + ".");
            }
        });
        return said;
    }

    private static String whyNot(ExpectedReturn expected) {
        if (expected.seen().isEmpty()) {
            return "not received";
        }
        boolean held = expected.seen().stream().anyMatch(seen -> seen.verdict() == Verdict.HELD);
        boolean refused = expected.seen().stream().anyMatch(seen -> seen.verdict() == Verdict.REFUSED);
        return held
                ? "received, but held until a person says which of two returns counts"
                : refused ? "received, but refused until it is corrected" : "received, but not counted in this run";
    }

    private List<String> restated() {
        List<Restatement> all = report.restatements();
        if (all.isEmpty()) {
            return List.of("Nothing that was published before has changed.");
        }
        var said = new ArrayList<String>();
        said.add(FigureWords.count(
                all.size(),
                "figure is not what was published of it before.",
                "figures are not what was published of them before."));
        report.indicators().stream()
                .sorted(Comparator.comparing(indicator -> !indicator.headline()))
                .flatMap(indicator -> all.stream()
                        .filter(restatement -> isMain(restatement, indicator))
                        .flatMap(restatement -> restated(indicator, restatement).stream()))
                .limit(MOST_RESTATED)
                .forEach(said::add);
        return said;
    }

    /** Whether it is of a figure that stands on the scorecard. */
    private boolean isMain(Restatement restatement, Indicator indicator) {
        EarlierFigure now = restatement.now();
        Part main = report.main(indicator);
        return now.indicator().equals(indicator.id())
                && now.timing() == indicator.timing()
                && now.organisation().equals(main.organisation())
                && now.authority().equals(main.authority());
    }

    /** Nothing where one of the two values may not be told. */
    private static Optional<String> restated(Indicator indicator, Restatement restatement) {
        BigDecimal was = restatement.before().value();
        BigDecimal is = restatement.now().value();
        return was == null || is == null
                ? Optional.empty()
                : Optional.of(named(indicator) + " for "
                        + restatement.now().period().title() + ": was " + FigureWords.measured(indicator, was)
                        + ", is " + FigureWords.measured(indicator, is) + ". "
                        + FigureWords.sentenceCase(restatement.why()) + ".");
    }

    private List<String> establishment() {
        return report.audience().establishment().stream()
                .flatMap(table -> report.indicators(table).stream())
                .map(indicator -> figure(indicator)
                        + otherWindows(indicator)
                        + (indicator.definition().isEmpty() ? "" : " Definition: " + indicator.definition()))
                .toList();
    }

    /**
     * The windows a figure is given for, where there are several: a loss over a year and a gain over its last months
     * are both true.
     */
    private String otherWindows(Indicator indicator) {
        var windows = new StringBuilder();
        for (Indicator.Timing timing : indicator.also()) {
            figures.value(indicator, report.main(indicator), timing)
                    .filter(value -> value.value() != null)
                    .ifPresent(value -> windows.append(' ')
                            .append(figures.timing(timing))
                            .append(": ")
                            .append(FigureWords.value(indicator, value))
                            .append(value.status() == Status.PROVISIONAL ? " [p]." : "."));
        }
        return windows.isEmpty()
                ? ""
                : " That is the figure for: "
                        + figures.timing(indicator.timing()).toLowerCase(Locale.UK) + "." + windows;
    }
}
