package org.scrutineer.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and numbers as people in the United Kingdom type them into cells: the day before the month. */
final class TypedText {

    /** Excel takes a year of two digits for one from 1930 to 2029. */
    private static final int FIRST_SHORT_YEAR = 1930;

    /** The months of Locale.UK are not the same on every JDK: September is Sep on one and Sept on the next. */
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final List<DateTimeFormatter> DATES = List.of(
            form("d/M/uuuu"),
            form("d-M-uuuu"),
            form("d.M.uuuu"),
            form("uuuu-M-d"),
            form("d MMM uuuu"),
            form("d MMMM uuuu"),
            form("d-MMM-uuuu"),
            shortYear("d-MMM-", ""),
            shortYear("d MMM ", ""),
            shortYear("d/M/", ""),
            shortYear("d.M.", ""));

    private static final List<DateTimeFormatter> TIMES = List.of(
            form("d/M/uuuu H:mm"),
            form("d/M/uuuu H:mm:ss"),
            form("uuuu-M-d H:mm"),
            form("uuuu-M-d H:mm:ss"),
            form("d MMM uuuu H:mm"),
            form("d MMMM uuuu H:mm"),
            shortYear("d/M/", " H:mm"));

    private static final String UNSIGNED = "((?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)";

    private static final Pattern SIGNED = Pattern.compile("((?:[+-] ?)?)(?:£ ?)?" + UNSIGNED);

    private static final Pattern BRACKETED = Pattern.compile("(?:£ ?)?\\( ?(?:£ ?)?" + UNSIGNED + " ?\\)");

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private static final Pattern INVISIBLE = Pattern.compile("[\u200b\u200c\u200d\u2060\ufeff]");
    private static final char FIRST_INVISIBLE = '\u200b';

    private static final double LARGEST_PLAIN = 1e15;

    private TypedText() {}

    private static DateTimeFormatter form(String pattern) {
        return form(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern));
    }

    private static DateTimeFormatter shortYear(String before, String after) {
        return form(new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(before)
                .appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_SHORT_YEAR)
                .appendPattern(after));
    }

    private static DateTimeFormatter form(DateTimeFormatterBuilder pattern) {
        return pattern.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Without blanks around it, the non-breaking and the invisible ones included. */
    static String tidy(String text) {
        String blanks = text.replace('\u00a0', ' ');
        return (mayHoldInvisible(blanks) ? INVISIBLE.matcher(blanks).replaceAll("") : blanks).strip();
    }

    /** Asked of every text of a return: few do, and a look costs far less than a pattern. */
    private static boolean mayHoldInvisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_INVISIBLE) {
                return true;
            }
        }
        return false;
    }

    /** Without the ending of {@code 1st}, and with September as Java abbreviates it. */
    private static String usual(String date) {
        return date.replaceAll("\\s+", " ")
                .replaceAll("(?i)(\\d)(st|nd|rd|th)\\b", "$1")
                .replaceAll("(?i)\\bsept\\b", "Sep");
    }

    static Optional<LocalDate> date(String text) {
        String tidy = usual(text);
        for (DateTimeFormatter form : DATES) {
            try {
                return Optional.of(LocalDate.parse(tidy, form));
            } catch (DateTimeParseException notThisForm) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }

    /** Whether a return may tell of this day; others come from slips such as 31/12/0018. */
    static boolean isReportable(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** A date with a time; a date alone is its midnight. */
    static Optional<LocalDateTime> dateTime(String text) {
        String tidy = usual(text).replaceAll("(?<=\\d)T(?=\\d)", " ");
        for (DateTimeFormatter form : TIMES) {
            try {
                return Optional.of(LocalDateTime.parse(tidy, form));
            } catch (DateTimeParseException notThisForm) {
                // the next form may fit
            }
        }
        return date(text).map(LocalDate::atStartOfDay);
    }

    /**
     * A number with or without a pound sign, commas or spaces between thousands, a sign before it, or brackets around
     * a negative one.
     */
    static Optional<BigDecimal> number(String text) {
        String tidy = text.replace('\u2212', '-').replaceAll("\\s+", " ").replaceFirst("^£ ?([+-])", "$1£");
        Matcher bracketed = BRACKETED.matcher(tidy);
        Matcher signed = SIGNED.matcher(tidy);
        if (bracketed.matches()) {
            return Optional.of(digits(bracketed.group(1)).negate());
        }
        if (signed.matches()) {
            BigDecimal number = digits(signed.group(2));
            return Optional.of(signed.group(1).startsWith("-") ? number.negate() : number);
        }
        return Optional.empty();
    }

    private static BigDecimal digits(String grouped) {
        return new BigDecimal(grouped.replace(",", "").replace(" ", ""));
    }

    /** A number as Excel keeps it, to the 15 digits Excel shows. */
    static BigDecimal exact(double value) {
        if (isPlain(value)) {
            return BigDecimal.valueOf((long) value);
        }
        return new BigDecimal(value).round(new MathContext(15));
    }

    /** A number as a person would read it off the cell. */
    static String of(double value) {
        if (isPlain(value)) {
            return Long.toString((long) value);
        }
        return exact(value).stripTrailingZeros().toPlainString();
    }

    /** A whole number of at most 15 digits. */
    private static boolean isPlain(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN;
    }

    static String written(LocalDate date) {
        return WRITTEN.format(date);
    }
}
