package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** What is printed otherwise than it was published before: old, new and why. */
final class RestatementsSheet {

    private final Report report;
    private final RunFigures figures;
    private final Map<String, Part> parts = new HashMap<>();

    RestatementsSheet(Report report) {
        this.report = report;
        this.figures = report.figures();
        Stream.of(List.of(figures.whole()), report.authorities(), report.servicesAndTeams())
                .flatMap(List::stream)
                .forEach(part -> parts.put(key(part.organisation(), part.authority()), part));
    }

    private static String key(String organisation, String authority) {
        return organisation + " " + authority;
    }

    Page page() {
        List<List<Cell>> rows = rows();
        return new Page(
                "Restatements",
                "Restatements",
                "One table: figures that are not what was published of them before, with what they were and why they have "
                        + "changed.",
                lines(rows),
                List.of(new Table("restatements", null, columns(), rows)),
                Map.of(
                        "Change", "one of the two has no value that is told",
                        "Rated", "it has no target, or no value that is told",
                        "Now rated", "it has no target, or no value that is told"));
    }

    private static List<Line> lines(List<List<Cell>> rows) {
        var lines = new ArrayList<Line>();
        lines.add(Page.paragraph("Of the period itself, figures are held against those of the run before this one; of "
                + "earlier months that are shown beside them, against those of the run before the one that stands now. "
                + "Listed is what differs as it is printed, or is rated otherwise. On other sheets figures of the "
                + "period whose change is material are marked [r]: where the rating is another, where a value "
                + "has come or gone, and where the change is as large as the catalogue says."));
        if (rows.isEmpty()) {
            lines.add(Page.paragraph("Nothing that was published before has changed."));
        }
        return lines;
    }

    private static List<Header> columns() {
        return List.of(
                new Header("Indicator", 40),
                new Header("Code", 9),
                new Header("Figure of", 32),
                new Header("Month", 16),
                new Header("Timing", 18),
                new Header("Was", 11),
                new Header("Is", 11),
                new Header("Change", 10),
                new Header("Rated", 11),
                new Header("Now rated", 11),
                new Header("Material", 10),
                new Header("Why", 48));
    }

    private List<List<Cell>> rows() {
        Map<String, Indicator> own =
                report.indicators().stream().collect(Collectors.toMap(Indicator::id, indicator -> indicator));
        var rows = new ArrayList<List<Cell>>();
        for (Restatement restatement : report.restatements()) {
            EarlierFigure now = restatement.now();
            Indicator indicator = own.get(now.indicator());
            Part part = parts.get(key(now.organisation(), now.authority()));
            if (indicator != null && part != null) {
                rows.add(row(indicator, part, restatement));
            }
        }
        return rows;
    }

    private List<Cell> row(Indicator indicator, Part part, Restatement restatement) {
        return List.of(
                FigureCells.text(indicator.name()),
                FigureCells.text(indicator.id()),
                FigureCells.text(part.isWhole() ? "Whole organisation" : part.shownAs()),
                FigureCells.text(restatement.now().period().title()),
                FigureCells.text(FigureWords.timing(restatement.now().timing())),
                value(indicator, restatement.before()),
                value(indicator, restatement.now()),
                restatement
                        .change(indicator)
                        .<Cell>map(change -> new Cell.Number(change, indicator.decimals()))
                        .orElse(FigureCells.EMPTY),
                FigureCells.rating(Optional.ofNullable(restatement.ratingBefore())),
                FigureCells.rating(Optional.ofNullable(restatement.ratingNow())),
                FigureCells.text(restatement.material() ? "Yes" : "No"),
                FigureCells.text(FigureWords.sentenceCase(restatement.why()) + "."));
    }

    private static Cell value(Indicator indicator, EarlierFigure figure) {
        return figure.value() == null
                ? new Cell.Shorthand(figure.status().symbol())
                : new Cell.Number(figure.value(), indicator.decimals());
    }
}
