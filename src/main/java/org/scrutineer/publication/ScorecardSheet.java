package org.scrutineer.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.publication.RunFigures.Figure;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Every indicator for the whole organisation, one a row. */
final class ScorecardSheet {

    private static final String NO_TARGET = "the indicator has no target";
    private static final String NOT_RATED = "the indicator has no target, no value, or is for information";
    private static final String NO_PREVIOUS =
            "the month before has no value of the same meaning, or the figure has none now, to compare with";
    private static final String NO_EARLIER =
            "there was no value of the same meaning then, or the figure has none now, to compare with";
    private static final String NO_WINDOW = "the indicator is not given for that length of time";

    /** The column of numerators, from 0. */
    private static final int NUMERATOR = 6;

    private final Report report;
    private final List<WaiverNote> waivers;
    private final ComparedFigures compared;
    private final SeriesRemarks series;

    ScorecardSheet(Report report) {
        this.report = report;
        this.waivers = WaiverNote.of(report);
        this.compared = new ComparedFigures(report);
        this.series = new SeriesRemarks(report);
    }

    Page page() {
        return new Page(
                "Scorecard",
                "Scorecard",
                "One table: each indicator for " + report.subject()
                        + ", with its target, its rating, the month before, "
                        + "the year to date and the last 12 months.",
                List.of(Page.paragraph("How ratings are given: " + Note.RATING.marker()
                        + ". When a value is given: " + Note.COVERAGE.marker() + ". Rounding and change: "
                        + Note.ROUNDING.marker() + ". What the timing means: " + Note.TIMING.marker()
                        + ". How a direction of travel is given: " + Note.TREND.marker() + "." + previousMeeting()
                        + figureOf())),
                List.of(new Table("scorecard", null, columns(), rows())),
                withCompared(Map.ofEntries(
                        Map.entry("Numerator", FigureCells.NO_NUMERATOR),
                        Map.entry("Denominator", FigureCells.NO_DENOMINATOR),
                        Map.entry("Status", FigureCells.WHOLE),
                        Map.entry("Target", NO_TARGET),
                        Map.entry("Tolerance", NO_TARGET),
                        Map.entry("RAG", NOT_RATED),
                        Map.entry("Rating reason", NOT_RATED),
                        Map.entry("Previous", NO_PREVIOUS),
                        Map.entry("Change", NO_PREVIOUS),
                        Map.entry("Direction of travel", "the course of the figure is not known"),
                        Map.entry("Same month last year", NO_EARLIER),
                        Map.entry("At the previous meeting", NO_EARLIER),
                        Map.entry("Year to date", NO_WINDOW),
                        Map.entry("Rolling 12 months", NO_WINDOW),
                        Map.entry("Note", "there is nothing to remark"))));
    }

    private String previousMeeting() {
        ReportingPeriod told = report.figures().overTime().meeting();
        return told == null ? "" : " The previous meeting was told of " + told.title() + ".";
    }

    private String figureOf() {
        return report.isOfOneAuthority()
                ? " Where returns do not tell one authority from another, the figure is that of the whole organisation;"
                        + " the column Figure of says so."
                : "";
    }

    private Map<String, String> withCompared(Map<String, String> own) {
        var all = new HashMap<>(own);
        all.putAll(compared.emptyMeans());
        return all;
    }

    private List<Header> columns() {
        var columns = new ArrayList<>(List.of(
                new Header("Indicator", 38),
                new Header("Code", 8),
                new Header("Theme", 20),
                new Header("Good is", 12),
                new Header("Unit", 16),
                new Header("Timing", 12),
                new Header("Numerator", 11),
                new Header("Denominator", 13),
                new Header("Value", 10),
                new Header("Status", 8),
                new Header("Target", 8),
                new Header("Tolerance", 10),
                new Header("RAG", 9),
                new Header("Rating reason", 30),
                new Header("Previous", 10),
                new Header("Change", 9),
                new Header("Direction of travel", 22),
                new Header("Same month last year", 10),
                new Header("At the previous meeting", 10),
                new Header("Year to date", 10),
                new Header("Rolling 12 months", 10)));
        if (report.isOfOneAuthority()) {
            columns.add(new Header("Figure of", 22));
        }
        columns.addAll(compared.headers());
        columns.addAll(List.of(new Header("Returns received", 10), new Header("Note", 34)));
        return columns;
    }

    private List<List<Cell>> rows() {
        return report.indicators().stream().map(this::row).toList();
    }

