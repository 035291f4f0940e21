package org.scrutineer.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which days are worked, and when returns are due.
 *
 * @param bankHolidays of England and Wales
 * @param deadlineWorkingDays returns are due on this working day after the end of the period
 * @param yearStart the month that reporting years begin with
 */
public record Calendar(Set<LocalDate> bankHolidays, int deadlineWorkingDays, Month yearStart) {

    public Calendar {
        bankHolidays = java.util.Collections.unmodifiableSet(new TreeSet<>(bankHolidays));
    }

    /** The months a figure of this timing is about. */
    public Months months(Indicator.Timing timing, ReportingPeriod period) {
        return timing.months(period, yearStart);
    }

    public boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY
                && date.getDayOfWeek() != DayOfWeek.SUNDAY
                && !bankHolidays.contains(date);
    }

    /** The last day on which a return for this period is in time. */
    public LocalDate deadline(ReportingPeriod period) {
        return deadline(period, deadlineWorkingDays);
    }

    /** The same for a return that is due on another working day after the end of the period. */
    LocalDate deadline(ReportingPeriod period, int workingDays) {
        LocalDate day = period.lastDay();
        for (int worked = 0; worked < workingDays; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                worked++;
            }
        }
        return day;
    }

    /**
     * How many days after {@code from}, up to and including {@code to}, are worked; below 0 where {@code to} is the
     * earlier one. From a Friday to the Monday after is 1.
     */
    public int workingDays(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -workingDays(to, from);
        }
        int worked = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                worked++;
            }
        }
        return worked;
    }
}
