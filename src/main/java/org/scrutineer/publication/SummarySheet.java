package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Audience.Sheet;
import org.scrutineer.publication.Summary.Section;
import org.scrutineer.publication.Summary.Topic;
import org.scrutineer.workbook.OutputWorkbook.Line;

/** What the figures say, in sentences, with links to the sheets that say it at length. */
final class SummarySheet {

    private final Report report;

    SummarySheet(Report report) {
        this.report = report;
    }

    Page page() {
        Map<Topic, Line> further = new EnumMap<>(Topic.class);
        attention().ifPresent(link -> further.put(Topic.ATTENTION, link));
        link(Sheet.TRENDS, "Trends: how each indicator moves", "Trends")
                .ifPresent(link -> further.put(Topic.CHANGED, link));
        link(Sheet.RETURNS, "Returns and data quality: every return, and what became of it", ReturnsSheet.NAME)
                .ifPresent(link -> further.put(Topic.MISSING, link));
        if (!report.restatements().isEmpty()) {
            link(Sheet.RESTATEMENTS, "Restatements: what each figure was and is, and why", "Restatements")
                    .ifPresent(link -> further.put(Topic.RESTATED, link));
        }
        link(Sheet.ESTABLISHMENT, "Establishment: the same for each service and team", "Establishment")
                .ifPresent(link -> further.put(Topic.ESTABLISHMENT, link));
        var lines = new ArrayList<Line>();
        for (Section section : new SummaryText(report).summary().sections()) {
            lines.add(Page.heading(section.topic().heading()));
            section.sentences().stream().map(Page::paragraph).forEach(lines::add);
            Optional.ofNullable(further.get(section.topic())).ifPresent(lines::add);
        }
        return new Page(
                "Summary",
                "Summary",
                "What the figures say in words: what needs attention first, what has improved, what is missing and what was"
                        + " restated.",
                lines,
                List.of());
    }

    private Optional<Line> attention() {
        return link(
                        Sheet.EXCEPTIONS,
                        "Exceptions: every figure that is Red, Amber or has changed, with why and what is being done",
                        "Exceptions")
                .or(() -> link(Sheet.SCORECARD, "Scorecard: every indicator with its rating", "Scorecard"));
    }

    private Optional<Line> link(Sheet sheet, String text, String name) {
        return report.has(sheet) ? Optional.of(new Line.SheetLink(text, name)) : Optional.empty();
    }
}
