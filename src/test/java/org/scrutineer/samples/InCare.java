package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Children in care of a team: legal status, placement, and how settled they are. */
final class InCare {

    private static final List<String> STATUSES = List.of("C2", "C2", "C2", "C2", "C1", "C1", "V2", "V2", "V2", "E1");
    private static final List<String> PLACEMENTS = List.of(
            "FOSTER", "FOSTER", "FOSTER", "FOSTER", "FOSTER", "FOSTER", "FOSTER", "FOSTER", "FOSTER", "FOSTER",
            "FOSTER", "FOSTER", "FOSTER", "FOSTER", "HOME", "HOME", "HOME", "SEMI", "SEMI", "PARENTS");

    private final MonthPlan plan;
    private final Table.Line line;
    private final ChildIds ids;
    private final Dice dice;
    private final LocalDate end;
    private final List<Row> children = new ArrayList<>();

    InCare(MonthPlan plan, Table.Line line, Caseload caseload, ChildIds ids, Dice dice) {
        this.plan = plan;
        this.line = line;
        this.ids = ids;
        this.dice = dice;
        this.end = plan.period().lastDay();
        int count = line.number("children");
        int shortBreaks = line.number("short-breaks");
        int unregistered = line.number("unregistered");
        for (int i = 0; i < count; i++) {
            boolean onShortBreaks = i < shortBreaks;
            Row child = onShortBreaks ? onShortBreaks(i) : inCare(i < shortBreaks + unregistered);
            children.add(child.worker(i < count - line.number("unallocated") ? caseload.deal() : null));
        }
    }

    private Row inCare(boolean unregistered) {
        String status = dice.pick(STATUSES);
        String placement = unregistered
                ? dice.pick(List.of("OTHER", "SEMI"))
                : status.equals("E1") ? dice.pick(List.of("ADOPTION", "FOSTER")) : dice.pick(PLACEMENTS);
        boolean alone = status.equals("V2") && dice.chance(20);
        return common(status, placement, unregistered)
                .number("placements", dice.chance(12) ? dice.between(3, 7) : dice.chance(22) ? 2 : 1)
                .answer("unaccompanied", alone);
    }

    /** A series of short breaks is one placement; a single one now and then has a status of its own. */
    private Row onShortBreaks(int i) {
        return common(i % 7 == 6 ? "V4" : "V3", dice.pick(List.of("HOME", "FOSTER", "FOSTER")), false)
                .number("placements", 1)
                .answer("unaccompanied", false);
    }

    private Row common(String status, String placement, boolean unregistered) {
        boolean checked = dice.chance(plan.percent("dental check in the year"));
        boolean inspected = !List.of("FOSTER", "PARENTS", "ADOPTION").contains(placement);
        LocalDate dental = dice.workingDay(end.minusDays(checked ? 350 : 700), end.minusDays(checked ? 4 : 370));
        Row row = Row.row()
                .text("child", ids.next())
                .day("started", end.minusDays(dice.chance(35) ? dice.between(2, 365) : dice.between(366, 3200)))
                .code("legal_status", status)
                .code("placement", placement)
                .day("last_dental", dice.chance(5) ? null : dental)
                .code("authority", plan.council(line.team(), dice));
        return inspected ? row.answer("registered", !unregistered) : row.typed("registered", "N/A");
    }

    List<Row> children() {
        return List.copyOf(children);
    }

    /** Those who are looked after in full, and not on short breaks only. */
    List<Row> fullyInCare() {
        return children.stream()
                .filter(child -> !List.of("V3", "V4").contains(child.text("legal_status")))
                .toList();
    }

    DataSheet sheet() {
        return new DataSheet(PerformanceLayouts.CHILDREN_IN_CARE, dice.shuffled(children));
    }
}
