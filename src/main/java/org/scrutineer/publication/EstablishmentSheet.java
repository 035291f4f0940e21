package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Audience.SideBySide;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The staffing establishment: in each table the chosen indicators side by side, for the whole and each service and team. */
final class EstablishmentSheet {

    private static final int FIGURE_WIDTH = 14;

    private final Report report;
    private final Map<String, String> emptyMeans = new HashMap<>();

    EstablishmentSheet(Report report) {
        this.report = report;
    }

    Page page() {
        var tables = new ArrayList<Table>();
        for (SideBySide sideBySide : report.audience().establishment()) {
            tables.add(table(tables.size() + 1, sideBySide.title(), report.indicators(sideBySide)));
        }
        emptyMeans.put(
                "Status",
                "every return the figures of the row rest on was received, and no definition has just changed");
        return new Page(
                "Establishment",
                "Establishment",
                (tables.size() == 1
                                ? "One table"
                                : FigureWords.sentenceCase(FigureWords.inWords(tables.size())) + " tables")
                        + ": posts and the people in them, for the whole organisation and for each service and team.",
                List.of(
                        Page.paragraph(
                                "Each column names the indicator, its code under Definitions, and its unit; a"
                                        + " percentage has its numerator in the column before it. A symbol under Status holds for at least one figure of the row.")),
                tables,
                emptyMeans);
    }

    private Table table(int number, String title, List<Indicator> indicators) {
        var columns = new ArrayList<Header>();
        columns.add(new Header("Service or team", 36));
        columns.add(new Header("Level", 13));
        for (Indicator indicator : indicators) {
            if (hasOwnNumber(indicator)) {
                addFigure(header(indicator, indicator.measuredIn()), columns);
            }
            addFigure(header(indicator, FigureWords.unit(indicator)), columns);
        }
        columns.add(new Header("Status", 8));
        return new Table("establishment_" + number, title, columns, rows(indicators));
    }

    private void addFigure(String header, List<Header> columns) {
        columns.add(new Header(header, FIGURE_WIDTH));
        emptyMeans.put(header, "the service or team has no such posts or workers to report");
    }

    private static String header(Indicator indicator, String unit) {
        return indicator.name() + " (" + indicator.id() + "): " + unit;
    }

    /** A share of few posts says little without how many they are. */
    private static boolean hasOwnNumber(Indicator indicator) {
        return indicator.unit() == Indicator.Unit.PERCENT;
    }

    private List<List<Cell>> rows(List<Indicator> indicators) {
        RunFigures figures = report.figures();
        var parts = new ArrayList<Part>();
        parts.add(figures.whole());
        parts.addAll(report.servicesAndTeams());
        var rows = new ArrayList<List<Cell>>();
        for (Part part : parts) {
            var row = new ArrayList<Cell>();
            var shown = new ArrayList<IndicatorValue>();
            boolean broken = false;
            for (Indicator indicator : indicators) {
                Optional<IndicatorValue> figure = figures.value(indicator, part, indicator.timing());
                figure.ifPresent(shown::add);
                broken |= figure.isPresent() && figures.isAtBreak(indicator, indicator.timing());
                if (hasOwnNumber(indicator)) {
                    row.add(figure.map(value -> FigureCells.numerator(indicator, value))
                            .orElse(FigureCells.EMPTY));
                }
                row.add(figure.map(value -> FigureCells.value(indicator, value)).orElse(FigureCells.EMPTY));
            }
            if (!shown.isEmpty()) {
                row.add(0, FigureCells.text(part.name()));
                row.add(1, FigureCells.text(part.levelWord()));
                row.add(FigureCells.status(
                        shown.stream().anyMatch(figure -> figure.status() == Status.PROVISIONAL),
                        broken,
                        shown.stream().anyMatch(figures.restatements()::revise)));
                rows.add(row);
            }
        }
        return rows;
    }
}
