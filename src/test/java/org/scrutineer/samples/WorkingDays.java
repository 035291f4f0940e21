package org.scrutineer.samples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Monday to Friday without the bank holidays of England and Wales, 2017 to 2021: source gov.uk/bank-holidays. */
final class WorkingDays {

    private static final Set<LocalDate> BANK_HOLIDAYS = Stream.of(
                    "2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26",
                    "2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26",
                    "2019-01-01 2019-04-19 2019-04-22 2019-05-06 2019-05-27 2019-08-26 2019-12-25 2019-12-26",
                    "2020-01-01 2020-04-10 2020-04-13 2020-05-08 2020-05-25 2020-08-31 2020-12-25 2020-12-28",
                    "2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28")
            .flatMap(year -> Stream.of(year.split(" ")))
            .map(LocalDate::parse)
            .collect(Collectors.toUnmodifiableSet());

    private WorkingDays() {}

    static boolean isWorked(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !BANK_HOLIDAYS.contains(day);
    }

    /** The working day from which it is {@code count} working days to {@code end}: after the one, up to the other. */
    static LocalDate before(LocalDate end, int count) {
        LocalDate day = end;
        for (int left = count; left > 0; day = day.minusDays(1)) {
            if (isWorked(day)) {
                left--;
            }
        }
        while (!isWorked(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The day on which {@code count} working days after {@code start} have passed. */
    static LocalDate after(LocalDate start, int count) {
        LocalDate day = start;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (isWorked(day)) {
                left--;
            }
        }
        return day;
    }
}
