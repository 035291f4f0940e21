package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTests {

    private static Calendar calendar;

    @BeforeAll
    static void readsTheShippedCalendar() throws IOException {
        calendar = aCatalogue()
                .with("calendar.yaml", Files.readAllBytes(Path.of("config/catalogue/calendar.yaml")))
                .catalogue()
                .calendar();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/day-counts.csv", numLinesToSkip = 1)
    void countsByEachConvention(LocalDate from, LocalDate to, int weekdays, int usual, int inclusive) {
        assertThat(calendar.count(DayCount.WEEKDAYS, from, to)).isEqualTo(weekdays);
        assertThat(calendar.count(DayCount.WORKING_DAYS, from, to)).isEqualTo(usual);
        assertThat(calendar.count(DayCount.WORKING_DAYS_INCLUSIVE, from, to)).isEqualTo(inclusive);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/due-dates.csv", numLinesToSkip = 1)
    void givesTheLastDayThatIsInTime(LocalDate start, int days, LocalDate due) {
        assertThat(calendar.workingDayAfter(start, days)).isEqualTo(due);
    }

    @Test
    void noDayIsSoManyDaysBeforeAStart() {
        assertThatThrownBy(() -> calendar.workingDayAfter(LocalDate.of(2018, 12, 3), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("working days after a start are 0 or more, not -1");
    }

    @ParameterizedTest
    @CsvSource({"2018-12-08, 2018-12-10, 1", "2018-12-07, 2018-12-10, 1", "2018-12-10, 2018-12-07, -1"})
    void daysToADeadlineAreCountedFromAnyDay(LocalDate day, LocalDate deadline, int left) {
        assertThat(calendar.workedAfter(day, deadline)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-05-08",
                "2022-06-02",
                "2022-06-03",
                "2022-09-19",
                "2023-05-08",
                "2015-12-28",
                "2016-12-27",
                "2020-12-28",
                "2021-12-27",
                "2021-12-28",
                "2022-01-03",
                "2027-12-27",
                "2027-12-28",
                "2028-01-03",
                "2013-03-29",
                "2019-04-22",
                "2028-08-28"
            })
    void knowsTheHolidaysThatAreEasilyMissed(LocalDate holiday) {
        assertThat(calendar.isWorkingDay(holiday)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-05-04", "2022-05-30", "2016-12-28", "2024-12-27", "2023-05-15"})
    void knowsTheDaysThatAreWorkedAfterAll(LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @Test
    void hasEightHolidaysAYearAndTheOneOffs() {
        List<Long> counts = IntStream.rangeClosed(2013, 2028)
                .mapToObj(year -> calendar.bankHolidays().stream()
                        .filter(day -> day.getYear() == year)
                        .count())
                .toList();

        assertThat(counts).containsExactly(8L, 8L, 8L, 8L, 8L, 8L, 8L, 8L, 8L, 10L, 9L, 8L, 8L, 8L, 8L, 8L);
        assertThat(calendar.bankHolidays()).noneMatch(day -> day.getDayOfWeek().getValue() > 5);
    }

    @ParameterizedTest
    @CsvSource({"2018-11, 2018-12-14", "2018-12, 2019-01-15", "2021-03, 2021-04-16"})
    void returnsAreDueOnTheTenthWorkingDayAfterTheMonth(String period, LocalDate due) {
        assertThat(calendar.deadline(ReportingPeriod.read(period).orElseThrow()))
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "April, 2017-18, 2017-04, 2017-18",
        "April, 2017/18, 2017-04, 2017-18",
        "April, 1999-00, 1999-04, 1999-00",
        "January, 2018, 2018-01, 2018"
    })
    void knowsAYearByItsName(String start, String text, String first, String name) {
        Calendar years = yearsFrom(start);
        Months year = years.year(text).orElseThrow();

        assertThat(year.first()).hasToString(first);
        assertThat(year.all()).hasSize(12);
        assertThat(years.yearName(year)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"April, 2017-19", "April, 2018", "April, last", "January, 2017-18", "April, 17-18"})
    void knowsNoYearByAnotherName(String start, String text) {
        assertThat(yearsFrom(start).year(text)).isEmpty();
    }

    private static Calendar yearsFrom(String month) {
        return aCatalogue()
                .changing(
                        "calendar.yaml",
                        "deadline-working-days: 10",
                        "deadline-working-days: 10\nyear-starts-in: " + month)
                .catalogue()
                .calendar();
    }

    @Test
    void tellsAHolidayThatIsThereTwice() {
        assertThat(aCatalogue()
                        .changing("calendar.yaml", "  - {date", "  - {date: 25/12/2018, name: Christmas}\n  - {date")
                        .problems())
                .containsExactly(
                        "calendar.yaml, line 4: found \"2018-12-25\"; expected each bank holiday once; it is on line 3"
                                + " already.");
    }

    @Test
    void saysWhenPeopleAreReminded() {
        assertThat(calendar.chasing()).isEqualTo(new Chasing(List.of(2), List.of(1, 5), List.of(5, 2)));
    }

    @Test
    void remindsNobodyWhereItSaysNothing() {
        assertThat(aCatalogue().catalogue().calendar().chasing()).isEqualTo(Chasing.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            chase: {before: [2.5]}    | found "2.5"; expected a whole number from 0 to 60.
            chase: {before: soon}     | found "soon"; expected a list of whole numbers from 0 to 60.
            chase: {after: [61]}      | found "61"; expected a whole number from 0 to 60.
            chase: {affter: [1]}      | found "affter"; expected one of the keys before, after, papers-before. Did you mean "after"?
            papers-clear-working-days: five | found "five"; expected a whole number from 0 to 60.
            """)
    void tellsMistakesAboutRemindersWithTheirLine(String wrong, String sentence) {
        assertThat(aCatalogue()
                        .with("calendar.yaml", "deadline-working-days: 10\nbank-holidays: []\n" + wrong + "\n")
                        .problems())
                .containsExactly("calendar.yaml, line 3: " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"2022-04-19, 1, 2022-04-14", "2022-04-19, 0, 2022-04-19", "2022-04-17, 2, 2022-04-13"})
    void countsWorkingDaysBackwards(LocalDate end, int days, LocalDate expected) {
        assertThat(calendar.workingDayBefore(end, days)).isEqualTo(expected);
    }
}
