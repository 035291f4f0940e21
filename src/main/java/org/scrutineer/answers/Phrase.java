package org.scrutineer.answers;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.scrutineer.catalogue.Severity;

/** Numbers, dates and lists in words. */
final class Phrase {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Phrase() {}

    /** {@code 1 row}, {@code 1,024 rows}. */
    static String count(long number, String thing) {
        return String.format(Locale.UK, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** A sentence's beginning with a capital letter. */
    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ENGLISH) + text.substring(1);
    }

    /** What a finding of a severity means for the return. */
    static String consequence(Severity severity) {
        return switch (severity) {
            case BLOCK -> "Return refused";
            case ERROR -> "Row kept out";
            case WARNING -> "To be looked at";
            case QUERY -> "To be confirmed";
            case INFO -> "For information";
        };
    }
}
