package org.scrutineer.commentary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that somebody quotes in a text: in digits, or as words from one to twenty. Those of dates, times, money and
 * names are not among them. What a number is of it can only guess, so that it finds some that count nobody.
 */
public final class QuotedNumbers {

    private static final List<String> WORDS = List.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty");

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)\\b";

    /** Dates, times of day, and lengths of time: their numbers count nobody. */
    private static final Pattern TIMES = Pattern.compile(
            "\\b\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}\\b|\\b\\d{4}-\\d{2}\\b|\\b\\d{1,2}[:.]\\d{2}\\s?(?:am|pm)\\b"
                    + "|\\b\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH + "(?:\\s+\\d{4})?"
                    + "|\\b" + MONTH + "\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4})?|\\b" + MONTH + "\\s+\\d{4}\\b"
                    + "|\\b(?:\\d+(?:\\.\\d+)?|" + String.join("|", WORDS)
                    + ")[\\s-]+(?:(?:working|calendar|whole|full|more|"
                    + "further|consecutive)\\s+)?(?:minute|hour|day|weekday|week|month|quarter|year)s?\\b"
                    + "|£\\s?\\d[\\d,.]*|\\bno one\\b|\\bone another\\b|\\bone-off\\b|\\bone-to-one\\b|\\b\\d+(?:st|nd|rd|th)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,/-])(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)(?<percent>\\s?%|\\s+per ?cent\\b)?"
                    + "(?![\\p{L}\\p{N}/]|[.,]\\d)|\\b(?<word>" + String.join("|", WORDS)
                    + ")\\b(?<share>\\s+per ?cent\\b)?",
            Pattern.CASE_INSENSITIVE);

    /** How far behind a number it is looked for what is counted. */
    private static final Pattern NEXT_WORDS =
            Pattern.compile("^(?:\\W+(?:of|the|these|our|more)\\b)*\\W+[\\p{L}'’-]+(?:\\W+[\\p{L}'’-]+)?");

    private QuotedNumbers() {}

    /**
     * A number in a text.
     *
     * @param words as it is written
     * @param share whether it is a percentage
     * @param next the words behind it, in small letters
     */
    public record Quoted(BigDecimal number, String words, boolean share, String next) {

        /** Whether it can be how many people there are: a whole number, and no percentage. */
        public boolean isCount() {
            return !share && number.stripTrailingZeros().scale() <= 0;
        }
    }

    /** @param names that may hold numbers, such as those of teams; longer ones are recognised before shorter */
    public static List<Quoted> in(@Nullable String text, Collection<String> names) {
        if (text == null) {
            return List.of();
        }
        String left = TIMES.matcher(withoutNames(text, names)).replaceAll(" ~ ");
        var found = new ArrayList<Quoted>();
        Matcher matcher = NUMBERS.matcher(left);
        while (matcher.find()) {
            String digits = matcher.group("digits");
            BigDecimal number = digits == null
                    ? BigDecimal.valueOf(WORDS.indexOf(matcher.group("word").toLowerCase(Locale.ROOT)) + 1L)
                    : new BigDecimal(digits.replace(",", ""));
            Matcher next = NEXT_WORDS.matcher(left.substring(matcher.end()));
            found.add(new Quoted(
                    number,
                    matcher.group().strip(),
                    matcher.group("percent") != null || matcher.group("share") != null,
                    next.find() ? next.group().toLowerCase(Locale.ROOT) : ""));
        }
        return found;
    }

    private static String withoutNames(String text, Collection<String> names) {
        String left = text;
        for (String name : Stream.of(names.toArray(String[]::new))
                .filter(name -> name.chars().anyMatch(Character::isDigit))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList()) {
            left = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE)
                    .matcher(left)
                    .replaceAll(" ~ ");
        }
        return left;
    }
}
