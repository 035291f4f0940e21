package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The staffing establishment, the chosen indicators side by side. */
final class EstablishmentSheet {

    private final Report report;

    EstablishmentSheet(Report report) {
        this.report = report;
    }

    Page page() {
        List<Indicator> indicators = report.establishment();
        var columns = new ArrayList<Header>();
        var emptyMeans = new HashMap<String, String>();
        columns.add(new Header("Service or team", 36));
        columns.add(new Header("Level", 13));
        for (Indicator indicator : indicators) {
            columns.add(new Header(header(indicator), 16));
            emptyMeans.put(header(indicator), "the service or team has no such posts or workers to report");
        }
        columns.add(new Header("Status", 8));
        emptyMeans.put(
                "Status",
                "every return the figures of the row rest on was received, and no definition has just changed");
        return new Page(
                "Establishment",
                "Establishment",
                "One table: posts and the people in them, for the whole organisation and for each service and team.",
                List.of(Page.paragraph(
                        "Each column names the indicator, its code under Definitions, and its unit. A symbol "
                                + "under Status holds for at least one figure of the row.")),
                List.of(new Table("establishment", null, columns, rows(indicators))),
                emptyMeans);
    }

    private static String header(Indicator indicator) {
        return indicator.name() + " (" + indicator.id() + "): " + FigureWords.unit(indicator);
    }

    private List<List<Cell>> rows(List<Indicator> indicators) {
        RunFigures figures = report.figures();
        var parts = new ArrayList<Part>();
        parts.add(figures.whole());
        parts.addAll(report.servicesAndTeams());
        var rows = new ArrayList<List<Cell>>();
        for (Part part : parts) {
            List<Optional<IndicatorValue>> row = indicators.stream()
                    .map(indicator -> figures.value(indicator, part, indicator.timing()))
                    .toList();
            if (row.stream().anyMatch(Optional::isPresent)) {
                rows.add(row(part, indicators, row));
            }
        }
        return rows;
    }

    private List<Cell> row(Part part, List<Indicator> indicators, List<Optional<IndicatorValue>> figures) {
        var cells = new ArrayList<Cell>();
        cells.add(FigureCells.text(part.name()));
        cells.add(FigureCells.text(part.levelWord()));
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            cells.add(figures.get(i)
                    .map(figure -> FigureCells.value(indicator, figure))
                    .orElse(FigureCells.EMPTY));
        }
        boolean provisional =
                figures.stream().flatMap(Optional::stream).anyMatch(figure -> figure.status() == Status.PROVISIONAL);
        boolean broken = IntStream.range(0, indicators.size())
                .filter(i -> figures.get(i).isPresent())
                .mapToObj(indicators::get)
                .anyMatch(indicator -> report.figures().isAtBreak(indicator, indicator.timing()));
        boolean revised = figures.stream()
                .flatMap(Optional::stream)
                .anyMatch(figure -> report.figures().restatements().revise(figure));
        cells.add(FigureCells.status(provisional, broken, revised));
        return cells;
    }
}
