package org.scrutineer.secondopinion;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Calendar;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.DayCount;

/**
 * The functions of one row that the catalogue may use, written anew. Each is null where an argument is, but for {@code
 * greatest}, {@code least} and {@code nullif}. Left out is what is calculated in floating point, as {@code /}, and
 * regular expressions, which another engine understands differently.
 */
final class Functions {

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final Map<String, Function> functions = new HashMap<>();

    Functions(Calendar calendar) {
        numbers();
        texts();
        dates();
        days(calendar);
    }

    /** A function of values none of which is null; it may be null where it is not defined. */
    @FunctionalInterface
    interface Function {
        @Nullable
        Object of(List<Object> arguments);
    }

    /** A function ready to be called with any values; empty where there is none of this name. */
    Optional<NullableFunction> function(String name) {
        switch (name) {
            case "greatest":
                return Optional.of(values -> extreme(values, 1));
            case "least":
                return Optional.of(values -> extreme(values, -1));
            case "nullif":
                return Optional.of(values -> nullIf(values.get(0), values.get(1)));
            default:
                return Optional.ofNullable(functions.get(name))
                        .map(function -> values -> values.contains(null) ? null : function.of(values));
        }
    }

    /** A function that itself says what becomes of nulls. */
    @FunctionalInterface
    interface NullableFunction {
        @Nullable
        Object of(List<@Nullable Object> arguments);
    }

    private static @Nullable Object extreme(List<@Nullable Object> values, int sign) {
        Object best = null;
        for (Object value : values) {
            if (value != null && (best == null || sign * Values.compare(value, best) > 0)) {
                best = value;
            }
        }
        return best;
    }

    private static @Nullable Object nullIf(@Nullable Object value, @Nullable Object unwanted) {
        return value != null && unwanted != null && Values.compare(value, unwanted) == 0 ? null : value;
    }

    private void numbers() {
        functions.put("+", a -> a.size() == 1 ? a.get(0) : Values.plus(a.get(0), a.get(1)));
        functions.put("-", a -> a.size() == 1 ? Values.negative(a.get(0)) : Values.minus(a.get(0), a.get(1)));
        functions.put("*", a -> Values.times(a.get(0), a.get(1)));
        functions.put("//", a -> (Long) a.get(0) / (Long) a.get(1));
        functions.put("%", a -> remainder(a.get(0), a.get(1)));
        functions.put(
                "abs",
                a -> a.get(0) instanceof Long number
                        ? (Object) Math.absExact(number)
                        : Values.decimal(a.get(0)).abs());
        functions.put("round", a -> Values.rounded(a.get(0), a.size() == 1 ? 0 : Math.toIntExact((Long) a.get(1))));
        functions.put("floor", a -> towards(a.get(0), RoundingMode.FLOOR));
        functions.put("ceil", a -> towards(a.get(0), RoundingMode.CEILING));
        functions.put("trunc", a -> towards(a.get(0), RoundingMode.DOWN));
    }

    private static Object remainder(Object left, Object right) {
        return left instanceof Long a && right instanceof Long b
                ? (Object) (a % b)
                : Values.decimal(left).remainder(Values.decimal(right));
    }

    private static Object towards(Object number, RoundingMode rounding) {
        return number instanceof Long ? number : Values.decimal(number).setScale(0, rounding);
    }

    private void texts() {
        functions.put("||", a -> Values.text(a.get(0)) + Values.text(a.get(1)));
        functions.put("~~", a -> isLike(a.get(0), a.get(1)));
        functions.put("!~~", a -> !isLike(a.get(0), a.get(1)));
        functions.put("lower", a -> eachCharacter(a.get(0), Character::toLowerCase));
        functions.put("upper", a -> eachCharacter(a.get(0), Character::toUpperCase));
        functions.put("trim", a -> trimmed((String) a.get(0)));
        functions.put("length", a -> {
            String text = (String) a.get(0);
            return (long) text.codePointCount(0, text.length());
        });
        functions.put("left", a -> part((String) a.get(0), 0, Math.toIntExact((Long) a.get(1))));
        functions.put("right", a -> {
            String text = (String) a.get(0);
            int length = text.codePointCount(0, text.length());
            int kept = Math.toIntExact((Long) a.get(1));
            return part(text, kept < 0 ? Math.min(length, -kept) : Math.max(0, length - kept), length);
        });
        functions.put("replace", a -> {
            String sought = (String) a.get(1);
            return sought.isEmpty() ? a.get(0) : ((String) a.get(0)).replace(sought, (String) a.get(2));
        });
        functions.put("starts_with", a -> ((String) a.get(0)).startsWith((String) a.get(1)));
        functions.put("ends_with", a -> ((String) a.get(0)).endsWith((String) a.get(1)));
        functions.put("contains", a -> ((String) a.get(0)).contains((String) a.get(1)));
    }

