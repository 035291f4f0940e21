package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.workbook.RawWorkbook.rows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalReferenceTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]Costs!A1",
                "SUM(A1,[12]Costs!A1:B2)",
                "'[2]May [x] 2018'!B3",
                "[1]!Total",
                "IF(A1=\"[\",[1]Costs!A1,0)",
                "Costs[[#This Row],[2018]]+[3]Sheet1!A1"
            })
    void findsAnotherWorkbook(String formula) {
        assertThat(ExternalReference.isIn(formula)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A1+B1",
                "[0]!Total",
                "Costs[2018]",
                "SUM(Costs_2.1[2018])",
                "Costs[[#This Row],[2018]]",
                "Costs[a'[1']b]",
                "\"see [1]\"",
                "[Budget.xlsx]",
                "[1"
            })
    void takesNothingElseForOne(String formula) {
        assertThat(ExternalReference.isIn(formula)).isFalse();
    }

    @Test
    void isTrueOfAllCellsThatShareTheFormula(@TempDir Path folder) throws Exception {
        Path file = rows("<row r='1'><c r='A1'><f t='shared' ref='A1:A2' si='0'>[1]Costs!B1</f><v>1</v></c>"
                        + "<c r='B1'><f t='shared' ref='B1:B2' si='1'>C1</f><v>2</v></c></row>"
                        + "<row r='2'><c r='A2'><f t='shared' si='0'/><v>3</v></c>"
                        + "<c r='B2'><f t='shared' si='1'/><v>4</v></c></row>")
                .in(folder);

        assertThat(RecordedCells.cellsOf(file))
                .containsExactly(
                        "A1 from another workbook",
                        "A1 number 1.0",
                        "B1 number 2.0",
                        "A2 from another workbook",
                        "A2 number 3.0",
                        "B2 number 4.0");
    }
}
