package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The file and its {@code Return} sheet, as the team fills it in.
 *
 * @param teamAsWritten its name, an alias or its id
 * @param periodAsWritten as typed, or {@code (date)} for a date cell shown as mmm-yy
 */
record Cover(
        Team team,
        String file,
        String teamAsWritten,
        String templateVersion,
        String periodAsWritten,
        String preparedBy,
        LocalDate preparedOn,
        String nothingToReportFor,
        Set<Habit> habits) {

    boolean has(Habit habit) {
        return habits.contains(habit);
    }

    /** One cover a line, its parts separated by bars, in the order of the record. */
    static List<Cover> list(String text) {
        return text.strip().lines().map(Cover::read).toList();
    }

    private static Cover read(String line) {
        List<String> parts =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var habits = EnumSet.noneOf(Habit.class);
        for (String habit : parts.get(8).split(" ")) {
            if (!habit.isBlank()) {
                habits.add(Habit.valueOf(habit.replace('-', '_').toUpperCase(Locale.ROOT)));
            }
        }
        return new Cover(
                Team.named(parts.get(0)),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                parts.get(5),
                LocalDate.parse(parts.get(6)),
                parts.get(7),
                habits);
    }
}
