package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How children came into the care of a team and left it: starts, reviews, ends and adoptions. */
final class CareJourneys {

    /** An initial health assessment in the form of the minutes: within so many days. */
    private static final int ASSESSED_WITHIN = 28;

    private static final List<String> REASONS = List.of(
            "ADOPTED", "ADOPTED", "SGO", "SGO", "SGO", "HOME", "HOME", "HOME", "HOME", "HOME", "ADULT", "ADULT",
            "ADULT", "ADULT", "ADULT", "OTHER", "OTHER", "OTHER");
    private static final List<String> PLACEMENTS_OF_ADULTS =
            List.of("FOSTER", "FOSTER", "FOSTER", "FOSTER", "FOSTER", "SEMI", "SEMI", "SEMI", "SEMI", "HOME", "HOME");
    private static final List<String> PLACEMENTS =
            List.of("FOSTER", "FOSTER", "FOSTER", "FOSTER", "FOSTER", "FOSTER", "HOME", "PARENTS");

    private final MonthPlan plan;
    private final Table.Line line;
    private final ChildIds ids;
    private final Dice dice;
    private final LocalDate end;
    private final List<Row> starts = new ArrayList<>();
    private final List<Row> ends = new ArrayList<>();
    private final List<Row> reviews = new ArrayList<>();
    private final List<Row> adoptions = new ArrayList<>();
    private int due;
    private int inTime;

    /** @param children who are in care at the end of the month */
    CareJourneys(MonthPlan plan, Table.Line line, List<Row> children, ChildIds ids, Dice dice) {
        this.plan = plan;
        this.line = line;
        this.ids = ids;
        this.dice = dice;
        this.end = plan.period().lastDay();
        for (int i = 0; i < line.number("ceased"); i++) {
            leave();
        }
        children.forEach(this::stay);
        for (int i = 0; i < line.number("adopted-before"); i++) {
            adopted(ids.next(), dice.workingDay(end.minusYears(3).plusDays(2), end.minusYears(1)), council());
        }
        assess();
        Collections.sort(starts, (one, other) -> one.date("started").compareTo(other.date("started")));
        Collections.sort(ends, (one, other) -> one.date("ceased").compareTo(other.date("ceased")));
    }

    private String council() {
        return plan.council(line.team(), dice);
    }

    private boolean isWithinTheYear(LocalDate started) {
        return started.isAfter(end.minusYears(1));
    }

    private void start(String child, LocalDate started, String status, String council) {
        starts.add(Row.row()
                .text("child", child)
                .day("started", started)
                .code("legal_status", status)
                .code("authority", council));
    }

    private void stay(Row child) {
        LocalDate started = child.date("started");
        String id = child.text("child");
        String council = child.text("authority");
        if (isWithinTheYear(started)) {
            start(id, started, child.text("legal_status"), council);
        }
        if (started.isBefore(end.minusDays(ASSESSED_WITHIN)) && dice.chance(19)) {
            review(id, council);
        }
        if (child.text("placement").equals("ADOPTION") && started.isBefore(end.minusDays(400))) {
            LocalDate decided = started.plusDays(dice.between(100, 200));
            LocalDate ordered = decided.plusDays(dice.between(20, 60));
            LocalDate matched = ordered.plusDays(dice.between(20, 60));
            LocalDate movedIn = matched.plusDays(dice.between(14, 40));
            adoptions.add(adoption(id, started, decided, ordered, matched, movedIn, council));
        }
    }

    /** One in ten that is late was due the month before, and some of those are still to be held. */
    private void review(String child, String council) {
        LocalDate due = plan.period().firstDay().plusDays(dice.between(0, 30));
        Row row = Row.row().text("child", child).code("authority", council);
        if (dice.chance(plan.percent("review in time"))) {
            reviews.add(row.day("due", due).day("held", dice.workingDay(due.minusDays(12), due)));
            return;
        }
        LocalDate since = dice.chance(10) ? due.minusMonths(1) : due;
        LocalDate held = since.plusDays(dice.between(1, 50));
        boolean heldByNow = !held.isBefore(plan.period().firstDay()) && !held.isAfter(end);
        reviews.add(row.day("due", since).day("held", heldByNow ? held : null));
    }

