package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;

class WindowTests {

    private final Window window = Window.of(Timing.MONTH, ReportingPeriod.of(2018, 12));

    @ParameterizedTest
    @CsvSource({
        "month, 2018-12, 2018-12-01, 2018-12-31",
        "snapshot, 2020-02, 2020-02-01, 2020-02-29",
        "quarter, 2018-12, 2018-10-01, 2018-12-31",
        "quarter, 2019-01, 2019-01-01, 2019-01-31",
        "quarter, 2018-08, 2018-07-01, 2018-08-31",
        "year-to-date, 2018-04, 2018-04-01, 2018-04-30",
        "year-to-date, 2019-03, 2018-04-01, 2019-03-31",
        "year-to-date, 2018-12, 2018-04-01, 2018-12-31",
        "rolling-12-months, 2018-12, 2018-01-01, 2018-12-31",
        "rolling-12-months, 2019-02, 2018-03-01, 2019-02-28",
        "rolling-3-months, 2019-01, 2018-11-01, 2019-01-31"
    })
    void reachesFromTheFirstDayOfItsTimingToTheLastOfThePeriod(
            String timing, String period, LocalDate start, LocalDate end) {
        assertThat(Window.of(Timing.of(timing), ReportingPeriod.read(period).orElseThrow()))
                .isEqualTo(new Window(start, end));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "a between :start and :end; a between date '2018-12-01' and date '2018-12-31'",
                "a>:start::timestamp; a>date '2018-12-01'::timestamp",
                "(:end); (date '2018-12-31')"
            })
    void putsTheDaysInAsDates(String sql, String result) {
        assertThat(window.applyTo(sql)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = ':start'",
                "a = 'it''s :start'",
                "a = ':start'':end'",
                "\":start\" = 1",
                "\"a\"\":start\" = 1",
                "a::date",
                "a::start",
                "a -- :start\n",
                "a -- don't :start",
                "/* :start */ a",
                "/* don't\n :start */ a",
                ":started",
                ":starting_day",
                "12:30"
            })
    void leavesTextsNamesCastsAndCommentsAlone(String sql) {
        assertThat(window.applyTo(sql)).isEqualTo(sql);
    }

    @Test
    void goesOnAfterTextsAndComments() {
        assertThat(window.applyTo("/* don't */ a = 'it''s' -- don't\n and b <= :end"))
                .isEqualTo("/* don't */ a = 'it''s' -- don't\n and b <= date '2018-12-31'");
    }

    @Test
    void takesATextOfAnyLength() {
        String sql = "a = '" + "x'':start".repeat(50_000) + "'";

        assertThat(window.applyTo(sql)).isEqualTo(sql);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {"a > :begin; begin", "a > :started; started", "a > :start and b > :finish and c > :x; finish"})
    void knowsTheFirstNameThatIsNoDay(String sql, String name) {
        assertThat(Window.unknownName(sql)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a > :start and b < :end", "a = ':begin'", "a::begin", "a -- :begin", "/* :begin */ a"})
    void knowsNoneWhereThereIsNone(String sql) {
        assertThat(Window.unknownName(sql)).isEmpty();
    }
}
