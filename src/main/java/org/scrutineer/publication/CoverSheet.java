package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Audience.Sheet;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.workbook.OutputWorkbook.Line;

/** The first sheet: what the workbook is, who it is for and how to read it. */
final class CoverSheet {

    private CoverSheet() {}

    static Page of(Report report) {
        RunFigures figures = report.figures();
        var organisation = figures.catalogue().organisation();
        var lines = new ArrayList<Line>(List.of(
                Page.heading("About"),
                Page.paragraph("This workbook gives the performance of " + organisation.name() + " for "
                        + figures.period().title() + ": "
                        + FigureWords.count(report.indicators().size(), "indicator", "indicators")
                        + ", calculated from the returns of its teams"
                        + (report.isPaper() ? "" : ", each with its numerator and denominator,")
                        + " and set against its target where it has one."),
                Page.paragraph("For: " + report.audience().name()),
                Page.paragraph("Organisation: " + organisation.name()),
                Page.paragraph("Contact: " + organisation.contact()),
                Page.paragraph("Period: " + figures.period().title()),
                Page.paragraph("Version: run " + figures.runNumber()),
                Page.paragraph("Data as at: "
                        + figures.dataAsAt()
                                .map(date ->
                                        FigureWords.date(date) + ", when the newest return that counts was prepared")
                                .orElse("no return counts yet")),
                Page.heading("How to read it")));
        if (report.has(Sheet.SUMMARY)) {
            lines.add(Page.paragraph(
                    "Begin with Summary, which says in words what needs attention and what is missing."));
        }
        if (report.has(Sheet.SCORECARD)) {
            lines.add(Page.paragraph("Scorecard has every indicator for " + report.subject()
                    + (report.has(Sheet.THEMES) && report.audience().levels().size() > 1
                            ? "; the sheets after it show its services"
                                    + (report.audience().levels().contains(Level.TEAM) ? " and teams." : ".")
                            : ".")));
        }
        lines.add(Page.paragraph("Symbols in square brackets are explained on the sheet they stand on"
                + (report.has(Sheet.DEFINITIONS) ? ", and Definitions says how each figure is made." : ".")));
        lines.add(new Line.SheetLink("Contents: all sheets, and what each holds", ContentsSheet.NAME));
        lines.add(Page.heading("How it differs from other audiences' workbooks"));
        differences(report).stream().map(Page::paragraph).forEach(lines::add);
        return new Page(
                "Cover",
                report.audience().title(),
                "What this workbook is, who it is for and how to read it.",
                lines,
                List.of());
    }

    /** What it leaves out of the run's figures, as sentences. */
    private static List<String> differences(Report report) {
        Audience audience = report.audience();
        var said = new ArrayList<String>();
        said.add(
                "A figure that stands in several workbooks of this run is the same in each: it goes by its code, whom it "
                        + "is about, its timing and the period.");
        int defined = report.figures()
                .catalogue()
                .indicators(report.figures().period())
                .size();
        if (report.indicators().size() < defined) {
            said.add("Of " + FigureWords.count(defined, "indicator", "indicators") + " it shows the "
                    + report.indicators().size() + " that were chosen for its readers.");
        }
        if (!audience.levels().contains(Level.TEAM)) {
            said.add(
                    audience.levels().contains(Level.SERVICE)
                            ? "It has no figures of single teams."
                            : "It has no figures of single services and teams.");
        }
        if (report.isOfOneAuthority()) {
            said.add("Of figures that returns tell by authority it has only those of " + report.subject()
                    + "; all others are of the whole organisation, and say so.");
        }
        if (!audience.seesRows()) {
            said.add("It does not say how many rows the returns hold.");
        }
        if (audience.disclosure() != null) {
            said.add("Small numbers of people are hidden [c], and with them whatever they could be worked out from.");
        }
        if (said.size() == 1) {
            said.add("It leaves nothing out.");
        }
        return said;
    }
}
