package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads days and months in catalogue files, as people and Excel write them. */
final class Dates {

    private static final List<DateTimeFormatter> FORMS =
            List.of(form("uuuu-M-d"), form("d/M/uuuu"), form("d MMM uuuu"));

    private Dates() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    static Optional<LocalDate> date(Entry parent, String key, Problems problems) {
        return parent.scalar(key).flatMap(entry -> {
            Optional<LocalDate> date = date(entry.written().strip());
            if (date.isEmpty()) {
                problems.add(entry, "a date, e.g. 2021-03-31");
            }
            return date;
        });
    }

    static Optional<ReportingPeriod> period(Entry parent, String key, Problems problems) {
        return parent.scalar(key).flatMap(entry -> {
            Optional<ReportingPeriod> period = ReportingPeriod.read(entry.written());
            if (period.isEmpty()) {
                problems.add(entry, "a month, e.g. 2018-12");
            }
            return period;
        });
    }

    /** A day as people and Excel write it; empty where it is none. */
    static Optional<LocalDate> date(String text) {
        for (DateTimeFormatter form : FORMS) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeParseException notThisForm) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }
}
