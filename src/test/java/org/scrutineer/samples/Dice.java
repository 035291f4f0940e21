package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance that falls alike on every run and every Java: the same seed gives the same throws. */
final class Dice {

    /** Spreads seeds that are close together, from which {@link Random} would draw alike at first. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Random random;

    Dice(String seed) {
        this.random = new Random(seed.hashCode() * SPREAD);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> List<T> shuffled(List<T> items) {
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** A day from {@code first} to {@code last} on which people work; {@code last} where there is none. */
    LocalDate workingDay(LocalDate first, LocalDate last) {
        int days = (int) (last.toEpochDay() - first.toEpochDay());
        for (int attempt = 0; attempt < 40; attempt++) {
            LocalDate day = first.plusDays(between(0, days));
            if (WorkingDays.isWorked(day)) {
                return day;
            }
        }
        return last;
    }
}
