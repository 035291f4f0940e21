package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the days in {@code calendar.yaml}. */
final class CalendarReader {

    private CalendarReader() {}

    static Calendar read(Entry root, Problems problems) {
        Map<LocalDate, Place> holidays = new LinkedHashMap<>();
        for (Entry holiday : root.entries("bank-holidays")) {
            Dates.date(holiday, "date", problems).ifPresent(date -> {
                Place before = holidays.putIfAbsent(date, holiday.place());
                if (before != null) {
                    problems.add(
                            holiday.place(),
                            date.toString(),
                            "each bank holiday once; it is on line " + before.line() + " already");
                }
            });
        }
        return new Calendar(
                holidays.keySet(),
                root.wholeNumber("deadline-working-days").orElse(0),
                root.choice("year-starts-in", Month.class).orElse(Month.APRIL),
                root.text("bank-holidays-of").orElse(null),
                root.at("chase").map(CalendarReader::chasing).orElse(Chasing.NONE));
    }

    private static Chasing chasing(Entry chase) {
        return new Chasing(days(chase, "before"), days(chase, "after"), days(chase, "papers-before"));
    }

    private static List<Integer> days(Entry chase, String key) {
        return chase.entries(key).stream()
                .filter(day -> day.json().canConvertToInt())
                .map(day -> day.json().asInt())
                .toList();
    }
}
