package org.scrutineer.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTValAx;
import org.scrutineer.workbook.InspectedWorkbook.Drawing;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Chart;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Series;
import org.scrutineer.workbook.OutputWorkbook.Sheet;
import org.scrutineer.workbook.OutputWorkbook.Stroke;
import org.scrutineer.workbook.OutputWorkbook.Table;

class ChartWriterTests {

    @TempDir
    Path folder;

    private Path file;

    /** Two indicators of three months each; the second month of the first has no value. */
    @BeforeEach
    void writesAWorkbook() throws Exception {
        List<List<Cell>> rows = new ArrayList<>();
        for (String row : List.of("71.5 70 -", "- 70 -", "64.25 70 64.25", "12 - -", "13 - -", "14 - -")) {
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Text("month " + (rows.size() + 1))));
            for (String number : row.split(" ")) {
                cells.add(number.equals("-") ? new Cell.Empty() : new Cell.Number(new BigDecimal(number), 1));
            }
            rows.add(cells);
        }
        List<Series> series =
                List.of(new Series(1, Stroke.VALUES), new Series(2, Stroke.LIMIT), new Series(3, Stroke.MARKS));
        Table table = new Table(
                "points",
                null,
                List.of(
                        new Header("Month", 12),
                        new Header("Value", 10),
                        new Header("Limit", 10),
                        new Header("Special", 10)),
                rows,
                List.of(
                        new Chart("Visits", "Visits fall.", 0, 2, 0, series),
                        new Chart("Open cases", "Open cases rise.", 3, 5, 0, series)));
        file = folder.resolve("charts-2018.xlsx");
        new WorkbookWriter()
                .write(
                        new OutputWorkbook(
                                "Charts",
                                "Trust",
                                "Charts",
                                "charts",
                                LocalDate.of(2019, 1, 29),
                                List.of(new Sheet("By month", "By month", List.of(), List.of(table)))),
                        file);
    }

    @Test
    void chartsAreDrawnFromTheCellsOfTheirRowsAndHaveWords() throws Exception {
        assertThat(WorkbookInspector.inspect(file).sheets().get(0).drawings())
                .containsExactly(
                        drawing("E3", "Chart 1, points", "Visits fall.", "$3", "$5"),
                        drawing("E21", "Chart 2, points", "Open cases rise.", "$6", "$8"));
    }

    private static Drawing drawing(String cell, String name, String alternative, String first, String last) {
        List<String> data = new ArrayList<>();
        for (String column : List.of("B", "C", "D")) {
            data.add("'By month'!$" + column + "$2");
            data.add("'By month'!$A" + first + ":$A" + last);
            data.add("'By month'!$" + column + first + ":$" + column + last);
        }
        return new Drawing(InspectedWorkbook.Shape.CHART, cell, name, alternative, data);
    }

    @Test
    void aMissingValueIsAGapAndEachSeriesDiffersByMoreThanItsColour() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            XSSFChart chart = chart(workbook, 0);
            CTLineSer[] series =
                    chart.getCTChart().getPlotArea().getLineChartArray(0).getSerArray();

            assertThat(chart.getCTChart().getDispBlanksAs().getVal().toString()).isEqualTo("gap");
            assertThat(series[0].getVal().getNumRef().getNumCache().getPtArray())
                    .extracting(point -> point.getIdx() + ": " + point.getV())
                    .containsExactly("0: 71.5", "2: 64.25");
            assertThat(series[0].getMarker().getSymbol().getVal().toString()).isEqualTo("circle");
            assertThat(series[1].getSpPr().getLn().getPrstDash().getVal().toString())
                    .isEqualTo("dash");
            assertThat(series[2].getSpPr().getLn().isSetNoFill()).isTrue();
            assertThat(series[2].getMarker().getSymbol().getVal().toString()).isEqualTo("diamond");
        }
    }

    @Test
    void theScaleIsThatOfTheNumbersShown() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            CTValAx axis = chart(workbook, 0).getCTChart().getPlotArea().getValAxArray(0);

            assertThat(axis.getScaling().getMin().getVal()).isEqualTo(64);
            assertThat(axis.getScaling().getMax().getVal()).isEqualTo(72);
            assertThat(axis.getNumFmt().getFormatCode()).isEqualTo("#,##0.0");
            assertThat(axis.getNumFmt().getSourceLinked()).isFalse();
        }
    }

    private static XSSFChart chart(XSSFWorkbook workbook, int index) {
        return workbook.getSheetAt(0).getDrawingPatriarch().getCharts().get(index);
    }
}
