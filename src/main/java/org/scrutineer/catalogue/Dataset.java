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
 * @param purpose what its rows are for
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
        Purpose purpose,
        List<Column> columns,
        List<RowRule> rules,
        Place place) {

    /** A snapshot is how things stand at the end of the period; a flow is what happened, each with its date. */
    public enum Kind {
        SNAPSHOT,
        FLOW
    }

    /** What the rows of a dataset are for. */
    public enum Purpose {
        /** Figures are calculated from them. */
        RECORDS(List.of()),
        /** They are figures that were published for earlier months, as they were published. */
        PUBLISHED_FIGURES(List.of(
                "indicator",
                "organisation",
                "authority",
                "month",
                "timing",
                "numerator",
                "denominator",
                "value",
                "source")),
        /** They are what a team says its figures are: they are compared with the calculated ones, and never used. */
        STATED_FIGURES(List.of("indicator", "value")),
        /**
         * They are the actions of an improvement plan. A {@code state} of {@code DONE} or {@code STOPPED} closes one; an
         * {@code indicator} is the code of a figure that it is to improve.
         */
        IMPROVEMENT_ACTIONS(List.of("reference", "action", "due", "state", "indicator", "progress")),
        /** They are what those who answer for figures say of them. */
        COMMENTARY(List.of(
                "indicator",
                "name",
                "figure",
                "rating",
                "direction",
                "said_before",
                "why",
                "action",
                "by_whom",
                "by_when",
                "on_target"));

        private final List<String> columns;

        Purpose(List<String> columns) {
            this.columns = columns;
        }

        /** The columns that a dataset for this purpose must have. */
        public List<String> columns() {
            return columns;
        }
    }

    /** A dataset of records. */
    public Dataset(
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
        this(
                id,
                name,
                sheets,
                key,
                kind,
                eventDate,
                monthsCovered,
                alikeLastMonth,
                teamColumn,
                Purpose.RECORDS,
                columns,
                rules,
                place);
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
