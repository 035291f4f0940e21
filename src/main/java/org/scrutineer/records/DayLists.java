package org.scrutineer.records;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.scrutineer.catalogue.Calendar;

/**
 * What the functions for days look up, for each day from {@link #FIRST_DAY} to {@link #LAST_DAY}.
 *
 * @param worked the running total of working days, an item a day
 * @param weekdays the running total of Mondays to Fridays, an item a day
 * @param days the working days themselves, as days since 1970-01-01
 */
// Lists of numbers for an engine that takes lists of numbers: nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record DayLists(int[] worked, int[] weekdays, int[] days) {

    /** The first day that the functions know; earlier dates are refused when a return is read. */
    static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private static final int DAYS_OF_WEEK = DayOfWeek.values().length;

    static DayLists of(Calendar calendar) {
        int first = Math.toIntExact(FIRST_DAY.toEpochDay());
        int length = Math.toIntExact(LAST_DAY.toEpochDay()) - first + 1;
        var holidays = new BitSet(length);
        calendar.bankHolidays().stream()
                .filter(day -> !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY))
                .forEach(day -> holidays.set(Math.toIntExact(day.toEpochDay()) - first));
        var worked = new int[length];
        var weekdays = new int[length];
        var days = new int[length];
        int workedSoFar = 0;
        int weekdaysSoFar = 0;
        int daysFromMonday = FIRST_DAY.getDayOfWeek().ordinal();
        for (int i = 0; i < length; i++) {
            if ((i + daysFromMonday) % DAYS_OF_WEEK < DayOfWeek.SATURDAY.ordinal()) {
                weekdaysSoFar++;
                if (!holidays.get(i)) {
                    days[workedSoFar++] = first + i;
                }
            }
            worked[i] = workedSoFar;
            weekdays[i] = weekdaysSoFar;
        }
        return new DayLists(worked, weekdays, Arrays.copyOf(days, workedSoFar));
    }
}
