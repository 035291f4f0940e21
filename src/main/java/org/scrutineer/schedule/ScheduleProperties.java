package org.scrutineer.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When {@code serve} does what. Times are six fields: second, minute, hour, day of the month, month, day of the week.
 *
 * @param zone whose clock they are told by
 * @param night when the night's run begins, once a date
 * @param missedNights what becomes of nights that passed while nobody kept the schedule
 * @param grace how late a job may begin without being called missed
 * @param reminders when people are reminded, once a date
 * @param acknowledge how often the drop folder is looked into; none where it is 0
 * @param mail how often what is approved is issued, and mail that waits is sent
 * @param statusFolder where the page lies that shows how all stands
 */
@ConfigurationProperties("schedule")
record ScheduleProperties(
        @DefaultValue("Europe/London") ZoneId zone,
        @DefaultValue("0 30 2 * * *") String night,
        @DefaultValue("catch-up") MissedNights missedNights,
        @DefaultValue("1h") Duration grace,
        @DefaultValue("0 0 8 * * MON-FRI") String reminders,
        @DefaultValue("5m") Duration acknowledge,
        @DefaultValue("1m") Duration mail,
        Path statusFolder) {

    /** @throws IllegalArgumentException where a time is none, with what is expected */
    ScheduleProperties {
        requireTimetable("night", night, zone);
        requireTimetable("reminders", reminders, zone);
    }

    private static void requireTimetable(String setting, String cron, ZoneId zone) {
        try {
            new Timetable(cron, zone);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The setting schedule." + setting + " is \"" + cron + "\"; expected six fields that say a time of"
                            + " some days: second, minute, hour, day of the month, month, day of the week, e.g. 0 30 2 * * *"
                            + " for half past two every night. Put it right in config/application.yaml.",
                    e);
        }
    }

    /** What becomes of missed nights; they are told in either case. */
    enum MissedNights {
        /** One run makes up for all of them at once. */
        CATCH_UP,
        /** The next night's run does. */
        WAIT
    }
}
