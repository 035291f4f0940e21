package org.scrutineer.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and times as people write them. */
public final class Times {

    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter hour;
    private final DateTimeFormatter minute;

    public Times(Locale locale, ZoneId zone) {
        this.zone = zone;
        this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
        this.weekday = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale);
        this.hour = DateTimeFormatter.ofPattern("ha", locale);
        this.minute = DateTimeFormatter.ofPattern("h:mma", locale);
    }

    /** E.g. {@code 9:30am on 22 November 2026}, {@code 5pm on …}, {@code midnight on …}, {@code midday on …}. */
    public String moment(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        return time(at.toLocalTime()) + " on " + day(at.toLocalDate());
    }

    /** The date on which a moment is. */
    public LocalDate date(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** E.g. {@code 22 November 2026}. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** E.g. {@code Sunday 22 November 2026}. */
    public String weekday(LocalDate date) {
        return weekday.format(date);
    }

    /** E.g. {@code 9:30am}. */
    public String time(LocalTime time) {
        if (time.getMinute() == 0 && time.getHour() % 12 == 0) {
            return time.getHour() == 0 ? "midnight" : "midday";
        }
        return (time.getMinute() == 0 ? hour : minute).format(time).toLowerCase(Locale.ROOT);
    }

    /** How long something lasts, in the largest unit that says it exactly, e.g. {@code 15 minutes}, {@code 1 day}. */
    public String lasting(Duration time) {
        if (time.toSecondsPart() > 0) {
            return counted(time.toSeconds(), "second");
        }
        if (time.toMinutesPart() > 0) {
            return counted(time.toMinutes(), "minute");
        }
        return time.toHoursPart() > 0 || time.isZero()
                ? counted(time.toHours(), "hour")
                : counted(time.toDays(), "day");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
