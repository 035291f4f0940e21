package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.TrendSettings;
import org.scrutineer.trends.Assurance;
import org.scrutineer.trends.ControlLimits;
import org.scrutineer.trends.PrintedLimits;
import org.scrutineer.trends.Trend;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** How the indicators move: what the course of each says. */
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
                "One table: what the course of each indicator for " + report.subject()
                        + " says. The values of the headline indicators, and charts of them, are on the sheet "
                        + ChartsSheet.NAME + ".",
                lines(),
                List.of(new Table("directions", null, directionColumns(), directions())),
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
                        "the indicator has no values that can be judged"));
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
        return figures.overTime().trend(indicator, report.main(indicator));
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
                FigureCells.number(indicator, trend.limits().map(ControlLimits::mean)),
                FigureCells.number(indicator, limits.map(PrintedLimits::lower)),
                FigureCells.number(indicator, limits.map(PrintedLimits::upper)));
    }

    private static String inWords(Assurance assurance) {
        return switch (assurance) {
            case PASSES -> "Met every time";
            case FAILS -> "Never met";
            case HIT_OR_MISS -> "Met or missed by chance";
        };
    }
}
