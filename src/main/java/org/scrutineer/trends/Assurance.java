package org.scrutineer.trends;

/** Whether a target is met as things stand; only of a figure that is better high or low, and has limits. */
public enum Assurance {
    /** The target lies outside the limits on the worse side: it is met every time. */
    PASSES,
    /** The target lies outside the limits on the better side: it is met at no time. */
    FAILS,
    /** The target lies within the limits. */
    HIT_OR_MISS
}
