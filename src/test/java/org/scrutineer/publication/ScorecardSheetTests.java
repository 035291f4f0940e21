package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;

class ScorecardSheetTests {

    private static Table scorecard(Example example) {
        return new ScorecardSheet(example.report()).page().tables().get(0);
    }

    @Test
    void showsTheNationTheRegionAndTheNeighboursOfEachCouncilForOneYear() {
        var example = Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .percent("AS02", "Assessments seen", "Front door")
                .value("AS01", "650", "1000", "65", Status.COMPLETE)
                .value("AS02", "650", "1000", "65", Status.COMPLETE)
                .published("AS01", "England", 2020, "80.0", null, null)
                .published("AS01", "England", 2021, "85.5", null, null)
                .published("AS01", "Midlands", 2021, null, null, null)
                .published("AS01", "Near", 2021, "90.1", null, null)
                .published("AS01", "Far", 2021, "70.2", null, null);
        Table scorecard = scorecard(example);
        int first = scorecard.columns().stream().map(Header::text).toList().indexOf("England");

        assertThat(scorecard.columns().subList(first, first + 5).stream().map(Header::text))
                .containsExactly(
                        "England",
                        "Region",
                        "Statistical neighbours: West Council",
                        "Statistical neighbours: East Council",
                        "Published for");
        assertThat(Printed.row(scorecard, 0).subList(first, first + 5))
                .containsExactly("85.5", "", "80.2", "", "Year to 31 March 2021");
        assertThat(Printed.row(scorecard, 1).subList(first, first + 5)).containsExactly("", "", "", "", "");
    }

    @Test
    void showsAFigureWithItsTargetItsRatingAndTheMonthBefore() {
        assertThat(Printed.row(scorecard(Example.withEveryStatus()), 0))
                .containsExactly(
                        "Assessments in time",
                        "AS01",
                        "Front door",
                        "High",
                        "per cent",
                        "Month",
                        "650",
                        "1,000",
                        "65.0",
                        "",
                        "90",
                        "85",
                        "Red",
                        "Red: 65.0 is below 85, the tolerance.",
                        "60.1",
                        "4.9",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "2 of 2",
                        "");
    }

    @Test
    void showsWhatTheFigureWasAYearBeforeAndAtThePreviousMeeting() {
        Example example = Example.withEveryStatus()
                .lastYear("AS01", "70.04")
                .atMeeting(ReportingPeriod.of(2021, 9), "AS01", "68");

        assertThat(Printed.row(scorecard(example), 0).subList(14, 19))
                .containsExactly("60.1", "4.9", "", "70.0", "68.0");
    }

    @Test
    void marksAFigureThatLacksReturns() {
        assertThat(Printed.row(scorecard(Example.withEveryStatus()), 1))
                .containsExactly(
                        "Referrals decided in a day",
                        "FD04",
                        "Front door",
                        "High",
                        "per cent",
                        "Month",
                        "2",
                        "3",
                        "66.7",
                        "[p]",
                        "60",
                        "50",
                        "Green",
                        "Green: 66.7 is not below 60, the target.",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "1 of 2",
                        "1 return it needs is missing.");
    }

    @Test
    void leavesTheDenominatorOfACountEmpty() {
        assertThat(Printed.rows(scorecard(Example.withEveryStatus())).get(2))
                .isEqualTo(
                        "Children without a worker | CN04 | In need and child protection plans | Low"
                                + " | children | Month | 7 |  | 7 |  | 5 | 10 | Amber | Amber: 7 is above 5, the target, but not above 10, the tolerance. |  |  |  |  |  |  |  | 2 of 2 | ");
    }

