package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.intake.TestColumn.aColumn;
import static org.scrutineer.intake.ToldSheet.cell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Column.Type;

class DateCellsTests {

    private static final Column DATE = aColumn(Type.DATE).column();
    private static final Column DATETIME = aColumn(Type.DATETIME).column();

    private static Readings readings;

    @BeforeAll
    static void open(@TempDir Path folder) {
        readings = Readings.in(folder);
    }

    @AfterAll
    static void close() {
        readings.close();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            date 2018-12-31               | 31 Dec 2018
            date 2018-12-31T14:05         | 31 Dec 2018
            date 1900-03-01               | 1 Mar 1900
            date 2100-12-31               | 31 Dec 2100
            text 31/12/2018               | 31 Dec 2018
            text 3/4/2018                 | 3 Apr 2018
            text 03-04-2018               | 3 Apr 2018
            text 3.4.2018                 | 3 Apr 2018
            text 2018-12-31               | 31 Dec 2018
            text 2018/12/31               | 31 Dec 2018
            text 2018-12-31 00:00:00      | 31 Dec 2018
            text 2018-12-31T00:00:00.000  | 31 Dec 2018
            text 31/12/2018 14:05         | 31 Dec 2018
            text '31/12/2018              | 31 Dec 2018
            text 31\u201312\u20132018     | 31 Dec 2018
            text \uff13\uff11/12/2018     | 31 Dec 2018
            text 31 December 2018         | 31 Dec 2018
            text 31 dec 2018              | 31 Dec 2018
            text 31-DEC-2018              | 31 Dec 2018
            text 30 Sept 2018             | 30 Sep 2018
            text 1st October 2018         | 1 Oct 2018
            text 2nd Oct 2018             | 2 Oct 2018
            text 3rd Oct 2018             | 3 Oct 2018
            text 4TH Oct 2018             | 4 Oct 2018
            text 31/12/18                 | 31 Dec 2018
            text 31-Dec-18                | 31 Dec 2018
            text 31.12.18                 | 31 Dec 2018
            text 29/02/2016               | 29 Feb 2016
            text \u00a031/12/2018\u200b | 31 Dec 2018
            text 31\u00a0Dec\u00a02018  | 31 Dec 2018
            text 12/03/75                 | 12 Mar 1975
            text 12-Mar-30                | 12 Mar 1930
            text 12.3.29                  | 12 Mar 2029
            text 3 OCT 2018               | 3 Oct 2018
            number 43465                  | 31 Dec 2018
            number 20000                  | 3 Oct 1954
            number 65000                  | 16 Dec 2077
            """)
    void readsADate(String typed, String date) {
        assertThat(readings.cell(DATE, cell(typed))).isEqualTo(date);
    }

    @ParameterizedTest(name = "{0} is no date")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text 29/02/2018       | 29/02/2018
            text 31/06/2018       | 31/06/2018
            text Dec-18           | Dec-18
            text tbc              | tbc
            text 2018-07-31T23:00:00Z | 2018-07-31T23:00:00Z
            text 43465            | 43465
            text 31/12/1899       | 31/12/1899
            text 01/01/2101       | 01/01/2101
            text 31/12/0018       | 31/12/0018
            date 2101-01-01       | 1 Jan 2101
            number 43465.5        | 43465.5
            number 19999          | 19999
            number 65001          | 65001
            number 2018           | 2018
            number -1             | -1
            true                  | TRUE
            """)
    void tellsWhatIsNoDate(String typed, String found) {
        assertThat(readings.cell(DATE, cell(typed)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + found
                        + "\"; expected a date such as 31/12/2018. Type the date as day/month/year.");
    }

    @ParameterizedTest(name = "{0} may have its month first")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text 12/31/2018       | 12/31/2018       | 31/12/2018
            text 3/13/18          | 3/13/18          | 13/3/2018
            text 12-25-2018       | 12-25-2018       | 25/12/2018
            text 12/25/2018 09:30 | 12/25/2018 09:30 | 25/12/2018
            """)
    void asksForTheDayBeforeTheMonth(String typed, String found, String dayFirst) {
        assertThat(readings.cell(DATE, cell(typed)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + found + "\"; expected the day before"
                        + " the month, perhaps " + dayFirst + ". Type the date as day/month/year, and check the other"
                        + " dates of the column: they may have the month first too.");
    }

    @ParameterizedTest(name = "{0} is before March 1900")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            date 1900-02-28       | 28 Feb 1900
            date 1900-01-01       | 1 Jan 1900
            date 1899-12-31       | 31 Dec 1899
            text 01/01/1900       | 01/01/1900
            """)
    void tellsADayThatExcelCountsWrongly(String typed, String found) {
        assertThat(readings.cell(DATE, cell(typed)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + found
                        + "\"; expected a date such as 31/12/2018, not one before 1 March 1900, which Excel counts"
                        + " wrongly. Type the date as day/month/year, or leave the cell empty if it is not known.");
    }

    @Test
    void tellsTheDayThatNeverWas() {
        assertThat(readings.cell(DATE, cell("number 60")))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"60\"; expected a date such as 31/12/2018,"
                        + " not Excel's 29 February 1900, a day that never was. Type the date as day/month/year, or"
                        + " leave the cell empty if it is not known.");
    }

