package org.scrutineer.schedule;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The timetable in plain words. */
public final class ScheduleWords {

    private static final DateTimeFormatter NIGHT =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);

    private ScheduleWords() {}

    /** When the next night's run is, or that nobody keeps the schedule. */
    public static String of(ScheduleStatus status) {
        return status.keptSince().isEmpty()
                ? "The schedule has never been kept: start serve, or have the machine's own timetable call run."
                : nextNight(status);
    }

    /** When the next night's run is, where the schedule is kept. */
    public static String nextNight(ScheduleStatus status) {
        return "The next night's run is on " + NIGHT.format(status.nextNight()) + ".";
    }

    /** A night that did not go as planned, e.g. {@code 9 January 2019: missed, as nobody kept the schedule}. */
    public static String of(JobDay night) {
        return Days.words(night.date()) + ": " + of(night.state());
    }

    static String of(JobDay.State state) {
        return switch (state) {
            case BEGUN -> "at work, or cut off";
            case DONE -> "done";
            case FAILED -> "failed; the next one goes on with it";
            case CUT_OFF -> "cut off; the next start goes on with it";
            case MISSED -> "missed, as nobody kept the schedule";
        };
    }
}
