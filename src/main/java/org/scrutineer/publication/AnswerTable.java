package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.publication.MembersAnswers.ToldFigure;
import org.scrutineer.workbook.OutputWorkbook;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The one table of an answer, on the one sheet of its workbook. */
final class AnswerTable {

    private final MembersQuestion question;
    private final Audience audience;
    private final List<RunFigures> runs;
    private final int number;

    /**
     * @param runs the figures that are told, and no others; one for each period, in order
     * @param number of the answer
     */
    AnswerTable(MembersQuestion question, Audience audience, List<RunFigures> runs, int number) {
        this.question = question;
        this.audience = audience;
        this.runs = List.copyOf(runs);
        this.number = number;
    }

    String fileName() {
        return String.format(Locale.ROOT, "answer-%04d-%s-%s.xlsx", number, question.period(), audience.id());
    }

    OutputWorkbook workbook() {
        RunFigures newest = runs.get(runs.size() - 1);
        var report = new Report(newest, audience);
        String title = "Answer " + number + " to a question: " + subject(newest);
        return new OutputWorkbook(
                title,
                newest.catalogue().organisation().name(),
                question.text(),
                "performance, " + audience.name() + ", " + newest.period() + ", answer "
                        + String.format(Locale.ROOT, "%04d", number) + ", run " + newest.runNumber(),
                newest.dataAsAt().orElse(newest.period().lastDay()),
                AudienceWorkbook.layout(audience.layout()),
                List.of(new Page(
                                "Answer",
                                title,
                                "One table: the figures that were asked for, one a row.",
                                lines(newest),
                                List.of(new Table("answer", null, columns(), rows())),
                                Map.of(
                                        "Numerator", FigureCells.NO_NUMERATOR,
                                        "Denominator", FigureCells.NO_DENOMINATOR,
                                        "Status", FigureCells.WHOLE))
                        .alone(report)));
    }

    private String subject(RunFigures figures) {
        List<String> names = figures.catalogue().indicators(figures.period()).stream()
                .filter(indicator -> question.indicators().contains(indicator.id()))
                .map(Indicator::name)
                .toList();
        return (names.size() > 2 ? FigureWords.count(names.size(), "indicator", "indicators") : FigureWords.list(names))
                + " " + question.by().words();
    }

    private List<Line> lines(RunFigures newest) {
        var lines = new ArrayList<Line>();
        lines.add(Page.paragraph("Question: " + question.text() + ". For: " + audience.name() + "."));
        runs.stream()
                .filter(run -> run != newest)
                .forEach(run -> lines.add(Page.paragraph(Page.standing(new Report(run, audience)))));
        for (Indicator indicator : indicators()) {
            lines.add(Page.paragraph(indicator.id() + ", in " + FigureWords.unit(indicator) + ", "
                    + FigureWords.timing(indicator.timing()).toLowerCase(Locale.UK) + ": " + indicator.definition()));
        }
        if (audience.disclosure() != null) {
            lines.add(
                    Page.paragraph("Small numbers of people are hidden, and with them whatever they could be worked out"
                            + " from, together with everything that was published before."));
        }
        lines.add(Page.paragraph("Contact: " + newest.catalogue().organisation().contact()));
        return lines;
    }

    /** Each definition that holds for one of the periods. */
    private List<Indicator> indicators() {
        return question.indicators().stream()
                .flatMap(code -> figures().stream()
                        .map(ToldFigure::indicator)
                        .filter(indicator -> indicator.id().equals(code))
                        .distinct())
                .toList();
    }

    /** Its figures, in the order of its rows. */
    List<ToldFigure> figures() {
        var figures = new ArrayList<ToldFigure>();
        for (RunFigures run : runs) {
            Map<String, Indicator> defined = run.catalogue().indicators(run.period()).stream()
                    .collect(Collectors.toMap(Indicator::id, indicator -> indicator));
            for (String code : question.indicators()) {
                Indicator indicator = defined.get(code);
                if (indicator != null) {
                    question.by()
                            .parts(run, audience)
                            .forEach(part -> run.value(indicator, part, indicator.timing())
                                    .ifPresent(value -> figures.add(new ToldFigure(
                                            run.run(), run.period(), indicator, part.shownAs(), value))));
                }
            }
        }
        return figures;
    }

    private static List<Header> columns() {
        return List.of(
                new Header("Indicator", 36),
                new Header("Code", 9),
                new Header("Unit", 18),
                new Header("Figure of", 32),
                new Header("Month", 17),
                new Header("Numerator", 12),
                new Header("Denominator", 13),
                new Header("Value", 11),
                new Header("Status", 9));
    }

    private List<List<Cell>> rows() {
        return figures().stream().map(this::row).toList();
    }

    private List<Cell> row(ToldFigure told) {
        Indicator indicator = told.indicator();
        var report = new Report(runs.get(0), audience);
        return List.of(
                FigureCells.text(indicator.name()),
                FigureCells.text(indicator.id()),
                FigureCells.text(FigureWords.unit(indicator)),
                FigureCells.text(told.whose()),
                FigureCells.text(told.period().title()),
                FigureCells.numerator(indicator, told.value()),
                FigureCells.denominator(indicator, told.value()),
                report.value(indicator, told.value(), 5),
                FigureCells.status(told.value(), false, false));
    }
}
