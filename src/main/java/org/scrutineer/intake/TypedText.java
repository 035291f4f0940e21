package org.scrutineer.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.Names;

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
            form("uuuu/M/d"),
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

    private static final List<DateTimeFormatter> MONTH_FIRST =
            List.of(form("M/d/uuuu"), form("M-d-uuuu"), shortYear("M/d/", ""), form("M/d/uuuu H:mm"));

    private static final int MONTHS = 12;

    private static final String UNSIGNED = "((?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)";

    private static final Pattern SIGNED = Pattern.compile("((?:[+-] ?)?)(?:£ ?)?" + UNSIGNED);

    private static final Pattern BRACKETED = Pattern.compile("(?:£ ?)?\\( ?(?:£ ?)?" + UNSIGNED + " ?\\)");

    /** Before it Excel's calendar differs from everybody's by the 29 February 1900 that never was. */
    private static final LocalDate FIRST_SURE_DAY = LocalDate.of(1900, 3, 1);

    /** The day Excel gives to a time that stands alone. */
    private static final LocalDate DAY_OF_A_TIME = LocalDate.of(1899, 12, 31);

    /** Zero-width blanks and joiners, soft hyphens and byte order marks; not those that turn the direction of writing. */
    private static final Pattern INVISIBLE = Pattern.compile("[\u00ad\u180e\u200b\u200c\u200d\u2060-\u2064\ufeff]");

    private static final Pattern OTHER_BLANKS = Pattern.compile("[\\p{Zs}\\p{Zl}\\p{Zp}&&[^ ]]");

    private static final Pattern WITH_UNIT =
            Pattern.compile("(?:[€$¥] ?)?[+-]?" + UNSIGNED + " ?(?:[€$¥]|(?:\\p{L}[\\p{L}. ]*))?");

    private static final Pattern PERCENTAGE = Pattern.compile("([+-]?)" + UNSIGNED + " ?%");

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
        return (isPlain(text) ? text : respelled(text)).strip();
    }

    /** Whether there is nothing to see in a text. */
    static boolean isBlank(String text) {
        char first = text.charAt(0);
        return (first <= ' ' || first > '~') && tidy(text).isEmpty();
    }

    /** Asked of every text of a return: nearly all are, and a look costs far less than a pattern. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static String respelled(String text) {
        return INVISIBLE.matcher(OTHER_BLANKS.matcher(text).replaceAll(" ")).replaceAll("");
    }

    /** In one spelling, without an apostrophe that an export put around it. */
    private static String bare(String text) {
        String spelled = Names.spelling(text);
        int from = spelled.startsWith("'") ? 1 : 0;
        int to = spelled.length() - (spelled.endsWith("'") && spelled.length() > from ? 1 : 0);
        return spelled.substring(from, to).strip();
    }

    /** Without the ending of {@code 1st}, and with September as Java abbreviates it. */
    private static String usual(String date) {
        return bare(date)
                .replaceAll("(?i)(\\d)(st|nd|rd|th)\\b", "$1")
                .replaceAll("(?i)\\bsept\\b", "Sep")
                .replaceFirst("(?<=\\d)T(?=\\d)", " ")
                .replaceFirst("(:\\d\\d)(?:\\.0+)?$", "$1");
    }

    /** A date; of a date with a time its day. */
    static Optional<LocalDate> date(String text) {
        String tidy = usual(text);
        Optional<LocalDate> day = first(DATES, tidy, LocalDate::from);
        return day.isPresent() || tidy.indexOf(':') < 0 ? day : first(TIMES, tidy, LocalDate::from);
    }

    /** The date somebody meant who typed its month first, as in {@code 12/25/2018}; empty where the day may be first. */
    static Optional<LocalDate> monthFirst(String text) {
        return first(MONTH_FIRST, usual(text), LocalDate::from)
                .filter(day -> day.getDayOfMonth() > MONTHS && isReportable(day));
    }

    private static <T> Optional<T> first(List<DateTimeFormatter> forms, String text, TemporalQuery<T> query) {
        for (DateTimeFormatter form : forms) {
            try {
                return Optional.of(form.parse(text, query));
            } catch (DateTimeParseException notThisForm) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }

    /** Whether a return may tell of this day; others come from slips such as 31/12/0018. */
    static boolean isReportable(LocalDate day) {
        return !day.isBefore(Column.FIRST_DAY) && !day.isAfter(Column.LAST_DAY);
    }

    /** Whether Excel and everybody else mean the same by this day. */
    static boolean isSure(LocalDate day) {
        return !day.isBefore(FIRST_SURE_DAY);
    }

    /** Whether a cell's date is only that of a time of day. */
    static boolean isTimeAlone(long epochDay, int secondOfDay) {
        return epochDay == DAY_OF_A_TIME.toEpochDay() && secondOfDay > 0;
    }

    /** A date with a time; a date alone is its midnight. */
    static Optional<LocalDateTime> dateTime(String text) {
        String tidy = usual(text);
        Optional<LocalDateTime> moment = first(TIMES, tidy, LocalDateTime::from);
        return moment.isPresent() ? moment : first(DATES, tidy, LocalDate::from).map(LocalDate::atStartOfDay);
    }

    /**
     * A number with or without a pound sign, commas or spaces between thousands, a sign before it, or brackets around
     * a negative one.
     */
    static Optional<BigDecimal> number(String text) {
        String tidy = bare(text).replaceFirst("^£ ?([+-])", "$1£");
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

    /** The number before a per cent sign. */
    static Optional<BigDecimal> percentage(String text) {
        Matcher matcher = PERCENTAGE.matcher(bare(text));
        return matcher.matches()
                ? Optional.of(
                        matcher.group(1).equals("-") ? digits(matcher.group(2)).negate() : digits(matcher.group(2)))
                : Optional.empty();
    }

    /** Whether it is a number with a unit that is not asked for, e.g. {@code 3 days}. */
    static boolean hasUnit(String text) {
        return WITH_UNIT.matcher(bare(text)).matches();
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

    /** A cell's date, with its time where it has one. */
    static String written(long epochDay, int secondOfDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        if (secondOfDay == 0) {
            return written(day);
        }
        LocalTime time = LocalTime.ofSecondOfDay(secondOfDay);
        return isTimeAlone(epochDay, secondOfDay) ? time.toString() : day + " " + time;
    }
}
