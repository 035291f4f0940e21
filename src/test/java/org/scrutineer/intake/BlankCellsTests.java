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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Column.Type;

/** Cells without a value, and with what stands for none. */
class BlankCellsTests {

    private static Readings readings;

    @BeforeAll
    static void open(@TempDir Path folder) {
        readings = Readings.in(folder);
    }

    @AfterAll
    static void close() {
        readings.close();
    }

    @ParameterizedTest(name = "{0} is blank")
    @ValueSource(strings = {"empty", "text  ", "text \u00a0", "text \u200b\ufeff", "text \t \u2060"})
    void countsARowOfBlanksAsBlank(String typed) {
        assertThat(readings.cell(aColumn(Type.TEXT).required().column(), cell(typed)))
                .isEqualTo("blank row");
    }

    @ParameterizedTest(name = "{0} stands for nothing")
    @ValueSource(strings = {"text Unallocated", "text  UNALLOCATED\u00a0", "text n/a", "#N/A"})
    void takesTheWordsForNothingAsBlank(String typed) {
        assertThat(readings.cell(
                        aColumn(Type.TEXT).blank("Unallocated", "N/A", "#N/A").column(), cell(typed)))
                .isEmpty();
    }

    @ParameterizedTest(name = "in a column of {0}")
    @EnumSource(Type.class)
    void takesAWordForNothingInAColumnOfAnyType(Type type) {
        assertThat(readings.cell(aColumn(type).code("A").blank("tbc").column(), "TBC"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{1} in a required column of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            TEXT    | text tbc | tbc | the Value
            DATE    | text TBC | TBC | a date such as 31/12/2018
            INTEGER | #N/A     | #N/A | a whole number
            YES_NO  | #N/A     | #N/A | Yes or No
            """)
    void tellsARequiredCellThatIsBlank(Type type, String typed, String found, String expected) {
        assertThat(readings.cell(aColumn(type).required().blank("tbc", "#N/A").column(), cell(typed)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + found + "\"; expected " + expected
                        + ". Fill in the cell; the row cannot count without it.");
    }

    @ParameterizedTest(name = "{1} in a column of {0}")
    @CsvSource(delimiter = '|', textBlock = """
            TEXT     | #N/A    | the Value
            TEXT     | #REF!   | the Value
            CODE     | #NAME?  | one of A
            DATE     | #VALUE! | a date such as 31/12/2018
            DATETIME | #NUM!   | a date and time such as 31/12/2018 14:05
            YES_NO   | #NULL!  | Yes or No
            INTEGER  | #DIV/0! | a whole number
            """)
    void tellsAnErrorOfExcel(Type type, String error, String expected) {
        assertThat(readings.cell(aColumn(type).code("A").blank("Unallocated").column(), cell(error)))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"" + error + "\"; expected " + expected
                        + ". Mend the formula or type the value.");
    }

    @Test
    void tellsAnErrorThatIsNotTheOneThatStandsForNothing() {
        assertThat(readings.cell(aColumn(Type.TEXT).blank("#N/A").column(), cell("#REF!")))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"#REF!\"; expected the Value."
                        + " Mend the formula or type the value.");
    }

    @Test
    void tellsAFormulaWithoutAResult() {
        assertThat(readings.cell(aColumn(Type.INTEGER).column(), cell("no result")))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"\"; expected a whole number, not a formula"
                        + " without a result. Open the workbook in Excel, let it calculate, and save it.");
    }
}
