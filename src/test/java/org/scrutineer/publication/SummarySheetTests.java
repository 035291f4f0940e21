package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Verdict;

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
                        "What the figures say in words: what needs attention, what meets its target and what is"
                                + " missing.",
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
                        "# What is within tolerance of its target",
                        "Children without a worker (CN04): 7 children. Amber: 7 is above 5, the target, but"
                                + " not above 10, the tolerance.",
                        "# What meets its target",
                        "Referrals decided in a day (FD04): 66.7 per cent (2 of 3 referrals) [p]. Green: 66.7 is"
                                + " not below 60, the target.",
                        "# What has changed over time",
                        "No indicator has changed by more than chance would.",
                        "# What is missing",
                        "1 of 2 expected returns does not count.",
                        "Team South, Team performance return: not received.",
                        "Provisional [p], as some of the returns needed are missing: Referrals decided in a day"
                                + " (FD04).",
                        "Not available [x], as too few of the returns needed were received: Reviews in time (LA01).",
                        "# The establishment",
                        "Established posts (WF16): 528.0 posts. Definition: How it is defined.");
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
                .contains("No indicator is Red.", "No indicator is Green.")
                .contains("Children without a worker (CN04): 1 (children). Definition: How it is defined.")
                .noneSatisfy(line -> assertThat(line).containsAnyOf("[p]", "[x]", "[z]", "Amber.", "improv", "wors"));
    }
}
