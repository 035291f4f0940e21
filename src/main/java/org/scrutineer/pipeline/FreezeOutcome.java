package org.scrutineer.pipeline;

import org.scrutineer.indicators.Outturns;

/** What became of a year that was to be frozen. */
public sealed interface FreezeOutcome {

    /**
     * It is frozen.
     *
     * @param figures how many there are, of how many indicators
     * @param fromRun the first run that prints them so
     */
    record Frozen(Outturns.Frozen year, int figures, int indicators, int fromRun) implements FreezeOutcome {}

    /** @param sentence why nothing was done, and what to do */
    record Refused(String sentence) implements FreezeOutcome {}
}
