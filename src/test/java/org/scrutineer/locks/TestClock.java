package org.scrutineer.locks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands until it is set. */
public final class TestClock extends Clock {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Instant now;

    public TestClock(Instant now) {
        this.now = now;
    }

    public TestClock(String londonTime) {
        this(atLondon(londonTime));
    }

    public void set(Instant time) {
        now = time;
    }

    public void set(String londonTime) {
        now = atLondon(londonTime);
    }

    private static Instant atLondon(String time) {
        return LocalDateTime.parse(time).atZone(LONDON).toInstant();
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
