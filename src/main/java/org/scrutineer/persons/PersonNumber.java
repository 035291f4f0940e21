package org.scrutineer.persons;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** A number or name that a person is known by in returns, and the ways in which people write it. */
public final class PersonNumber {

    private static final int SHOWN_OF_HASH = 12;

    private final String asked;
    private final String plain;
    private final Pattern within;

    /** How a text has the number in it. */
    public enum Match {
        /** It is the number, blanks around it aside. */
        SAME("the same"),
        /** It is the number in other letters, or with or without zeros before it. */
        NEAR("written a little differently"),
        /** It has the number in it, between other words. */
        WITHIN("within a longer text");

        private final String words;

        Match(String words) {
            this.words = words;
        }

        /** For people, e.g. {@code within a longer text}. */
        public String words() {
            return words;
        }
    }

    /** @throws IllegalArgumentException where there is nothing to look for */
    public PersonNumber(String asked) {
        this.asked = asked.strip();
        this.plain = plain(asked);
        if (this.plain.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to look for");
        }
        this.within = Pattern.compile("(?<![\\p{L}\\p{N}])0*" + Pattern.quote(this.plain) + "(?![\\p{L}\\p{N}])");
    }

    /** As it was asked for. */
    public String asked() {
        return asked;
    }

    /** The same for the same number however it is written; says who was looked for only to whoever knows the number. */
    public String trace() {
        return DigestUtils.sha256Hex(plain).substring(0, SHOWN_OF_HASH);
    }

    /** Null where the text does not have it. */
    @Nullable
    Match in(String text) {
        if (text.strip().equals(asked)) {
            return Match.SAME;
        }
        String folded = folded(text);
        Matcher found = within.matcher(folded);
        if (!found.find()) {
            return null;
        }
        return plain(text).equals(plain) ? Match.NEAR : Match.WITHIN;
    }

    private static String plain(String text) {
        return folded(text).replaceFirst("^0+(?=.)", "");
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
