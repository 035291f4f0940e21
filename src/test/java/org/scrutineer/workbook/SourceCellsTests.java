package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.workbook.RawWorkbook.cells;
import static org.scrutineer.workbook.RawWorkbook.rows;
import static org.scrutineer.workbook.RecordedCells.cellsOf;
import static org.scrutineer.workbook.RecordedCells.rowsOf;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceCellsTests {

    @TempDir
    Path folder;

    @Test
    void tellsEachKindOfValueWithItsPlace() throws Exception {
        Path file = rows("<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2'><v>12.5</v></c><c r='C2' t='b'><v>1</v></c>"
                        + "<c r='D2' t='b'><v>0</v></c><c r='E2' t='e'><v>#N/A</v></c>"
                        + "<c r='F2' t='str'><f>A2&amp;\"!\"</f><v>North!</v></c>"
                        + "<c r='AB2' t='inlineStr'><is><t>inline</t></is></c></row>")
                .sharedStrings("<si><t>South</t></si><si><t>North</t></si>")
                .in(folder);

        assertThat(cellsOf(file))
                .containsExactly(
                        "A2 text \"North\"",
                        "B2 number 12.5",
                        "C2 bool true",
                        "D2 bool false",
                        "E2 error #N/A",
                        "F2 text \"North!\"",
                        "AB2 text \"inline\"");
    }

    @Test
    void countsOnWhereRowsAndCellsDoNotSayWhereTheyStand() throws Exception {
        Path file = rows("<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row>"
                        + "<row r='7'><c><v>4</v></c></row><row><c><v>5</v></c></row>")
                .in(folder);

        assertThat(cellsOf(file))
                .containsExactly("A1 number 1.0", "D1 number 2.0", "E1 number 3.0", "A7 number 4.0", "A8 number 5.0");
    }

    @Test
    void tellsRowsWithoutValuesAndNotTheirCells() throws Exception {
        Path file = rows("<row r='3' hidden='1'/><row r='4'><c r='A4' s='0'/><c r='B4' t='s'><v>0</v></c>"
                        + "<c r='C4' t='inlineStr'><is><t></t></is></c><c r='D4' t='str'><f>\"\"</f><v></v></c></row>")
                .sharedStrings("<si><t/></si>")
                .in(folder);

        assertThat(rowsOf(file)).containsExactly("row 3 hidden", "row 4");
    }

    @Test
    void takesARowToBeHiddenOnlyIfItSaysSoItself() throws Exception {
        // Under zeroHeight Excel hides the rows the file does not hold, and marks the hidden ones it does.
        Path file = RawWorkbook.rawWorkbook()
                .sheet(
                        "Sheet1",
                        "",
                        "worksheet",
                        "<worksheet xmlns='MAIN'><sheetFormatPr zeroHeight='1'/><sheetData><row r='1'/>"
                                + "<row r='2' hidden='true'/></sheetData></worksheet>")
                .in(folder);

        assertThat(rowsOf(file)).containsExactly("row 1", "row 2 hidden");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<c r='A1'><f>B1+1</f></c>", "<c r='A1'><f>B1</f><v/></c>", "<c r='A1' t='str'><f>B1</f></c>"})
    void tellsAFormulaWhoseResultIsNotStored(String cell) throws Exception {
        assertThat(cellsOf(cells(cell).in(folder))).containsExactly("A1 no result");
    }

    @Test
    void joinsTheRunsOfRichTextAndLeavesOutItsPhonetics() throws Exception {
        Path file = cells(
                        "<c t='s'><v>0</v></c><c t='inlineStr'><is><r><t>a</t></r><r><t xml:space='preserve'> b</t></r>"
                                + "</is></c>")
                .sharedStrings("<si><r><rPr><b/></rPr><t>bold</t></r><r><t xml:space='preserve'> and not</t></r>"
                        + "<rPh sb='0' eb='1'><t>phonetic</t></rPh><phoneticPr fontId='1'/></si>")
                .in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 text \"bold and not\"", "B1 text \"a b\"");
    }

    @Test
    void keepsBlanksAndLineBreaksAndDecodesEscapes() throws Exception {
        Path file = cells("<c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='str'><v>_x005F_x000D_ _xyz_</v></c>"
                        + "<c t='inlineStr'><is><t><![CDATA[<&]]>&lt;&#233;&#x1F600;</t></is></c>")
                .sharedStrings(
                        "<si><t xml:space='preserve'>  two\n lines </t></si><si><t>a_x000D_b_x0000__xD83D_</t></si>")
                .in(folder);

        assertThat(cellsOf(file))
                .containsExactly(
                        "A1 text \"  two\n lines \"",
                        "B1 text \"a\rb\uFFFD\uFFFD\"",
                        "C1 text \"_x000D_ _xyz_\"",
                        "D1 text \"<&<é\uD83D\uDE00\"");
    }

    @Test
    void readsNumbersToTheirLastDigit() throws Exception {
        Path file = cells("<c><v>0.1</v></c><c><v>1E-3</v></c><c><v>-3.4000000000000004</v></c>"
                        + "<c><v>12345678901234567</v></c><c t='n'><v> 7 </v></c>")
                .in(folder);

        assertThat(cellsOf(file))
                .containsExactly(
                        "A1 number 0.1",
                        "B1 number 0.001",
                        "C1 number -3.4000000000000004",
                        "D1 number 1.2345678901234568E16",
                        "E1 number 7.0");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<c><v>12,5</v></c>",
                "<c><v>NaN</v></c>",
                "<c><v>1e999</v></c>",
                "<c><v>0x1p3</v></c>",
                "<c t='s'><v>9</v></c>",
                "<c t='s'><v>-1</v></c>",
                "<c t='b'><v>yes</v></c>",
                "<c t='d'><v>3 December</v></c>",
                "<c t='zz'><v>1</v></c>",
                "<c s='5'><v>1</v></c>",
                "<c r='B2'><v>1</v></c>",
                "<c r='7'><v>1</v></c>",
                "<c r='B1'><v>1</v></c><c r='B1'><v>2</v></c>",
                "<c r='B1'><v>1</v></c><c r='A1'><v>2</v></c>",
                "<c r='A99999999999999999999'><v>2</v></c>",
                "<c><v>1</c>",
                "<c><v>&undefined</v></c>"
            })
    void refusesCellsThatExcelWouldHaveToRepair(String cells) {
        assertThat(refusalOf(cells(cells))).isEqualTo(Refusal.DAMAGED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"<row r='1'/><row r='1'/>", "<row r='2'/><row r='1'/>", "<row r='0'/>", "<row r='x'/>"})
    void refusesRowsOutOfOrder(String rows) {
        assertThat(refusalOf(rows(rows))).isEqualTo(Refusal.DAMAGED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<row r='1048577'/>",
                "<row r='9999999999999999'/>",
                "<row r='1'><c r='XFE1'/></row>",
                "<row r='1'><c r='ZZZZZZZZZZZZZZZZ1'/></row>",
                "<row r='1'><c r='XFD1'/><c/></row>"
            })
    void refusesCellsBeyondExcelsGrid(String rows) {
        assertThat(refusalOf(rows(rows))).isEqualTo(Refusal.SUSPICIOUS);
    }

    @Test
    void readsTheLastCellOfTheGrid() throws Exception {
        Path file =
                rows("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>").in(folder);

        assertThat(cellsOf(file)).containsExactly("XFD1048576 number 1.0");
    }

    @Test
    void readsLongTextWhole() throws Exception {
        String text = "x".repeat(32_768);
        Path file = cells("<c t='inlineStr'><is><t>" + text + "</t></is></c>").in(folder);

        assertThat(cellsOf(file)).containsExactly("A1 text \"" + text + "\"");
    }

    @Test
    void leavesTheHandlersOwnExceptionsAlone() throws Exception {
        Path file = cells("<c><v>1</v></c>").in(folder);
        IllegalStateException own = new IllegalStateException("full");
        CellHandler handler = new IgnoredCells() {
            @Override
            public void number(int column, double value) {
                throw own;
            }
        };

        try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
            assertThatThrownBy(() -> workbook.read(workbook.sheets().get(0), handler))
                    .isSameAs(own);
        }
    }

    @Test
    void neverRepeatsWhatTheParserSays() {
        assertThatThrownBy(() -> cellsOf(
                        cells("<c t='inlineStr'><is>Ann Other</iss></c>").in(folder)))
                .isInstanceOf(UnreadableWorkbookException.class)
                .hasMessage("the workbook is damaged or was cut off on its way");
    }

    private Refusal refusalOf(RawWorkbook workbook) {
        return Refusals.refusalOf(() -> cellsOf(workbook.in(folder)));
    }
}
