package org.scrutineer.catalogue;

/** How much a finding matters, worst first. */
public enum Severity {
    /** The return is refused. */
    BLOCK,
    /** The row is kept out. */
    ERROR,
    /** The row counts, and should be looked at. */
    WARNING,
    /** Worth knowing; nothing to correct. */
    INFO
}
