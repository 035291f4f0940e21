package org.scrutineer.publication;

import java.util.List;
import java.util.stream.Stream;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** Leads to every other sheet. */
final class ContentsSheet {

    static final String NAME = "Contents";

    private ContentsSheet() {}

    /**
     * @param cover the sheet before it
     * @param others the sheets after it
     */
    static Page of(Page cover, List<Page> others) {
        List<List<Cell>> rows = Stream.concat(Stream.of(cover), others.stream())
                .map(page -> List.<Cell>of(
                        new Cell.SheetLink(page == cover ? page.name() : page.title(), page.name()),
                        new Cell.Text(page.about())))
                .toList();
        return new Page(
                NAME,
                "Contents",
                "One table: each of the other sheets, with a link to it and what it holds.",
                List.of(),
                List.of(new Table(
                        "contents", null, List.of(new Header("Sheet", 40), new Header("What it holds", 96)), rows)));
    }
}
