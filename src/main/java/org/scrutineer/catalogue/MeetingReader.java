package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the meetings in {@code calendar.yaml}. */
final class MeetingReader {

    private final Problems problems;
    private final Map<LocalDate, Place> before = new HashMap<>();

    MeetingReader(Problems problems) {
        this.problems = problems;
    }

    /** Earliest first. */
    List<Meeting> read(Entry calendar) {
        var meetings = new ArrayList<Meeting>();
        calendar.entries("meetings").forEach(entry -> meeting(entry).ifPresent(meetings::add));
        meetings.sort(Comparator.comparing(Meeting::date));
        return meetings;
    }

    private Optional<Meeting> meeting(Entry entry) {
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
        papersDue
                .filter(due -> due.isAfter(date.get()))
                .ifPresent(due -> problems.add(
                        entry.at("papers-due").orElse(entry), "a day that is not after the meeting of " + date.get()));
        return Optional.of(new Meeting(date.get(), papersDue.orElse(null), periods, entry.place()));
    }
}
