package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Verdict;
import org.scrutineer.publication.Summary.Topic;
import org.scrutineer.trends.Variation;

class SummarySheetTests {

    private static List<String> summary(Example example) {
        Report report = example.report();
        return Printed.lines(new SummarySheet(report).page().sheet(report));
    }

    @Test
    void saysWhatTheFiguresSay() {
        assertThat(summary(Example.withEveryStatus()))
                .containsExactly(
                        "December 2021. Data as at 14 January 2022. Run 0007. Returns received: 1 of 2 expected."
                                + " Status: Provisional.",
                        "What the figures say in words: what needs attention first, what has improved, what is missing and"
                                + " what was restated.",
                        "Shorthand on this sheet: [p] provisional, as some of the returns the value rests on are"
                                + " missing; [x] not available, as too few of the returns it rests on were received;"
                                + " [z] not applicable, as there is nothing it could be calculated from. [note 6]",
                        "# At a glance",
                        "Of 6 indicators for December 2021, 1 is Green, 1 is Amber and 1 is Red.",
                        "1 has a value but no rating, for want of a target or because it is for information.",
                        "1 is not available [x].",
                        "1 is not applicable [z], as the denominator is 0.",
                        "# What needs attention first",
                        "Assessments in time (AS01): 65.0 per cent (650 of 1,000 referrals). The target is at least 90."
                                + " Red: 65.0 is below 85, the tolerance.",
                        "Exceptions: every figure that is Red, Amber or has changed, with why and what is being done",
                        "# What has improved or is on target",
                        "No indicator is better than chance would make it.",
                        "1 indicator meets its target: Referrals decided in a day (FD04).",
                        "# What is missing",
                        "1 of 2 expected returns does not count.",
                        "Team South, Team performance return: not received.",
                        "Provisional [p], as some of the returns needed are missing: Referrals decided in a day"
                                + " (FD04).",
                        "Not available [x], as too few of the returns needed were received: Reviews in time (LA01).",
                        "Returns and data quality: every return, and what became of it",
                        "# What was restated",
                        "Nothing that was published before has changed.",
                        "# The establishment",
                        "Established posts (WF16): 528.0 posts. Definition: How it is defined.",
                        "Establishment: the same for each service and team");
    }

    @Test
    void tellsWhyAReturnDoesNotCount() {
        Example example = Example.aRun()
                .seen(Example.seen("north", "2022-01-10", Verdict.REFUSED, List.of()))
                .seen(Example.seen("south", "2022-01-10", Verdict.HELD, List.of()));

        assertThat(summary(example))
                .contains(
                        "2 of 2 expected returns do not count.",
                        "Team North, Team performance return: received, but refused until it is corrected.",
                        "Team South, Team performance return: received, but held until a person says which of two"
                                + " returns counts.");
    }

    @Test
    void tellsOfAReturnThatLacksSomeOfItsData() {
        Example example = Example.aRun()
                .accepted("north", "2022-01-10")
                .seen(Example.seen(
                        "south",
                        "2022-01-10",
                        Verdict.ACCEPTED_WITH_FINDINGS,
                        List.of(),
                        new RowCount("referrals", 1, 0, 0, 1, false)));

        assertThat(summary(example))
                .contains(
                        "All 2 expected returns were received and count.",
                        "Team South, Team performance return: received, but without rows for Referrals.");
    }

    @Test
    void keepsSilentOnWhatTheNumbersDoNotBear() {
        Example example = Example.aRun()
                .count("CN04", "Children without a worker", "Children in need")
                .value("CN04", "1", null, "1", Status.COMPLETE)
                .establishment("CN04")
                .accepted("north", "2022-01-10")
                .accepted("south", "2022-01-11");

        assertThat(summary(example))
                .contains(
                        "No indicator is Red, and none is worse than chance would make it.",
                        "No indicator is better than chance would make it.",
                        "No indicator is Green.")
                .contains("Children without a worker (CN04): 1 (children). Definition: How it is defined.")
                .noneSatisfy(line -> assertThat(line).containsAnyOf("[p]", "[x]", "[z]", "Amber.", "Worse"));
    }

