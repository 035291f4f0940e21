package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.intake.TestColumn.aColumn;
import static org.scrutineer.intake.ToldSheet.cell;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Column.Type;

/** Cells of text, of codes, and of yes and no. */
class CodeCellsTests {

    private static final Column COUNCIL = aColumn(Type.CODE)
            .code("WNC", "West Northamptonshire", "West")
            .code("NNC")
            .code("1", "One")
            .column();
    private static final Column SEEN = aColumn(Type.YES_NO).column();
    private static final Column CHILD = aColumn(Type.TEXT).column();

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
    @CsvSource(delimiter = '|', textBlock = """
            text WNC                       | WNC
            text wnc                       | WNC
            text West                      | WNC
            text WEST\u00a0 northamptonshire | WNC
            text nnc                       | NNC
            text 1                         | 1
            number 1                       | 1
            text one                       | 1
            """)
    void readsACodeByItselfOrASynonymInAnyCase(String typed, String code) {
        assertThat(readings.cell(COUNCIL, cell(typed))).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} is no code")
    @CsvSource(delimiter = '|', textBlock = """
            text East       | East
            text WNC NNC    | WNC NNC
            number 2        | 2
            number 1.5      | 1.5
            date 2018-12-31 | 31 Dec 2018
            true            | TRUE
            """)
    void tellsWhatIsNoCode(String typed, String found) {
        assertThat(readings.cell(COUNCIL, cell(typed)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + found
                        + "\"; expected one of West Northamptonshire, NNC, One. Choose one of these.");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            text Yes   | Yes
            text YES   | Yes
            text y     | Yes
            text True  | Yes
            text 1     | Yes
            number 1   | Yes
            true       | Yes
            text No    | No
            text n     | No
            text FALSE | No
            text 0     | No
            number 0   | No
            false      | No
            """)
    void readsYesOrNo(String typed, String answer) {
        assertThat(readings.cell(SEEN, cell(typed))).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0} is neither yes nor no")
    @CsvSource(delimiter = '|', textBlock = """
            text Unknown    | Unknown
            text Yes?       | Yes?
            number 2        | 2
            date 2018-12-31 | 31 Dec 2018
            """)
    void tellsWhatIsNeitherYesNorNo(String typed, String found) {
        assertThat(readings.cell(SEEN, cell(typed)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + found
                        + "\"; expected Yes or No. Choose Yes or No.");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            text A. O'Brien          | A. O'Brien
            text \u00a0 A B \u200b   | A B
            text 0012                | 0012
            text =1+1                | =1+1
            number 12                | 12
            number 12.5              | 12.5
            number 123456789012345   | 123456789012345
            number 0.1               | 0.1
            date 2018-12-31          | 31 Dec 2018
            date 2018-12-31T14:05:07 | 2018-12-31 14:05:07
            true                     | TRUE
            """)
    void readsAnythingAsTheTextExcelShows(String typed, String text) {
        assertThat(readings.cell(CHILD, cell(typed))).isEqualTo(text);
    }
}
