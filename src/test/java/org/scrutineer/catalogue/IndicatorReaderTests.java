package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.time.Month;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Indicator.Aggregate;
import org.scrutineer.catalogue.Indicator.Function;
import org.scrutineer.catalogue.Indicator.Per;
import org.scrutineer.catalogue.Indicator.Unit;

class IndicatorReaderTests {

    private static final String FILE = "indicators/visits.yaml";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            from: visits             | from: open_case               | line 5: found "open_case"; expected one of the datasets and views visits, cases, open_cases. Did you mean "open_cases"?
            numerator: hours >= 1    | per: {from: case}             | line 6: found "case"; expected one of the datasets and views visits, cases, open_cases. Did you mean "cases"?
            numerator: hours >= 1    | denominator: hours > 0        | line 10: found "percent"; expected a unit other than percent, or a numerator: which rows of the denominator count.
            unit: percent            | unit: mean                    | line 10: found "mean"; expected a unit other than mean, or one of mean, denominator and per to divide by.
            unit: percent            | unit: rate per 10,000         | line 10: found "rate per 10,000"; expected a unit other than a rate, or a denominator or per to divide by.
            unit: percent            | unit: days                    | line 10: found "days"; expected a unit other than days, or a median, mean or max of days.
            numerator: hours >= 1    | max: hours                    | line 10: found "percent"; expected count, days or money, as the indicator is the highest of values.
            also: [year-to-date]     | also: [month]                 | line 8: found "month"; expected a timing other than the main one.
            timing: snapshot         | timing: rolling-12-months     | line 17: found "rolling-12-months"; expected the timing snapshot only, as cases is how things stand at the end of the period.
            valid-from: Dec-18       | valid-from: soon              | line 22: found "soon"; expected a month, e.g. 2018-12.
            """)
    void tellsWhatDoesNotFit(String right, String wrong, String sentence) {
        assertThat(aCatalogue().changing(FILE, right, wrong).problems()).containsExactly(FILE + ", " + sentence);
    }

    @Test
    void tellsACodeThatTwoIndicatorsHave() {
        assertThat(aCatalogue()
                        .changing(FILE, "id: V02", "id: v01")
                        .changing("publications/board.yaml", "[V02]", "[V01]")
                        .problems())
                .containsExactly(FILE + ", line 12: found \"v01\"; expected a code that no other indicator has; see "
                        + FILE + ", line 1.");
    }

    /** A further definition of V01, after V02. */
    private static SmallCatalogue defined(String first, String second) {
        var catalogue = aCatalogue()
                .changing(FILE, "unit: percent", "unit: percent\n  " + first)
                .changing(FILE, "valid-from: Dec-18", "valid-from: 2018-12");
        return catalogue.with(FILE, catalogue.text(FILE) + """
                - id: V01
                  name: Visits of two hours or more
                  theme: Visits
                  owner: head-of-visits
                  from: visits
                  numerator: hours >= 2
                  timing: month
                  counts: things
                  unit: percent
                  good: high
                  %s
                """.formatted(second));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            valid-to: 2019-03 | valid-from: 2019-06    | line 34: found "2019-06"; expected a valid-from of 2019-04, as the definition of V01 before it, indicators/visits.yaml, line 1, is valid to 2019-03.
            valid-to: 2019-03 | valid-from: 2019-01    | line 34: found "2019-01"; expected a valid-from of 2019-04, as the definition of V01 before it, indicators/visits.yaml, line 1, is valid to 2019-03.
            decimals: 2       | valid-from: 2019-04    | line 24: found "V01"; expected a code that no other indicator has, or a valid-to in the definition before it; see indicators/visits.yaml, line 1.
            continues: true   | valid-to: 2014-03      | line 11: found "true"; expected it left out, as there is no earlier definition of V01.
            """)
    void definitionsOfACodeFollowOneAnotherMonthAfterMonth(String first, String second, String sentence) {
        assertThat(defined(first, second).problems()).contains(FILE + ", " + sentence);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            valid-from: 2019-04,                     2019-02, 2019-03, true
            valid-from: 2019-04,                     2019-03, 2019-04, false
            valid-from: 2019-04,                     2019-04, 2019-03, false
            valid-from: 2019-04,                     2019-04, 2020-12, true
            'valid-from: 2019-04\n  continues: true', 2019-03, 2019-04, true
            'valid-from: 2019-04\n  continues: true', 2014-03, 2019-04, false
            'valid-from: 2019-04\n  valid-to: 2019-12', 2019-04, 2020-01, false
            """)
    void figuresAreComparedOnlyWhereTheyMeanTheSame(String second, String one, String other, boolean comparable) {
        Catalogue catalogue =
                defined("valid-to: 2019-03", second.replace("\\n", "\n")).catalogue();

        assertThat(catalogue.comparable("V01", period(one), period(other))).isEqualTo(comparable);
    }

    @Test
    void oneDefinitionIsInForceInAMonth() {
        Catalogue catalogue =
                defined("valid-to: 2019-03", "valid-from: 2019-04").catalogue();

        Indicator before = catalogue.definition("V01", period("2019-03")).orElseThrow();
        Indicator after = catalogue.definition("V01", period("2019-04")).orElseThrow();
        assertThat(before.name()).isEqualTo("Visits of an hour or more");
        assertThat(after.name()).isEqualTo("Visits of two hours or more");
        assertThat(catalogue.replaced(after)).contains(before);
        assertThat(catalogue.breakBefore(after)).contains(period("2019-04"));
        assertThat(catalogue.breakBefore(before)).isEmpty();
        assertThat(catalogue.definition("V01", period("2014-03"))).isEmpty();
        assertThat(catalogue.indicators(period("2019-04")))
                .extracting(Indicator::id)
                .containsExactly("V02", "V01");
    }

    private static ReportingPeriod period(String text) {
        return ReportingPeriod.read(text).orElseThrow();
    }

    @Test
    void aSnapshotHasNoWindows() {
        assertThat(aCatalogue()
                        .changing(FILE, "timing: snapshot", "timing: snapshot\n  also: [year-to-date, quarter]")
                        .problems())
                .containsExactly(
                        FILE
                                + ", line 18: found \"quarter\"; expected the timing snapshot only, as cases is how things stand at"
                                + " the end of the period.",
                        FILE
                                + ", line 18: found \"year-to-date\"; expected the timing snapshot only, as cases is how things"
                                + " stand at the end of the period.");
    }

    @Test
    void endsNoEarlierThanItBegins() {
        assertThat(aCatalogue()
                        .changing(FILE, "valid-from: Dec-18", "valid-from: Dec-18\n  valid-to: Nov-18")
                        .problems())
                .containsExactly(
                        FILE + ", line 23: found \"Nov-18\"; expected a month that is not before valid-from, 2018-12.");
    }

    @Test
    void dividesNoValueThatIsPicked() {
        assertThat(aCatalogue()
                        .changing(FILE, "unit: percent", "unit: count")
                        .changing(FILE, "numerator: hours >= 1", "max: hours\n  per: {from: cases}")
                        .problems())
                .contains(FILE
                        + ", line 7: found \"{from}\"; expected nothing to divide by, as the indicator is one of the"
                        + " values.");
    }

    @Test
    void addsUpInOneWayOnly() {
        assertThat(aCatalogue()
                        .changing(
                                FILE, "numerator: hours >= 1", "numerator: hours >= 1\n  sum: hours\n  distinct: child")
                        .problems())
                .containsExactly(FILE
                        + ", line 8: found \"sum, distinct\"; expected only one of sum, mean, median, max, distinct; none to"
                        + " count rows.");
    }

    @Test
    void dividesInOneWayOnly() {
        assertThat(aCatalogue()
                        .changing(
                                FILE,
                                "numerator: hours >= 1",
                                "numerator: hours >= 1\n  denominator: hours > 0\n  per: {from: cases}")
                        .problems())
                .containsExactly(FILE
                        + ", line 7: found \"hours > 0\"; expected either denominator, for rows of from, or per, for"
                        + " rows from elsewhere.");
    }

    @Test
    void aMedianIsInDays() {
        assertThat(aCatalogue()
                        .changing(FILE, "unit: percent", "unit: percent\n  median: hours")
                        .problems())
                .containsExactly(FILE + ", line 10: found \"percent\"; expected days, as the indicator is a median.");
    }

    @Test
    void readsWhereTheDenominatorComesFrom() {
        Indicator indicator = aCatalogue()
                .changing(
                        FILE,
                        "numerator: hours >= 1",
                        "sum: hours\n  per: {from: open_cases, where: child is not null, distinct: child}")
                .changing(FILE, "unit: percent", "unit: rate per 10,000")
                .catalogue()
                .indicators()
                .get(0);

        assertThat(indicator.unit()).isEqualTo(Unit.RATE_PER_10000);
        assertThat(indicator.aggregate())
                .isEqualTo(new Aggregate(Function.SUM, new Expression("hours", new Place(FILE, 6))));
        assertThat(indicator.per())
                .isEqualTo(new Per(
                        "open_cases",
                        new Expression("child is not null", new Place(FILE, 7)),
                        new Aggregate(Function.DISTINCT, new Expression("child", new Place(FILE, 7)))));
    }

    @Test
    void isGivenFromItsFirstMonthToItsLast() {
        Catalogue catalogue = aCatalogue()
                .changing(FILE, "valid-from: Dec-18", "valid-from: Dec-18\n  valid-to: Mar-19")
                .catalogue();

        assertThat(Arrays.asList(11, 12, 15, 16))
                .extracting(month -> catalogue
                        .indicators(ReportingPeriod.of(2018, 1).plusMonths(month - 1))
                        .size())
                .containsExactly(1, 2, 2, 1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            MONTH,             APRIL,     2018-12, 2018-12 to 2018-12
            SNAPSHOT,          APRIL,     2018-12, 2018-12 to 2018-12
            QUARTER,           APRIL,     2018-12, 2018-10 to 2018-12
            QUARTER,           APRIL,     2019-01, 2019-01 to 2019-01
            QUARTER,           APRIL,     2019-02, 2019-01 to 2019-02
            QUARTER,           SEPTEMBER, 2018-12, 2018-12 to 2018-12
            QUARTER,           SEPTEMBER, 2018-11, 2018-09 to 2018-11
            YEAR_TO_DATE,      APRIL,     2018-12, 2018-04 to 2018-12
            YEAR_TO_DATE,      APRIL,     2019-03, 2018-04 to 2019-03
            YEAR_TO_DATE,      APRIL,     2019-04, 2019-04 to 2019-04
            YEAR_TO_DATE,      APRIL,     2019-01, 2018-04 to 2019-01
            YEAR_TO_DATE,      SEPTEMBER, 2019-01, 2018-09 to 2019-01
            ROLLING_12_MONTHS, APRIL,     2018-12, 2018-01 to 2018-12
            ROLLING_12_MONTHS, APRIL,     2019-01, 2018-02 to 2019-01
            ROLLING_3_MONTHS,  APRIL,     2019-01, 2018-11 to 2019-01
            YEAR,              APRIL,     2018-12, 2017-04 to 2018-03
            YEAR,              APRIL,     2019-02, 2017-04 to 2018-03
            YEAR,              APRIL,     2019-03, 2018-04 to 2019-03
            YEAR,              APRIL,     2019-04, 2018-04 to 2019-03
            YEAR,              JANUARY,   2018-12, 2018-01 to 2018-12
            YEAR,              JANUARY,   2018-11, 2017-01 to 2017-12
            """)
    void aTimingReachesFromItsFirstMonthToItsLast(
            Indicator.Timing timing, Month yearStart, String period, String months) {
        Months window = timing.months(ReportingPeriod.read(period).orElseThrow(), yearStart);

        assertThat(window.first() + " to " + window.last()).isEqualTo(months);
    }

    @Test
    void readsWhichIndicatorsTheOrganisationIsJudgedBy() {
        assertThat(aCatalogue()
                        .changing(FILE, "unit: percent", "unit: percent\n  headline: true")
                        .catalogue()
                        .indicators())
                .extracting(Indicator::headline)
                .containsExactly(true, false);
    }

    @Test
    void aTimingIsWrittenAsTheCatalogueWritesIt() {
        assertThat(Indicator.Timing.ROLLING_12_MONTHS.id()).isEqualTo("rolling-12-months");
    }
}
