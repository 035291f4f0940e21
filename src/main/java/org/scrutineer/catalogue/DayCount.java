package org.scrutineer.catalogue;

import java.util.Locale;

/**
 * A convention for the days between two dates, by the name expressions of the catalogue call it.
 *
 * <p>Bodies disagree about "within 45 working days", so the convention is named in each definition and printed with it.
 * In all of them a start on a day that is not worked is moved to the next one that is, and a date before the start gives
 * the same number the other way round, below 0.
 */
public enum DayCount {
    /** The start is day 0 and bank holidays are out: from a Friday to the Monday after is 1. The usual one. */
    WORKING_DAYS("working days without bank holidays; the start is day 0"),
    /** The start is day 1 and bank holidays are out: from a Friday to the Monday after is 2. */
    WORKING_DAYS_INCLUSIVE("working days without bank holidays; both ends are counted, the start as day 1"),
    /** The start is day 0 and bank holidays are days like others. */
    WEEKDAYS("Monday to Friday, bank holidays among them; the start is day 0");

    private final String words;

    DayCount(String words) {
        this.words = words;
    }

    /** As expressions call it, e.g. {@code working_days_inclusive}. */
    public String function() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the reader of a definition. */
    public String words() {
        return words;
    }
}
