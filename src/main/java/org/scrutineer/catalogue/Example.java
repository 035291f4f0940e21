package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that a rule is tried on, as a return for December 2018 would hold them.
 *
 * @param rows for each dataset its rows, each with the columns that have a value; dates as 2018-12-31, codes as the
 *     catalogue names them
 */
public record Example(Map<String, List<Map<String, String>>> rows, Place place) {

    public Example {
        var copy = new LinkedHashMap<String, List<Map<String, String>>>();
        rows.forEach((dataset, list) -> {
            var copied = new ArrayList<Map<String, String>>();
            list.forEach(row -> copied.add(Collections.unmodifiableMap(new LinkedHashMap<>(row))));
            copy.put(dataset, Collections.unmodifiableList(copied));
        });
        rows = Collections.unmodifiableMap(copy);
    }
}
