package org.scrutineer.publication;

import java.util.List;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.workbook.OutputWorkbook.Line;

/** The first sheet: what the workbook is, who it is for and how to read it. */
final class CoverSheet {

    private CoverSheet() {}

    static Page of(Report report) {
        RunFigures figures = report.figures();
        var organisation = figures.catalogue().organisation();
        return new Page(
                "Cover",
                report.audience().title(),
                "What this workbook is, who it is for and how to read it.",
                List.of(
                        Page.heading("About"),
                        Page.paragraph("This workbook gives the performance of " + organisation.name() + " for "
                                + figures.period().title() + ": "
                                + FigureWords.count(report.indicators().size(), "indicator", "indicators")
                                + ", calculated from the returns of its teams, each with its numerator and "
                                + "denominator, and against its target where it has one."),
                        Page.paragraph("For: " + report.audience().name()),
                        Page.paragraph("Organisation: " + organisation.name()),
                        Page.paragraph("Contact: " + organisation.contact()),
                        Page.paragraph("Period: " + figures.period().title()),
                        Page.paragraph("Version: run " + figures.runNumber()),
                        Page.paragraph("Data as at: "
                                + figures.dataAsAt()
                                        .map(date -> FigureWords.date(date)
                                                + ", when the newest return that counts was prepared")
                                        .orElse("no return counts yet")),
                        Page.heading("How to read it"),
                        Page.paragraph("Begin with Summary, which says in words what needs attention and what is "
                                + "missing."),
                        Page.paragraph("Scorecard has every indicator for the whole organisation; the sheets after "
                                + "it show its services and teams."),
                        Page.paragraph("Symbols in square brackets are explained on the sheet they stand on, and "
                                + "Definitions says how each figure is made."),
                        new Line.SheetLink("Contents: all sheets, and what each holds", ContentsSheet.NAME)),
                List.of());
    }
}
