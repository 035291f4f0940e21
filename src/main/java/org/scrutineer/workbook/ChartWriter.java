package org.scrutineer.workbook;

import java.util.HexFormat;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Chart;
import org.scrutineer.workbook.OutputWorkbook.Series;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Draws the charts of one table to its right, each beside its rows or below the chart before. */
final class ChartWriter {

    private static final int COLUMNS = 12;
    private static final int ROWS = 17;
    private static final int LABELS = 12;

    private final XSSFSheet sheet;
    private final Table table;
    private final int header;

    /** @param header row of the table's header, from 0 */
    ChartWriter(XSSFSheet sheet, Table table, int header) {
        this.sheet = sheet;
        this.table = table;
        this.header = header;
    }

    void write() {
        int free = header;
        for (int i = 0; i < table.charts().size(); i++) {
            Chart chart = table.charts().get(i);
            int top = Math.max(free, header + 1 + chart.firstRow());
            draw(chart, top, i + 1);
            free = top + ROWS + 1;
        }
    }

    private void draw(Chart chart, int top, int number) {
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int left = table.columns().size();
        XSSFChart drawn = drawing.createChart(new XSSFClientAnchor(0, 0, 0, 0, left, top, left + COLUMNS, top + ROWS));
        describe(drawn, chart, number);
        XDDFCategoryAxis below = drawn.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis beside = drawn.createValueAxis(AxisPosition.LEFT);
        beside.setCrosses(AxisCrosses.AUTO_ZERO);
        scale(beside, chart);
        XDDFLineChartData lines = (XDDFLineChartData) drawn.createData(ChartTypes.LINE, below, beside);
        lines.setGrouping(Grouping.STANDARD);
        lines.setVaryColors(false);
        XDDFDataSource<String> labels = XDDFDataSourcesFactory.fromArray(
                values(chart, chart.labels(), ChartWriter::label, String[]::new), range(chart, chart.labels()));
        for (Series series : chart.series()) {
            var added = (XDDFLineChartData.Series) lines.addSeries(
                    labels,
                    XDDFDataSourcesFactory.fromArray(
                            values(chart, series.column(), ChartWriter::number, Double[]::new),
                            range(chart, series.column())));
            added.setTitle(
                    table.columns().get(series.column()).text(),
                    new CellReference(sheet.getSheetName(), header, series.column(), true, true));
            added.setSmooth(false);
            ChartLines.style(added.getCTLineSer(), series.stroke());
        }
        drawn.plot(lines);
        drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        drawn.displayBlanksAs(DisplayBlanks.GAP);
        drawn.getCTChartSpace().addNewRoundedCorners().setVal(false);
        axes(drawn.getCTChart().getPlotArea(), chart);
        ChartLines.letters(drawn.getCTChartSpace());
    }

    private void scale(XDDFValueAxis axis, Chart chart) {
        ChartScale.of(chart.series().stream()
                        .flatMap(series -> table.rows().subList(chart.firstRow(), chart.lastRow() + 1).stream()
                                .map(row -> row.get(series.column())))
                        .filter(Cell.Number.class::isInstance)
                        .mapToDouble(cell -> ((Cell.Number) cell).value().doubleValue()))
                .ifPresent(scale -> {
                    axis.setMinimum(scale.from());
                    axis.setMaximum(scale.to());
                    axis.setMajorUnit(scale.unit());
                });
    }

    private void describe(XSSFChart drawn, Chart chart, int number) {
        CTNonVisualDrawingProps about = drawn.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        about.setId(number + 1L);
        about.setName("Chart " + number + ", " + table.name());
        about.setDescr(chart.alternative());
        ChartLines.title(drawn.getCTChart(), chart.title());
    }

    private String range(Chart chart, int column) {
        return new CellRangeAddress(header + 1 + chart.firstRow(), header + 1 + chart.lastRow(), column, column)
                .formatAsString(sheet.getSheetName(), true);
    }

    /** What the chart shows until it is drawn anew: one for each row, null where there is nothing. */
    private <T> T[] values(Chart chart, int column, Function<Cell, @Nullable T> of, IntFunction<T[]> array) {
        return table.rows().subList(chart.firstRow(), chart.lastRow() + 1).stream()
                .map(row -> of.apply(row.get(column)))
                .toArray(array);
    }

    private static @Nullable String label(Cell cell) {
        return cell instanceof Cell.Text text ? EscapedText.encode(text.text()) : null;
    }

    private static @Nullable Double number(Cell cell) {
        return cell instanceof Cell.Number number ? number.value().doubleValue() : null;
    }

    private void axes(CTPlotArea plot, Chart chart) {
        var below = plot.getCatAxArray(0);
        below.addNewTickLblSkip().setVal(Math.max(1, (chart.points() + LABELS - 1) / LABELS));
        below.addNewTickMarkSkip().setVal(Math.max(1, (chart.points() + LABELS - 1) / LABELS));
        var beside = plot.getValAxArray(0);
        var format = beside.isSetNumFmt() ? beside.getNumFmt() : beside.addNewNumFmt();
        format.setFormatCode(decimals(chart) == 0 ? "#,##0" : "#,##0.0");
        format.setSourceLinked(false);
        beside.addNewMajorGridlines()
                .addNewSpPr()
                .addNewLn()
                .addNewSolidFill()
                .addNewSrgbClr()
                .setVal(HexFormat.of().parseHex(Look.Colours.RULE));
    }

    private int decimals(Chart chart) {
        int column = chart.series().get(0).column();
        return table.rows().subList(chart.firstRow(), chart.lastRow() + 1).stream()
                .map(row -> row.get(column))
                .mapToInt(cell -> cell instanceof Cell.Number number ? number.decimals() : 0)
                .max()
                .orElse(0);
    }
}
