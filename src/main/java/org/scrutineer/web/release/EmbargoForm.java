package org.scrutineer.web.release;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scrutineer.distribution.Moments;
import org.scrutineer.distribution.NotReleasedException;
import org.scrutineer.web.Mistakes;

/** Until when something is not issued, as somebody types it: all empty for no embargo. */
record EmbargoForm(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year,
        @Nullable String time) {

    static final EmbargoForm EMPTY = new EmbargoForm("", "", "", "");

    private static final int HALF_A_DAY = 12;

    /** E.g. {@code 9:30am}, {@code 9am}, {@code 09:30}, {@code 14.00}. */
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?");

    boolean isEmpty() {
        return typed(day).isEmpty()
                && typed(month).isEmpty()
                && typed(year).isEmpty()
                && typed(time).isEmpty();
    }

    static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** The moment; empty where none is typed, or it is mistaken. */
    Optional<Instant> read(Mistakes mistakes) {
        if (isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> date = date();
        if (date.isEmpty()) {
            mistakes.add(
                    "day", "Enter the day the embargo ends as numbers, such as 30 1 2019, or nothing for no embargo.");
        }
        Optional<LocalTime> clock = clock(typed(time));
        if (clock.isEmpty()) {
            mistakes.add("time", "Enter the time the embargo ends, such as 9:30am.");
        }
        if (date.isEmpty() || clock.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Moments.read(date.get().atTime(clock.get()).toString()));
        } catch (NotReleasedException e) {
            mistakes.add("time", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(typed(year)), Integer.parseInt(typed(month)), Integer.parseInt(typed(day))));
        } catch (NumberFormatException | DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> clock(String typed) {
        Matcher time = TIME.matcher(typed.toLowerCase(Locale.ROOT));
        if (!time.matches() || time.group(2) == null && time.group(3) == null) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        String half = time.group(3);
        if (half != null) {
            if (hour < 1 || hour > HALF_A_DAY) {
                return Optional.empty();
            }
            hour = hour % HALF_A_DAY + (half.equals("pm") ? HALF_A_DAY : 0);
        }
        try {
            return Optional.of(LocalTime.of(hour, minute));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