    @Test
    void saysInPlaceOfAValueWhyThereIsNone() {
        Table scorecard = scorecard(Example.withEveryStatus());

        assertThat(Printed.rows(scorecard).get(3))
                .contains("| [x] | [x] | [x] |")
                .endsWith("| 1 of 2 | 1 of 2 returns received; 75 per cent are needed.");
        assertThat(Printed.rows(scorecard).get(4))
                .contains("| 0 | 0 | [z] |")
                .endsWith("There is nothing to calculate it from: the denominator is 0.");
    }

    @Test
    void letsAValueBeCheckedOverTheCellsBesideIt() {
        assertThat(scorecard(Example.withEveryStatus()).rows().get(1).get(8))
                .isEqualTo(new org.scrutineer.workbook.OutputWorkbook.Cell.Quotient(new BigDecimal("66.7"), 100, 6, 7));
    }

    @Test
    void remarksOnALongerWindowThatLacksReturns() {
        Example example = Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .value("AS01", "1", "2", "50", IndicatorValue.Status.COMPLETE)
                .value(new IndicatorValue(
                        "AS01",
                        "trust",
                        IndicatorValue.ALL,
                        org.scrutineer.catalogue.Indicator.Timing.YEAR_TO_DATE,
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        BigDecimal.TEN,
                        IndicatorValue.Status.PROVISIONAL,
                        new IndicatorValue.Coverage(2, 1)));

        assertThat(Printed.row(scorecard(example), 0)).contains("10.0", "Year to date is provisional [p].");
    }

    @Test
    void refersToTheNoteOnAWaivedRuleBesideEachFigureItTouches() {
        String waiver = "Waived until 31 March 2022 by head-of-front-door: a new form is being brought in.";
        Example example = Example.withEveryStatus()
                .waived("north", "decided-late", waiver, 2, "AS01", "FD04")
                .waived("south", "decided-late", waiver, 1, "AS01")
                .waived("south", "seen-late", "Waived until 31 January 2022 by its owner: a reason.", 1, "FD04")
                .waived("south", "not-shown", "Waived until 31 January 2022 by its owner: a reason.", 1, "ZZ99");

        assertThat(Printed.rows(scorecard(example)))
                .satisfiesExactly(
                        row -> assertThat(row).endsWith("| A rule was waived: [note 10]."),
                        row -> assertThat(row)
                                .endsWith(
                                        "| 1 return it needs is missing. A rule was waived: [note 10] and [note 11]."),
                        row -> assertThat(row).doesNotContain("waived"),
                        row -> assertThat(row).doesNotContain("waived"),
                        row -> assertThat(row).doesNotContain("waived"),
                        row -> assertThat(row).doesNotContain("waived"));
        Report report = example.report();
        Page scorecard = new ScorecardSheet(report).page();
        assertThat(Printed.rows(
                        NotesSheet.of(report, List.of(scorecard)).tables().get(0)))
                .endsWith(
                        "[note 10] | A rule was waived in returns of Team North and Team South, 3 findings: decided late."
                                + " Waived until 31 March 2022 by head-of-front-door: a new form is being brought in.",
                        "[note 11] | A rule was waived in returns of Team South, 1 finding: seen late. Waived until"
                                + " 31 January 2022 by its owner: a reason.");
    }

    @Test
    void explainsEveryEmptyCellAndOnlyTheSymbolsItUses() {
        Report report = Example.withEveryStatus().report();
        Sheet sheet = new ScorecardSheet(report).page().sheet(report);

        assertThat(Printed.lines(sheet))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("An empty cell means, ")
                        .contains("under Denominator, that the figure is a count or an amount")
                        .contains("under Target and Tolerance, that the indicator has no target"));
        assertThat(Printed.lines(sheet))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Shorthand on this sheet: [p] ")
                        .contains("; [x] ", "; [z] "));
        Report complete = Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .value("AS01", "1", "2", "50", IndicatorValue.Status.COMPLETE)
                .report();
        assertThat(Printed.lines(new ScorecardSheet(complete).page().sheet(complete)))
                .noneSatisfy(line -> assertThat(line).startsWith("Shorthand"));
    }
}
