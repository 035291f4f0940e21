package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator.Polarity;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Indicator.Unit;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;

class ComparisonsSheetTests {

    private static final String SOURCE = "The Department: Referrals (Open Government Licence v3.0)";

    private static Page page(Example example) {
        return new ComparisonsSheet(example.report()).page().orElseThrow();
    }

    private static List<String> rows(Example example) {
        return Printed.rows(page(example).tables().get(0));
    }

    private static Example inTime() {
        return Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .value("AS01", "650", "1000", "65", Status.COMPLETE)
                .value(ofWest("700", "1000", "70"));
    }

    private static IndicatorValue ofWest(String numerator, String denominator, String value) {
        return new IndicatorValue(
                "AS01",
                "trust",
                "WEST",
                Timing.MONTH,
                new BigDecimal(numerator),
                new BigDecimal(denominator),
                new BigDecimal(value),
                Status.COMPLETE,
                new Coverage(2, 2));
    }

    @Test
    void hasARowForEachPublishedFigureBesideOurs() {
        var example = inTime().published("AS01", "England", 2021, "85.5", "855", "1000")
                .published("AS01", "Midlands", 2021, "64.9", null, null)
                .published("AS01", "Near", 2021, "90.1", null, null)
                .published("AS01", "Far", 2021, "70.2", null, null)
                .published("AS01", "West", 2021, "70.0", null, null)
                .published("AS01", "East", 2021, null, null, null);

        assertThat(rows(example))
                .containsExactly(
                        "Assessments in time | AS01 | England | per cent | Year to 31 March 2021 | 85.5 | 855 | 1,000"
                                + " | Whole organisation | Month | 65.0 | -20.5 | Worse |  | " + SOURCE,
                        "Assessments in time | AS01 | Midlands | per cent | Year to 31 March 2021 | 64.9 |  | "
                                + " | Whole organisation | Month | 65.0 | 0.1 | Better |  | " + SOURCE,
                        "Assessments in time | AS01 | Statistical neighbours of West Council: average | per cent"
                                + " | Year to 31 March 2021 | 80.2 |  |  | West Council | Month | 70.0 | -10.2 | Worse"
                                + " | The unweighted average of the 2 of the 2 that have a published figure. | "
                                + SOURCE,
                        "Assessments in time | AS01 | Statistical neighbours of West Council: best, Near | per cent"
                                + " | Year to 31 March 2021 | 90.1 |  |  | West Council | Month | 70.0 | -20.1 | Worse"
                                + " | Of the 2, 2 have a published figure. | " + SOURCE,
                        "Assessments in time | AS01 | West as published | per cent | Year to 31 March 2021 | 70.0 |  | "
                                + " | West Council | Month | 70.0 | 0.0 | The same |  | " + SOURCE,
                        "Assessments in time | AS01 | East as published | per cent | Year to 31 March 2021 |  |  | "
                                + " | Whole organisation | Month | 65.0 |  |  | The figure was withheld to protect people. | "
                                + SOURCE);
    }

    @Test
    void saysWhichYearAPublishedFigureIsAboutAndThatItIsLater() {
        assertThat(rows(inTime().published("AS01", "England", 2025, "85.5", null, null)))
                .containsExactly(
                        "Assessments in time | AS01 | England | per cent | Year to 31 March 2025, later than this"
                                + " report | 85.5 |  |  | Whole organisation | Month | 65.0 | -20.5 | Worse |  | "
                                + SOURCE);
    }

    @Test
    void callsNothingBetterWhereItIsForInformationOrWithinRounding() {
        var example = Example.aRun()
                .indicator(
                        "FD06", "No further action", "Front door", Unit.PERCENT, Polarity.INFORMATION, "referrals", 1)
                .value("FD06", "65", "1000", "6.5", Status.COMPLETE)
                .indicator("CL03", "In work", "Front door", Unit.PERCENT, Polarity.HIGH, "people", 1)
                .value("CL03", "544", "1000", "54.4", Status.COMPLETE)
                .published("FD06", "England", 2021, "6.4", null, null)
                .published("CL03", "England", 2021, "54", null, null);

        assertThat(rows(example).stream().map(row -> row.split(" \\| ", -1)).map(cells -> cells[11] + " " + cells[12]))
                .containsExactly("0.1 Higher", "0.4 The same within rounding");
    }

    @Test
    void takesOurFigureOfTwelveMonthsWhereItHasAValue() {
        var example = inTime().value(new IndicatorValue(
                        "AS01",
                        "trust",
                        IndicatorValue.ALL,
                        Timing.ROLLING_12_MONTHS,
                        new BigDecimal("80"),
                        new BigDecimal("100"),
                        new BigDecimal("80"),
                        Status.COMPLETE,
                        new Coverage(2, 2)))
                .published("AS01", "England", 2021, "85.5", null, null);

        assertThat(rows(example))
                .singleElement()
                .asString()
                .contains(" | Whole organisation | Rolling 12 months | 80.0 | -5.5 | Worse | ");
    }

    @Test
    void comparesNothingWithAFigureThatIsNotAvailable() {
        var example = Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .value("AS01", null, null, null, Status.NOT_AVAILABLE)
                .published("AS01", "England", 2021, "85.5", null, null);

        assertThat(rows(example))
                .containsExactly("Assessments in time | AS01 | England | per cent | Year to 31 March 2021 | 85.5 |  | "
                        + " | Whole organisation | Month | [x] |  |  |  | " + SOURCE);
    }

    @Test
    void saysHowToReadItAndWhoHasNoNeighbours() {
        var example = inTime().published("AS01", "England", 2021, "85.5", null, null);

        assertThat(Printed.lines(page(example).sheet(example.report())))
                .contains(
                        "The difference is our figure less the published one, both as printed. Where it may come from the"
                                + " rounding of the published figure alone, neither is called better.",
                        "Statistical neighbours are named by The Department: The model (Open).",
                        "Statistical neighbours: East Council is not in the list they are taken from (The model), so that"
                                + " there are none to compare with.");
    }

    @Test
    void isNotThereWhereNothingIsPublished() {
        assertThat(new ComparisonsSheet(inTime().report()).page()).isEmpty();
    }
}
