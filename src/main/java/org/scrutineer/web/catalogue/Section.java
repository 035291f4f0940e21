package org.scrutineer.web.catalogue;

import java.util.List;

/**
 * A part of the catalogue as a page.
 *
 * @param about what it is, in a sentence or two
 */
record Section(String id, String title, String about, List<Table> tables) {

    Section {
        tables = List.copyOf(tables);
    }

    /** @param rows the first cell of each heads it */
    record Table(String caption, List<String> headers, List<List<String>> rows) {

        Table {
            headers = List.copyOf(headers);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
