package org.scrutineer.secondopinion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** What SQL means by comparing, adding and casting values. */
final class Values {

    private static final int LENGTH_OF_A_DATE = "2018-12-31".length();

    private Values() {}

    /**
     * Which of two values comes first: numbers by what they are worth, texts by their characters' code points, false
     * before true, a date as the beginning of its day, a text beside a date as the date it says.
     */
    static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return a.compareTo(b);
        }
        if (isNumber(left) && isNumber(right)) {
            return decimal(left).compareTo(decimal(right));
        }
        if (left instanceof String a && right instanceof String b) {
            return compareTexts(a, b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return a.compareTo(b);
        }
        if (left instanceof Interval a && right instanceof Interval b) {
            return a.compareTo(b);
        }
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return a.compareTo(b);
        }
        if (isTime(left) || isTime(right)) {
            return moment(left).compareTo(moment(right));
        }
        throw unlike(left, right);
    }

    /** A number in a form of which equal ones are the same object, for sets and keys; anything else as it is. */
    static Object canonical(Object value) {
        if (!isNumber(value)) {
            return value;
        }
        BigDecimal number = decimal(value);
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    static Object plus(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Math.addExact(a, b);
        }
        if (isNumber(left) && isNumber(right)) {
            return decimal(left).add(decimal(right));
        }
        if (left instanceof LocalDate date && right instanceof Long days) {
            return date.plusDays(days);
        }
        if (left instanceof Long && right instanceof LocalDate) {
            return plus(right, left);
        }
        if (isTime(left) && right instanceof Interval interval) {
            return interval.after(moment(left));
        }
        if (left instanceof Interval && isTime(right)) {
            return plus(right, left);
        }
        throw unlike(left, right);
    }

    static Object minus(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return Math.subtractExact(a, b);
        }
        if (isNumber(left) && isNumber(right)) {
            return decimal(left).subtract(decimal(right));
        }
        if (left instanceof LocalDate date && right instanceof Long days) {
            return date.minusDays(days);
        }
        if (left instanceof LocalDate to && right instanceof LocalDate from) {
            return to.toEpochDay() - from.toEpochDay();
        }
        if (isTime(left) && right instanceof Interval interval) {
            return interval.before(moment(left));
        }
        if (isTime(left) && isTime(right)) {
            return Interval.between(moment(right), moment(left));
        }
        throw unlike(left, right);
    }

    static Object negative(Object value) {
        return value instanceof Long number
                ? (Object) Math.negateExact(number)
                : decimal(value).negate();
    }

    static Object times(Object left, Object right) {
        return left instanceof Long a && right instanceof Long b
                ? (Object) Math.multiplyExact(a, b)
                : decimal(left).multiply(decimal(right));
    }

    /** Rounded to so many decimals, halves away from zero; a whole number stays one. */
    static Object rounded(Object value, int decimals) {
        BigDecimal number = decimal(value).setScale(decimals, RoundingMode.HALF_UP);
        return value instanceof Long ? (Object) number.longValueExact() : number;
    }

    /** @throws IllegalArgumentException where a text is none of the type, or the type is not known */
    static Object cast(Object value, String type, int scale) {
        return switch (type) {
            case "date" -> date(value);
            case "timestamp", "datetime" -> moment(value);
            case "integer", "int", "bigint", "smallint", "tinyint", "hugeint" -> whole(value);
            case "decimal", "numeric" -> decimal(value).setScale(scale, RoundingMode.HALF_UP);
            case "varchar", "text" -> text(value);
            case "boolean", "bool" -> truth(value);
            default -> throw new IllegalArgumentException("no cast to " + type);
        };
    }

    /** The day of a moment, or of the text of a date or moment. */
    static LocalDate date(Object value) {
        return value instanceof LocalDate date ? date : moment(value).toLocalDate();
    }

    /** A date as its beginning; the text of one with or without a time, as {@code 2018-12-31 12:00:00}. */
    static LocalDateTime moment(Object value) {
        if (value instanceof LocalDateTime moment) {
            return moment;
        }
        if (value instanceof LocalDate date) {
            return date.atTime(LocalTime.MIDNIGHT);
        }
        String text = (String) value;
        return text.length() == LENGTH_OF_A_DATE
                ? LocalDate.parse(text).atTime(LocalTime.MIDNIGHT)
                : LocalDateTime.parse(text.replace(' ', 'T'));
    }

    static long whole(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        return value instanceof Long number
                ? number
                : decimal(value).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    static BigDecimal decimal(Object value) {
        if (value instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof String text) {
            return new BigDecimal(text.strip());
        }
        throw new IllegalArgumentException(kind(value) + " is no number");
    }

    static String text(Object value) {
        if (value instanceof String
                || value instanceof Long
                || value instanceof LocalDate
                || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException(kind(value) + " is no text");
    }

    private static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new IllegalArgumentException(kind(value) + " is neither true nor false");
    }

    private static boolean isNumber(Object value) {
        return value instanceof Long || value instanceof BigDecimal;
    }

    private static boolean isTime(Object value) {
        return value instanceof LocalDate || value instanceof LocalDateTime;
    }

    private static int compareTexts(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // A character beyond the first 65,536 is a pair of surrogates, which come after all others.
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static IllegalArgumentException unlike(Object left, Object right) {
        return new IllegalArgumentException(kind(left) + " beside " + kind(right));
    }

    /** What kind of value it is, never the value, which may be of a person. */
    private static String kind(Object value) {
        return "a " + value.getClass().getSimpleName();
    }
}
