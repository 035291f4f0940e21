package org.scrutineer.catalogue;

import java.util.Set;

/** Names that can stand in SQL without quotes. */
final class SqlNames {

    /** The words DuckDB 2 keeps for itself, by its own list. */
    private static final Set<String> SQL = Set.of(
            ("all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create"
                            + " default deferrable desc describe distinct do else end except false fetch for foreign"
                            + " from group having in initially intersect into lambda lateral leading limit not null"
                            + " offset on only or order pivot pivot_longer pivot_wider placing primary qualify"
                            + " references returning select show some summarize symmetric table then to trailing true"
                            + " union unique unpivot using variadic when where window with")
                    .split(" "));

    /** The columns every dataset has besides its own. */
    private static final Set<String> OURS = Set.of("team", "period", "submission", "sheet_row");

    private SqlNames() {}

    /** Tells where a dataset, view or column cannot be called so; the schema sees to its letters. */
    static void check(Place place, String name, Problems problems) {
        if (SQL.contains(name)) {
            problems.add(place, name, "a name that is not a word of SQL, e.g. " + name + "_");
        }
    }

    static void checkColumn(Place place, String name, Problems problems) {
        check(place, name, problems);
        if (OURS.contains(name)) {
            problems.add(
                    place,
                    name,
                    "a name other than team, period, submission and sheet_row, which every dataset has of itself");
        }
    }
}
