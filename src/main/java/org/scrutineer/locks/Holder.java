package org.scrutineer.locks;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Who works on something.
 *
 * @param doing e.g. {@code run}
 * @param since when it began
 */
public record Holder(Work work, String host, long pid, String doing, Instant since) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneId.of("Europe/London"));

    /** E.g. {@code December 2018 is worked on by process 4711 on srv-1 since 8 Jan 2019, 09:00 (run)}. */
    public String sentence() {
        return work.title() + " is worked on by process " + pid + " on " + host + " since " + MINUTE.format(since)
                + " (" + doing + ")";
    }
}
