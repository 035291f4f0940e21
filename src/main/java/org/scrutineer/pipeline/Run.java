package org.scrutineer.pipeline;

import java.util.Locale;
import org.scrutineer.catalogue.ReportingPeriod;

/** One working of the job on one period. Its number is the only thing that identifies it, and is never used again. */
public record Run(int number, ReportingPeriod period, State state) {

    /** How far a run got. */
    public enum State {
        /** Begun, and not known to have ended: it is at work, or was cut off and will be finished by the next start. */
        STARTED,
        FINISHED,
        /** A step failed; the next start tries again from there. */
        FAILED,
        /** It did not end before the catalogue changed, and a newer run took up its period. */
        ABANDONED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
