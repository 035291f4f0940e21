package org.scrutineer.distribution;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Moments as people in the United Kingdom write and read them, wherever the machine stands. */
public final class Moments {

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH).withZone(UNITED_KINGDOM);

    private Moments() {}

    /** E.g. {@code 13 April 2022, 09:30}. */
    public static String words(Instant moment) {
        return WORDS.format(moment);
    }

    /**
     * Reads a moment written as {@code 2022-04-13T09:30}.
     *
     * @throws NotReleasedException where it is written otherwise, or the clocks go forward over it
     */
    public static Instant read(String text) throws NotReleasedException {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new NotReleasedException("\"" + text
                    + "\" is no time; write one as 2022-04-13T09:30, as clocks in the United Kingdom show it.");
        }
        List<ZoneOffset> offsets = UNITED_KINGDOM.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new NotReleasedException("There is no " + text
                    + " in the United Kingdom: the clocks go forward over it. Name a time an hour later.");
        }
        // Of the two that there are when the clocks go back, the later one: an embargo never ends early.
        return ZonedDateTime.ofLocal(local, UNITED_KINGDOM, offsets.get(offsets.size() - 1))
                .toInstant();
    }
}
