package org.scrutineer.publication;

import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** What each indicator means, in plain words, for those who read the paper. */
final class PaperDefinitionsSheet {

    private PaperDefinitionsSheet() {}

    static Page of(Report report) {
        var compared = new ComparedFigures(report);
        String nation = compared.nation().orElse("Elsewhere") + " is for";
        return new Page(
                "Definitions",
                "Definitions",
                "One table: what each indicator means, which days it is about, and whose definition it is.",
                List.of(Page.paragraph("How working days are counted: " + Note.WORKING_DAYS.marker()
                        + ". What the timing means: " + Note.TIMING.marker() + ".")),
                List.of(new Table(
                        "definitions",
                        null,
                        List.of(
                                new Header("Indicator", 36),
                                new Header("What it means", 60),
                                new Header("Timing", 18),
                                new Header("Good is", 16),
                                new Header(nation, 20),
                                new Header("Source", 36),
                                new Header("Code", 9)),
                        report.indicators().stream()
                                .map(indicator -> row(report, compared, indicator))
                                .toList())),
                Map.of(
                        "What it means",
                        "the name says it all",
                        nation,
                        "nothing is published to compare it with",
                        "Source",
                        "none is given"));
    }

    private static List<Cell> row(Report report, ComparedFigures compared, Indicator indicator) {
        return List.of(
                FigureCells.text(indicator.name()),
                FigureCells.text(indicator.definition()),
                FigureCells.text(report.figures().timing(indicator.timing())),
                FigureCells.text(FigureWords.good(indicator)),
                FigureCells.text(compared.nation(indicator)
                        .map(published -> published.published(indicator))
                        .orElse("")),
                FigureCells.text(indicator.source()),
                FigureCells.text(indicator.id()));
    }
}
