package org.scrutineer.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the children in care of a team live, when they were visited, and how they are in health and education. */
final class CareDetails {

    private final MonthPlan plan;
    private final Set<String> missing;
    private final Map<String, LocalDate> initialAssessments;
    private final Dice dice;
    private final LocalDate end;
    private final List<Row> placements = new ArrayList<>();
    private final List<Row> health = new ArrayList<>();

    /**
     * @param missing the children who went missing in the month
     * @param initialAssessments by child, where it came into care in the last twelve months and was assessed
     */
    CareDetails(
            MonthPlan plan,
            List<Row> children,
            Set<String> missing,
            Map<String, LocalDate> initialAssessments,
            Dice dice) {
        this.plan = plan;
        this.missing = missing;
        this.initialAssessments = initialAssessments;
        this.dice = dice;
        this.end = plan.period().lastDay();
        for (Row child : children) {
            LocalDate born = birthday(child);
            placements.add(placement(child, born));
            health.add(health(child, born));
        }
    }

    /** Those in supported accommodation are 16 or 17; more of the others are over 10 than under. */
    private LocalDate birthday(Row child) {
        String placement = child.text("placement");
        int youngest = placement.equals("SEMI") ? 16 : dice.chance(45) && !placement.equals("ADOPTION") ? 10 : 0;
        LocalDate born = end.minusYears(dice.between(youngest, placement.equals("ADOPTION") ? 4 : 17))
                .minusDays(dice.between(0, 364));
        LocalDate started = child.date("started");
        return born.isAfter(started) ? started.minusDays(dice.between(0, 500)) : born;
    }

    private Row placement(Row child, LocalDate born) {
        LocalDate started = child.date("started");
        LocalDate placed = placed(child, started);
        boolean moved = placed.isAfter(started);
        String kind = child.text("placement");
        boolean far = dice.chance(kind.equals("HOME") || kind.equals("OTHER") ? 45 : 15);
        boolean outside = dice.chance(far ? 88 : 20);
        String intended = intended(kind);
        LocalDate reviewed = started.isAfter(end.minusDays(28))
                ? null
                : dice.workingDay(later(started.plusDays(15), end.minusDays(175)), end);
        boolean manyWorkers = dice.chance(plan.percent("three social workers or more"));
        return Row.row()
                .text("child", child.text("child"))
                .day("date_of_birth", born)
                .day("placement_started", placed)
                .day("previous_started", moved ? dice.workingDay(started, placed.minusDays(1)) : null)
                .number("distance", BigDecimal.valueOf(far ? dice.between(201, 1400) : dice.between(2, 199), 1))
                .code("location", outside ? "OUT" : "IN")
                .code("intended", intended)
                .day("last_visit", visited(placed, interval(child, placed, intended, reviewed)))
                .day("last_review", reviewed)
                .number("social_workers", manyWorkers ? dice.between(3, 5) : dice.between(1, 2))
                .number("missing_episodes", missingEpisodes(child));
    }

    private LocalDate placed(Row child, LocalDate started) {
        LocalDate yearAgo = end.minusDays(366);
        if (child.count("placements") > 1) {
            return dice.workingDay(later(started, yearAgo), end);
        }
        if (!started.isBefore(yearAgo)) {
            return started;
        }
        LocalDate soon = started.plusDays(200);
        return dice.workingDay(started, dice.chance(70) && soon.isBefore(yearAgo) ? soon : yearAgo);
    }

    private String intended(String placement) {
        return switch (placement) {
            case "FOSTER" ->
                dice.pick(List.of("SHORTER", "SHORTER", "SHORTER", "UNTIL_18", "UNTIL_18", "LONG_TERM_FOSTER"));
            case "HOME" -> dice.pick(List.of("SHORTER", "SHORTER", "SHORTER", "UNTIL_18"));
            default -> "SHORTER";
        };
    }

    /** The days within which a visit was due, by the regulations. */
    private int interval(Row child, LocalDate placed, String intended, @Nullable LocalDate reviewed) {
        if (child.text("legal_status").equals("C1") && child.text("placement").equals("PARENTS")) {
            return reviewed == null ? 7 : 28;
        }
        if (placed.isAfter(end.minusYears(1))) {
            return 42;
        }
        return switch (intended) {
            case "LONG_TERM_FOSTER" -> 183;
            case "UNTIL_18" -> 91;
            default -> 42;
        };
    }

    private @Nullable LocalDate visited(LocalDate placed, int interval) {
        LocalDate earliest = end.minusDays(interval);
        if (dice.chance(plan.percent("visited in time in care"))) {
            return dice.workingDay(later(placed, earliest), end);
        }
        return placed.isBefore(earliest)
                ? dice.workingDay(later(placed, earliest.minusDays(80)), earliest.minusDays(1))
                : null;
    }

    private int missingEpisodes(Row child) {
        if (missing.contains(child.text("child"))) {
            return dice.between(2, 9);
        }
        return dice.chance(7) ? dice.between(1, 4) : 0;
    }

    private Row health(Row child, LocalDate born) {
        boolean schoolAge = isAged(born, 5, 15);
        boolean scored = isAged(born, 4, 16) && dice.chance(80);
        Row row = Row.row()
                .text("child", child.text("child"))
                .day("date_of_birth", born)
                .day("assessed", assessed(child, born))
                .answer("immunised", dice.chance(plan.percent("immunised")))
                .answer("education_plan", schoolAge ? dice.chance(plan.percent("education plan this term")) : null)
                .answer("convicted", isAged(born, 10, 17) ? dice.chance(3) : null);
        return scored ? row.number("difficulties", dice.between(2, 13) + dice.between(2, 13)) : row;
    }

    private @Nullable LocalDate assessed(Row child, LocalDate born) {
        LocalDate started = child.date("started");
        if (started.isAfter(end.minusYears(1))) {
            return initialAssessments.get(child.text("child"));
        }
        LocalDate earliest = end.minusDays(isAged(born, 0, 4) ? 183 : 365);
        return dice.chance(plan.percent("yearly health assessment"))
                ? dice.workingDay(later(started, earliest), end)
                : dice.workingDay(later(started, earliest.minusDays(200)), later(started, earliest.minusDays(1)));
    }

    private boolean isAged(LocalDate born, int youngest, int oldest) {
        return !born.isAfter(end.minusYears(youngest)) && born.isAfter(end.minusYears(oldest + 1));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    List<DataSheet> sheets() {
        return List.of(
                new DataSheet(CareLayouts.PLACEMENTS, dice.shuffled(placements)),
                new DataSheet(CareLayouts.HEALTH, dice.shuffled(health)));
    }
}
