package org.scrutineer.workbook;

import java.util.List;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Header;

/**
 * A workbook of one sheet with one list, which may be too long to be held: its rows are asked for one after the other while
 * they are written.
 *
 * @param title in A1, and the document's title property
 * @param author an organisation, never a person
 * @param sheet on the tab
 * @param lines below the title, one a row
 * @param table the list's name as an Excel table
 * @param rows a cell for each column; texts, numbers, days and empty cells
 */
public record ListWorkbook(
        String title,
        String author,
        String sheet,
        List<String> lines,
        String table,
        List<Header> columns,
        Iterable<List<Cell>> rows) {

    public ListWorkbook {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
    }
}
