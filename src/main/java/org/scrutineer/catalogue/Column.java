package org.scrutineer.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a dataset.
 *
 * @param name as used in SQL, e.g. {@code last_seen}
 * @param headers what may stand in the header row, preferred first; empty where the version of the template lacks it
 * @param personal whether its values say something of a person
 * @param codes for a code: each code with the other ways people write it, in order
 * @param blanks what people type instead of leaving the cell empty, e.g. {@code Unallocated}
 * @param min the smallest number allowed, or null
 * @param max the largest number allowed, or null
 * @param shape how a text must be built, or null
 * @param about what it means, for the people who fill it in, in whole sentences; null where its header says it all
 */
public record Column(
        String name,
        List<String> headers,
        Type type,
        boolean required,
        boolean personal,
        Map<String, List<String>> codes,
        List<String> blanks,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Shape shape,
        @Nullable String about,
        Place place) {

    /** The first day that a return may tell of; earlier ones come from slips such as 31/12/0018. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    /** The last day that a return may tell of. */
    public static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    /**
     * How a text is built.
     *
     * @param words the same for people, in words that follow "expected", e.g. {@code three letters and four digits}
     */
    public record Shape(Pattern pattern, String words) {

        public boolean fits(String text) {
            return pattern.matcher(text).matches();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Shape shape
                    && shape.pattern.pattern().equals(pattern.pattern())
                    && shape.words.equals(words);
        }

        @Override
        public int hashCode() {
            return Objects.hash(pattern.pattern(), words);
        }
    }

    /** What a column holds. */
    public enum Type {
        /** Any text; a number typed there is taken as the text Excel shows. */
        TEXT,
        /** One of a fixed set, see {@link Column#codes()}. */
        CODE,
        /** A calendar date. */
        DATE,
        /** A date with a time of day. */
        DATETIME,
        /** A calendar month, kept as its first day. */
        MONTH,
        YES_NO,
        /** A whole number. */
        INTEGER,
        /** A number of up to four decimals, e.g. full-time equivalents or hours. */
        DECIMAL,
        /** Pounds, with two decimals. */
        MONEY
    }

    /** A column that takes a text of any shape, and whose header says what it means. */
    public Column(
            String name,
            List<String> headers,
            Type type,
            boolean required,
            boolean personal,
            Map<String, List<String>> codes,
            List<String> blanks,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            Place place) {
        this(name, headers, type, required, personal, codes, blanks, min, max, null, null, place);
    }

    public Column {
        headers = List.copyOf(headers);
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        blanks = List.copyOf(blanks);
    }

    /** What the column takes, in words that follow "expected". */
    public String expected() {
        return switch (type) {
            case TEXT -> shape == null ? "the " + headers.get(0) : shape.words();
            case CODE ->
                "one of " + codes.keySet().stream().map(this::preferred).collect(Collectors.joining(", "));
            case DATE -> "a date such as 31/12/2018";
            case DATETIME -> "a date and time such as 31/12/2018 14:05";
            case MONTH -> "a month such as December 2018";
            case YES_NO -> "Yes or No";
            case INTEGER -> "a whole number" + range();
            case DECIMAL -> "a number" + range();
            case MONEY -> "an amount in pounds" + range();
        };
    }

    /** How a code is written for people: the first other way of writing it, or the code itself where there is none. */
    public String preferred(String code) {
        List<String> others = codes.getOrDefault(code, List.of());
        return others.isEmpty() ? code : others.get(0);
    }

    private String range() {
        if (min != null && max != null) {
            return " from " + min.toPlainString() + " to " + max.toPlainString();
        }
        if (min != null) {
            return ", " + min.toPlainString() + " or more";
        }
        return max == null ? "" : ", " + max.toPlainString() + " or less";
    }
}
