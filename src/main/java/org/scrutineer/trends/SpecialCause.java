package org.scrutineer.trends;

/**
 * Why a point is unlikely to be chance.
 *
 * @param points how many points in a row it rests on, this one and those after it included; 1 for a point beyond a
 *     limit, 3 for one of two of three near it
 */
public record SpecialCause(Rule rule, Side side, int points) {

    /** The rules, the one that speaks first where several are met. */
    public enum Rule {
        /** A point beyond a limit. */
        BEYOND_LIMIT,
        /** Points in a row, each higher or each lower than the one before. */
        TREND,
        /** Two of three points in a row near a limit, all three on that side of the mean. */
        NEAR_LIMIT,
        /** Points in a row on one side of the mean. */
        SHIFT
    }
}
