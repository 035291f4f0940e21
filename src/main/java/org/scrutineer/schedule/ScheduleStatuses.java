package org.scrutineer.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells how the timetable stands, from the ledger and the settings. */
@Component
public class ScheduleStatuses {

    private static final int NIGHTS_BACK = 30;

    private final JobDays days;
    private final ScheduleProperties settings;
    private final Clock clock;

    ScheduleStatuses(JobDays days, ScheduleProperties settings, Clock clock) {
        this.days = days;
        this.settings = settings;
        this.clock = clock;
    }

    public ScheduleStatus now() {
        Instant now = clock.instant();
        Timetable timetable = new Timetable(settings.night(), settings.zone());
        List<JobDay> nights = days.newest(Night.JOB, NIGHTS_BACK);
        LocalDate first =
                nights.isEmpty() ? timetable.dateOf(now) : nights.get(0).date().plusDays(1);
        return new ScheduleStatus(
                days.keptSince(Night.JOB),
                timetable.nextAfter(now, first),
                nights.stream()
                        .filter(night -> night.state() != JobDay.State.DONE)
                        .toList());
    }
}
