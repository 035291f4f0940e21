package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Audience.Layout;
import org.scrutineer.catalogue.Audience.Sheet;
import org.scrutineer.workbook.OutputWorkbook;

/** An audience's workbook: its sheets, in the order the audience wants them. */
final class AudienceWorkbook {

    /** Also where there is no sheet of that name a theme may not be called so: it would mislead. */
    private static final Set<String> NAMES_TAKEN = Set.of(
            "Cover",
            ContentsSheet.NAME,
            "Summary",
            "Exceptions",
            "Scorecard",
            "Trends",
            ChartsSheet.NAME,
            "By authority",
            "Comparisons",
            "Establishment",
            "Actions",
            ReturnsSheet.NAME,
            "Restatements",
            "Definitions",
            NotesSheet.NAME,
            "Provenance",
            "History");

    private final Report report;

    private AudienceWorkbook(Report report) {
        this.report = report;
    }

    static OutputWorkbook of(Report report) {
        RunFigures figures = report.figures();
        return new OutputWorkbook(
                report.audience().title() + ", " + figures.period().title(),
                figures.catalogue().organisation().name(),
                "Performance figures for " + figures.period().title(),
                "performance, " + report.audience().name() + ", " + figures.period() + ", run " + figures.runNumber(),
                figures.dataAsAt().orElse(figures.period().lastDay()),
                layout(report.audience().layout()),
                new AudienceWorkbook(report)
                        .pages().stream().map(page -> page.sheet(report)).toList());
    }

    static OutputWorkbook.Layout layout(Layout layout) {
        OutputWorkbook.Paper paper = layout.paper() == null
                ? null
                : switch (layout.paper()) {
                    case A4 -> OutputWorkbook.Paper.A4;
                    case A3 -> OutputWorkbook.Paper.A3;
                };
        return new OutputWorkbook.Layout(paper, layout.freezePanes(), layout.filters(), layout.fills());
    }

    private List<Page> pages() {
        Page cover = CoverSheet.of(report);
        List<Page> others = new ArrayList<>();
        int notes = 0;
        for (Sheet sheet : report.audience().sheets()) {
            if (sheet == Sheet.NOTES) {
                notes = others.size();
            } else {
                others.addAll(pages(sheet));
            }
        }
        // Last, as it has the notes that the others refer to.
        List<Page> referring = new ArrayList<>(others);
        referring.add(cover);
        others.add(notes, NotesSheet.of(report, referring));
        List<Page> pages = new ArrayList<>(List.of(cover, ContentsSheet.of(cover, others)));
        pages.addAll(others);
        return pages;
    }

    /** The pages of a sheet; none where there is nothing to show on it. */
    private List<Page> pages(Sheet sheet) {
        return switch (sheet) {
            case SUMMARY -> List.of(new SummarySheet(report).page());
            case EXCEPTIONS -> List.of(new ExceptionsSheet(report).page());
            case SCORECARD ->
                List.of(report.isPaper() ? new PaperSheet(report).page() : new ScorecardSheet(report).page());
            case THEMES -> themes();
            case TRENDS -> List.of(new TrendsSheet(report).page(), new ChartsSheet(report).page());
            case BY_AUTHORITY -> List.of(new AuthoritySheet(report).page());
            case COMPARISONS -> new ComparisonsSheet(report).page().stream().toList();
            case ESTABLISHMENT ->
                report.audience().establishment().isEmpty()
                        ? List.of()
                        : List.of(new EstablishmentSheet(report).page());
            case ACTIONS -> List.of(new ActionsSheet(report).page());
            case RESTATEMENTS -> List.of(new RestatementsSheet(report).page());
            case RETURNS -> List.of(new ReturnsSheet(report).page());
            case DEFINITIONS ->
                List.of(report.isPaper() ? PaperDefinitionsSheet.of(report) : new DefinitionsSheet(report).page());
            case NOTES -> throw new IllegalStateException("the notes are made of the other pages");
            case PROVENANCE -> List.of(ProvenanceSheet.of(report));
        };
    }

    private List<Page> themes() {
        Map<String, String> names = report.themeSheets(new HashSet<>(NAMES_TAKEN));
        List<Page> pages = new ArrayList<>();
        report.themes()
                .forEach((theme, indicators) -> pages.add(
                        new ThemeSheet(report, pages.size() + 1, names.getOrDefault(theme, theme), theme, indicators)
                                .page()));
        return pages;
    }
}
