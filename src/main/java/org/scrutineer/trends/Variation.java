package org.scrutineer.trends;

import java.util.Locale;

/** What the newest point of a series says. */
public enum Variation {
    /** A special cause, in the direction that is better. */
    IMPROVEMENT("Better than expected"),
    /** A special cause, in the direction that is worse. */
    CONCERN("Worse than expected"),
    /** A special cause above what is usual, of a figure that is neither better high nor low. */
    SPECIAL_CAUSE_HIGH("Unusually high"),
    /** The same below what is usual. */
    SPECIAL_CAUSE_LOW("Unusually low"),
    /** Nothing but the variation there always is. */
    COMMON_CAUSE("No significant change"),
    /** There are too few points to tell change from chance. */
    NOT_ENOUGH_DATA("Not enough data"),
    /** The newest point has no value, or is a total that is too low, as returns are missing. Nothing is hidden by it. */
    RETURNS_MISSING("Returns missing"),
    /** The figure is of a kind that is not judged so. */
    NOT_JUDGED("Not judged");

    private final String words;

    Variation(String words) {
        this.words = words;
    }

    /** For people, e.g. {@code Worse than expected}. */
    public String words() {
        return words;
    }

    /** As data files print it, e.g. {@code common-cause}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it says that something has changed. */
    public boolean isSpecialCause() {
        return compareTo(COMMON_CAUSE) < 0;
    }
}
