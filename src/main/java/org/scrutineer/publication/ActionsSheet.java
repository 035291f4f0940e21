package org.scrutineer.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.PlannedAction;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/**
 * The actions that the previous meeting was told of, and where their figures are now; then the improvement plan, where one
 * was sent.
 */
final class ActionsSheet {

    private final Report report;
    private final RunFigures figures;

    ActionsSheet(Report report) {
        this.report = report;
        this.figures = report.figures();
    }

    Page page() {
        List<List<Cell>> rows = rows();
        var tables = new ArrayList<Table>();
        boolean listsPlan = listsPlan();
        tables.add(new Table("actions", listsPlan ? "What the previous meeting was told of" : null, columns(), rows));
        if (listsPlan) {
            tables.add(new Table("improvement_plan", "The improvement plan", planColumns(), planRows()));
        }
        return new Page(
                "Actions",
                "Actions",
                (listsPlan ? "Two tables" : "One table")
                        + ": each action that the previous meeting was told of, when it was due, and where its figure is"
                        + " now"
                        + (listsPlan ? "; and the actions of the improvement plan with their state." : "."),
                lines(rows),
                tables,
                Map.of(
                        "By whom", "nobody was named",
                        "By when", "no day was named",
                        "Rating now", "the indicator has no target or no value, or none is named",
                        "Expected back on target", "no month was named",
                        "Indicator", "the action names no indicator",
                        "Now", "the action names no indicator",
                        "Progress", "nothing was said"));
    }

    /** What is written in a plan may quote numbers that are hidden elsewhere: of it the public is told how many actions there are. */
    private boolean listsPlan() {
        return !figures.actions().planned().isEmpty() && report.audience().disclosure() == null;
    }

    /** How the improvement plan stands, e.g. {@code The improvement plan has 3 actions: 1 done and 2 in progress.} */
    private Optional<String> plan() {
        List<PlannedAction> planned = figures.actions().planned();
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Long> states = planned.stream()
                .collect(Collectors.groupingBy(PlannedAction::state, LinkedHashMap::new, Collectors.counting()));
        long overdue = planned.stream()
                .filter(action -> action.isOverdue(figures.period().lastDay()))
                .count();
        return Optional.of("The improvement plan has " + FigureWords.count(planned.size(), "action", "actions") + ": "
                + FigureWords.list(states.entrySet().stream()
                        .map(state -> state.getValue() + " " + inWords(state.getKey()))
                        .toList())
                + "."
                + (overdue == 0
                        ? ""
                        : " " + FigureWords.count(overdue, "of them was", "of them were")
                                + " due before the end of the period and "
                                + (overdue == 1 ? "is" : "are") + " not done."));
    }

    private static String inWords(String state) {
        return FigureWords.plain(state.toLowerCase(Locale.ROOT)).toLowerCase(Locale.UK);
    }

    private static List<Header> planColumns() {
        return List.of(
                new Header("Indicator", 34),
                new Header("Action", 46),
                new Header("Reference", 22),
                new Header("By when", 16),
                new Header("Due", 14),
                new Header("State", 16),
                new Header("Now", 12),
                new Header("Rating now", 10),
                new Header("Progress", 46));
    }

    private List<List<Cell>> planRows() {
        var rows = new ArrayList<List<Cell>>();
        for (PlannedAction action : figures.actions().planned()) {
            Optional<Indicator> indicator = report.indicators().stream()
                    .filter(one -> one.id().equals(action.indicator()))
                    .findFirst();
            rows.add(List.of(
                    FigureCells.text(indicator
                            .map(one -> one.name() + ", " + FigureWords.unit(one))
                            .orElse("")),
                    FigureCells.text(action.action()),
                    FigureCells.text(action.reference()),
                    FigureCells.text(Optional.ofNullable(action.due())
                            .map(FigureWords::date)
                            .orElse("")),
                    FigureCells.text(action.isClosed() ? "Closed" : due(action.due())),
                    FigureCells.text(FigureWords.sentenceCase(inWords(action.state()))),
                    indicator
                            .map(one -> FigureCells.value(one, report.figure(one)))
                            .orElse(FigureCells.EMPTY),
                    indicator
                            .map(one -> FigureCells.rating(figures.rating(one, report.main(one))))
                            .orElse(FigureCells.EMPTY),
                    FigureCells.text(Optional.ofNullable(action.progress()).orElse(""))));
        }
        return rows;
    }

    private List<Line> lines(List<List<Cell>> rows) {
        ReportingPeriod told = figures.overTime().meeting();
        var lines = new ArrayList<Line>();
        lines.add(Page.paragraph(
                told == null
                        ? "No meeting before this one is known."
                        : "The previous meeting was told of " + told.title()
                                + (rows.isEmpty() ? ", and of no action for these figures." : ".")));
        plan().ifPresent(sentence -> lines.add(Page.paragraph(sentence)));
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
            figures.actions().told().stream()
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
