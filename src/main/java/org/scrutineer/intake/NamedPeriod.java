package org.scrutineer.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scrutineer.catalogue.ReportingPeriod;

/** Months and days in the names of files and folders, e.g. {@code Annex A 2019-12.xlsx}. */
final class NamedPeriod {

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(20\\d\\d)[-_. ]?(0[1-9]|1[0-2])(?:[-_. ]?(0[1-9]|[12]\\d|3[01]))?(?!\\d)");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(0?[1-9]|[12]\\d|3[01])[-_. ](0?[1-9]|1[0-2])[-_. ](20\\d\\d)(?!\\d)");
    private static final Pattern MONTH_NAME = Pattern.compile(
            "(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*" + "[-_. ']*(20\\d\\d|\\d\\d)(?!\\d)");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private NamedPeriod() {}

    /** The month that a file's name holds; empty where it holds none, or several. */
    static Optional<ReportingPeriod> ofFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Set<YearMonth> months = new LinkedHashSet<>();
        for (Matcher found = YEAR_FIRST.matcher(name); found.find(); ) {
            months.add(YearMonth.of(number(found, 1), number(found, 2)));
        }
        for (Matcher found = DAY_FIRST.matcher(name); found.find(); ) {
            months.add(YearMonth.of(number(found, 3), number(found, 2)));
        }
        for (Matcher found = MONTH_NAME.matcher(name); found.find(); ) {
            months.add(YearMonth.of(number(found, 2) % 100 + 2000, MONTHS.indexOf(found.group(1)) / 3 + 1));
        }
        return months.size() == 1
                ? Optional.of(new ReportingPeriod(months.iterator().next()))
                : Optional.empty();
    }

    /** The day that a file's name holds; empty where it holds none, or several. */
    static Optional<LocalDate> dayOfFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Set<LocalDate> days = new LinkedHashSet<>();
        for (Matcher found = YEAR_FIRST.matcher(name); found.find(); ) {
            if (found.group(3) != null) {
                day(number(found, 1), number(found, 2), number(found, 3)).ifPresent(days::add);
            }
        }
        for (Matcher found = DAY_FIRST.matcher(name); found.find(); ) {
            day(number(found, 3), number(found, 2), number(found, 1)).ifPresent(days::add);
        }
        return days.size() == 1 ? Optional.of(days.iterator().next()) : Optional.empty();
    }

    /** The month that the nearest folder named like one names. */
    static Optional<ReportingPeriod> ofFolder(String path) {
        String[] parts = path.split("/");
        for (int i = parts.length - 2; i >= 0; i--) {
            Optional<ReportingPeriod> period = ReportingPeriod.read(parts[i].replace('_', '-'));
            if (period.isPresent()) {
                return period;
            }
        }
        return Optional.empty();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
