package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.trends.Assurance;
import org.scrutineer.trends.ControlLimits;
import org.scrutineer.trends.Point;
import org.scrutineer.trends.Side;
import org.scrutineer.trends.SpecialCause;
import org.scrutineer.trends.Trend;
import org.scrutineer.trends.Trend.JudgedPoint;
import org.scrutineer.trends.Variation;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The sheets Trends and Charts. */
class TrendSheetsTests {

    private static final String SENTENCE = "Worse than expected: below the lower limit of 62.1%.";

    private static Report report(Trend... trends) {
        var example = Example.aRun()
                .headline("AS01", "Assessments in time", "Front door")
                .percent("AS02", "Assessments seen", "Front door")
                .value("AS01", "60", "100", "60", Status.PROVISIONAL)
                .value("AS02", "60", "100", "60", Status.COMPLETE);
        for (Trend trend : trends) {
            example.trend(trend);
        }
        return example.report();
    }

    private static Table trends(Trend... trends) {
        return new TrendsSheet(report(trends)).page().tables().get(0);
    }

    private static Table charts(Trend... trends) {
        return new ChartsSheet(report(trends)).page().tables().get(0);
    }

    private static JudgedPoint point(
            int monthsAgo, String value, Status status, boolean judged, SpecialCause... causes) {
        return new JudgedPoint(
                new Point(
                        Example.PERIOD.plusMonths(-monthsAgo),
                        new BigDecimal(value),
                        status,
                        judged,
                        monthsAgo > 1 ? "Report of May 2021" : null),
                List.of(causes));
    }

    /** October's value is lacking. */
    private static Trend judged(Optional<Trend.Start> start) {
        return new Trend(
                "AS01",
                "trust",
                IndicatorValue.ALL,
                Timing.MONTH,
                List.of(
                        point(4, "101.5", Status.COMPLETE, true),
                        point(
                                3,
                                "71.25",
                                Status.COMPLETE,
                                true,
                                new SpecialCause(SpecialCause.Rule.SHIFT, Side.LOW, 7),
                                new SpecialCause(SpecialCause.Rule.TREND, Side.LOW, 8)),
                        point(1, "70", Status.PROVISIONAL, false),
                        point(
                                0,
                                "60",
                                Status.PROVISIONAL,
                                true,
                                new SpecialCause(SpecialCause.Rule.BEYOND_LIMIT, Side.LOW, 1),
                                new SpecialCause(SpecialCause.Rule.NEAR_LIMIT, Side.HIGH, 3))),
                start,
                Optional.of(
                        new ControlLimits(new BigDecimal("71.24"), new BigDecimal("62.06"), new BigDecimal("80.42"))),
                Variation.CONCERN,
                Optional.of(Assurance.FAILS),
                SENTENCE);
    }

    private static Trend unjudged(String indicator) {
        return new Trend(
                indicator,
                "trust",
                IndicatorValue.ALL,
                null,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Variation.NOT_JUDGED,
                Optional.empty(),
                "Figures over overlapping windows are not judged.");
    }

    @Test
    void saysOfEachIndicatorWhereItMovesAndBetweenWhichLimits() {
        assertThat(Printed.rows(trends(judged(Optional.empty()), unjudged("AS02"))))
                .containsExactly(
                        "Assessments in time | AS01 | " + Variation.CONCERN.words() + " | " + SENTENCE
                                + " | Never met | 4 | August 2021 | 1 | 71.2 | 62.1 | 80.4",
                        "Assessments seen | AS02 | " + Variation.NOT_JUDGED.words()
                                + " | Figures over overlapping windows are not judged. |  | 0 |  | 0 |  |  | ");
    }

    @Test
    void showsTheValuesOfHeadlinesWithWhatIsSpecialAboutThemAndWhereTheyWerePublished() {
        assertThat(Printed.rows(charts(judged(Optional.empty()), unjudged("AS02"))))
                .containsExactly(
                        "AS01, Assessments in time | August 2021 | 101.5 | 71.2 | 62.1 | 80.4 |  |  |  |  | Report of May"
                                + " 2021",
                        "AS01, Assessments in time | September 2021 | 71.3 | 71.2 | 62.1 | 80.4 |  | 71.3 | One of 7 in a"
                                + " row below the average; One of 8 in a row, each lower |  | Report of May 2021",
                        "AS01, Assessments in time | November 2021 | 70.0 |  |  |  |  |  |  | [p] | ",
                        "AS01, Assessments in time | December 2021 | 60.0 | 71.2 | 62.1 | 80.4 |  | 60.0 | Below the lower"
                                + " limit; One of two of three near the upper limit | [p] | ");
    }

    @Test
    void valuesBeforeTheLimitsWereDrawnAnewAreShownWithoutThem() {
        var start = new Trend.Start(ReportingPeriod.of(2021, 9), "the definition changed in September 2021");

        assertThat(Printed.rows(charts(judged(Optional.of(start)))))
                .startsWith(
                        "AS01, Assessments in time | August 2021 | 101.5 |  |  |  |  |  |  |  | Report of May 2021",
                        "AS01, Assessments in time | September 2021 | 71.3 | 71.2 | 62.1 | 80.4 |  | 71.3 | One of 7 in a"
                                + " row below the average; One of 8 in a row, each lower |  | Report of May 2021");
    }

    @Test
    void drawsTheValuesOfAHeadlineAndSaysInWordsWhatTheChartShows() {
        assertThat(charts(judged(Optional.empty()), unjudged("AS02")).charts())
                .singleElement()
                .satisfies(chart -> {
                    assertThat(chart.title()).isEqualTo("AS01, Assessments in time");
                    assertThat(chart.alternative())
                            .isEqualTo(
                                    "Line chart of Assessments in time (AS01) from August 2021 to December 2021, with"
                                            + " its average, limits and target. " + SENTENCE
                                            + " The values are in the table to the left.");
                    assertThat(chart.firstRow()).isZero();
                    assertThat(chart.lastRow()).isEqualTo(3);
                });
    }

    @Test
    void namesTheSettings() {
        Report report = Example.aRun().report();

        assertThat(Printed.lines(new TrendsSheet(report).page().sheet(report)))
                .contains(
                        "The settings are called making-data-count: limits from all points, moving ranges screened once;"
                                + " 7 points in a row on one side of the average, or 7 each beyond the one before, are a"
                                + " special cause; equal neighbours end such a row; at least 13 points and at most the last 36"
                                + " are used.");
    }
}
