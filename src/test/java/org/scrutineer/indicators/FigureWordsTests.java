package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Place;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;

class FigureWordsTests {

    /** Indicators named by their units, with the ways they are good; and rules within a return and across them. */
    private static final Catalogue CATALOGUE = SmallCatalogue.aCatalogue()
            .with(
                    "indicators/visits.yaml",
                    indicator("P", "percent", "high", "numerator: hours >= 1")
                            + indicator("R", "rate per 10,000", "low", "per: {from: cases}")
                            + indicator("C", "count", "near target", "numerator: hours >= 1")
                            + indicator("A", "money", "information", "sum: hours")
                            + indicator("M", "mean", "high", "mean: hours")
                            + indicator("D", "days", "low", "mean: hours"))
            .with("targets.csv", "indicator,valid_from,target,tolerance\n")
            .without("publications/board.yaml")
            .changing("returns/visits.yaml", "datasets:", """
                    rules:
                      - id: seen-and-not-open
                        over: visits
                        match: cases
                        on: child
                        expect: cases.child is not null
                        severity: query
                        say: the child was seen and is no open case
                        do: Add the case.
                    datasets:""")
            .with("reconciliation.yaml", """
                    - id: case-in-two-teams
                      over: cases
                      per: [child]
                      expect: count(distinct team) <= 1
                      severity: query
                      say: more than one team reports the case
                      do: Agree which team holds it.
                    """)
            .catalogue();

    private static final Map<String, Indicator> BY_UNIT =
            CATALOGUE.indicators().stream().collect(Collectors.toMap(Indicator::name, Function.identity()));

