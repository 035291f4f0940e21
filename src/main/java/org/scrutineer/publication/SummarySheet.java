package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.indicators.Rating;
import org.scrutineer.intake.Verdict;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Variation;
import org.scrutineer.workbook.OutputWorkbook.Line;

/** What the figures say, in sentences that follow from them. */
final class SummarySheet {

    static final String OVER_TIME = "What has changed over time";
    static final String MISSING = "What is missing";

    private final Report report;
    private final RunFigures figures;
    private final List<Line> lines = new ArrayList<>();

    SummarySheet(Report report) {
        this.report = report;
        this.figures = report.figures();
    }

    Page page() {
        lines.clear();
        overview();
        attention();
        nearTarget();
        onTarget();
        overTime();
        missing();
        establishment();
        return new Page(
                "Summary",
                "Summary",
                "What the figures say in words: what needs attention, what meets its target and what is missing.",
                lines,
                List.of());
    }

    private void say(String sentence) {
        lines.add(Page.paragraph(sentence));
    }

    private void overview() {
        List<Indicator> all = report.indicators();
        long unrated = all.stream()
                .filter(indicator -> report.figure(indicator).value() != null
                        && rating(indicator).isEmpty())
                .count();
        lines.add(Page.heading("At a glance"));
        say("Of " + FigureWords.count(all.size(), "indicator", "indicators") + " for "
                + figures.period().title() + ", " + are(rated(Rating.GREEN).size()) + " Green, "
                + are(rated(Rating.AMBER).size()) + " Amber and "
                + are(rated(Rating.RED).size()) + " Red.");
        if (unrated > 0) {
            say(FigureWords.count(unrated, "has", "have") + " a value but no rating, for want of a target or because "
                    + (unrated == 1 ? "it is" : "they are") + " for information.");
        }
        sayIfAny(with(Status.NOT_AVAILABLE).size(), "not available [x]");
        sayIfAny(with(Status.NOT_APPLICABLE).size(), "not applicable [z], as the denominator is 0");
        sayIfAny(
                with(Status.CONFIDENTIAL).size(),
                "hidden [c], so that no small number of people can be told from "
                        + (with(Status.CONFIDENTIAL).size() == 1 ? "it" : "them"));
    }

    private void sayIfAny(int number, String what) {
        if (number > 0) {
            say(are(number) + " " + what + ".");
        }
    }

    private static String are(int number) {
        return FigureWords.count(number, "is", "are");
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

    private void attention() {
        lines.add(Page.heading("What needs attention first"));
        if (rated(Rating.RED).isEmpty()) {
            say("No indicator is Red.");
        }
        rated(Rating.RED).forEach(indicator -> say(inNeedOfAttention(indicator)));
    }

    /** What is said of a figure that is Red. */
    String inNeedOfAttention(Indicator indicator) {
        return withTarget(indicator) + reason(indicator);
    }

    private void nearTarget() {
        if (!rated(Rating.AMBER).isEmpty()) {
            lines.add(Page.heading("What is within tolerance of its target"));
            rated(Rating.AMBER).forEach(indicator -> say(figure(indicator) + reason(indicator)));
        }
    }

    private void onTarget() {
        lines.add(Page.heading("What meets its target"));
        if (rated(Rating.GREEN).isEmpty()) {
            say("No indicator is Green.");
        }
        rated(Rating.GREEN).forEach(indicator -> say(figure(indicator) + reason(indicator)));
    }

    /** What has changed, each in its sentence, and how many indicators have not. */
    private void overTime() {
        lines.add(Page.heading(OVER_TIME));
        Map<Variation, List<Indicator>> byVariation = report.indicators().stream()
                .filter(indicator -> trend(indicator).isPresent())
                .collect(Collectors.groupingBy(
                        indicator -> trend(indicator).orElseThrow().variation(),
                        () -> new EnumMap<>(Variation.class),
                        Collectors.toList()));
        if (byVariation.keySet().stream().noneMatch(Variation::isSpecialCause)) {
            say("No indicator has changed by more than chance would.");
        }
        List.of(Variation.CONCERN, Variation.IMPROVEMENT, Variation.SPECIAL_CAUSE_HIGH, Variation.SPECIAL_CAUSE_LOW)
                .forEach(variation -> byVariation
                        .getOrDefault(variation, List.of())
                        .forEach(indicator -> say(named(indicator) + ". "
                                + course(trend(indicator).orElseThrow()))));
        List.of(Variation.COMMON_CAUSE, Variation.NOT_ENOUGH_DATA, Variation.WITHHELD, Variation.NOT_JUDGED)
                .forEach(variation -> {
                    int number = byVariation.getOrDefault(variation, List.of()).size();
                    if (number > 0) {
                        say(variation.words() + ": " + FigureWords.count(number, "indicator", "indicators") + ".");
                    }
                });
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

    private String withTarget(Indicator indicator) {
        return figure(indicator)
                + figures.target(indicator, report.main(indicator))
                        .map(target -> " " + FigureWords.target(indicator, target))
                        .orElse("");
    }

    private String reason(Indicator indicator) {
        return " " + figures.ratingReason(indicator, report.main(indicator));
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

    private void missing() {
        lines.add(Page.heading(MISSING));
        List<ExpectedReturn> expected = figures.expectedReturns();
        if (figures.received() == expected.size()) {
            say(
                    expected.size() == 1
                            ? "The 1 expected return was received and counts."
                            : "All " + expected.size() + " expected returns were received and count.");
        } else {
            long lacking = expected.size() - figures.received();
            say(lacking + " of " + FigureWords.count(expected.size(), "expected return", "expected returns")
                    + (lacking == 1 ? " does" : " do") + " not count.");
        }
        expected.stream()
                .filter(one -> one.counted().isEmpty())
                .forEach(one -> say(one.team().name() + ", " + one.type().name() + ": " + whyNot(one) + "."));
        expected.stream()
                .filter(one -> !one.lacking().isEmpty())
                .forEach(one -> say(one.team().name() + ", " + one.type().name() + ": received, but without rows for "
                        + FigureWords.list(one.lacking()) + "."));
        marked(with(Status.PROVISIONAL), "Provisional [p], as some of the returns needed are missing: ");
        Map<Boolean, List<Indicator>> notAvailable = with(Status.NOT_AVAILABLE).stream()
                .collect(Collectors.partitioningBy(indicator -> figures.isAcrossBreak(indicator, indicator.timing())));
        marked(
                notAvailable.getOrDefault(false, List.of()),
                "Not available [x], as too few of the returns needed were received: ");
        marked(
                notAvailable.getOrDefault(true, List.of()),
                "Not available [x], as they would reach across a change of their definition [b]: ");
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

    private void marked(List<Indicator> marked, String meaning) {
        if (!marked.isEmpty()) {
            say(meaning
                    + FigureWords.list(marked.stream().map(SummarySheet::named).toList()) + ".");
        }
    }

    private void establishment() {
        if (report.establishment().isEmpty()) {
            return;
        }
        lines.add(Page.heading("The establishment"));
        for (Indicator indicator : report.establishment()) {
            say(figure(indicator)
                    + otherWindows(indicator)
                    + (indicator.definition().isEmpty() ? "" : " Definition: " + indicator.definition()));
        }
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
