package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that others publish for each authority year by year, such as how many children live there, for indicators to
 * divide by. In SQL it is a table of one row an authority, of the newest year at or before {@code :end}, with the
 * columns {@code team} (the organisation as a whole), {@code authority}, {@code as_at} and its own.
 *
 * @param id the name it has in SQL
 * @param about what it tells, in a sentence
 * @param columns in order
 */
public record ReferenceTable(
        String id, String about, PublishedSource source, List<Column> columns, List<Row> rows, Place place) {

    public ReferenceTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param whole whether it holds whole numbers; decimal numbers otherwise */
    public record Column(String name, boolean whole) {}

    /**
     * @param authority id of one of the authorities that commission the organisation
     * @param asAt the day the numbers are about, or the last day of the year they are about
     * @param values by name of column
     */
    public record Row(String authority, LocalDate asAt, Map<String, BigDecimal> values) {

        public Row {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }
}
