package org.scrutineer.workbook;

import java.util.DoubleSummaryStatistics;
import java.util.HexFormat;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.Grouping;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTLineSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTTitle;
import org.openxmlformats.schemas.drawingml.x2006.main.CTLineProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTShapeProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STPresetLineDashVal;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Chart;
import org.scrutineer.workbook.OutputWorkbook.Series;
import org.scrutineer.workbook.OutputWorkbook.Stroke;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Draws the charts of one table to its right, each beside its rows or below the chart before. */
final class ChartWriter {

    private static final int COLUMNS = 12;
    private static final int ROWS = 17;
    private static final int LABELS = 12;
    private static final int EMU_PER_POINT = 12_700;
    private static final short MARKER_POINTS = 6;
    private static final short MARK_POINTS = 10;
    private static final int TITLE_SIZE = 1200;
    private static final int TEXT_SIZE = 1000;
    private static final String LANGUAGE = "en-GB";

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
        XDDFDataSource<String> labels = XDDFDataSourcesFactory.fromStringCellRange(sheet, cells(chart, chart.labels()));
        for (Series series : chart.series()) {
            var added = (XDDFLineChartData.Series) lines.addSeries(
                    labels, XDDFDataSourcesFactory.fromNumericCellRange(sheet, cells(chart, series.column())));
            added.setTitle(
                    table.columns().get(series.column()).text(),
                    new CellReference(sheet.getSheetName(), header, series.column(), true, true));
            added.setSmooth(false);
            style(added, series.stroke());
        }
        drawn.plot(lines);
        drawn.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        drawn.displayBlanksAs(DisplayBlanks.GAP);
        drawn.getCTChartSpace().addNewRoundedCorners().setVal(false);
        axes(drawn.getCTChart().getPlotArea(), chart);
        letters(drawn);
    }

    /** From a little below the lowest number to a little above the highest: from 0 on, most courses look flat. */
    private void scale(XDDFValueAxis axis, Chart chart) {
        DoubleSummaryStatistics drawn = chart.series().stream()
                .flatMap(series -> table.rows().subList(chart.firstRow(), chart.lastRow() + 1).stream()
                        .map(row -> row.get(series.column())))
                .filter(Cell.Number.class::isInstance)
                .mapToDouble(cell -> ((Cell.Number) cell).value().doubleValue())
                .summaryStatistics();
        double range = drawn.getMax() - drawn.getMin();
        if (drawn.getCount() > 0 && range > 0) {
            double step = Math.pow(10, Math.floor(Math.log10(range)));
            double unit = range / step > 5 ? step : range / step > 2 ? step / 2 : step / 5;
            axis.setMinimum(unit * Math.floor(drawn.getMin() / unit));
            axis.setMaximum(unit * Math.ceil(drawn.getMax() / unit));
            axis.setMajorUnit(unit);
        }
    }

    private void describe(XSSFChart drawn, Chart chart, int number) {
        CTNonVisualDrawingProps about = drawn.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        about.setId(number + 1L);
        about.setName("Chart " + number + ", " + table.name());
        about.setDescr(chart.alternative());
        // Of the library's own titles the language is the machine's.
        CTTitle title = drawn.getCTChart().addNewTitle();
        title.addNewOverlay().setVal(false);
        CTTextBody body = title.addNewTx().addNewRich();
        body.addNewBodyPr();
        CTRegularTextRun run = body.addNewP().addNewR();
        CTTextCharacterProperties letters = run.addNewRPr();
        letters.setLang(LANGUAGE);
        letters.setSz(TITLE_SIZE);
        letters.setB(true);
        run.setT(chart.title());
        drawn.getCTChart().addNewAutoTitleDeleted().setVal(false);
    }

    private CellRangeAddress cells(Chart chart, int column) {
        return new CellRangeAddress(header + 1 + chart.firstRow(), header + 1 + chart.lastRow(), column, column);
    }

    private static void style(XDDFLineChartData.Series series, Stroke stroke) {
        series.setMarkerStyle(
                switch (stroke) {
                    case VALUES -> MarkerStyle.CIRCLE;
                    case MARKS -> MarkerStyle.DIAMOND;
                    case AVERAGE, LIMIT, TARGET -> MarkerStyle.NONE;
                });
        if (stroke == Stroke.VALUES || stroke == Stroke.MARKS) {
            series.setMarkerSize(stroke == Stroke.VALUES ? MARKER_POINTS : MARK_POINTS);
        }
        CTLineSer drawn = series.getCTLineSer();
        CTShapeProperties shape = drawn.isSetSpPr() ? drawn.getSpPr() : drawn.addNewSpPr();
        CTLineProperties line = shape.isSetLn() ? shape.getLn() : shape.addNewLn();
        if (stroke == Stroke.MARKS) {
            line.addNewNoFill();
        } else {
            line.setW((stroke == Stroke.VALUES ? 2 : 1) * EMU_PER_POINT);
            line.addNewSolidFill().addNewSrgbClr().setVal(colour(stroke));
        }
        if (stroke == Stroke.LIMIT) {
            line.addNewPrstDash().setVal(STPresetLineDashVal.DASH);
        } else if (stroke == Stroke.TARGET) {
            line.addNewPrstDash().setVal(STPresetLineDashVal.LG_DASH_DOT);
        }
        if (stroke == Stroke.VALUES || stroke == Stroke.MARKS) {
            CTShapeProperties marker = drawn.getMarker().isSetSpPr()
                    ? drawn.getMarker().getSpPr()
                    : drawn.getMarker().addNewSpPr();
            marker.addNewSolidFill().addNewSrgbClr().setVal(colour(stroke));
            marker.addNewLn().addNewSolidFill().addNewSrgbClr().setVal(colour(stroke));
        }
    }

    private static byte[] colour(Stroke stroke) {
        return HexFormat.of()
                .parseHex(
                        switch (stroke) {
                            case VALUES -> Look.Colours.DEEP;
                            case AVERAGE, LIMIT -> Look.Colours.QUIET;
                            case TARGET -> Look.Colours.GOAL;
                            case MARKS -> Look.Colours.SPECIAL;
                        });
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

    private static void letters(XSSFChart drawn) {
        CTTextBody text = drawn.getCTChartSpace().addNewTxPr();
        text.addNewBodyPr();
        CTTextCharacterProperties letters = text.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(TEXT_SIZE);
        text.getPArray(0).addNewEndParaRPr().setLang(LANGUAGE);
    }
}
