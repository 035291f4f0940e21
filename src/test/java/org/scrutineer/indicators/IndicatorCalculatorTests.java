package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is calculated for whom; all returns are in unless a test says otherwise. */
class IndicatorCalculatorTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "unit: count; numerator: hours >= 1; 4 / - = 4",
                "unit: count; distinct: child; 4 / - = 4",
                "unit: count; sum: hours; 12.75 / - = 12.75",
                "unit: money; sum: cost; 100.31 / - = 100.31",
                "unit: money; sum: cost & numerator: hours > 100; 0 / - = 0",
                "unit: percent; numerator: hours >= 1; 4 / 6 = 66.6666666667",
                "unit: percent; numerator: hours >= 1 & denominator: cost > 0; 1 / 2 = 50",
                "unit: percent; numerator: hours >= 1 & sum: hours; 12.5 / 12.75 = 98.0392156863",
                "unit: percent; numerator: hours >= 1 & distinct: child; 2 / 4 = 50",
                "unit: mean; mean: hours; 12.75 / 5 = 2.55",
                "unit: mean; mean: hours & numerator: hours >= 1; 12.5 / 4 = 3.125",
                "unit: mean; mean: hours & denominator: cost > 0; 1.25 / 2 = 0.625",
                "unit: days; mean: working_days(visited, :end); 77 / 6 = 12.8333333333",
                "unit: days; median: hours; - / 5 = 2",
                "unit: count; max: hours; - / 5 = 6",
                "unit: money; max: cost & numerator: hours < 3; - / 2 = 50.2",
                "unit: days; median: :end - visited; - / 6 = 19.5",
                "unit: rate per 10,000; numerator: hours >= 1 & denominator: hours > 0; 4 / 5 = 8000",
                "unit: rate per 10,000; per: {from: workers, sum: fte}; 6 / 2.5 = 24000",
                "unit: mean; numerator: hours >= 1 & sum: hours & per: {from: cases}; 12.5 / 3 = 4.1666666667",
                "unit: percent; distinct: child & per: {from: cases, where: service is null, distinct: child}; 4 / 2 = 200"
            })
    void calculatesEveryUnitForTheTrust(String unit, String said, String figure) {
        var trust = december().withIndicator("V1", "timing: month", "from: visits", unit, said.replace(" & ", "\n"));

        assertThat(trust.figuresOf("trust", folder, "2018-12").get(0)).isEqualTo("V1 trust month: " + figure);
    }

    @Test
    void givesTheTrustItsServicesAndTheirTeamsEachTheirOwn() {
        var trust = december()
                .withIndicator("V1", "timing: month", "from: visits", "unit: percent", "numerator: hours >= 1");

        assertThat(trust.figures(folder, "2018-12"))
                .containsExactly(
                        "V1 trust month: 4 / 6 = 66.6666666667",
                        "V1 trust/NCC month: 2 / 3 = 66.6666666667",
                        "V1 trust/NEITHER month: 2 / 3 = 66.6666666667",
                        "V1 front-door month: 2 / 4 = 50",
                        "V1 north month: 2 / 3 = 66.6666666667",
                        "V1 south month: 0 / 1 = 0",
                        "V1 care month: 2 / 2 = 100",
                        "V1 west month: 2 / 2 = 100");
    }

    @Test
    void linesByAuthoritySumToTheWholeWithThoseOfNeither() {
        var trust = aTrust().withIndicator("V1", "timing: month", "from: visits", "unit: money", "sum: cost")
                .with("2021-04", "visits", "north", "A | 2021-04-05 | | 10 | WNC", "B | 2021-04-05 | | 20.5 | NNC")
                .with("2021-04", "visits", "south", "C | 2021-04-05 | | 40 | NO", "D | 2021-04-05 | | 80 |")
                .with("2021-04", "visits", "west", "E | 2021-04-05 | | 160 | NCC", "F | 2021-04-05 | | 320 | WNC");

        assertThat(trust.figuresOf("trust", folder, "2021-04"))
                .containsExactly(
                        "V1 trust month: 630.5 / - = 630.5",
                        "V1 trust/WNC month: 330 / - = 330",
                        "V1 trust/NNC month: 20.5 / - = 20.5",
                        "V1 trust/NEITHER month: 280 / - = 280");
    }

    @Test
    void doesNotSayTheAuthorityWhereTheRowsDoNot() {
        var trust = december()
                .withIndicator("C1", "timing: snapshot", "from: cases", "unit: count")
                .withIndicator("C2", "timing: month", "from: visits", "unit: percent", "per: {from: cases}");

        assertThat(trust.figuresOf("trust", folder, "2018-12"))
                .containsExactly(
                        "C1 trust snapshot: 3 / - = 3",
                        "C1 trust/NCC snapshot: - / - = - [z]",
                        "C2 trust month: 6 / 3 = 200",
                        "C2 trust/NCC month: - / - = - [z]");
    }

    @Test
    void dividesByThePopulationOfTheNewestYearForTheWholeAndByAuthorityOnly() {
        var trust = perPopulation()
                .with("2021-12", "visits", "north", "A | 2021-12-05 | | | WNC", "B | 2021-12-06 | | | WNC")
                .with("2021-12", "visits", "south", "C | 2021-12-05 | | | NNC", "D | 2021-12-05 | | | NO")
                .with("2021-12", "visits", "west");

        assertThat(trust.figures(folder, "2021-12"))
                .containsExactly(
                        "V1 trust month: 4 / 90000 = 0.4444444444",
                        "V1 trust/WNC month: 2 / 50000 = 0.4",
                        "V1 trust/NNC month: 1 / 40000 = 0.25",
                        "V1 trust/NEITHER month: - / - = - [z]",
                        "V1 front-door month: - / - = - [z]",
                        "V1 north month: - / - = - [z]",
                        "V1 south month: - / - = - [z]",
                        "V1 care month: - / - = - [z]",
                        "V1 west month: - / - = - [z]");
    }

    /** In the first months of two new councils the newest estimate is still that of the county they came from. */
    @Test
    void dividesTheWholeByTheOldCountyWhereTheNewCouncilsHaveNoPopulationYet() {
        var trust = perPopulation()
                .with("2021-05", "visits", "north", "A | 2021-05-05 | | | WNC", "B | 2021-05-06 | | | NCC")
                .with("2021-05", "visits", "south")
                .with("2021-05", "visits", "west");

        assertThat(trust.figuresOf("trust", folder, "2021-05"))
                .containsExactly(
                        "V1 trust month: 2 / 80000 = 0.25",
                        "V1 trust/WNC month: - / - = - [z]",
                        "V1 trust/NNC month: - / - = - [z]",
                        "V1 trust/NEITHER month: - / - = - [z]");
    }

    @Test
    void hasNoRateBeforeTheFirstYearOfPopulation() {
        var trust = perPopulation()
                .with("2018-04", "visits", "north", "A | 2018-04-05 | | | NCC")
                .with("2018-04", "visits", "south")
                .with("2018-04", "visits", "west");

        assertThat(trust.figuresOf("trust", folder, "2018-04").get(0)).isEqualTo("V1 trust month: - / - = - [z]");
    }

    private static SmallTrust perPopulation() {
        return aTrust().withPopulation()
                .withIndicator(
                        "V1",
                        "timing: month",
                        "from: visits",
                        "unit: rate per 10,000",
                        "numerator: visited between :start and :end",
                        "per: {from: population, sum: children}");
    }

    @Test
    void dividesByRowsForATeamTooWherePopulationsAreKnownBeside() {
        var trust = aTrust().withPopulation()
                .withIndicator("V1", "timing: month", "from: visits", "unit: mean", "per: {from: cases}")
                .with("2018-12", "visits", "north", "A | 2018-12-05 | | |")
                .with("2018-12", "cases", "north");

        assertThat(trust.figuresOf("north", folder, "2018-12")).containsExactly("V1 north month: 1 / 0 = - [z]");
    }

    @Test
    void givesATeamThatOwesNoReturnTheFigureOfTheRowsItSentAllTheSame() {
        var trust = aTrust().withIndicator(
                        "V1", "timing: snapshot", "from: cases", "unit: count", "numerator: service = 'duty'")
                .with("2018-12", "cases", "north", "A | duty")
                .with("2018-12", "cases", "west", "B | duty", "C |");

        assertThat(trust.figuresOf("west", folder, "2018-12")).containsExactly("V1 west snapshot: 1 / - = 1");
    }

    @Test
    void takesTheTeamFromTheRowWhereTheDatasetHasAColumnForIt() {
        var trust = december().withIndicator("W1", "timing: snapshot", "from: workers", "unit: count", "sum: fte");

        assertThat(trust.figures(folder, "2018-12"))
                .containsExactly(
                        "W1 trust snapshot: 2.5 / - = 2.5",
                        "W1 trust/NCC snapshot: - / - = - [z]",
                        "W1 front-door snapshot: 1 / - = 1",
                        "W1 north snapshot: 1 / - = 1",
                        "W1 care snapshot: 1.5 / - = 1.5",
                        "W1 west snapshot: 1.5 / - = 1.5");
    }

    @Test
    void doesNotCalculateWhatHasNothingToDivideBy() {
        var trust = december()
                .withIndicator(
                        "Z1",
                        "timing: month",
                        "from: visits",
                        "unit: percent",
                        "numerator: hours >= 1",
                        "denominator: hours > 50")
                .withIndicator(
                        "Z2", "timing: month", "from: visits", "unit: days", "median: hours", "denominator: hours > 50")
                .withIndicator(
                        "Z3", "timing: month", "from: visits", "unit: mean", "mean: hours", "numerator: hours > 50");

        assertThat(trust.figuresOf("north", folder, "2018-12"))
                .containsExactly(
                        "Z1 north month: 0 / 0 = - [z]",
                        "Z2 north month: - / 0 = - [z]",
                        "Z3 north month: 0 / 0 = - [z]");
    }

    @Test
    void aTeamWithNothingToReportHasNoNumeratorOfAMedianEither() {
        var trust = aTrust().withIndicator("M1", "timing: month", "from: visits", "unit: days", "median: hours")
                .withIndicator("M2", "timing: month", "from: visits", "unit: count")
                .with("2018-12", "visits", "north")
                .with("2018-12", "visits", "south")
                .with("2018-12", "visits", "west", "A | 2018-12-05 | 3 | |");

        assertThat(trust.figuresOf("north", folder, "2018-12"))
                .containsExactly("M1 north month: - / 0 = - [z]", "M2 north month: 0 / - = 0");
    }

    @Test
    void keepsTenDecimalsHalfUp() {
        String[] cases = IntStream.range(0, 128).mapToObj(i -> "C" + i + " |").toArray(String[]::new);
        var trust = aTrust().withIndicator(
                        "V1", "timing: month", "from: visits", "unit: mean", "sum: hours", "per: {from: cases}")
                .with("2018-12", "visits", "north", "A | 2018-12-05 | 0.0001 | |")
                .with("2018-12", "cases", "north", cases);

        assertThat(trust.values(folder, "2018-12").stream()
                        .filter(value -> value.organisation().equals("north"))
                        .map(IndicatorValue::value))
                .containsExactly(new BigDecimal("0.0000007813"));
    }

    @Test
    void aFigureMayBeGivenForSeveralTimings() {
        var trust = aTrust().withIndicator(
                        "V1",
                        "timing: month",
                        "also: [year-to-date, rolling-3-months]",
                        "from: visits",
                        "unit: count",
                        "numerator: visited between :start and :end")
                .withIndicator("V2", "timing: quarter", "from: counted", "unit: count", "sum: n", "minimum-coverage: 0")
                .withView("counted", "select team, count(*) as n from visits where visited >= :start group by team");
        for (String month : new String[] {"2018-03", "2018-04", "2018-10", "2018-11", "2018-12"}) {
            trust.with(month, "visits", "north", "A | " + month + "-05 | | |");
        }

        assertThat(trust.figuresOf("north", folder, "2018-12"))
                .containsExactly(
                        "V1 north month: 1 / - = 1",
                        "V1 north year-to-date: - / - = - [x]",
                        "V1 north rolling-3-months: 3 / - = 3",
                        "V2 north quarter: 3 / - = 3");
    }

    @Test
    void aConditionMayUseAnyColumnOfTheRowsByItsName() {
        var trust = december()
                .withIndicator(
                        "C1",
                        "timing: snapshot",
                        "from: cases",
                        "unit: count",
                        "numerator: service = 'duty' or team = 'south'")
                .withIndicator(
                        "C2",
                        "timing: snapshot",
                        "from: workers",
                        "unit: percent",
                        "per: {from: cases, where: team = 'north' and period = '2018-12' and submission >= 0}");

        assertThat(trust.figuresOf("trust", folder, "2018-12"))
                .contains("C1 trust snapshot: 2 / - = 2", "C2 trust snapshot: 3 / 2 = 150");
    }

    @Test
    void aTeamThatHasEndedKeepsALineInWindowsThatReachBeforeIt() {
        var trust = aTrust().withTeam(
                        "{id: duty, name: Duty, service: front-door, valid-to: 2018-11-30, owes: {visits: [visits]}}")
                .withIndicator(
                        "V1",
                        "timing: rolling-3-months",
                        "from: visits",
                        "unit: count",
                        "numerator: visited between :start and :end")
                .with("2018-10", "visits", "duty", "A | 2018-10-05 | | |")
                .with("2018-11", "visits", "duty")
                .with("2018-10", "visits", "north")
                .with("2018-11", "visits", "north")
                .with("2018-12", "visits", "north", "B | 2018-12-05 | | |");

        assertThat(trust.figures(folder, "2018-12"))
                .contains(
                        "V1 front-door rolling-3-months: 2 / - = 2 [p]",
                        "V1 north rolling-3-months: 1 / - = 1",
                        "V1 duty rolling-3-months: 1 / - = 1");
        assertThat(trust.figures(folder, "2019-03")).noneMatch(line -> line.contains("duty"));
    }

    @Test
    void anIndicatorIsGivenOnlyWhileItIsDefined() {
        var trust = december()
                .withIndicator("V1", "timing: month", "from: visits", "unit: count", "valid-to: Nov-18")
                .withIndicator("V2", "timing: month", "from: visits", "unit: count", "valid-from: Dec-18");

        assertThat(trust.figuresOf("west", folder, "2018-12")).containsExactly("V2 west month: 2 / - = 2");
    }

    @Test
    void whatIsTheSameInSeveralTeamsOrAuthoritiesCountsOnceInTheWhole() {
        var trust = aTrust().withIndicator("V1", "timing: month", "from: visits", "unit: count", "distinct: child")
                .withIndicator("V2", "timing: month", "from: visits", "unit: days", "median: hours")
                .withIndicator("V3", "timing: month", "from: visits", "unit: count", "max: hours")
                .with("2021-04", "visits", "north", "A | 2021-04-05 | 1 | | WNC", "B | 2021-04-05 | 2 | | NNC")
                .with("2021-04", "visits", "south", "A | 2021-04-06 | 9 | | NNC")
                .with("2021-04", "visits", "west", "A | 2021-04-07 | 4 | | NO");

        assertThat(trust.figures(folder, "2021-04"))
                .containsExactly(
                        "V1 trust month: 2 / - = 2",
                        "V1 trust/WNC month: 1 / - = 1",
                        "V1 trust/NNC month: 2 / - = 2",
                        "V1 trust/NEITHER month: 1 / - = 1",
                        "V1 front-door month: 2 / - = 2",
                        "V1 north month: 2 / - = 2",
                        "V1 south month: 1 / - = 1",
                        "V1 care month: 1 / - = 1",
                        "V1 west month: 1 / - = 1",
                        "V2 trust month: - / 4 = 3",
                        "V2 trust/WNC month: - / 1 = 1",
                        "V2 trust/NNC month: - / 2 = 5.5",
                        "V2 trust/NEITHER month: - / 1 = 4",
                        "V2 front-door month: - / 3 = 2",
                        "V2 north month: - / 2 = 1.5",
                        "V2 south month: - / 1 = 9",
                        "V2 care month: - / 1 = 4",
                        "V2 west month: - / 1 = 4",
                        "V3 trust month: - / 4 = 9",
                        "V3 trust/WNC month: - / 1 = 1",
                        "V3 trust/NNC month: - / 2 = 9",
                        "V3 trust/NEITHER month: - / 1 = 4",
                        "V3 front-door month: - / 3 = 9",
                        "V3 north month: - / 2 = 2",
                        "V3 south month: - / 1 = 9",
                        "V3 care month: - / 1 = 4",
                        "V3 west month: - / 1 = 4");
    }

    @Test
    void rowsOfATeamThatTheCatalogueHasLostStopTheCalculation() {
        var trust = aTrust().withIndicator("V1", "timing: month", "from: visits", "unit: count")
                .with("2018-12", "workers", "hr", "W1 | gone | 1", "W2 | lost | 1", "W3 | north | 1");

        assertThatThrownBy(() -> trust.values(folder, "2018-12"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the returns of 2018-12 have rows of gone, lost in workers, which organisation.yaml does"
                        + " not know; give a team that has ended a valid-to instead of removing it");
    }

    private static SmallTrust december() {
        return aTrust().with(
                        "2018-12",
                        "visits",
                        "north",
                        "A | 2018-12-03 | 1 | 50.11 | NCC",
                        "A | 2018-12-10 | 2 | | NCC",
                        "B | 2018-12-10 | | | NO")
                .with("2018-12", "visits", "south", "C | 2018-12-13 | 0.25 | 50.20 | NCC")
                .with("2018-12", "visits", "west", "D | 2018-12-17 | 6 | 0 |", "D | 2018-12-14 | 3.5 | | WNC")
                .with("2018-12", "cases", "north", "A | duty", "B |")
                .with("2018-12", "cases", "south", "C |")
                .with("2018-12", "workers", "hr", "W1 | north | 1", "W2 | west | 0.5", "W3 | west | 1");
    }
}