    private static Example manyReds() {
        Example example = Example.aRun();
        for (int number = 1; number <= 12; number++) {
            String code = String.format(java.util.Locale.ROOT, "AS%02d", number);
            red(
                    number == 12
                            ? example.headline(code, "Visits", "In need")
                            : example.percent(code, "Visits", "Front door"),
                    code);
        }
        return example.percent("CP01", "Conferences in time", "In need")
                .value("CP01", "50", "100", "50", Status.COMPLETE)
                .trend("CP01", Variation.CONCERN, "Worse than expected: eight months in a row below the average.")
                .trend("AS07", Variation.CONCERN, "Worse than expected: 65.0% is below the lower limit.");
    }

    private static void red(Example example, String code) {
        example.target(code, "90", "85").value(code, "650", "1000", "65", Status.COMPLETE);
    }

    @Test
    void tellsWhatIsWorseThanChanceBeforeHeadlinesAndThoseBeforeOthers() {
        assertThat(new SummaryText(manyReds().report()).summary().on(Topic.ATTENTION))
                .startsWith(
                        "Visits (AS07): 65.0 per cent (650 of 1,000 referrals). The target is at least 90. Red: 65.0 is"
                                + " below 85, the tolerance. Worse than expected: 65.0% is below the lower limit.",
                        "Conferences in time (CP01): 50.0 per cent (50 of 100 referrals). Worse than expected: eight"
                                + " months in a row below the average.",
                        "Visits (AS12): 65.0 per cent (650 of 1,000 referrals). The target is at least 90. Red: 65.0 is"
                                + " below 85, the tolerance.",
                        "Visits (AS01): 65.0 per cent (650 of 1,000 referrals). The target is at least 90. Red: 65.0 is"
                                + " below 85, the tolerance.")
                .hasSize(11)
                .endsWith("A further 3 are Red: 3 in Front door.");
    }

    @Test
    void tellsWhatIsBetterThanChanceAndWhatIsUnusual() {
        Summary summary = new SummaryText(Example.aRun()
                        .percent("CP01", "Conferences in time", "In need")
                        .value("CP01", "50", "100", "50", Status.COMPLETE)
                        .trend("CP01", Variation.IMPROVEMENT, "Better than expected: it rose six times.")
                        .percent("CP02", "Conferences", "In need")
                        .value("CP02", "50", "100", "50", Status.COMPLETE)
                        .trend("CP02", Variation.SPECIAL_CAUSE_HIGH, "Unusually high: above the upper limit.")
                        .percent("CP03", "Visits", "In need")
                        .value("CP03", "50", "100", "50", Status.COMPLETE)
                        .trend("CP03", Variation.COMMON_CAUSE, "No significant change.")
                        .report())
                .summary();

        assertThat(summary.on(Topic.IMPROVED))
                .containsExactly(
                        "Conferences in time (CP01): 50.0 per cent (50 of 100 referrals). Better than expected: it rose six"
                                + " times.",
                        "No indicator is Green.");
        assertThat(summary.on(Topic.CHANGED))
                .containsExactly(
                        "Conferences (CP02): 50.0 per cent (50 of 100 referrals). Unusually high: above the upper limit.",
                        "No significant change: 1 indicator.");
    }

    @Test
    void tellsWhatTheMainFiguresWereAndWhy() {
        Example example = Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .value("AS01", "65", "100", "65", Status.COMPLETE);
        for (String organisation : List.of("trust", "north")) {
            example.restated(new Restatement(
                    Example.earlier(
                            Example.PERIOD, Example.figure("AS01", organisation, "60", "100", "60", Status.COMPLETE)),
                    Example.earlier(
                            Example.PERIOD, Example.figure("AS01", organisation, "65", "100", "65", Status.COMPLETE)),
                    List.of(Restatement.Cause.LATE, Restatement.Cause.AMENDED)));
        }

        assertThat(new SummaryText(example.report()).summary().on(Topic.RESTATED))
                .containsExactly(
                        "2 figures are not what was published of them before.",
                        "Assessments in time (AS01) for December 2021: was 60.0 per cent, is 65.0 per cent. A return came"
                                + " late; cells of a return were amended.");
    }
}
