package org.scrutineer.intake;

import java.util.Locale;

/** What became of a return. */
public enum Verdict {
    ACCEPTED,
    /** It counts, but for the rows that were kept out. */
    ACCEPTED_WITH_FINDINGS,
    /** Nothing is wrong inside it, but which of two returns counts is for a person to say. */
    HELD,
    REFUSED;

    public boolean isAccepted() {
        return this == ACCEPTED || this == ACCEPTED_WITH_FINDINGS;
    }

    /** In lower case letters and hyphens, e.g. {@code accepted-with-findings}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Verdict of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
