package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.trends.DrawnPoint;
import org.scrutineer.trends.PrintedLimits;
import org.scrutineer.trends.Trend;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Chart;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Series;
import org.scrutineer.workbook.OutputWorkbook.Stroke;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The headline indicators over time: their values, what they are held against, and a chart of each beside them. */
final class ChartsSheet {

    static final String NAME = "Charts";

    /** Of fewer points a chart says nothing that the table does not. */
    private static final int FEWEST_POINTS = 3;

    private static final String NO_LIMITS = "there are too few points to draw limits from, or the figure is not judged";

    private static final List<Header> COLUMNS = List.of(
            new Header("Indicator", 56),
            new Header("Period", 16),
            new Header("Value", 10),
            new Header("Average", 10),
            new Header("Lower limit", 10),
            new Header("Upper limit", 10),
            new Header("Target", 10),
            new Header("Value with special cause", 13),
            new Header("Special cause", 36),
            new Header("Status", 9),
            new Header("Source", 32));

    private static final int PERIOD = 1;

    private static final List<Series> SERIES = List.of(
            new Series(2, Stroke.VALUES),
            new Series(3, Stroke.AVERAGE),
            new Series(4, Stroke.LIMIT),
            new Series(5, Stroke.LIMIT),
            new Series(6, Stroke.TARGET),
            new Series(7, Stroke.MARKS));

    private final Report report;
    private final RunFigures figures;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();

    ChartsSheet(Report report) {
        this.report = report;
        this.figures = report.figures();
    }

    Page page() {
        for (Indicator indicator : report.indicators()) {
            if (indicator.headline()) {
                figures.overTime().trend(indicator, report.main(indicator)).ifPresent(trend -> add(indicator, trend));
            }
        }
        return new Page(
                NAME,
                "Charts of the headline indicators",
                "One table: the values of the headline indicators for " + report.subject()
                        + ", each with the limits and "
                        + "the target it is held against; to the right of it a chart of each that has at least "
                        + FEWEST_POINTS + " values.",
                List.of(Page.paragraph("How change is told from chance: " + Note.TREND.marker() + ".")),
                List.of(new Table("points", null, COLUMNS, rows, charts)),
                Map.of(
                        "Average",
                        NO_LIMITS,
                        "Lower limit",
                        NO_LIMITS,
                        "Upper limit",
                        NO_LIMITS,
                        "Target",
                        "the indicator has no target, or its series is of another timing than the target",
                        "Status",
                        FigureCells.WHOLE,
                        "Value with special cause",
                        "the value is within what is usual, or is not judged",
                        "Special cause",
                        "the value is within what is usual, or is not judged",
                        "Source",
                        "the value was calculated from returns"));
    }

    private void add(Indicator indicator, Trend trend) {
        int first = rows.size();
        DrawnPoint.of(trend, indicator, figures.catalogue()).forEach(point -> rows.add(row(indicator, point)));
        if (trend.points().size() >= FEWEST_POINTS) {
            charts.add(chart(indicator, trend, first));
        }
    }

    private static Chart chart(Indicator indicator, Trend trend, int first) {
        int last = first + trend.points().size() - 1;
        return new Chart(
                indicator.id() + ", " + indicator.name(),
                "Line chart of " + indicator.name() + " (" + indicator.id() + ") from "
                        + trend.points().get(0).point().period().title() + " to "
                        + trend.newest().point().period().title() + ", with its average, limits and target. "
                        + trend.sentence() + " The values are in the table to the left.",
                first,
                last,
                PERIOD,
                SERIES);
    }

    private static List<Cell> row(Indicator indicator, DrawnPoint point) {
        Cell value = new Cell.Number(point.value(), indicator.decimals());
        return List.of(
                FigureCells.text(indicator.id() + ", " + indicator.name()),
                FigureCells.text(point.period().title()),
                value,
                FigureCells.number(indicator, point.average()),
                FigureCells.number(indicator, point.limits().map(PrintedLimits::lower)),
                FigureCells.number(indicator, point.limits().map(PrintedLimits::upper)),
                FigureCells.number(indicator, point.target()),
                point.isMarked() ? value : FigureCells.EMPTY,
                FigureCells.text(point.cause()),
                point.provisional() ? new Cell.Shorthand("p") : FigureCells.EMPTY,
                FigureCells.text(point.source()));
    }
}
