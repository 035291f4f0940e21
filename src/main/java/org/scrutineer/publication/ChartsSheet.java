package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.trends.ControlLimits;
import org.scrutineer.trends.PrintedLimits;
import org.scrutineer.trends.Side;
import org.scrutineer.trends.SpecialCause;
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
        trend.points().forEach(point -> rows.add(row(indicator, trend, point)));
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

    /** Points before a new start of the limits are shown without them. */
    private List<Cell> row(Indicator indicator, Trend trend, Trend.JudgedPoint point) {
        boolean held = point.point().judged()
                && trend.start()
                        .filter(start -> point.point().period().compareTo(start.from()) < 0)
                        .isEmpty();
        Optional<ControlLimits> drawn = held ? trend.limits() : Optional.empty();
        Optional<PrintedLimits> limits = drawn.map(some -> PrintedLimits.of(some, indicator, trend.points()));
        Optional<Target> target = trend.timing() == indicator.timing()
                ? figures.catalogue().target(indicator.id(), point.point().period())
                : Optional.empty();
        String source = point.point().source();
        Cell value = new Cell.Number(point.point().value(), indicator.decimals());
        return List.of(
                FigureCells.text(indicator.id() + ", " + indicator.name()),
                FigureCells.text(point.point().period().title()),
                value,
                FigureCells.number(indicator, drawn.map(ControlLimits::mean)),
                FigureCells.number(indicator, limits.map(PrintedLimits::lower)),
                FigureCells.number(indicator, limits.map(PrintedLimits::upper)),
                FigureCells.number(indicator, target.map(Target::value)),
                point.causes().isEmpty() ? FigureCells.EMPTY : value,
                FigureCells.text(
                        point.causes().stream().map(ChartsSheet::inWords).collect(Collectors.joining("; "))),
                point.point().status() == Status.PROVISIONAL ? new Cell.Shorthand("p") : FigureCells.EMPTY,
                FigureCells.text(source == null ? "" : source));
    }

    private static String inWords(SpecialCause cause) {
        boolean high = cause.side() == Side.HIGH;
        return switch (cause.rule()) {
            case BEYOND_LIMIT -> high ? "Above the upper limit" : "Below the lower limit";
            case TREND -> "One of " + cause.points() + " in a row, each " + (high ? "higher" : "lower");
            case NEAR_LIMIT -> "One of two of three near the " + (high ? "upper" : "lower") + " limit";
            case SHIFT -> "One of " + cause.points() + " in a row " + (high ? "above" : "below") + " the average";
        };
    }
}
