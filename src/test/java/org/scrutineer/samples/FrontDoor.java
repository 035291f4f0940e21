package org.scrutineer.samples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Referrals and assessments of a team; many an accepted referral of the month is an open assessment of it. */
final class FrontDoor {

    static final List<String> SOURCES =
            List.of("POL", "POL", "POL", "SCH", "SCH", "SCH", "HLT", "HLT", "LA", "IND", "IND", "OTH");
    private static final List<String> OUTCOMES = List.of("NFA", "NFA", "NFA", "CIN", "CIN", "CIN", "CP", "CLA", "OTH");

    private final MonthPlan plan;
    private final Table.Line line;
    private final Caseload caseload;
    private final ChildIds ids;
    private final Dice dice;
    private final LocalDate start;
    private final LocalDate end;
    private final Deque<Row> accepted = new ArrayDeque<>();
    private final List<Row> referrals = new ArrayList<>();
    private final List<Row> assessments = new ArrayList<>();

    FrontDoor(MonthPlan plan, Table.Line line, Caseload caseload, ChildIds ids, Dice dice) {
        this.plan = plan;
        this.line = line;
        this.caseload = caseload;
        this.ids = ids;
        this.dice = dice;
        this.start = plan.period().firstDay();
        this.end = plan.period().lastDay();
        for (int i = 0; i < line.number("referrals"); i++) {
            referrals.add(referral(i));
        }
        for (int i = 0; i < line.number("authorised"); i++) {
            assessments.add(authorised(i < line.number("in-time") ? timely(i) : late(i - line.number("in-time"))));
        }
        for (int i = 0; i < line.number("open"); i++) {
            assessments.add(open(i < line.number("unallocated") ? null : caseload.deal()));
        }
    }

    private Row referral(int i) {
        LocalDate received = dice.chance(92) ? dice.workingDay(start, end) : start.plusDays(dice.between(0, 30));
        boolean prompt = dice.chance(plan.percent("referral decided in one working day"));
        LocalDate decided = WorkingDays.after(received, prompt ? dice.between(0, 1) : dice.between(2, 5));
        boolean dropped = dice.chance(26);
        boolean again = i > 40 && dice.chance(2);
        Row row = Row.row()
                .text("child", again ? anEarlierChild(received) : ids.next())
                .day("received", received)
                .code("source", dice.pick(SOURCES));
        row.code("authority", plan.council(line.team(), dice));
        if (decided.isAfter(end)) {
            return row;
        }
        row.day("decided", decided).answer("no_further_action", dropped);
        if (!dropped && !again && dice.chance(70)) {
            accepted.add(row);
        }
        return row;
    }

    /** A child referred before in the month, on another day. */
    private String anEarlierChild(LocalDate received) {
        List<Row> earlier = referrals.subList(0, 40).stream()
                .filter(row -> !row.entry("received").orElseThrow().equals(new Entry.Day(received)))
                .toList();
        return earlier.get(referrals.size() % earlier.size()).text("child");
    }

    /** Up to the last day allowed, which the first four take. */
    private int timely(int i) {
        return i < 4 ? 45 : dice.chance(30) ? dice.between(36, 44) : dice.between(4, 40);
    }

    private int late(int i) {
        return i < 3 ? 46 : dice.chance(50) ? dice.between(47, 60) : dice.between(61, 118);
    }

    private Row authorised(int workingDays) {
        LocalDate day = dice.workingDay(start.plusDays(1), end);
        LocalDate started = WorkingDays.before(day, workingDays);
        // What starts on a Sunday is counted from the Monday.
        boolean atAWeekend = started.getDayOfWeek() == DayOfWeek.MONDAY && dice.chance(8);
        return Row.row()
                .text("child", ids.next())
                .day("started", atAWeekend ? started.minusDays(1) : started)
                .day("authorised", day)
                .answer("seen", dice.chance(1) ? null : dice.chance(plan.percent("child seen in assessment")))
                .code("outcome", dice.pick(OUTCOMES))
                .worker(caseload.anyone())
                .code("authority", plan.council(line.team(), dice));
    }

    private Row open(@Nullable String worker) {
        Row assessment = Row.row();
        Row referral = accepted.poll();
        if (referral != null) {
            assessment
                    .text("child", referral.text("child"))
                    .day("started", referral.date("decided"))
                    .code("authority", referral.text("authority"));
        } else {
            boolean overdue = dice.chance(plan.percent("older open assessment is overdue"));
            int days = overdue ? dice.between(70, 230) : dice.between(8, 66);
            assessment
                    .text("child", ids.next())
                    .day("started", dice.workingDay(end.minusDays(days), end.minusDays(days - 5)))
                    .code("authority", plan.council(line.team(), dice));
        }
        return assessment.answer("seen", dice.chance(55) ? Boolean.TRUE : null).worker(worker);
    }

    /** What was before: the referral an assessment followed, and the referrals of a child before this one. */
    void lookBack(Dice past) {
        int again = line.number("again");
        var seen = new HashSet<String>();
        List<Row> repeated = referrals.stream()
                .sorted(Comparator.comparing(row -> row.date("received")))
                .filter(row -> !seen.add(row.text("child")))
                .toList();
        List<Row> others = past.shuffled(
                referrals.stream().filter(row -> !repeated.contains(row)).toList());
        for (int i = 0; i < others.size(); i++) {
            boolean before = i < again - repeated.size();
            others.get(i).number("earlier_referrals", before ? past.chance(75) ? 1 : past.between(2, 4) : 0);
        }
        repeated.forEach(row -> row.number("earlier_referrals", past.between(1, 2)));
        for (Row assessment : assessments) {
            int daysBefore = past.chance(80) ? past.between(0, 1) : past.between(2, 4);
            assessment.day("referred", WorkingDays.before(assessment.date("started"), daysBefore));
        }
    }

    List<Row> referralRows() {
        return List.copyOf(referrals);
    }

    DataSheet referrals() {
        return new DataSheet(PerformanceLayouts.REFERRALS, referrals);
    }

    DataSheet assessments() {
        return new DataSheet(PerformanceLayouts.ASSESSMENTS, dice.shuffled(assessments));
    }
}
