package org.scrutineer.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One table of a return: a sheet, its columns and the rules its rows keep.
 *
 * @param id the name it has in SQL, unique over all return types, e.g. {@code child_protection}
 * @param sheets names the sheet may bear, preferred first; compared without case and surrounding blanks
 * @param key the columns that make a row the same thing; never empty
 * @param eventDate for a flow, the date that says which month the event belongs to
 * @param monthsCovered how many months of events one return of a flow tells, its own included; 1 for a snapshot
 * @param alikeLastMonth from how many percent of the rows on a return is queried because they are the same, in every
 *     column, as in the month before; null where rows may well stay as they are
 * @param teamColumn the column that names the team a row belongs to, where one workbook reports for many teams
 */
public record Dataset(
        String id,
        String name,
        List<String> sheets,
        List<String> key,
        Kind kind,
        @Nullable String eventDate,
        int monthsCovered,
        @Nullable Integer alikeLastMonth,
        @Nullable String teamColumn,
        List<Column> columns,
        List<RowRule> rules,
        Place place) {

    /** A snapshot is how things stand at the end of the period; a flow is what happened, each with its date. */
    public enum Kind {
        SNAPSHOT,
        FLOW
    }

    public Dataset {
        sheets = List.copyOf(sheets);
        key = List.copyOf(key);
        columns = List.copyOf(columns);
        rules = List.copyOf(rules);
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
