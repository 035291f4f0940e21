package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.RawWorkbook.cells;
import static org.scrutineer.workbook.RecordedCells.cellsOf;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceDatesTests {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, date 1899-12-31",
        "0.5, date 1899-12-31 12:00",
        "1, date 1900-01-01",
        "59, date 1900-02-28",
        "60, number 60.0",
        "60.5, number 60.5",
        "61, date 1900-03-01",
        "43437, date 2018-12-03",
        "43437.4311342593, date 2018-12-03 10:20:50",
        "43437.999999999, date 2018-12-04",
        "59.999999999, number 59.999999999",
        "2958465.5, date 9999-12-31 12:00",
        "2958466, number 2958466.0",
        "-1, number -1.0",
        "-0.0000001, number -1.0E-7",
        "1e300, number 1.0E300"
    })
    void countsDaysAsExcelDoes(String serial, String told) throws Exception {
        Path file = cells("<c><v>" + serial + "</v></c>").formats("dd/mm/yyyy").in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 " + told);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, date 1904-01-01",
        "60, date 1904-03-01",
        "41975, date 2018-12-03",
        "2957003, date 9999-12-31",
        "2957004, number 2957004.0",
        "-1, number -1.0"
    })
    void countsDaysFrom1904WhereTheWorkbookDoes(String serial, String told) throws Exception {
        Path file = cells("<c><v>" + serial + "</v></c>")
                .formats("dd/mm/yyyy")
                .from1904()
                .in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 " + told);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2018-12-03, date 2018-12-03",
        "2018-12-03T10:20:30, date 2018-12-03 10:20:30",
        "2018-12-03T10:20:30.600Z, date 2018-12-03 10:20:31",
        "2018-12-03T23:59:59.9, date 2018-12-04",
        "12:30:00, date 1899-12-31 12:30"
    })
    void readsDatesWrittenAsText(String value, String told) throws Exception {
        Path file = cells("<c t='d'><v>" + value + "</v></c>").in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 " + told);
    }

    @ParameterizedTest(name = "{0} shows a date or a time")
    @ValueSource(
            strings = {
                "dd/mm/yyyy",
                "d-mmm-yy",
                "yyyy\\-mm\\-dd;@",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
                "[$-809]dd mmmm yyyy",
                "[Red]mmm yy",
                "h:mm AM/PM",
                "mm:ss.0",
                "\"Week of \"d mmm",
                "YYYY",
                "mmm"
            })
    void takesNumbersForDatesWhereTheirFormatShowsOne(String format) throws Exception {
        Path file = cells("<c><v>43437</v></c>").formats(format).in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 date 2018-12-03");
    }

    @ParameterizedTest(name = "{0} shows a number")
    @ValueSource(
            strings = {
                "General",
                "0.00",
                "#,##0;[Red]-#,##0",
                "0 \"days\"",
                "0\\d",
                "0_m",
                "*y0",
                "[h]:mm",
                "[mm]:ss",
                "[$£-809]#,##0.00",
                "0.00E+00",
                "0%",
                "@",
                "[Red]0",
                "0;d mmm",
                "\"unclosed d",
                "[unclosed d"
            })
    void takesNumbersForNumbersWhereTheirFormatShowsNoDate(String format) throws Exception {
        Path file = cells("<c><v>43437</v></c>").formats(format).in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 number 43437.0");
    }

    @ParameterizedTest(name = "format {0} is {1}")
    @CsvSource({
        "0, number", "13, number", "14, date", "22, date", "23, number", "27, date", "36, date", "37, number",
        "44, number", "45, date", "46, number", "47, date", "48, number", "50, date", "58, date", "59, number"
    })
    void knowsTheFormatsThatHaveANumberOnly(int format, String kind) throws Exception {
        Path file = cells("<c s='1'><v>43437</v></c>")
                .styles("<cellXfs><xf numFmtId='0'/><xf numFmtId='" + format + "'/></cellXfs>")
                .in(folder);

        assertThat(cellsOf(file)).singleElement().asString().startsWith("A1 " + kind);
    }

    @Test
    void prefersAFormatsCodeToItsNumber() throws Exception {
        Path file = cells("<c><v>1</v></c>")
                .styles(
                        "<numFmts><numFmt numFmtId='27' formatCode='0.0'/></numFmts><cellXfs><xf numFmtId='27'/></cellXfs>")
                .in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 number 1.0");
    }

    @Test
    void takesNumbersForNumbersWhereThereAreNoStyles() throws Exception {
        assertThat(cellsOf(cells("<c s='0'><v>43437</v></c>").in(folder))).containsExactly("A1 number 43437.0");
    }
}