    private static String indicator(String code, String unit, String good, String calculation) {
        return """
                - id: %s
                  name: %s
                  theme: Visits
                  owner: head-of-visits
                  from: visits
                  timing: month
                  counts: things
                  measured-in: visits
                  decimals: 1
                  unit: %s
                  good: %s
                  %s
                """.formatted(code, unit, unit, good, calculation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1234567.005  | 2 | 1,234,567.01
            1234.5       | 0 | 1,235
            -1234.5      | 0 | -1,235
            0            | 1 | 0.0
            """)
    void aNumberIsRoundedHalfUpWithCommasBetweenThousands(BigDecimal number, int decimals, String written) {
        assertThat(FigureWords.number(number, decimals)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1000, '1,000', '1,000'", "0.50, 0.5, 0.5", "2.675, 2.68, 2.675", "3.0010, 3, 3.001"})
    void aNumberHasTwoDecimalsAtTheMostUnlessItIsExact(BigDecimal number, String written, String exact) {
        assertThat(FigureWords.number(number)).isEqualTo(written);
        assertThat(FigureWords.exact(number)).isEqualTo(exact);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 returns", "1, 1 return", "2, 2 returns", "1000, '1,000 returns'"})
    void oneIsOneOfThem(long number, String written) {
        assertThat(FigureWords.count(number, "return", "returns")).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"0, no", "1, one", "12, twelve", "13, 13", "1000, '1,000'"})
    void aSmallNumberIsAWord(int number, String written) {
        assertThat(FigureWords.inWords(number)).isEqualTo(written);
    }

    @Test
    void aListEndsWithAnd() {
        assertThat(FigureWords.list(List.of())).isEmpty();
        assertThat(FigureWords.list(List.of("one"))).isEqualTo("one");
        assertThat(FigureWords.list(List.of("one", "two"))).isEqualTo("one and two");
        assertThat(FigureWords.list(List.of("one", "two", "three"))).isEqualTo("one, two and three");
    }

    @Test
    void aDateIsWrittenOut() {
        assertThat(FigureWords.date(LocalDate.of(2018, 12, 3))).isEqualTo("3 December 2018");
    }

    @ParameterizedTest
    @CsvSource({
        "not-in-future, The visit is after the end of the period",
        "seen-and-not-open, The child was seen and is no open case",
        "case-in-two-teams, More than one team reports the case",
        "no-such_rule, No such rule"
    })
    void aRuleIsWhatItSaysElseItsName(String rule, String said) {
        assertThat(FigureWords.rule(CATALOGUE, rule)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            percent         | 65   | 650 | 1000 | 65.0 per cent (650 of 1,000 visits)
            percent         | 1    | 1   | 100  | 1.0 per cent (1 of 100 visits)
            percent         | 65   | -   | 1000 | 65.0 per cent
            percent         | 65   | 650 | -    | 65.0 per cent
            rate per 10,000 | 8000 | 4   | 5    | 8,000.0 rate per 10,000 (4 over 5)
            mean            | 2.55 | 5.1 | 2    | 2.6 visits (5.1 over 2)
            mean            | 1    | 2   | 2    | 1.0 (visits) (2 over 2)
            days            | 19.5 | -   | 6    | 19.5 visits
            days            | 19.5 | 39  | -    | 19.5 visits
            count           | 4    | 4   | -    | 4.0 visits
            money           | 1    | 1   | -    | 1.0 (visits)
            """)
    void aFigureIsSaidWithItsUnitAndWhatItIsMadeOf(
            String unit,
            BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String written) {
        assertThat(FigureWords.value(BY_UNIT.get(unit), figure(value, numerator, denominator)))
                .isEqualTo(written);
    }

    @Test
    void aFigureWithoutAValueCannotBeSaid() {
        assertThatThrownBy(() -> FigureWords.value(BY_UNIT.get("percent"), figure(null, null, null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("P has no value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            percent         | 90.50 | 85  | The target is at least 90.5.
            days            | 1000  | 2   | The target is at most 1,000.
            days            | 0     | 2   | The target is 0.
            count           | 100   | 105 | The target is 100, give or take 5.
            money           | 100   | 105 | The target is 100.
            """)
    void aTargetIsSaidByWhichWayIsGood(String unit, BigDecimal value, BigDecimal tolerance, String sentence) {
        assertThat(FigureWords.target(BY_UNIT.get(unit), target(value, tolerance)))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            percent | 95   | 90  | 95    | Green: 95.0 is not below 95, the target.
            percent | 95   | 90  | 92.35 | Amber: 92.4 is below 95, the target, but not below 90, the tolerance.
            percent | 95   | 90  | 65    | Red: 65.0 is below 90, the tolerance.
            percent | 95   | 95  | 65    | Red: 65.0 is below 95, the target, and there is no tolerance.
            days    | 10   | 15  | 10    | Green: 10.0 is not above 10, the target.
            days    | 10   | 15  | 12    | Amber: 12.0 is above 10, the target, but not above 15, the tolerance.
            days    | 10   | 15  | 16    | Red: 16.0 is above 15, the tolerance.
            count   | 100  | 105 | 97    | Green: 97.0 is not more than 5 from 100, the target.
            count   | 100  | 105 | 107   | Amber: 107.0 is more than 5, but not more than 10, from 100, the target.
            count   | 100  | 105 | 120   | Red: 120.0 is more than 10 from 100, the target.
            """)
    void aRatingIsReasonedFromWhatIsPrinted(
            String unit, BigDecimal target, BigDecimal tolerance, BigDecimal value, String reason) {
        Target held = target(target, tolerance);
        Rating rating = Rating.of(BY_UNIT.get(unit), value, Optional.of(held)).orElseThrow();

        assertThat(FigureWords.ratingReason(BY_UNIT.get(unit), value, held, rating))
                .isEqualTo(reason);
    }

    @Test
    void eachWayToBeGoodAndEachTimingHasItsWords() {
        assertThat(Stream.of("percent", "days", "count", "money").map(BY_UNIT::get))
                .extracting(FigureWords::good)
                .containsExactly("High", "Low", "Near the target", "For information");
        assertThat(Timing.values())
                .extracting(FigureWords::timing)
                .containsExactlyInAnyOrder(
                        "Month",
                        "Month end",
                        "Quarter to date",
                        "Year to date",
                        "Rolling 12 months",
                        "Rolling 3 months",
                        "Last whole year");
    }

    @ParameterizedTest
    @CsvSource({"0, None of the returns it needs was received.", "1, 1 of 4 returns received; 75 per cent are needed."})
    void whatIsNotAvailableSaysHowManyReturnsAreThere(int received, String sentence) {
        assertThat(FigureWords.notAvailable(BY_UNIT.get("percent"), new Coverage(4, received)))
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({"head-of_visits, Head of visits", "'', ''"})
    void anIdIsWrittenAsPeopleWriteIt(String id, String written) {
        assertThat(FigureWords.plain(id)).isEqualTo(written);
    }

    private static IndicatorValue figure(
            @Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
        return new IndicatorValue(
                "V",
                "trust",
                IndicatorValue.ALL,
                Timing.MONTH,
                numerator,
                denominator,
                value,
                Status.COMPLETE,
                new Coverage(1, 1));
    }

    private static Target target(BigDecimal value, BigDecimal tolerance) {
        return new Target("V", ReportingPeriod.of(2018, 12), null, value, tolerance, new Place("targets.csv", 2));
    }
}
