package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A calendar month that returns report on, written {@code 2018-12}. */
public record ReportingPeriod(YearMonth month) implements Comparable<ReportingPeriod> {

    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private static final List<DateTimeFormatter> MONTH_FORMS = List.of(
            form("uuuu-M"),
            form("MMM-uu"),
            form("MMM uu"),
            form("MMM-uuuu"),
            form("MMM uuuu"),
            form("MMMM-uuuu"),
            form("MMMM uuuu"),
            form("MMMM-uu"),
            form("MMMM uu"),
            form("M/uuuu"));

    private static final List<DateTimeFormatter> DAY_FORMS =
            List.of(form("uuuu-M-d"), form("d/M/uuuu"), form("d MMM uuuu"), form("d MMMM uuuu"));

    /** A year of more than four digits, or with a sign, is a slip; the forms below would take it. */
    private static final Pattern SIGN_OR_LONG_YEAR = Pattern.compile("^[+-]|\\d{5}");

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    public static ReportingPeriod of(int year, int month) {
        return new ReportingPeriod(YearMonth.of(year, month));
    }

    public static ReportingPeriod containing(LocalDate date) {
        return new ReportingPeriod(YearMonth.from(date));
    }

    /**
     * Reads a period as people write it: {@code 2018-12}, {@code Dec-18}, {@code December 2018}, {@code 12/2018}, or
     * any day of the month such as {@code 31/12/2018}. "Sept" is taken for September. Empty where it is none of these.
     */
    public static Optional<ReportingPeriod> read(String text) {
        String tidy = text.strip().replaceAll("\\s+", " ").replaceAll("(?i)\\bsept\\b", "Sep");
        if (SIGN_OR_LONG_YEAR.matcher(tidy).find()) {
            return Optional.empty();
        }
        for (DateTimeFormatter form : MONTH_FORMS) {
            try {
                return Optional.of(new ReportingPeriod(YearMonth.parse(tidy, form)));
            } catch (DateTimeParseException notThisForm) {
                // the next form may fit
            }
        }
        for (DateTimeFormatter form : DAY_FORMS) {
            try {
                return Optional.of(containing(LocalDate.parse(tidy, form)));
            } catch (DateTimeParseException notThisForm) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }

    public LocalDate firstDay() {
        return month.atDay(1);
    }

    public LocalDate lastDay() {
        return month.atEndOfMonth();
    }

    public ReportingPeriod plusMonths(int months) {
        return new ReportingPeriod(month.plusMonths(months));
    }

    /** For people, e.g. {@code December 2018}. */
    public String title() {
        return TITLE.format(month);
    }

    @Override
    public int compareTo(ReportingPeriod other) {
        return month.compareTo(other.month);
    }

    @Override
    public String toString() {
        return month.toString();
    }
}
