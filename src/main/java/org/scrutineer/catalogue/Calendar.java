package org.scrutineer.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which days are worked, and when returns are due.
 *
 * @param deadlineWorkingDays returns are due on this working day after the end of the period
 * @param yearStart the month that reporting years begin with
 * @param bankHolidaysOf whose bank holidays they are, e.g. {@code England and Wales}; null where it is not said
 * @param chasing when those are reminded who have something to send
 */
public record Calendar(
        Set<LocalDate> bankHolidays,
        int deadlineWorkingDays,
        Month yearStart,
        @Nullable String bankHolidaysOf,
        Chasing chasing) {

    /** A calendar by which nobody is reminded of anything. */
    public Calendar(
            Set<LocalDate> bankHolidays, int deadlineWorkingDays, Month yearStart, @Nullable String bankHolidaysOf) {
        this(bankHolidays, deadlineWorkingDays, yearStart, bankHolidaysOf, Chasing.NONE);
    }

    public Calendar {
        bankHolidays = Collections.unmodifiableSet(new TreeSet<>(bankHolidays));
    }

    /** The months a figure of this timing is about. */
    public Months months(Indicator.Timing timing, ReportingPeriod period) {
        return timing.months(period, yearStart);
    }

    /** What a whole year is called: {@code 2017-18}, or {@code 2018} where years begin in January. */
    public String yearName(Months year) {
        int first = year.first().month().getYear();
        int last = year.last().month().getYear();
        return first == last ? String.valueOf(first) : first + "-" + String.format(Locale.ROOT, "%02d", last % 100);
    }

    /** The year that a text names as {@link #yearName} does, also with a slash. */
    public Optional<Months> year(String text) {
        String tidy = text.strip().replace('/', '-');
        if (!tidy.matches("\\d{4}(-\\d{2})?")) {
            return Optional.empty();
        }
        var first = new ReportingPeriod(YearMonth.of(Integer.parseInt(tidy.substring(0, 4)), yearStart));
        return Optional.of(new Months(first, first.plusMonths(11)))
                .filter(year -> yearName(year).equals(tidy));
    }

    /** Whose bank holidays they are, for the reader of a workbook. */
    public Optional<String> holidaysOf() {
        return Optional.ofNullable(bankHolidaysOf);
    }

    public boolean isWorkingDay(LocalDate date) {
        return isWeekday(date) && !bankHolidays.contains(date);
    }

    /** Whether a date is one of Monday to Friday, a bank holiday or not. */
    public static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The last day on which a return for this period is in time. */
    public LocalDate deadline(ReportingPeriod period) {
        return deadline(period, deadlineWorkingDays);
    }

    /** The same for a return that is due on another working day after the end of the period. */
    LocalDate deadline(ReportingPeriod period, int workingDays) {
        return worked(period.lastDay(), workingDays);
    }

    /**
     * How many days after {@code day}, up to and including {@code until}, are worked; below 0 where {@code until} is the
     * earlier one. For deadlines, which no start moves; figures count by a {@link DayCount}.
     */
    public int workedAfter(LocalDate day, LocalDate until) {
        if (until.isBefore(day)) {
            return -workedAfter(until, day);
        }
        return counted(DayCount.WORKING_DAYS, day.plusDays(1), until);
    }

    /** The days from one date to another by a convention, as its function in an expression counts them. */
    public int count(DayCount convention, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -count(convention, to, from);
        }
        int bothEnds = counted(convention, from, to);
        // Two days of one weekend lie before the day the start is moved to.
        return convention == DayCount.WORKING_DAYS_INCLUSIVE ? bothEnds : Math.max(bothEnds - 1, 0);
    }

    /**
     * The last day on which something is within so many working days of {@code start}, as {@code working_day_after} in an
     * expression gives it. A start on a day that is not worked is moved to the next one that is; 0 days after is that day.
     *
     * @throws IllegalArgumentException where {@code days} is below 0
     */
    public LocalDate workingDayAfter(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("working days after a start are 0 or more, not " + days);
        }
        LocalDate first = start;
        while (!isWorkingDay(first)) {
            first = first.plusDays(1);
        }
        return worked(first, days);
    }

    /** The day that is so many working days before another; 1 before a Monday is the Friday. */
    public LocalDate workingDayBefore(LocalDate end, int days) {
        LocalDate day = end;
        for (int worked = 0; worked < days; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                worked++;
            }
        }
        return day;
    }

    /** The day that is so many working days after another, which need not be one; 1 after a Friday is the Monday. */
    public LocalDate workingDayLater(LocalDate start, int days) {
        return worked(start, days);
    }

    private LocalDate worked(LocalDate after, int days) {
        LocalDate day = after;
        for (int worked = 0; worked < days; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                worked++;
            }
        }
        return day;
    }

    /** How many days a convention counts from {@code first} to {@code last}, both included. */
    private int counted(DayCount convention, LocalDate first, LocalDate last) {
        int days = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (convention == DayCount.WEEKDAYS ? isWeekday(day) : isWorkingDay(day)) {
                days++;
            }
        }
        return days;
    }
}
