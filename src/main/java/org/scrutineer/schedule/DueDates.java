package org.scrutineer.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The dates of a job whose time has come and that nobody has entered yet.
 *
 * @param toDo the newest of them, which makes up for all; empty where none is due, or it came too late to be done
 * @param missed those that were not done at their time, oldest first; the one to do is among them where it is made up for
 */
record DueDates(Optional<LocalDate> toDo, List<LocalDate> missed) {

    static final DueDates NONE = new DueDates(Optional.empty(), List.of());

    DueDates {
        missed = List.copyOf(missed);
    }

    /**
     * @param since when the job began to be kept: times up to then are nobody's debt
     * @param newest the newest date that was entered
     * @param grace how late a date may be begun without being called missed
     * @param catchesUp whether a missed date is made up for at once, and not by the next one alone
     */
    static DueDates at(
            Instant now,
            Timetable timetable,
            Instant since,
            Optional<LocalDate> newest,
            Duration grace,
            boolean catchesUp) {
        LocalDate first = newest.map(date -> date.plusDays(1)).orElseGet(() -> timetable.dateOf(since));
        List<LocalDate> come = timetable.comeBy(now, first).stream()
                .filter(date -> timetable.on(date).orElseThrow().isAfter(since))
                .toList();
        if (come.isEmpty()) {
            return NONE;
        }
        LocalDate last = come.get(come.size() - 1);
        boolean inTime = !timetable.on(last).orElseThrow().plus(grace).isBefore(now);
        if (inTime) {
            return new DueDates(Optional.of(last), come.subList(0, come.size() - 1));
        }
        return new DueDates(catchesUp ? Optional.of(last) : Optional.empty(), come);
    }
}
