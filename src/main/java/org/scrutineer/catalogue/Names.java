package org.scrutineer.catalogue;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/**
 * Names as people type them: compared without case, without blanks around or doubled inside, and without what a word
 * processor or an export changes unseen (curly quotes, long dashes, zero-width and full-width characters).
 */
public final class Names {

    /** Counts two letters that changed places as one slip. */
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private Names() {}

    public static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** The form in which two ways of writing a name are equal: their {@link #spelling}, in lower case. */
    public static String normal(String name) {
        return spelling(name).toLowerCase(Locale.ROOT);
    }

    /**
     * One spelling for texts that look alike: Unicode's compatible composed form (NFKC) with single blanks between
     * words, straight quotes, plain hyphens, and without characters that cannot be seen. Letters keep their case.
     */
    public static String spelling(String text) {
        return isPlain(text) ? text : respelled(text);
    }

    /** Asked of every code and key of a return: most are plain, and a look costs far less than a rewriting. */
    private static boolean isPlain(String text) {
        boolean afterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < ' ' || character > '~' || character == '`' || (character == ' ' && afterBlank)) {
                return false;
            }
            afterBlank = character == ' ';
        }
        return !afterBlank || text.isEmpty();
    }

    private static String respelled(String text) {
        // Left to NFKC, an acute accent typed for an apostrophe would become a blank and a combining mark.
        String composed = Normalizer.normalize(text.replace('\u00b4', '\''), Normalizer.Form.NFKC);
        var spelled = new StringBuilder(composed.length());
        boolean blank = false;
        for (int i = 0; i < composed.length(); ) {
            int character = composed.codePointAt(i);
            i += Character.charCount(character);
            if (isBlank(character)) {
                blank = true;
            } else if (Character.getType(character) != Character.FORMAT) {
                if (blank && !spelled.isEmpty()) {
                    spelled.append(' ');
                }
                blank = false;
                spelled.appendCodePoint(straight(character));
            }
        }
        return spelled.toString();
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static int straight(int character) {
        return switch (character) {
            case '\u2018', '\u2019', '\u201a', '\u201b', '\u2032', '\u02bc', '`' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u201f' -> '"';
            case '\u2212' -> '-';
            default -> Character.getType(character) == Character.DASH_PUNCTUATION ? '-' : character;
        };
    }

    /** The known name most like {@code name}, if it could be a slip of the pen: at most a third of it differs. */
    public static Optional<String> nearest(String name, Collection<String> known) {
        String wanted = normal(name);
        return known.stream()
                .min(Comparator.comparing((String candidate) -> DISTANCE.apply(wanted, normal(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> DISTANCE.apply(wanted, normal(candidate))
                        <= Math.max(1, Math.max(wanted.length(), candidate.length()) / 3));
    }
}
