package org.scrutineer.catalogue;

/** How much a finding matters, worst first. */
public enum Severity {
    /** The return is refused. */
    BLOCK,
    /** The row is kept out. */
    ERROR,
    /** The row counts, and should be looked at. */
    WARNING,
    /** The row counts and may well be right; a person who knows should confirm it. */
    QUERY,
    /** Worth knowing; nothing to correct. */
    INFO
}
