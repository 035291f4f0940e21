package org.scrutineer.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * A calendar date of a job, which it is done on once or not at all.
 *
 * @param plannedAt when it was to begin
 * @param begunAt empty where it was missed
 */
public record JobDay(LocalDate date, Instant plannedAt, Optional<Instant> begunAt, State state) {

    /** What became of it. */
    public enum State {
        /** At work, or cut off and not yet found so. */
        BEGUN,
        DONE,
        /** It did not end well; the run that failed, if any, is gone on with by the next one. */
        FAILED,
        /** The process died, or was stopped; the next one goes on with it. */
        CUT_OFF,
        /** Nobody kept the schedule at the time; a later date made up for it. */
        MISSED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
