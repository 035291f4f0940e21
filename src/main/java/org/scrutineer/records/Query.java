package org.scrutineer.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A view of the catalogue as the parser understands it, for whoever works it out without the engine. */
public sealed interface Query {

    /**
     * @param groups what rows are grouped by; empty where they are not, unless the items have aggregates
     * @param distinct whether rows that are the same are given once
     */
    record Selection(
            List<Item> items,
            Source from,
            @Nullable Formula where,
            List<Formula> groups,
            @Nullable Formula having,
            boolean distinct)
            implements Query {}

    /** @param all whether rows that are the same are kept */
    record Union(List<Query> parts, boolean all) implements Query {}

    /** What a query gives for a row. */
    sealed interface Item {

        /** @param table all its columns; null for those of all sources */
        record Star(@Nullable String table) implements Item {}

        record Value(String name, Formula formula) implements Item {}
    }

    /** What a query is over. */
    sealed interface Source {

        /**
         * A dataset or view.
         *
         * @param alias what its columns may be called by
         */
        record Named(String name, String alias) implements Source {}

        record Nested(Query query, String alias) implements Source {}

        /**
         * @param outer whether rows on the left without a match are given too
         * @param on null where {@code using} says it
         * @param using columns that are the same on both sides, given once
         */
        record Joined(
                Source left,
                Source right,
                boolean outer,
                @Nullable Formula on,
                List<String> using) implements Source {}
    }
}
