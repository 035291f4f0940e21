package org.scrutineer.schedule;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How the timetable stands.
 *
 * @param keptSince when {@code serve} kept it for the first time; empty where it never has
 * @param nextNight when the next night's run is due
 * @param nights the dates of the night's run that did not end well at their time, of the last thirty; newest first
 */
public record ScheduleStatus(Optional<Instant> keptSince, ZonedDateTime nextNight, List<JobDay> nights) {

    public ScheduleStatus {
        nights = List.copyOf(nights);
    }
}