    @Test
    void tellsATimeWithoutADate() {
        assertThat(readings.cell(DATE, cell("date 1899-12-31T09:30")))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"09:30\"; expected a date such as"
                        + " 31/12/2018, not a time alone. Type the date as day/month/year.");
        assertThat(readings.cell(DATETIME, cell("date 1899-12-31T09:30")))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"09:30\"; expected a date and time such"
                        + " as 31/12/2018 14:05, not a time alone. Type the date as day/month/year and the time as"
                        + " 14:05.");
    }

    @Test
    void countsDaysAsTheWorkbookDoes() {
        assertThat(readings.counting1904().cell(DATE, 42003)).isEqualTo("31 Dec 2018");
        assertThat(readings.counting1904().cell(DATETIME, 42003.5)).isEqualTo("31 Dec 2018 12:00");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            number 43465                  | 31 Dec 2018
            number 43465.5                | 31 Dec 2018 12:00
            number 43465.999999           | 1 Jan 2019
            date 2018-12-31T14:05         | 31 Dec 2018 14:05
            date 2018-12-31               | 31 Dec 2018
            text 31/12/2018 14:05         | 31 Dec 2018 14:05
            text 31/12/2018 14:05:59      | 31 Dec 2018 14:05
            text 31/12/18 9:05            | 31 Dec 2018 09:05
            text 31/12/2018               | 31 Dec 2018
            text 2018-12-31 14:05         | 31 Dec 2018 14:05
            text 2018-12-31T14:05:00      | 31 Dec 2018 14:05
            text 31 December 2018 14:05   | 31 Dec 2018 14:05
            text 3 OCT 2018 14:05         | 3 Oct 2018 14:05
            text 1st Sept 2018 9:05       | 1 Sep 2018 09:05
            text 12/03/75 9:05            | 12 Mar 1975 09:05
            """)
    void readsADateAndTime(String typed, String moment) {
        assertThat(readings.cell(DATETIME, cell(typed))).isEqualTo(moment);
    }

    @ParameterizedTest(name = "{0} is no date and time")
    @ValueSource(strings = {"31/12/2018 25:00", "31/12/2018 2pm", "29/02/2018 10:00", "14:05", "31/12/1899 10:00"})
    void tellsWhatIsNoDateAndTime(String typed) {
        assertThat(readings.cell(DATETIME, typed))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + typed
                        + "\"; expected a date and time such as 31/12/2018 14:05."
                        + " Type the date as day/month/year and the time as 14:05.");
    }
}
