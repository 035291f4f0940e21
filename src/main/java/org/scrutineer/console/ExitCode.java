package org.scrutineer.console;

/** How a command ended, for whatever started it. */
final class ExitCode {

    /** Done, also where returns have to be corrected. */
    static final int DONE = 0;

    /** Done, and there are findings, where that was asked to count. */
    static final int FINDINGS = 1;

    /** A wrong command line or configuration; nothing was done. */
    static final int WRONG_CONFIGURATION = 2;

    static final int FAILED = 3;

    private ExitCode() {}
}
