package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Table;

class OutputRulesTests {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "a sheet name of thirty-two letters", "a/b", "a:b", "[a]", "a?", "'a", "a'", "History"})
    void refuseSheetNamesExcelDoesNotAccept(String name) {
        refuse(List.of(sheet(name)), "sheet " + name + ": not a name Excel accepts");
    }

    @Test
    void refuseTwoSheetsOfOneName() {
        refuse(List.of(sheet("Notes"), sheet("NOTES")), "sheet NOTES: another has the same name");
    }

    @Test
    void refuseAWorkbookWithoutSheets() {
        refuse(List.of(), "a workbook without sheets");
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "x1", "abc12", "R1C1", "r", "C", "two words", "1st", "a-b"})
    void refuseTableNamesExcelDoesNotAccept(String name) {
        refuse(List.of(sheet("S", table(name, "A"))), "table " + name + ": not a name Excel accepts");
    }

    @Test
    void refuseTwoTablesOfOneName() {
        refuse(
                List.of(sheet("S", table("notes", "A")), sheet("T", table("Notes", "A"))),
                "table Notes: another has the same name");
    }

    @Test
    void refuseATableWithoutColumns() {
        refuse(List.of(sheet("S", table("notes"))), "table notes: no columns");
    }

    @Test
    void refuseTwoColumnsOfOneHeader() {
        refuse(
                List.of(sheet("S", table("notes", "Note", "note"))),
                "table notes, column note: another has the same header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two\nlines"})
    void refuseHeadersExcelDoesNotAccept(String header) {
        refuse(
                List.of(sheet("S", table("notes", header))),
                "table notes, column " + header + ": not a header Excel accepts");
    }

    @Test
    void refuseALinkToASheetThatIsNotThere() {
        refuse(
                List.of(new Sheet("S", "S", List.of(new Line.SheetLink("Notes", "Notes")), List.of())),
                "sheet S, cell A2: a link to sheet Notes, which the workbook does not have");
    }

    @Test
    void refuseTextLongerThanACellHolds() {
        refuse(
                List.of(sheet("S", table(new Cell.Text("x".repeat(32_768))))),
                "sheet S, cell A3: a text of 32768 characters; Excel holds 32767");
    }

    @Test
    void refuseADateBeforeExcelsCalendar() {
        refuse(
                List.of(sheet("S", table(new Cell.Day(LocalDate.of(1900, 2, 28))))),
                "sheet S, cell A3: the date 1900-02-28; Excel knows those from 1900-03-01 to 9999-12-31");
    }

    @Test
    void refuseMoreDecimalsThanExcelShows() {
        refuse(
                List.of(sheet("S", table(new Cell.Number(BigDecimal.ONE, 31)))),
                "sheet S, cell A3: 31 decimals; Excel shows 0 to 30");
    }

    private void refuse(List<Sheet> sheets, String sentence) {
        OutputWorkbook workbook = new OutputWorkbook("T", "A", "", "", LocalDate.of(2019, 1, 21), sheets);
        assertThatThrownBy(() -> new WorkbookWriter().write(workbook, folder.resolve("refused.xlsx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThat(folder).isEmptyDirectory();
    }

    private static Sheet sheet(String name, Table... tables) {
        return new Sheet(name, "Title", List.of(), List.of(tables));
    }

    private static Table table(Cell cell) {
        return new Table("notes", null, List.of(new Header("Note", 20)), List.of(List.of(cell)));
    }

    private static Table table(String name, String... headers) {
        List<Header> columns = new ArrayList<>();
        for (String header : headers) {
            columns.add(new Header(header, 10));
        }
        return new Table(name, null, columns, Collections.emptyList());
    }
}