    private List<Cell> row(Indicator indicator) {
        RunFigures figures = report.figures();
        Part part = report.main(indicator);
        IndicatorValue figure = report.figure(indicator);
        Optional<Target> target = figures.target(indicator, part);
        var cells = new ArrayList<>(List.of(
                FigureCells.text(indicator.name()),
                FigureCells.text(indicator.id()),
                FigureCells.text(indicator.theme()),
                FigureCells.text(FigureWords.good(indicator)),
                FigureCells.text(FigureWords.unit(indicator)),
                FigureCells.text(figures.timing(indicator.timing())),
                FigureCells.numerator(indicator, figure),
                FigureCells.denominator(indicator, figure),
                report.value(indicator, figure, NUMERATOR),
                FigureCells.status(
                        figure,
                        series.isBroken(indicator),
                        report.figures().restatements().revise(figure)),
                FigureCells.target(target),
                FigureCells.tolerance(target),
                FigureCells.rating(figures.rating(indicator, part)),
                FigureCells.text(figures.ratingReason(indicator, part)),
                before(
                        indicator,
                        figure,
                        figures.previous(figure),
                        figures.overTime().previous()),
                FigureCells.change(indicator, figure.value(), figures.previous(figure)),
                FigureCells.direction(figures, indicator, part),
                before(
                        indicator,
                        figure,
                        figures.lastYear(figure),
                        figures.overTime().lastYear()),
                before(
                        indicator,
                        figure,
                        figures.atMeeting(figure),
                        figures.overTime().atMeeting()),
                window(indicator, Timing.YEAR_TO_DATE),
                window(indicator, Timing.ROLLING_12_MONTHS)));
        if (report.isOfOneAuthority()) {
            cells.add(FigureCells.text(part.isWhole() ? "Whole organisation" : part.authorityName()));
        }
        cells.addAll(compared.cells(indicator));
        cells.add(FigureCells.text(FigureWords.received(figure.coverage())));
        cells.add(FigureCells.text(note(indicator, figure)));
        return cells;
    }

    private static Cell before(
            Indicator indicator, IndicatorValue figure, Optional<BigDecimal> value, Map<Figure, EarlierFigure> month) {
        if (RunFigures.isHidden(figure, month)) {
            return FigureCells.CONFIDENTIAL;
        }
        return figure.value() == null
                ? FigureCells.EMPTY
                : value.<Cell>map(known -> new Cell.Number(known, indicator.decimals()))
                        .orElse(FigureCells.EMPTY);
    }

    private Optional<IndicatorValue> figure(Indicator indicator, Timing timing) {
        return report.figures().value(indicator, report.main(indicator), timing);
    }

    private Cell window(Indicator indicator, Timing timing) {
        return figure(indicator, timing)
                .map(figure -> FigureCells.value(indicator, figure))
                .orElse(FigureCells.EMPTY);
    }

    private String note(Indicator indicator, IndicatorValue figure) {
        var remarks = new ArrayList<String>();
        int missing = figure.coverage().expected() - figure.coverage().received();
        switch (figure.status()) {
            case COMPLETE -> {
                // nothing to remark
            }
            case PROVISIONAL ->
                remarks.add(FigureWords.count(missing, "return it needs is", "returns it needs are") + " missing.");
            case NOT_AVAILABLE -> {
                if (!report.figures().isAcrossBreak(indicator, indicator.timing())) {
                    remarks.add(FigureWords.notAvailable(indicator, figure.coverage()));
                }
            }
            case CONFIDENTIAL -> remarks.add("It is hidden, so that no small number of people can be told from it.");
            case NOT_APPLICABLE -> remarks.add("There is nothing to calculate it from: the denominator is 0.");
        }
        for (Timing timing : List.of(Timing.YEAR_TO_DATE, Timing.ROLLING_12_MONTHS)) {
            boolean provisional = timing != indicator.timing()
                    && figure(indicator, timing)
                            .filter(window -> window.status() == Status.PROVISIONAL)
                            .isPresent();
            if (provisional) {
                remarks.add(FigureWords.timing(timing) + " is provisional [p].");
            }
        }
        remarks.addAll(series.of(indicator));
        List<String> waived = waivers.stream()
                .filter(waiver -> waiver.touches(indicator))
                .map(WaiverNote::marker)
                .toList();
        if (!waived.isEmpty()) {
            remarks.add("A rule was waived: " + FigureWords.list(waived) + ".");
        }
        return String.join(" ", remarks);
    }
}
