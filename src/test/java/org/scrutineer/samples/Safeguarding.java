package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Children in need and children on a protection plan of a team, and when they were last seen. */
final class Safeguarding {

    /** Seen in the previous four weeks: from this many days before the last day of the month. */
    private static final int FOUR_WEEKS = 28;

    private static final List<String> CATEGORIES =
            List.of("NEG", "NEG", "NEG", "NEG", "EMO", "EMO", "EMO", "PHY", "SEX", "MUL");

    private final MonthPlan plan;
    private final Table.Line line;
    private final Caseload caseload;
    private final ChildIds ids;
    private final Dice dice;
    private final LocalDate end;
    private final List<Row> inNeed = new ArrayList<>();
    private final List<Row> onAPlan = new ArrayList<>();

    Safeguarding(MonthPlan plan, Table.Line line, Caseload caseload, ChildIds ids, Dice dice) {
        this.plan = plan;
        this.line = line;
        this.caseload = caseload;
        this.ids = ids;
        this.dice = dice;
        this.end = plan.period().lastDay();
        for (int i = 0; i < line.number("open"); i++) {
            LocalDate seen = visit(i, line.number("seen"));
            inNeed.add(inNeed(seen).worker(worker(i, "open", "unallocated")));
        }
        for (int i = 0; i < line.number("closed"); i++) {
            LocalDate closed = dice.workingDay(end.minusDays(60), end);
            inNeed.add(inNeed(closed.minusDays(dice.between(0, 40)))
                    .day("closed", closed)
                    .worker(caseload.anyone()));
        }
        for (int i = 0; i < line.number("plans"); i++) {
            LocalDate visited = visit(i, line.number("visited"));
            onAPlan.add(onAPlan(visited).worker(worker(i, "plans", "unallocated-plans")));
        }
        for (int i = 0; i < line.number("ended"); i++) {
            LocalDate ended = dice.workingDay(end.minusDays(60), end);
            onAPlan.add(onAPlan(ended.minusDays(dice.between(0, 25)))
                    .day("ended", ended)
                    .worker(caseload.anyone()));
        }
    }

    /** The last ones of the open cases wait for a worker. */
    private @Nullable String worker(int i, String all, String waiting) {
        return i >= line.number(all) - line.number(waiting) ? null : caseload.deal();
    }

    /** In time for the first {@code inTime} cases, to the day; later, or never, for the others. */
    private @Nullable LocalDate visit(int i, int inTime) {
        LocalDate earliest = end.minusDays(FOUR_WEEKS);
        if (i < inTime) {
            return i < 3 ? earliest : i < 6 ? end : dice.workingDay(earliest, end);
        }
        int late = i - inTime;
        if (late < 3) {
            return earliest.minusDays(1);
        }
        return late < 9 ? null : dice.workingDay(end.minusDays(dice.between(50, 190)), earliest.minusDays(1));
    }

    private Row inNeed(@Nullable LocalDate seen) {
        LocalDate started = (seen == null ? end : seen).minusDays(dice.between(6, 700));
        boolean reviewed = dice.chance(plan.percent("plan reviewed"));
        return Row.row()
                .text("child", ids.next())
                .day("started", started)
                .day("last_seen", seen)
                .day("plan_reviewed", reviewed ? dice.workingDay(end.minusDays(170), end.minusDays(3)) : null)
                .code("authority", plan.council(line.team(), dice));
    }

    private Row onAPlan(@Nullable LocalDate visited) {
        LocalDate started = (visited == null ? end.minusDays(9) : visited).minusDays(dice.between(3, 620));
        return Row.row()
                .text("child", ids.next())
                .day("started", started)
                .code("category", dice.pick(CATEGORIES))
                .day("last_visit", visited)
                .answer("seen_alone", visited == null ? null : dice.chance(plan.percent("child seen alone")))
                .code("authority", plan.council(line.team(), dice));
    }

    /** Every plan, those that ended too. */
    List<Row> plans() {
        return List.copyOf(onAPlan);
    }

    /** The children who may go missing. */
    List<Row> children() {
        return List.copyOf(inNeed.subList(0, line.number("open")));
    }

    DataSheet childrenInNeed() {
        return new DataSheet(PerformanceLayouts.CHILDREN_IN_NEED, dice.shuffled(inNeed));
    }

    DataSheet childProtection() {
        return new DataSheet(PerformanceLayouts.CHILD_PROTECTION, dice.shuffled(onAPlan));
    }
}
