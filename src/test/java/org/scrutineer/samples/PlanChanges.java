package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The protection plans of a team that started or ended in the month, and how all of its plans were reviewed. */
final class PlanChanges {

    /** Working days after the conference within which the core group is to meet. */
    private static final int LIMIT = 10;

    private final MonthPlan plan;
    private final List<Row> plans;
    private final Dice dice;
    private final LocalDate start;
    private final LocalDate end;

    PlanChanges(MonthPlan plan, List<Row> plans, Dice dice) {
        this.plan = plan;
        this.plans = plans;
        this.dice = dice;
        this.start = plan.period().firstDay();
        this.end = plan.period().lastDay();
    }

    /** Some of the plans that ended in the month had run for more than two years; reviews are entered for all. */
    void review() {
        plans.stream()
                .filter(row -> isInMonth(row, "ended"))
                .filter(row -> dice.chance(plan.percent("plan that ended had run for two years")))
                .forEach(row -> row.day("started", row.date("ended").minusDays(dice.between(735, 1100))));
        for (Row row : plans) {
            LocalDate started = row.date("started");
            LocalDate last = row.entry("ended").isPresent() ? row.date("ended") : end;
            if (started.isBefore(last.minusDays(95))) {
                LocalDate earliest = started.plusDays(70);
                LocalDate halfAYear = last.minusDays(178);
                row.day("latest_review", dice.workingDay(earliest.isAfter(halfAYear) ? earliest : halfAYear, last))
                        .answer("reviews_in_time", dice.chance(plan.percent("plan reviewed in time")));
            }
        }
    }

    DataSheet sheet() {
        var rows = new ArrayList<Row>();
        for (Row row : plans) {
            boolean due = isInMonth(WorkingDays.after(row.date("started"), LIMIT));
            if (isInMonth(row, "started") || isInMonth(row, "ended") || due) {
                rows.add(change(row));
            }
        }
        return new DataSheet(PerformanceLayouts.PROTECTION_PLANS, dice.shuffled(rows));
    }

    private Row change(Row planned) {
        LocalDate started = planned.date("started");
        boolean prompt = dice.chance(plan.percent("core group in 10 working days"));
        LocalDate met = WorkingDays.after(started, prompt ? dice.between(4, LIMIT) : dice.between(LIMIT + 1, 17));
        boolean again = dice.chance(plan.percent("plan is not the first"));
        Row row = Row.row()
                .text("child", planned.text("child"))
                .day("started", started)
                .number("previous_plans", again ? dice.chance(85) ? 1 : 2 : 0)
                .day("previous_ended", again ? started.minusDays(dice.between(120, 2400)) : null)
                .day("core_group", met.isAfter(end) ? null : met)
                .code("authority", planned.text("authority"));
        return planned.entry("ended").isPresent() ? row.day("ended", planned.date("ended")) : row;
    }

    private boolean isInMonth(Row row, String column) {
        return row.entry(column).isPresent() && isInMonth(row.date(column));
    }

    private boolean isInMonth(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }
}
