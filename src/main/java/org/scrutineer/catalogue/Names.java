package org.scrutineer.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Names as people type them: compared without case, and without blanks around or doubled inside. */
public final class Names {

    /** Counts two letters that changed places as one slip. */
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Names() {}

    public static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }

    /** The form in which two spellings of a name are equal; non-breaking spaces count as blanks. */
    public static String normal(String name) {
        String tidy = name.replace('\u00a0', ' ').strip();
        return (hasBlanksToJoin(tidy) ? BLANKS.matcher(tidy).replaceAll(" ") : tidy).toLowerCase(Locale.ROOT);
    }

    /** Asked of every cell with a code: few have such blanks, and a look costs far less than a pattern. */
    private static boolean hasBlanksToJoin(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if ((character >= '\t' && character <= '\r') || (character == ' ' && text.charAt(i + 1) == ' ')) {
                return true;
            }
        }
        return false;
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
