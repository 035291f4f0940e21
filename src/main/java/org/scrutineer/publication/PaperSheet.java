package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.commentary.Explanation;
import org.scrutineer.commentary.FigureInQuestion;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The scorecard as a meeting reads it: eight columns, each indicator by its name, with why and what is being done. */
final class PaperSheet {

    private static final String LAST_MEETING = "At your last meeting";

    private final Report report;
    private final RunFigures figures;
    private final ComparedFigures compared;

    PaperSheet(Report report) {
        this.report = report;
        this.figures = report.figures();
        this.compared = new ComparedFigures(report);
    }

    Page page() {
        return new Page(
                "Scorecard",
                "Scorecard",
                "One table: each indicator now, against its target, at your last meeting and in the nation, which way it "
                        + "is going, and why.",
                lines(),
                List.of(new Table("scorecard", null, columns(), rows())),
                Map.of(
                        "Target",
                        "the indicator has no target",
                        "Rating",
                        "the indicator has no target or no value, or is for information",
                        LAST_MEETING,
                        "there was no value of the same meaning then",
                        nation(),
                        "nothing is published to compare it with",
                        "Direction",
                        "change over time is not judged for the indicator",
                        "Why and action",
                        "the figure needs no explanation, or is hidden"));
    }

    private List<Line> lines() {
        ReportingPeriod told = figures.overTime().meeting();
        var lines = new ArrayList<Line>();
        lines.add(Page.paragraph(
                "A direction is given only where more than chance speaks for it, never from two figures: "
                        + Note.TREND.marker() + ". Ratings: " + Note.RATING.marker() + ". Missing returns: "
                        + Note.COVERAGE.marker() + "."));
        if (told != null) {
            lines.add(Page.paragraph("Your last meeting was told of " + told.title() + "."));
        }
        return lines;
    }

    private String nation() {
        return compared.nation().orElse("Elsewhere");
    }

    private List<Header> columns() {
        return List.of(
                new Header("Indicator", 34),
                new Header("Now", 12),
                new Header("Target", 9),
                new Header("Rating", 10),
                new Header(LAST_MEETING, 12),
                new Header(nation(), 11),
                new Header("Direction", 20),
                new Header("Why and action", 52));
    }

    private List<List<Cell>> rows() {
        return report.indicators().stream().map(this::row).toList();
    }

    private List<Cell> row(Indicator indicator) {
        Part part = report.main(indicator);
        IndicatorValue figure = report.figure(indicator);
        return List.of(
                FigureCells.text(indicator.name() + ", " + FigureWords.unit(indicator) + mark(indicator, figure)),
                FigureCells.value(indicator, figure),
                FigureCells.target(figures.target(indicator, part)),
                FigureCells.rating(figures.rating(indicator, part)),
                atMeeting(indicator, figure),
                nation(indicator),
                FigureCells.direction(figures, indicator, part),
                FigureCells.text(report.inQuestion().stream()
                        .filter(one -> one.indicator().equals(indicator))
                        .findFirst()
                        .map(PaperSheet::whyAndAction)
                        .orElse("")));
    }

    /** What qualifies a value has no column of its own here. */
    private String mark(Indicator indicator, IndicatorValue figure) {
        return FigureCells.status(
                                figure,
                                figures.isAtBreak(indicator, indicator.timing()),
                                figures.restatements().revise(figure))
                        instanceof Cell.Shorthand shorthand
                ? " " + shorthand.text()
                : "";
    }

    private Cell atMeeting(Indicator indicator, IndicatorValue figure) {
        if (RunFigures.isHidden(figure, figures.overTime().atMeeting())) {
            return FigureCells.CONFIDENTIAL;
        }
        Optional<BigDecimal> then = figures.atMeeting(figure);
        return then.<Cell>map(value -> new Cell.Number(value, indicator.decimals()))
                .orElse(FigureCells.EMPTY);
    }

    private Cell nation(Indicator indicator) {
        return compared.nation(indicator).map(ComparedFigures::value).orElse(FigureCells.EMPTY);
    }

    static String whyAndAction(FigureInQuestion figure) {
        Optional<Explanation> said = figure.explanation();
        if (said.isEmpty()) {
            // What was said of another figure quotes that one.
            return "No explanation received from " + figure.roleName() + ".";
        }
        Explanation explanation = said.get();
        var text = new StringBuilder(sentence(explanation.why()));
        if (explanation.action() != null) {
            text.append(" Action: ").append(sentence(explanation.action()));
        }
        if (explanation.byWhen() != null) {
            text.append(" By ").append(FigureWords.date(explanation.byWhen())).append('.');
        }
        return text.toString().strip();
    }

    private static String sentence(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }
}
