package org.scrutineer.samples;

import java.util.List;

/** One sheet of a return, filled. */
record DataSheet(Layout layout, List<Row> rows) {

    DataSheet {
        rows = List.copyOf(rows);
    }
}
