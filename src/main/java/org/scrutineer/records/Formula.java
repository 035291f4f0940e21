package org.scrutineer.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression of the catalogue as the parser understands it, for whoever works it out without the engine. Names of
 * columns, functions and types are in lower case; the days of a window stand in it as casts of texts.
 */
public sealed interface Formula {

    /** @param table the name before it; null where there is none */
    record Column(@Nullable String table, String name) implements Formula {}

    /** @param value a {@code Boolean}, {@code Long}, {@code BigDecimal} or {@code String}, or null */
    record Literal(@Nullable Object value) implements Formula {}

    /** How two values are compared. */
    enum Comparator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        /** Never null: a null differs from every value and from no null. */
        DISTINCT,
        /** Never null. */
        NOT_DISTINCT
    }

    record Comparison(Comparator comparator, Formula left, Formula right) implements Formula {}

    /** True where all are, false where one is, else null. */
    record And(List<Formula> parts) implements Formula {}

    /** True where one is, false where all are, else null. */
    record Or(List<Formula> parts) implements Formula {}

    record Not(Formula part) implements Formula {}

    record IsNull(Formula part) implements Formula {}

    /** @param list never empty */
    record In(Formula value, List<Formula> list) implements Formula {}

    /** @param query of one column; it looks at no row but its own */
    record InQuery(Formula value, Query query) implements Formula {}

    record Coalesce(List<Formula> parts) implements Formula {}

    record Case(List<When> whens, Formula otherwise) implements Formula {}

    /** A branch of a {@link Case}; the first that is true is taken. */
    record When(Formula condition, Formula value) {}

    /**
     * @param type e.g. {@code date} or {@code decimal}
     * @param scale the digits behind the point that are asked for; 0 for other types than decimals
     */
    record Cast(Formula part, String type, int scale) implements Formula {}

    /** A function or operator of one row. */
    record Call(String function, List<Formula> arguments) implements Formula {}

    /**
     * A function over the rows of a group, in queries alone.
     *
     * @param argument null for {@code count(*)}
     * @param filter which rows it is over; null for all
     */
    record Aggregate(
            String function,
            boolean distinct,
            @Nullable Formula argument,
            @Nullable Formula filter) implements Formula {}
}
