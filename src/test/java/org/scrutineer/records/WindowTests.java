package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.ReportingPeriod;

class WindowTests {

    private final Window window = Window.of(ReportingPeriod.of(2018, 12));

    @Test
    void reachesFromTheFirstDayOfItsMonthsToTheLast() {
        assertThat(Window.of(new Months(ReportingPeriod.of(2019, 11), ReportingPeriod.of(2020, 2))))
                .isEqualTo(new Window(LocalDate.of(2019, 11, 1), LocalDate.of(2020, 2, 29)));
        assertThat(Window.of(ReportingPeriod.of(2018, 4)))
                .isEqualTo(new Window(LocalDate.of(2018, 4, 1), LocalDate.of(2018, 4, 30)));
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
