package org.scrutineer.publication;

import java.util.Arrays;
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
                "One table: the conventions that hold for all figures, under the numbers other sheets refer to.",
                List.of(),
                List.of(new Table(
                        "notes",
                        null,
                        List.of(new Header("Note", 12), new Header("Text", 110)),
                        Arrays.stream(Note.values())
                                .map(note -> List.<Cell>of(
                                        new Cell.Text(note.marker()),
                                        new Cell.Text(note.text(report.figures().catalogue()))))
                                .toList())));
    }
}
