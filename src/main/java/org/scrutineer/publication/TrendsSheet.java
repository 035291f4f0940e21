package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.TrendSettings;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.trends.Assurance;
import org.scrutineer.trends.ControlLimits;
import org.scrutineer.trends.PrintedLimits;
import org.scrutineer.trends.Side;
import org.scrutineer.trends.SpecialCause;
import org.scrutineer.trends.Trend;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** How the indicators move: what each course says, and the points of the headline ones. */
final class TrendsSheet {

    private static final String NO_LIMITS = "there are too few points to draw limits from, or the figure is not judged";

    private final Report report;
    private final RunFigures figures;

    TrendsSheet(Report report) {
        this.report = report;
        this.figures = report.figures();
    }

    Page page() {
        return new Page(
                "Trends",
                "Trends",
                "Two tables for the whole organisation: what the course of each indicator says, and the values of the "
                        + "headline indicators, each with the limits it is held against.",
                lines(),
                List.of(
                        new Table("directions", "Direction of travel", directionColumns(), directions()),
                        new Table("points", "Values of the headline indicators", pointColumns(), points())),
                Map.of(
                        "Average",
                        NO_LIMITS,
                        "Lower limit",
                        NO_LIMITS,
                        "Upper limit",
                        NO_LIMITS,
                        "Target",
                        "the indicator has no target that is held against limits, or has no limits",
                        "First month",
                        "the indicator has no values that can be judged",
                        "Status",
                        FigureCells.WHOLE,
                        "Special cause",
                        "the value is within what is usual, or is not judged",
                        "Source",
                        "the value was calculated from returns"));
    }

    private List<Line> lines() {
        return List.of(
                Page.paragraph("How change is told from chance: " + Note.TREND.marker() + "."),
                Page.paragraph(settings(figures.catalogue().trends())));
    }

    private static String settings(TrendSettings settings) {
        return "The settings are called " + settings.profile() + ": limits from "
                + (settings.limitsFromFirst() == null
                        ? "all points"
                        : "the first " + settings.limitsFromFirst() + " points")
                + (settings.screened() ? ", moving ranges screened once; " : ", moving ranges not screened; ")
                + settings.pointsInShift() + " points in a row on one side of the average, or "
                + settings.pointsInTrend() + " each beyond the one before, are a special cause; equal neighbours "
                + switch (settings.equalNeighbours()) {
                    case BREAK -> "end such a row";
                    case PASS -> "are passed over";
                }
                + "; at least " + settings.fewestPoints() + " points and at most the last " + settings.mostPoints()
                + " are used.";
    }

    private static List<Header> directionColumns() {
        return List.of(
                new Header("Indicator", 38),
                new Header("Code", 9),
                new Header("Direction of travel", 24),
                new Header("In a sentence", 80),
                new Header("Target", 24),
                new Header("Points", 9),
                new Header("First month", 16),
                new Header("Without a value", 11),
                new Header("Average", 11),
                new Header("Lower limit", 11),
                new Header("Upper limit", 11));
    }

    private List<List<Cell>> directions() {
        var rows = new ArrayList<List<Cell>>();
        for (Indicator indicator : report.indicators()) {
            trend(indicator).ifPresent(trend -> rows.add(direction(indicator, trend)));
        }
        return rows;
    }

    private Optional<Trend> trend(Indicator indicator) {
        return figures.overTime().trend(indicator, figures.whole());
    }

    private static List<Cell> direction(Indicator indicator, Trend trend) {
        Optional<PrintedLimits> limits =
                trend.limits().map(drawn -> PrintedLimits.of(drawn, indicator, trend.points()));
        return List.of(
                FigureCells.text(indicator.name()),
                FigureCells.text(indicator.id()),
                FigureCells.text(trend.variation().words()),
                FigureCells.text(trend.sentence()),
                FigureCells.text(trend.assurance().map(TrendsSheet::inWords).orElse("")),
                FigureCells.whole(trend.points().size()),
                FigureCells.text(
                        trend.points().isEmpty()
                                ? ""
                                : trend.points().get(0).point().period().title()),
                FigureCells.whole(trend.gaps()),
                number(indicator, trend.limits().map(ControlLimits::mean)),
                number(indicator, limits.map(PrintedLimits::lower)),
                number(indicator, limits.map(PrintedLimits::upper)));
    }

    private static String inWords(Assurance assurance) {
        return switch (assurance) {
            case PASSES -> "Met every time";
            case FAILS -> "Never met";
            case HIT_OR_MISS -> "Met or missed by chance";
        };
    }

    private static Cell number(Indicator indicator, Optional<BigDecimal> number) {
        return number.<Cell>map(value -> new Cell.Number(value, indicator.decimals()))
                .orElse(FigureCells.EMPTY);
    }

    private static List<Header> pointColumns() {
        return List.of(
                new Header("Code", 38),
                new Header("Period", 16),
                new Header("Value", 24),
                new Header("Special cause", 80),
                new Header("Source", 24),
                new Header("Status", 9),
                new Header("Average", 16),
                new Header("Lower limit", 11),
                new Header("Upper limit", 11));
    }

    private List<List<Cell>> points() {
        var rows = new ArrayList<List<Cell>>();
        for (Indicator indicator : report.indicators()) {
            if (indicator.headline()) {
                trend(indicator)
                        .ifPresent(trend -> trend.points().forEach(point -> rows.add(point(indicator, trend, point))));
            }
        }
        return rows;
    }

    /** Points before a new start of the limits are shown without them. */
    private static List<Cell> point(Indicator indicator, Trend trend, Trend.JudgedPoint point) {
        boolean held = point.point().judged()
                && trend.start()
                        .filter(start -> point.point().period().compareTo(start.from()) < 0)
                        .isEmpty();
        Optional<ControlLimits> drawn = held ? trend.limits() : Optional.empty();
        Optional<PrintedLimits> limits = drawn.map(some -> PrintedLimits.of(some, indicator, trend.points()));
        String source = point.point().source();
        return List.of(
                FigureCells.text(indicator.id() + ", " + indicator.name()),
                FigureCells.text(point.point().period().title()),
                new Cell.Number(point.point().value(), indicator.decimals()),
                FigureCells.text(
                        point.causes().stream().map(TrendsSheet::inWords).collect(Collectors.joining("; "))),
                FigureCells.text(source == null ? "" : source),
                point.point().status() == Status.PROVISIONAL ? new Cell.Shorthand("p") : FigureCells.EMPTY,
                number(indicator, drawn.map(ControlLimits::mean)),
                number(indicator, limits.map(PrintedLimits::lower)),
                number(indicator, limits.map(PrintedLimits::upper)));
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
