package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows are behind a figure, and that they sum to it. */
class ContributingRowsTests {

    @TempDir
    Path folder;

    @Test
    void eachRowHasItsRole() {
        var trust = aTrust().withIndicator(
                        "V1",
                        "from: visits",
                        "denominator: visited between :start and :end",
                        "numerator: hours >= 1",
                        "timing: month",
                        "unit: percent")
                .with(
                        "2018-12",
                        "visits",
                        "north",
                        "A | 2018-12-03 | 2 | | WNC",
                        "B | 2018-12-04 | 0.5 | | WNC",
                        "C | 2018-11-04 | 2 | | WNC")
                .with("2018-12", "visits", "south", "D | 2018-12-03 | 1 | | WNC");

        assertThat(trust.rows(folder, "2018-12", "V1", "north"))
                .containsExactly(
                        "NUMERATOR visits 0:2 +1 +1",
                        "DENOMINATOR visits 0:3 +0 +1",
                        "NOT_COUNTED visits 0:4 +0 +0 OUTSIDE_THE_DENOMINATOR");
        assertThat(trust.rows(folder.resolve("again"), "2018-12", "V1", "trust"))
                .contains("NUMERATOR visits 1:2 +1 +1")
                .hasSize(4);
    }

    @Test
    void rowsInPartsAreThoseOfTheWhole() {
        String share = "numerator: hours >= 1";
        var trust = aTrust().withIndicator("V1", "from: visits", share, "timing: month", "unit: percent")
                .withIndicator("V2", "from: visits", share, "distinct: child", "timing: month", "unit: percent")
                .withIndicator("V3", "from: visits", "distinct: child", "timing: month", "unit: count")
                .withIndicator("V4", "from: visits", share, "sum: hours", "timing: month", "unit: percent")
                .withIndicator("V5", "from: visits", share, "median: hours", "timing: month", "unit: days")
                .withIndicator("V6", "from: visits", share, "mean: hours", "timing: month", "unit: mean")
                .withIndicator("V7", "from: visits", "sum: hours", "per: {from: visits}", "timing: month", "unit: mean")
                .withIndicator(
                        "V8",
                        "from: visits",
                        "per: {from: visits, distinct: child, where: hours < 3}",
                        "timing: month",
                        "unit: mean")
                .with(
                        "2018-12",
                        "visits",
                        "north",
                        "A | 2018-12-03 | 2 | | WNC",
                        "A | 2018-12-04 | 0.5 | | WNC",
                        "C | 2018-12-04 | 2 | | NNC",
                        "A | 2018-12-05 | 1.25 | | ",
                        "B | 2018-12-05 | | | WNC")
                .with("2018-12", "visits", "south", "A | 2018-12-03 | 1 | | WNC", "D | 2018-12-03 | 0 | | ");

        assertThat(trust.figuresWhosePartsDiffer(
                        folder,
                        "2018-12",
                        List.of(
                                new Place("trust", IndicatorValue.ALL),
                                new Place("trust", "WNC"),
                                new Place("trust", IndicatorValue.NEITHER),
                                new Place("north", IndicatorValue.ALL),
                                new Place("nobody", IndicatorValue.ALL))))
                .isEmpty();
    }

    @Test
    void whatIsDifferentCountsWithTheFirstRowThatHasIt() {
        var trust = aTrust().withIndicator("V1", "from: visits", "distinct: child", "timing: month", "unit: count")
                .with("2018-12", "visits", "north", "A | 2018-12-03 | 2 | | ", "A | 2018-12-04 | 1 | | ");

        assertThat(trust.rows(folder, "2018-12", "V1", "north"))
                .containsExactly("NUMERATOR visits 0:2 +1 +0", "NUMERATOR visits 0:3 +0 +0");
    }

    @Test
    void aRowWithoutAValueAddsNothing() {
        var trust = aTrust().withIndicator("V1", "from: visits", "mean: hours", "timing: month", "unit: mean")
                .with("2018-12", "visits", "north", "A | 2018-12-03 | 2.5 | | ", "B | 2018-12-04 | | | ");

        assertThat(trust.rows(folder, "2018-12", "V1", "north"))
                .containsExactly("NUMERATOR visits 0:2 +2.5 +1", "NOT_COUNTED visits 0:3 +0 +0 WITHOUT_A_VALUE");
    }

