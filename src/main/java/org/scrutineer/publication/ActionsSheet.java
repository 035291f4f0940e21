package org.scrutineer.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The actions that the previous meeting was told of, and where their figures are now. */
final class ActionsSheet {

    private final Report report;
    private final RunFigures figures;

    ActionsSheet(Report report) {
        this.report = report;
        this.figures = report.figures();
    }

    Page page() {
        List<List<Cell>> rows = rows();
        return new Page(
                "Actions",
                "Actions",
                "One table: each action that the previous meeting was told of, when it was due, and where its figure is now.",
                lines(rows),
                List.of(new Table("actions", null, columns(), rows)),
                Map.of(
                        "By whom", "nobody was named",
                        "By when", "no day was named",
                        "Rating now", "the indicator has no target or no value",
                        "Expected back on target", "no month was named"));
    }

    private List<Line> lines(List<List<Cell>> rows) {
        ReportingPeriod told = figures.overTime().meeting();
        var lines = new ArrayList<Line>();
        lines.add(Page.paragraph(
                told == null
                        ? "No meeting before this one is known."
                        : "The previous meeting was told of " + told.title()
                                + (rows.isEmpty() ? ", and of no action for these figures." : ".")));
        return lines;
    }

    private static List<Header> columns() {
        return List.of(
                new Header("Indicator", 34),
                new Header("Action", 46),
                new Header("By whom", 22),
                new Header("By when", 16),
                new Header("Due", 14),
                new Header("Expected back on target", 16),
                new Header("Now", 12),
                new Header("Rating now", 10));
    }

    private List<List<Cell>> rows() {
        var rows = new ArrayList<List<Cell>>();
        for (Indicator indicator : report.indicators()) {
            IndicatorValue figure = report.figure(indicator);
            figures.actions().stream()
                    .filter(action -> action.indicator().equals(indicator.id()))
                    .forEach(action -> rows.add(row(indicator, figure, action)));
        }
        return rows;
    }

    private List<Cell> row(Indicator indicator, IndicatorValue figure, Explanation action) {
        return List.of(
                FigureCells.text(indicator.name() + ", " + FigureWords.unit(indicator)),
                FigureCells.text(Optional.ofNullable(action.action()).orElse("")),
                FigureCells.text(Optional.ofNullable(action.byWhom()).orElse("")),
                FigureCells.text(Optional.ofNullable(action.byWhen())
                        .map(FigureWords::date)
                        .orElse("")),
                FigureCells.text(due(action.byWhen())),
                FigureCells.text(Optional.ofNullable(action.onTarget())
                        .map(ReportingPeriod::title)
                        .orElse("")),
                FigureCells.value(indicator, figure),
                FigureCells.rating(figures.rating(indicator, report.main(indicator))));
    }

    /** Whether its day had come by the end of the period; nobody has said whether it was done. */
    private String due(@Nullable LocalDate byWhen) {
        if (byWhen == null) {
            return "Not dated";
        }
        return byWhen.isAfter(figures.period().lastDay()) ? "Not yet" : "Has been due";
    }
}