    private void leave() {
        String picked = dice.pick(REASONS);
        // The disabled children's team places nobody for adoption.
        String reason = picked.equals("ADOPTED") && line.team() == Team.DISABLED_CHILDREN ? "HOME" : picked;
        LocalDate ceased = dice.workingDay(end.minusDays(363), end);
        String child = ids.next();
        String council = council();
        LocalDate started = reason.equals("ADOPTED")
                ? adopted(child, ceased, council)
                : ceased.minusDays(dice.chance(35) ? dice.between(8, 300) : dice.between(301, 2400));
        String status = switch (reason) {
            case "ADOPTED" -> "E1";
            case "SGO" -> "C2";
            default -> dice.pick(List.of("C1", "C2", "V2", "V2"));
        };
        String placement = switch (reason) {
            case "ADOPTED" -> "ADOPTION";
            case "ADULT" -> dice.pick(PLACEMENTS_OF_ADULTS);
            default -> dice.pick(PLACEMENTS);
        };
        LocalDate born = switch (reason) {
            case "ADULT" -> ceased.minusYears(18);
            case "ADOPTED" -> started.minusDays(dice.between(0, 900));
            default -> started.minusDays(dice.between(100, 4000));
        };
        boolean fosteredUntilAdult = reason.equals("ADULT") && placement.equals("FOSTER");
        ends.add(Row.row()
                .text("child", child)
                .day("date_of_birth", born)
                .day("started", started)
                .day("ceased", ceased)
                .code("reason", reason)
                .code("legal_status", status)
                .code("last_placement", placement)
                .answer(
                        "stayed_put",
                        fosteredUntilAdult ? dice.chance(plan.percent("stayed with the foster carer")) : null)
                .number("missing_episodes", dice.chance(12) ? dice.between(1, 5) : 0)
                .code("authority", council));
        if (isWithinTheYear(started)) {
            start(child, started, status, council);
            starts.get(starts.size() - 1).day("ceased", ceased);
        }
    }

    /** Told backwards from the order; one match in ten comes before the court's. Gives the day care began. */
    private LocalDate adopted(String child, LocalDate adopted, String council) {
        LocalDate movedIn = adopted.minusDays(dice.between(100, 260));
        LocalDate matched = movedIn.minusDays(dice.between(14, 60));
        LocalDate ordered = matched.minusDays(dice.chance(10) ? -10 : dice.between(15, 260));
        LocalDate decided = matched.minusDays(dice.between(280, 400));
        LocalDate entered = decided.minusDays(dice.between(60, 150));
        adoptions.add(adoption(child, entered, decided, ordered, matched, movedIn, council)
                .day("adopted", adopted));
        return entered;
    }

    private static Row adoption(
            String child,
            LocalDate entered,
            LocalDate decided,
            LocalDate ordered,
            LocalDate matched,
            LocalDate movedIn,
            String council) {
        return Row.row()
                .text("child", child)
                .day("entered_care", entered)
                .day("decided", decided)
                .day("placement_order", ordered)
                .day("matched", matched)
                .day("moved_in", movedIn)
                .code("authority", council);
    }

    /** Of those whose 28 days ended since 1 April, the share the plan asks for is in time; of the others, about as many. */
    private void assess() {
        LocalDate april = LocalDate.of(end.getYear(), 4, 1);
        int percent = plan.percent("health assessment within 28 days");
        var dueThisYear = new ArrayList<Row>();
        for (Row child : starts) {
            LocalDate lastDay = child.date("started").plusDays(ASSESSED_WITHIN);
            boolean left =
                    child.entry("ceased").isPresent() && child.date("ceased").isBefore(lastDay);
            if (left || lastDay.isAfter(end)) {
                continue;
            }
            if (lastDay.isBefore(april)) {
                assess(child, dice.chance(percent));
            } else {
                dueThisYear.add(child);
            }
        }
        due = dueThisYear.size();
        inTime = (due * percent + 50) / 100;
        List<Row> shuffled = dice.shuffled(dueThisYear);
        for (int i = 0; i < due; i++) {
            assess(shuffled.get(i), i < inTime);
        }
    }

    private void assess(Row child, boolean inTime) {
        LocalDate started = child.date("started");
        LocalDate lastDay = started.plusDays(ASSESSED_WITHIN);
        if (inTime) {
            child.day("assessed", dice.workingDay(started.plusDays(6), lastDay));
            return;
        }
        LocalDate until = child.entry("ceased").isPresent() ? child.date("ceased") : end;
        LocalDate held = lastDay.plusDays(dice.between(1, 70));
        child.day("assessed", held.isAfter(until) ? null : held);
    }

    /** By child, where there is one. */
    Map<String, LocalDate> initialAssessments() {
        Map<String, LocalDate> assessments = new HashMap<>();
        for (Row child : starts) {
            Optional<Entry> assessed = child.entry("assessed");
            assessed.ifPresent(entry -> assessments.put(child.text("child"), ((Entry.Day) entry).date()));
        }
        return assessments;
    }

    /** Children whose 28th day in care was between 1 April and the end of the month. */
    int assessmentsDue() {
        return due;
    }

    /** Those of them with an initial health assessment by that day. */
    int assessmentsInTime() {
        return inTime;
    }

    /** Adoption is not for the disabled children's team. */
    List<DataSheet> sheets() {
        var sheets = new ArrayList<>(List.of(
                new DataSheet(CareLayouts.STARTS, starts),
                new DataSheet(CareLayouts.ENDS, ends),
                new DataSheet(CareLayouts.REVIEWS, reviews)));
        if (line.team() != Team.DISABLED_CHILDREN) {
            sheets.add(new DataSheet(CareLayouts.ADOPTIONS, adoptions));
        }
        return sheets;
    }
}