    private static String eachCharacter(Object text, IntUnaryOperator change) {
        return ((String) text)
                .codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Blanks alone: SQL's trim takes off no tabs. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }

    /** The characters from one to another, counted by code points; a last one below 0 counts from the end. */
    private static String part(String text, int from, int to) {
        int length = text.codePointCount(0, text.length());
        int end = to < 0 ? Math.max(0, length + to) : Math.min(to, length);
        return from >= end ? "" : text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, end));
    }

    private static boolean isLike(Object text, Object pattern) {
        var expression = new StringBuilder();
        ((String) pattern)
                .codePoints()
                .forEach(character -> expression.append(
                        switch (character) {
                            case '%' -> ".*";
                            case '_' -> ".";
                            default -> Pattern.quote(Character.toString(character));
                        }));
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher((String) text)
                .matches();
    }

    private void dates() {
        functions.put("year", a -> (long) Values.date(a.get(0)).getYear());
        functions.put("month", a -> (long) Values.date(a.get(0)).getMonthValue());
        functions.put("day", a -> (long) Values.date(a.get(0)).getDayOfMonth());
        functions.put("quarter", a -> quarter(Values.date(a.get(0))));
        functions.put("last_day", a -> YearMonth.from(Values.date(a.get(0))).atEndOfMonth());
        functions.put(
                "make_date",
                a -> LocalDate.of(
                        Math.toIntExact((Long) a.get(0)), Math.toIntExact((Long) a.get(1)), Math.toIntExact((Long)
                                a.get(2))));
        functions.put("date_add", a -> Values.plus(a.get(0), a.get(1)));
        functions.put("date_part", a -> datePart((String) a.get(0), Values.moment(a.get(1))));
        functions.put("date_trunc", a -> beginning((String) a.get(0), Values.moment(a.get(1))));
        functions.put("date_diff", a -> boundaries((String) a.get(0), a.get(1), a.get(2)));
        functions.put("to_days", a -> new Interval(0, (Long) a.get(0), Duration.ZERO));
        functions.put("to_weeks", a -> new Interval(0, Math.multiplyExact(7L, (Long) a.get(0)), Duration.ZERO));
        functions.put("to_months", a -> new Interval((Long) a.get(0), 0, Duration.ZERO));
        functions.put("to_years", a -> new Interval(Math.multiplyExact(12L, (Long) a.get(0)), 0, Duration.ZERO));
        functions.put("to_hours", a -> new Interval(0, 0, Duration.ofHours((Long) a.get(0))));
        functions.put("to_minutes", a -> new Interval(0, 0, Duration.ofMinutes((Long) a.get(0))));
    }

    private void days(Calendar calendar) {
        for (DayCount convention : DayCount.values()) {
            functions.put(convention.function(), a -> {
                LocalDate from = Values.date(a.get(0));
                LocalDate to = Values.date(a.get(1));
                return isKnown(from) && isKnown(to) ? (Object) (long) calendar.count(convention, from, to) : null;
            });
        }
        functions.put("working_day_after", a -> {
            LocalDate from = Values.date(a.get(0));
            int days = Math.toIntExact((Long) a.get(1));
            return days >= 0 && isKnown(from) ? calendar.workingDayAfter(from, days) : null;
        });
    }

    /** Days are counted among those that a return may tell of. */
    private static boolean isKnown(LocalDate date) {
        return !date.isBefore(Column.FIRST_DAY) && !date.isAfter(Column.LAST_DAY);
    }

    private static long quarter(LocalDate date) {
        return (date.getMonthValue() - 1) / MONTHS_OF_A_QUARTER + 1L;
    }

    private static Object datePart(String part, LocalDateTime moment) {
        return switch (part) {
            case "year" -> (long) moment.getYear();
            case "quarter" -> quarter(moment.toLocalDate());
            case "month" -> (long) moment.getMonthValue();
            case "day" -> (long) moment.getDayOfMonth();
            case "hour" -> (long) moment.getHour();
            default -> throw new IllegalArgumentException("no part " + part + " of a date");
        };
    }

    private static LocalDateTime beginning(String unit, LocalDateTime moment) {
        LocalDate day = moment.toLocalDate();
        return switch (unit) {
            case "year" -> day.withDayOfYear(1).atStartOfDay();
            case "quarter" ->
                day.withDayOfMonth(1)
                        .minusMonths((day.getMonthValue() - 1) % MONTHS_OF_A_QUARTER)
                        .atStartOfDay();
            case "month" -> day.withDayOfMonth(1).atStartOfDay();
            case "day" -> day.atStartOfDay();
            case "hour" -> moment.truncatedTo(ChronoUnit.HOURS);
            default -> throw new IllegalArgumentException("no unit " + unit + " of time");
        };
    }

    /** How often a unit begins between two moments: from 31 January to 1 February is a month. */
    private static Object boundaries(String unit, Object from, Object to) {
        LocalDateTime first = beginning(unit, Values.moment(from));
        LocalDateTime last = beginning(unit, Values.moment(to));
        return switch (unit) {
            case "year" -> ChronoUnit.YEARS.between(first, last);
            case "quarter" -> ChronoUnit.MONTHS.between(first, last) / MONTHS_OF_A_QUARTER;
            case "month" -> ChronoUnit.MONTHS.between(first, last);
            case "day" -> ChronoUnit.DAYS.between(first, last);
            default -> ChronoUnit.HOURS.between(first, last);
        };
    }
}
