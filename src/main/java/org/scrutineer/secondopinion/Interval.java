package org.scrutineer.secondopinion;

import java.time.Duration;
import java.time.LocalDateTime;

/** A length of time as the catalogue's SQL knows it: months, which differ in length, days, and a time of day. */
record Interval(long months, long days, Duration time) implements Comparable<Interval> {

    private static final int DAYS_OF_A_MONTH = 30;

    static Interval between(LocalDateTime from, LocalDateTime to) {
        Duration length = Duration.between(from, to);
        return new Interval(0, length.toDays(), length.minusDays(length.toDays()));
    }

    LocalDateTime after(LocalDateTime moment) {
        return moment.plusMonths(months).plusDays(days).plus(time);
    }

    LocalDateTime before(LocalDateTime moment) {
        return moment.minusMonths(months).minusDays(days).minus(time);
    }

    /** A month is 30 days and a day 24 hours, as SQL compares them. */
    @Override
    public int compareTo(Interval other) {
        return length().compareTo(other.length());
    }

    private Duration length() {
        return Duration.ofDays(Math.addExact(Math.multiplyExact(months, DAYS_OF_A_MONTH), days))
                .plus(time);
    }
}
