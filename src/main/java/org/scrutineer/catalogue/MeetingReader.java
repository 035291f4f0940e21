package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the meetings in {@code calendar.yaml}. Where it says how many clear working days their papers are public before,
 * the day they are due is worked out; neither that day nor the day of the meeting is clear.
 */
final class MeetingReader {

    private static final String CLEAR_DAYS = "papers-clear-working-days";

    private final Calendar calendar;
    private final Problems problems;
    private final Map<LocalDate, Place> before = new HashMap<>();

    MeetingReader(Calendar calendar, Problems problems) {
        this.calendar = calendar;
        this.problems = problems;
    }

    /** Earliest first. */
    List<Meeting> read(Entry root) {
        Optional<Integer> clearDays = root.wholeNumber(CLEAR_DAYS);
        var meetings = new ArrayList<Meeting>();
        root.entries("meetings").forEach(entry -> meeting(entry, clearDays).ifPresent(meetings::add));
        meetings.sort(Comparator.comparing(Meeting::date));
        return meetings;
    }

    private Optional<Meeting> meeting(Entry entry, Optional<Integer> clearDays) {
        Optional<LocalDate> date = Dates.date(entry, "date", problems);
        Optional<LocalDate> papersDue = Dates.date(entry, "papers-due", problems);
        var periods = new ArrayList<ReportingPeriod>();
        for (Entry month : entry.list("periods")) {
            Optional<ReportingPeriod> period = ReportingPeriod.read(month.written());
            if (period.isEmpty()) {
                problems.add(month, "a month, e.g. 2018-12");
            } else if (date.isPresent() && !period.get().lastDay().isBefore(date.get())) {
                problems.add(month, "a month that ends before the meeting of " + date.get());
            } else {
                periods.add(period.get());
            }
        }
        if (date.isEmpty() || periods.isEmpty()) {
            return Optional.empty();
        }
        Place first = before.putIfAbsent(date.get(), entry.place());
        if (first != null) {
            problems.add(
                    entry.place(),
                    date.get().toString(),
                    "each meeting once; it is on line " + first.line() + " already");
        }
        Optional<LocalDate> latest = clearDays.map(days -> calendar.workingDayBefore(date.get(), days + 1));
        papersDue
                .filter(due -> due.isAfter(latest.orElse(date.get())))
                .ifPresent(due -> problems.add(
                        entry.at("papers-due").orElse(entry),
                        latest.map(day -> "a day not after " + day + ", which has " + clearDays.get()
                                        + " clear working days between it and the meeting of " + date.get())
                                .orElse("a day that is not after the meeting of " + date.get())));
        return Optional.of(new Meeting(date.get(), papersDue.or(() -> latest).orElse(null), periods, entry.place()));
    }
}
