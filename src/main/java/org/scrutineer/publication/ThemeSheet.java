package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The indicators of a theme for whom the report is about, then for the services and teams it tells of. */
final class ThemeSheet {

    /** The column of numerators, from 0. */
    private static final int NUMERATOR = 5;

    private final Report report;
    private final RunFigures figures;
    private final int place;
    private final String name;
    private final String theme;
    private final List<Indicator> indicators;

    /**
     * @param place among the themes, from 1
     * @param name of the sheet, which may be shorter than the theme's
     */
    ThemeSheet(Report report, int place, String name, String theme, List<Indicator> indicators) {
        this.report = report;
        this.figures = report.figures();
        this.place = place;
        this.name = name;
        this.theme = theme;
        this.indicators = List.copyOf(indicators);
    }

    private List<Line> lines() {
        return Stream.concat(
                        Stream.of("Targets of services and teams: " + Note.PARTS.marker() + "."),
                        report.formerTeams().stream())
                .map(Page::paragraph)
                .toList();
    }

    Page page() {
        return new Page(
                name,
                theme,
                "One table: " + FigureWords.count(indicators.size(), "indicator", "indicators")
                        + " for " + report.subject()
                        + (report.audience().levels().contains(Level.TEAM)
                                ? ", then for each service and team that sends data for "
                                : ", then for each service that sends data for ")
                        + (indicators.size() == 1 ? "it." : "them."),
                lines(),
                List.of(new Table(
                        "theme_" + place + "_" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"),
                        null,
                        List.of(
                                new Header("Indicator", 46),
                                new Header("Code", 8),
                                new Header("Service or team", 34),
                                new Header("Level", 13),
                                new Header("Unit", 20),
                                new Header("Numerator", 12),
                                new Header("Denominator", 14),
                                new Header("Value", 11),
                                new Header("Status", 8),
                                new Header("Target", 9),
                                new Header("Tolerance", 11),
                                new Header("RAG", 9),
                                new Header("Returns received", 10)),
                        rows())),
                Map.of(
                        "Numerator",
                        FigureCells.NO_NUMERATOR,
                        "Denominator",
                        FigureCells.NO_DENOMINATOR,
                        "Status",
                        FigureCells.WHOLE,
                        "Target",
                        "there is no target at that level",
                        "Tolerance",
                        "there is no target at that level",
                        "RAG",
                        "there is no target at that level, no value, or the indicator is for information"));
    }

    private List<List<Cell>> rows() {
        var rows = new ArrayList<List<Cell>>();
        for (Indicator indicator : indicators) {
            var parts = new ArrayList<Part>();
            parts.add(report.main(indicator));
            parts.addAll(report.servicesAndTeams());
            for (Part part : parts) {
                figures.value(indicator, part, indicator.timing())
                        .ifPresent(figure -> rows.add(row(indicator, part, figure)));
            }
        }
        return rows;
    }

    private List<Cell> row(Indicator indicator, Part part, IndicatorValue figure) {
        Optional<Target> target = figures.target(indicator, part);
        return List.of(
                FigureCells.text(indicator.name()),
                FigureCells.text(indicator.id()),
                FigureCells.text(part.shownAs()),
                FigureCells.text(part.levelWord()),
                FigureCells.text(FigureWords.unit(indicator)),
                FigureCells.numerator(indicator, figure),
                FigureCells.denominator(indicator, figure),
                report.value(indicator, figure, NUMERATOR),
                FigureCells.status(
                        figure,
                        figures.isAtBreak(indicator, indicator.timing()),
                        figures.restatements().revise(figure)),
                FigureCells.target(target),
                FigureCells.tolerance(target),
                FigureCells.rating(figures.rating(indicator, part)),
                FigureCells.text(FigureWords.received(figure.coverage())));
    }
}
