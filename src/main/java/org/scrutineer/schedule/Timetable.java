package org.scrutineer.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * At what time of which calendar dates something is to be done. On each date there is one such time at most, whatever the
 * clock does that day: a time that is left out in spring is as much later as the clock is put forward, and of one that
 * comes twice in autumn the first is meant. The expression itself is asked for local times, as it leaves out the one and
 * counts the other twice.
 */
final class Timetable {

    private final CronExpression cron;
    private final ZoneId zone;

    /**
     * @param cron six fields: second, minute, hour, day of the month, month, day of the week
     * @throws IllegalArgumentException where it is none, or never comes
     */
    Timetable(String cron, ZoneId zone) {
        this.cron = CronExpression.parse(cron);
        this.zone = zone;
        // The days of a month come again in every leap year at the latest, those of the week with them in 28 years.
        if (this.cron.next(LocalDateTime.of(2000, 1, 1, 0, 0)) == null) {
            throw new IllegalArgumentException("no day has this time: " + cron);
        }
    }

    /** The moment on this date; none where it is not a day for it. */
    Optional<Instant> on(LocalDate date) {
        LocalDateTime next = cron.next(date.atStartOfDay().minusNanos(1));
        return Optional.ofNullable(next)
                .filter(time -> time.toLocalDate().equals(date))
                .map(time -> time.atZone(zone).toInstant());
    }

    /** The dates whose moment has come by {@code now}, from {@code first} on, oldest first. */
    List<LocalDate> comeBy(Instant now, LocalDate first) {
        var come = new ArrayList<LocalDate>();
        for (LocalDate date = first; !date.isAfter(dateOf(now)); date = date.plusDays(1)) {
            if (on(date).filter(time -> !time.isAfter(now)).isPresent()) {
                come.add(date);
            }
        }
        return come;
    }

    /** The next moment after {@code now} on a date that is {@code first} or later. */
    ZonedDateTime nextAfter(Instant now, LocalDate first) {
        LocalDate today = dateOf(now);
        for (LocalDate date = first.isAfter(today) ? first : today; ; date = date.plusDays(1)) {
            Optional<Instant> time = on(date).filter(moment -> moment.isAfter(now));
            if (time.isPresent()) {
                return time.get().atZone(zone);
            }
        }
    }

    LocalDate dateOf(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    ZoneId zone() {
        return zone;
    }
}
