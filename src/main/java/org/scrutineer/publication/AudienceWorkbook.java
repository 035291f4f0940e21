package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.workbook.OutputWorkbook;

/** An audience's workbook: its sheets, in order. */
final class AudienceWorkbook {

    private AudienceWorkbook() {}

    static OutputWorkbook of(Report report) {
        RunFigures figures = report.figures();
        List<Page> others = new ArrayList<>();
        others.add(new SummarySheet(report).page());
        others.add(new ExceptionsSheet(report).page());
        others.add(new ScorecardSheet(report).page());
        List<Page> last = last(report);
        others.addAll(themes(report, last));
        others.addAll(last);
        Page cover = CoverSheet.of(report);
        List<Page> pages = new ArrayList<>(List.of(cover, ContentsSheet.of(cover, others)));
        pages.addAll(others);
        return new OutputWorkbook(
                report.audience().title() + ", " + figures.period().title(),
                figures.catalogue().organisation().name(),
                "Performance figures for " + figures.period().title(),
                "performance, " + report.audience().name() + ", " + figures.period() + ", run " + figures.runNumber(),
                figures.dataAsAt().orElse(figures.period().lastDay()),
                pages.stream().map(page -> page.sheet(report)).toList());
    }

    private static List<Page> last(Report report) {
        List<Page> pages = new ArrayList<>();
        pages.add(new TrendsSheet(report).page());
        pages.add(new ChartsSheet(report).page());
        pages.add(new AuthoritySheet(report).page());
        new ComparisonsSheet(report).page().ifPresent(pages::add);
        if (!report.establishment().isEmpty()) {
            pages.add(new EstablishmentSheet(report).page());
        }
        pages.add(new ReturnsSheet(report.figures()).page());
        pages.add(new DefinitionsSheet(report).page());
        pages.add(NotesSheet.of(report));
        pages.add(ProvenanceSheet.of(report));
        return pages;
    }

    private static List<Page> themes(Report report, List<Page> last) {
        Set<String> taken =
                new HashSet<>(Set.of("Cover", ContentsSheet.NAME, "Summary", "Exceptions", "Scorecard", "History"));
        // Where there is no sheet of that name a theme may still not be called so: it would mislead.
        taken.addAll(Set.of("Comparisons", "Establishment"));
        last.forEach(page -> taken.add(page.name()));
        Map<String, String> names = report.themeSheets(taken);
        List<Page> pages = new ArrayList<>();
        report.themes()
                .forEach((theme, indicators) -> pages.add(new ThemeSheet(
                                report.figures(), pages.size() + 1, names.getOrDefault(theme, theme), theme, indicators)
                        .page()));
        return pages;
    }
}
