package org.scrutineer.schedule;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Calendar dates as people read them. */
final class Days {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Days() {}

    /** E.g. {@code 8 January 2019}. */
    static String words(LocalDate date) {
        return DAY.format(date);
    }

    /** E.g. {@code 1 working day}. */
    static String working(long days) {
        return days == 1 ? "1 working day" : days + " working days";
    }

    /** Dates in order, those that follow one another as a range: {@code 8 January 2019, 10 January 2019 to 12 January 2019}. */
    static String ranges(List<LocalDate> dates) {
        var ranges = new ArrayList<String>();
        int start = 0;
        for (int i = 1; i <= dates.size(); i++) {
            boolean follows = i < dates.size() && dates.get(i - 1).plusDays(1).equals(dates.get(i));
            if (!follows) {
                ranges.add(words(dates.get(start)) + (i - 1 > start ? " to " + words(dates.get(i - 1)) : ""));
                start = i;
            }
        }
        return String.join(", ", ranges);
    }
}
