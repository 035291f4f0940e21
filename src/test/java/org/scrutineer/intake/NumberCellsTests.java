package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.intake.TestColumn.aColumn;
import static org.scrutineer.intake.ToldSheet.cell;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Column.Type;

class NumberCellsTests {

    private static Readings readings;

    @BeforeAll
    static void open(@TempDir Path folder) {
        readings = Readings.in(folder);
    }

    @AfterAll
    static void close() {
        readings.close();
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            INTEGER | number 12                     | 12
            INTEGER | number -3                     | -3
            INTEGER | number 0                      | 0
            INTEGER | number -0.0                   | 0
            INTEGER | number 2.9999999999999996     | 3
            INTEGER | text 12                       | 12
            INTEGER | text 12.0                     | 12
            INTEGER | text 1,234                    | 1234
            INTEGER | text +7                       | 7
            INTEGER | number 9999999999999          | 9999999999999
            INTEGER | text '12                      | 12
            INTEGER | text \u2018007\u2019         | 7
            INTEGER | text 1\u00a0234               | 1234
            INTEGER | text \uff11\uff12              | 12
            DECIMAL | number 0.1                    | 0.1
            DECIMAL | number 0.30000000000000004    | 0.3
            DECIMAL | number 0.33335                | 0.3334
            DECIMAL | text .5                       | 0.5
            DECIMAL | text 1 234.5                  | 1234.5
            DECIMAL | text -1.25                    | -1.25
            DECIMAL | text \u22121.25               | -1.25
            MONEY   | number 1234.5                 | 1234.5
            MONEY   | number 10.005                 | 10.01
            MONEY   | text £1,234.50                | 1234.5
            MONEY   | text £ 1,234,567.89           | 1234567.89
            MONEY   | text (1,234.50)               | -1234.5
            MONEY   | text (£12)                    | -12
            MONEY   | text £(12)                    | -12
            MONEY   | text -£5                      | -5
            MONEY   | text £-5                      | -5
            """)
    void readsANumber(Type type, String typed, String number) {
        assertThat(readings.cell(aColumn(type).column(), cell(typed))).isEqualTo(number);
    }

    @ParameterizedTest(name = "{0} {1} is no number")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            INTEGER | number 12.5       | 12.5       | a whole number
            INTEGER | text 12.5         | 12.5       | a whole number
            INTEGER | text n/a          | n/a        | a whole number
            INTEGER | text twelve       | twelve     | a whole number
            INTEGER | text 1,23         | 1,23       | a whole number
            INTEGER | text 1E5          | 1E5        | a whole number
            INTEGER | text --1          | --1        | a whole number
            INTEGER | text -            | -          | a whole number
            INTEGER | true              | TRUE       | a whole number
            INTEGER | date 2018-12-31   | 31 Dec 2018 | a whole number
            INTEGER | text 1 2          | 1 2        | a whole number
            INTEGER | text 12 34        | 12 34      | a whole number
            DECIMAL | text 1. 5         | 1. 5       | a number
            MONEY   | text 5£3          | 5£3        | an amount in pounds
            MONEY   | text £££3         | £££3       | an amount in pounds
            MONEY   | text (-5)         | (-5)       | an amount in pounds
            DECIMAL | text 1.2.3        | 1.2.3      | a number
            DECIMAL | text 95%          | 95%        | a number
            DECIMAL | text 1,5          | 1,5        | a number
            MONEY   | text (12          | (12        | an amount in pounds
            MONEY   | text ()           | ()         | an amount in pounds
            MONEY   | text £            | £          | an amount in pounds
            """)
    void tellsWhatIsNoNumber(Type type, String typed, String found, String expected) {
        assertThat(readings.cell(aColumn(type).column(), cell(typed)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + found + "\"; expected " + expected
                        + ". Type the number in digits. Type 0 if there were none.");
    }

    @ParameterizedTest(name = "{0} {1} has a unit")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            INTEGER | text 3 days       | 3 days     | a whole number
            DECIMAL | text 7.5hrs       | 7.5hrs     | a number
            DECIMAL | text 1 w.t.e.     | 1 w.t.e.   | a number
            MONEY   | text 12 pounds    | 12 pounds  | an amount in pounds
            MONEY   | text 1.2k         | 1.2k       | an amount in pounds
            MONEY   | text €12.50       | €12.50     | an amount in pounds
            MONEY   | text $12          | $12        | an amount in pounds
            """)
    void asksForTheNumberAlone(Type type, String typed, String found, String expected) {
        assertThat(readings.cell(aColumn(type).column(), cell(typed)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + found + "\"; expected " + expected
                        + ", without a unit. Type the number alone.");
    }

    @ParameterizedTest(name = "{0} of at most {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            85%    | 1   | 0.85
            85 %   | 1   | 0.85
            12.5%  | 1   | 0.125
            85%    | 100 | 85
            12.5 % | 100 | 12.5
            """)
    void readsAPercentageAsTheRangeOfItsColumnHasIt(String typed, String max, String number) {
        assertThat(readings.cell(aColumn(Type.DECIMAL).atLeast("0").atMost(max).column(), typed))
                .isEqualTo(number);
    }

    @Test
    void readsNoPercentageWhereTheRangeDoesNotTellWhatItMeans() {
        assertThat(readings.cell(aColumn(Type.DECIMAL).atMost("24.5").column(), "85%"))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"85%\"; expected a number, 24.5 or less."
                        + " Type the number in digits. Type 0 if there were none.");
    }

    @ParameterizedTest(name = "{0} is outside {1} to {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            number -0.01          | 0 | 1  | -0.01          | a number from 0 to 1
            number 1.01           | 0 | 1  | 1.01           | a number from 0 to 1
            text 2                | 0 | 1  | 2              | a number from 0 to 1
            number -1             | 0 | -  | -1             | a number, 0 or more
            number 24.6           | - | 24.5 | 24.6         | a number, 24.5 or less
            number 10000000000000 | - | -  | 10000000000000 | a number
            """)
    void tellsANumberOutOfRange(String typed, String min, String max, String found, String expected) {
        TestColumn column = aColumn(Type.DECIMAL);
        if (min != null) {
            column.atLeast(min);
        }
        if (max != null) {
            column.atMost(max);
        }

        assertThat(readings.cell(column.column(), cell(typed)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + found + "\"; expected " + expected
                        + ". Correct the number.");
    }

    @Test
    void takesTheSmallestAndTheLargestNumberAllowed() {
        var column = aColumn(Type.DECIMAL).atLeast("0").atMost("24.5").column();

        assertThat(List.of(readings.cell(column, 0), readings.cell(column, 24.5)))
                .containsExactly("0", "24.5");
    }

    @Test
    void readsATextAsLongAsACellWithoutFailing() {
        String repeated = "1" + ",234".repeat(8_000);

        assertThat(readings.cell(aColumn(Type.INTEGER).column(), repeated))
                .startsWith("ERROR north.xlsx, sheet Things, cell A2: found \"1,234");
    }
}
