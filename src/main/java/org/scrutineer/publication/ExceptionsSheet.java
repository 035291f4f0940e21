package org.scrutineer.publication;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.FigureInQuestion;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The figures that are off target or have changed, each with what the one who answers for it says. */
final class ExceptionsSheet {

    private static final String NOT_SAID = "the explanation does not say, or there is none";

    private final Report report;

    ExceptionsSheet(Report report) {
        this.report = report;
    }

    Page page() {
        List<FigureInQuestion> figures = report.inQuestion();
        return new Page(
                "Exceptions",
                "Exceptions",
                "One table: the figures of the whole organisation that are Red or Amber, or have changed by more than "
                        + "chance, with why and what is being done about it.",
                List.of(Page.paragraph(
                        figures.isEmpty()
                                ? "No figure is Red or Amber, or has changed by more than chance."
                                : explained(figures)
                                        + " What is said belongs to the figure beside it: once the figure is another,"
                                        + " it is asked for again.")),
                List.of(new Table("exceptions", null, columns(), rows(figures))),
                Map.ofEntries(
                        Map.entry("Indicator", "there is no exception"),
                        Map.entry("Code", "there is no exception"),
                        Map.entry("Figure", "there is no exception"),
                        Map.entry("RAG", "the indicator has no target, or there is no exception"),
                        Map.entry("Rating reason", "the indicator has no target, or there is no exception"),
                        Map.entry("Direction of travel", "change over time is not judged for the indicator"),
                        Map.entry("Owner", "there is no exception"),
                        Map.entry("Why", NOT_SAID),
                        Map.entry("Action", NOT_SAID),
                        Map.entry("By whom", NOT_SAID),
                        Map.entry("By when", NOT_SAID),
                        Map.entry("Expected back on target", NOT_SAID),
                        Map.entry("Explanation", "there is no exception")));
    }

    private static String explained(List<FigureInQuestion> figures) {
        long explained = figures.stream()
                .filter(figure -> figure.explanation().isPresent())
                .count();
        return FigureWords.count(figures.size(), "figure is", "figures are") + " listed; "
                + (explained == figures.size()
                        ? "all have been explained."
                        : FigureWords.count(explained, "has", "have") + " been explained.");
    }

    private static List<Header> columns() {
        return List.of(
                new Header("Indicator", 34),
                new Header("Code", 8),
                new Header("Figure", 28),
                new Header("RAG", 9),
                new Header("Rating reason", 28),
                new Header("Direction of travel", 34),
                new Header("Owner", 20),
                new Header("Why", 44),
                new Header("Action", 44),
                new Header("By whom", 20),
                new Header("By when", 16),
                new Header("Expected back on target", 16),
                new Header("Explanation", 30));
    }

    private static List<List<Cell>> rows(List<FigureInQuestion> figures) {
        if (figures.isEmpty()) {
            return List.of(columns().stream().map(column -> FigureCells.EMPTY).toList());
        }
        return figures.stream().map(ExceptionsSheet::row).toList();
    }

    private static List<Cell> row(FigureInQuestion figure) {
        Optional<Explanation> said = figure.explanation();
        return List.of(
                FigureCells.text(figure.indicator().name()),
                FigureCells.text(figure.indicator().id()),
                FigureCells.text(figure.printed()),
                FigureCells.rating(figure.rating()),
                FigureCells.text(figure.ratingReason()),
                FigureCells.text(figure.trend().map(trend -> trend.sentence()).orElse("")),
                FigureCells.text(figure.roleName()),
                text(said.map(Explanation::why)),
                text(said.map(Explanation::action)),
                text(said.map(Explanation::byWhom)),
                text(said.map(Explanation::byWhen).map(FigureWords::date)),
                text(said.map(Explanation::onTarget).map(month -> month.title())),
                FigureCells.text(figure.standing()));
    }

    private static Cell text(Optional<String> text) {
        return FigureCells.text(text.orElse(""));
    }
}
