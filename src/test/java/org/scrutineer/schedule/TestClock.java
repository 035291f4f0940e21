package org.scrutineer.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands until it is set. */
final class TestClock extends Clock {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Instant now;

    TestClock(String londonTime) {
        set(londonTime);
    }

    void set(String londonTime) {
        now = LocalDateTime.parse(londonTime).atZone(LONDON).toInstant();
    }

    void passes(Duration time) {
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
