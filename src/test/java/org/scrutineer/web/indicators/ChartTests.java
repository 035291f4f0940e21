package org.scrutineer.web.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.trends.DrawnPoint;
import org.scrutineer.trends.PrintedLimits;

class ChartTests {

    private static final Indicator VISITS =
            SmallCatalogue.aCatalogue().catalogue().indicators().get(0);

    @Test
    void drawsPointsByTheirMonthAndValueBetweenRoundNumbers() {
        Chart chart = Chart.of(VISITS, List.of(point(1, "20"), point(2, "30"), point(3, "60")), "It rose.");

        assertThat(chart.ticks()).extracting(Chart.Tick::label).containsExactly("20", "30", "40", "50", "60");
        assertThat(chart.dots())
                .containsExactly(
                        new Chart.Spot("66.0", "266.0"),
                        new Chart.Spot("301.0", "203.0"),
                        new Chart.Spot("536.0", "14.0"));
        assertThat(chart.values()).containsExactly("66.0,266.0 301.0,203.0 536.0,14.0");
        assertThat(chart.months()).extracting(Chart.Tick::label).containsExactly("Jan 2019", "Feb 2019", "Mar 2019");
    }

    @Test
    void leavesAGapWhereAMonthIsLacking() {
        Chart chart =
                Chart.of(VISITS, List.of(point(1, "20"), point(2, "30"), point(4, "60"), point(5, "50")), "It rose.");

        assertThat(chart.values()).hasSize(2);
    }

    @Test
    void givesPointsThatAreUnlikelyToBeChanceAShapeOfTheirOwn() {
        DrawnPoint marked = new DrawnPoint(
                ReportingPeriod.of(2019, 3),
                new BigDecimal("90"),
                Optional.of(new BigDecimal("50")),
                Optional.of(new PrintedLimits(new BigDecimal("40"), new BigDecimal("60"))),
                Optional.of(new BigDecimal("80")),
                "Above the upper limit",
                false,
                "");

        Chart chart = Chart.of(VISITS, List.of(point(1, "50"), point(2, "50"), marked), "Better than expected.");

        assertThat(chart.marks()).hasSize(1);
        assertThat(chart.dots()).hasSize(2);
        assertThat(chart.description())
                .isEqualTo(
                        "Line chart from January 2019 to March 2019, with its average, limits and target where it has"
                                + " them. Better than expected. The values are in the table with the chart.");
    }

    @Test
    void drawsASeriesThatNeverMovesToo() {
        Chart chart = Chart.of(VISITS, List.of(point(1, "0"), point(2, "0"), point(3, "0")), "");

        assertThat(chart.values()).hasSize(1);
        assertThat(chart.values().get(0)).doesNotContain("NaN", "Infinity");
    }

    private static DrawnPoint point(int month, String value) {
        return new DrawnPoint(
                ReportingPeriod.of(2019, month),
                new BigDecimal(value),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                "");
    }
}
