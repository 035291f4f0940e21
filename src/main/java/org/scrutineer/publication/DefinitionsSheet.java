package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scrutineer.catalogue.DayCount;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReferenceTable;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.DefinitionWords;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** How each indicator is defined, in words and as it is calculated. */
final class DefinitionsSheet {

    private final Report report;

    DefinitionsSheet(Report report) {
        this.report = report;
    }

    Page page() {
        return new Page(
                "Definitions",
                "Definitions",
                "One table: each indicator in words, the expressions it is calculated by, who answers for it and "
                        + "where it comes from, as they hold in the period.",
                lines(),
                List.of(new Table(
                        "definitions",
                        null,
                        List.of(
                                new Header("Code", 9),
                                new Header("Name", 34),
                                new Header("Definition", 50),
                                new Header("Numerator: calculated as", 46),
                                new Header("Denominator: calculated as", 46),
                                new Header("Days counted as", 30),
                                new Header("Counted in", 18),
                                new Header("Unit", 18),
                                new Header("Timing", 22),
                                new Header("Good is", 14),
                                new Header("Target", 9),
                                new Header("Tolerance", 11),
                                new Header("Owner", 22),
                                new Header("Source", 34),
                                new Header("Valid from", 16),
                                new Header("Before that", 50)),
                        report.indicators().stream().map(this::row).toList())),
                Map.of(
                        "Definition", "the name says it all",
                        "Denominator: calculated as", FigureCells.NO_DENOMINATOR,
                        "Days counted as", "the definition counts no working days",
                        "Target", "the indicator has no target",
                        "Tolerance", "the indicator has no target",
                        "Source", "none is given",
                        "Before that", "the catalogue has no earlier definition"));
    }

    private List<Line> lines() {
        var lines = new ArrayList<Line>();
        lines.add(Page.paragraph(
                "The expressions name columns of the returns; :start and :end are the first and the last day "
                        + "the figure is about. How working days are counted: " + Note.WORKING_DAYS.marker() + "."));
        for (ReferenceTable table : report.figures().catalogue().references()) {
            lines.add(Page.paragraph("The numbers in " + table.id() + " tell " + table.about()
                    + "; those of the newest year count that had ended by the last day the figure is about. Source: "
                    + FigureWords.source(table.source()) + "."));
        }
        return lines;
    }

    private List<Cell> row(Indicator indicator) {
        RunFigures figures = report.figures();
        Optional<Target> target = figures.target(indicator, figures.whole());
        return List.of(
                FigureCells.text(indicator.id()),
                FigureCells.text(indicator.name()),
                FigureCells.text(indicator.definition()),
                FigureCells.text(DefinitionWords.numerator(indicator)),
                FigureCells.text(DefinitionWords.denominator(indicator)),
                FigureCells.text(dayCounts(indicator)),
                FigureCells.text(indicator.measuredIn()),
                FigureCells.text(FigureWords.unit(indicator)),
                FigureCells.text(FigureWords.timing(indicator.timing())),
                FigureCells.text(FigureWords.good(indicator)),
                FigureCells.target(target),
                FigureCells.tolerance(target),
                FigureCells.text(FigureWords.plain(indicator.owner())),
                FigureCells.text(indicator.source()),
                FigureCells.text(indicator.validFrom().title()),
                FigureCells.text(before(indicator)));
    }

    private String before(Indicator indicator) {
        return report.figures()
                .catalogue()
                .replaced(indicator)
                .map(earlier -> "To " + indicator.validFrom().plusMonths(-1).title() + ": " + earlier.name() + ". "
                        + (earlier.definition().isEmpty() ? "" : earlier.definition() + " ")
                        + "Calculated as " + DefinitionWords.numerator(earlier)
                        + (DefinitionWords.denominator(earlier).isEmpty()
                                ? ""
                                : ", over " + DefinitionWords.denominator(earlier))
                        + ". "
                        + (indicator.continues()
                                ? "Only the words changed, and the series goes on."
                                : "The figures before and after are not compared."))
                .orElse("");
    }

    /** The conventions that the expressions use, and the views they are about. */
    private String dayCounts(Indicator indicator) {
        String calculated = DefinitionWords.numerator(indicator) + " " + DefinitionWords.denominator(indicator) + " "
                + views(indicator);
        return Stream.of(DayCount.values())
                .filter(convention -> Pattern.compile("\\b" + convention.function() + "\\(")
                        .matcher(calculated)
                        .find())
                .map(DayCount::words)
                .collect(Collectors.joining("; "));
    }

    private String views(Indicator indicator) {
        return report.figures().catalogue().views().stream()
                .filter(view -> view.id().equals(indicator.from())
                        || (indicator.per() != null
                                && view.id().equals(indicator.per().from())))
                .map(view -> view.query().sql())
                .collect(Collectors.joining(" "));
    }
}