    @Test
    void theDenominatorsOwnRowsAreListedToo() {
        var trust = aTrust().withIndicator(
                        "V1",
                        "from: visits",
                        "sum: hours",
                        "per: {from: workers, where: fte > 0, sum: fte}",
                        "timing: month",
                        "unit: mean")
                .with("2018-12", "visits", "north", "A | 2018-12-03 | 3 | | ")
                .with("2018-12", "workers", "hr", "W1 | north | 0.5", "W2 | north | 0");

        assertThat(trust.rows(folder, "2018-12", "V1", "north"))
                .containsExactly(
                        "NUMERATOR visits 0:2 +3 +0",
                        "DENOMINATOR workers 1:2 +0 +0.5",
                        "NOT_COUNTED workers 1:3 +0 +0 OUTSIDE_THE_DENOMINATOR");
    }

    @Test
    void aRowOfAReturnLeadsToTheRowsThatAreMadeOfIt() {
        var trust = aTrust().withView(
                        "by_child", "select team, authority, child, sum(hours) as hours from visits group by all")
                .withIndicator("V1", "from: visits", "timing: month", "unit: count")
                .withIndicator("V2", "from: by_child", "per: {from: visits}", "timing: month", "unit: mean")
                .with(
                        "2018-12",
                        "visits",
                        "north",
                        "A | 2018-12-03 | 2 | | WNC",
                        "A | 2018-12-04 | 1 | | WNC",
                        "B | 2018-12-05 | 1 | | WNC");

        assertThat(trust.rowsMadeOf(3, folder, "2018-12", "V1")).containsExactly("NUMERATOR visits 0:3 +1 +0");
        assertThat(trust.rowsMadeOf(3, folder.resolve("again"), "2018-12", "V2"))
                .containsExactly("NUMERATOR by_child 0:3 +1 +0", "DENOMINATOR visits 0:3 +0 +1");
    }

    @Test
    void ofALongerWindowAreThoseOfItsDays() {
        var trust = aTrust().withView("recent", "select * from visits where visited >= :start")
                .withIndicator("V1", "from: recent", "timing: month", "also: [quarter]", "unit: count")
                .with("2018-11", "visits", "north", "A | 2018-11-03 | 2 | |")
                .with("2018-12", "visits", "north", "B | 2018-12-03 | 2 | |");

        assertThat(trust.rowsOverEachTiming(folder, "2018-12", "V1"))
                .containsExactly(
                        "month: NUMERATOR recent 1:2 +1 +0",
                        "quarter: NUMERATOR recent 0:2 +1 +0, NUMERATOR recent 1:2 +1 +0",
                        "month: NUMERATOR recent 1:2 +1 +0");
    }

    @Test
    void theRowsOfEveryFigureSumToIt() {
        var trust = aTrust().withView(
                        "by_child", "select team, authority, child, sum(hours) as hours from visits group by all")
                .withIndicator("V1", "from: visits", "numerator: hours >= 1", "timing: month", "unit: percent")
                .withIndicator("V2", "from: visits", "sum: cost", "timing: month", "unit: money")
                .withIndicator("V3", "from: by_child", "median: hours", "timing: month", "unit: days")
                .withIndicator("V3M", "from: by_child", "max: hours", "timing: month", "unit: count")
                .withIndicator("V4", "from: by_child", "numerator: hours > 2", "timing: month", "unit: count")
                .withIndicator(
                        "V5",
                        "from: visits",
                        "distinct: child",
                        "numerator: hours >= 2",
                        "timing: month",
                        "unit: percent")
                .with(
                        "2018-12",
                        "visits",
                        "north",
                        "A | 2018-12-03 | 2 | 10.50 | NCC",
                        "A | 2018-12-04 | 1 | 3.25 | NCC",
                        "B | 2018-12-05 | 0.5 | | NO")
                .with("2018-12", "visits", "south", "C | 2018-12-03 | 4 | 1 | NCC")
                .with("2018-12", "visits", "west");

        List<IndicatorValue> figures = trust.values(folder, "2018-12");
        List<FigureRows.Totals> totals = trust.totals(folder.resolve("again"), "2018-12", figures);

        assertThat(figures).hasSizeGreaterThan(30);
        for (int i = 0; i < figures.size(); i++) {
            IndicatorValue figure = figures.get(i);
            if (figure.status() != IndicatorValue.Status.NOT_AVAILABLE
                    && !(figure.authority().equals("NEITHER") && figure.value() == null)) {
                assertSame(totals.get(i).numerator(), figure.numerator());
                assertSame(totals.get(i).denominator(), figure.denominator());
                if (totals.get(i).picked() != null) {
                    assertSame(totals.get(i).picked(), figure.value());
                }
            }
        }
    }

    private static void assertSame(BigDecimal found, BigDecimal expected) {
        if (expected == null) {
            assertThat(found).isNull();
        } else {
            assertThat(Objects.requireNonNull(found)).isEqualByComparingTo(expected);
        }
    }
}
