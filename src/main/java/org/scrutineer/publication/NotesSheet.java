package org.scrutineer.publication;

import java.util.ArrayList;
import java.util.List;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** The notes that other sheets refer to. */
final class NotesSheet {

    private NotesSheet() {}

    static Page of(Report report) {
        return new Page(
                "Notes",
                "Notes",
                "One table: the conventions that hold for all figures, and what is to be known of some, under the numbers "
                        + "other sheets refer to.",
                List.of(),
                List.of(new Table(
                        "notes", null, List.of(new Header("Note", 12), new Header("Text", 97)), rows(report))));
    }

    private static List<List<Cell>> rows(Report report) {
        var rows = new ArrayList<List<Cell>>();
        for (Note note : Note.values()) {
            rows.add(row(note.marker(), note.text(report.figures().catalogue())));
        }
        WaiverNote.of(report).forEach(note -> rows.add(row(note.marker(), note.text())));
        return rows;
    }

    private static List<Cell> row(String marker, String text) {
        return List.of(new Cell.Text(marker), new Cell.Text(text));
    }
}
