package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.lint.LintWaiver;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Line;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The notes that other sheets refer to. */
final class NotesSheet {

    static final String NAME = "Notes";

    private NotesSheet() {}

    /** @param others the sheets whose notes it has, the contents apart, which refer to none */
    static Page of(Report report, List<Page> others) {
        Set<String> used =
                others.stream().flatMap(page -> page.noteMarkers().stream()).collect(Collectors.toSet());
        return new Page(
                NAME,
                NAME,
                "One table: the conventions that hold for all figures, and what is to be known of some, under the numbers "
                        + "other sheets refer to.",
                waived(report.audience().layout().waivers()),
                List.of(new Table(
                        "notes", null, List.of(new Header("Note", 12), new Header("Text", 97)), rows(report, used))));
    }

    /** The rules for accessible and trustworthy workbooks that the workbook does without, each with its reason. */
    private static List<Line> waived(List<LintWaiver> waivers) {
        return waivers.stream()
                .map(waiver ->
                        Page.paragraph("This workbook does without a rule for accessible and trustworthy workbooks, "
                                + FigureWords.plain(waiver.rule().id()).toLowerCase(Locale.UK)
                                + (waiver.sheet() == null ? "" : ", on the sheet " + waiver.sheet()) + ". "
                                + waiver.reason()))
                .toList();
    }

    private static List<List<Cell>> rows(Report report, Set<String> used) {
        var rows = new ArrayList<List<Cell>>();
        for (Note note : Note.values()) {
            if (used.contains(note.marker())) {
                rows.add(row(note.marker(), note.text(report.figures().catalogue())));
            }
        }
        WaiverNote.of(report).stream()
                .filter(note -> used.contains(note.marker()))
                .forEach(note -> rows.add(row(note.marker(), note.text())));
        return rows;
    }

    private static List<Cell> row(String marker, String text) {
        return List.of(new Cell.Text(marker), new Cell.Text(text));
    }
}
