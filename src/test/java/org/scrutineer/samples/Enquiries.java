package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Section 47 enquiries of a team: those with a conference in the month, and those started in it that have none. A plan
 * that a conference led to starts on that day.
 */
final class Enquiries {

    /** Working days from the strategy discussion within which a conference is to be held. */
    private static final int LIMIT = 15;

    private final List<Row> rows = new ArrayList<>();
    private final Deque<Row> waiting;
    private final MonthPlan plan;
    private final Table.Line line;
    private final ChildIds ids;
    private final Dice dice;
    private final LocalDate start;
    private final LocalDate end;

    /** @param plans the team's, of which those that conferences of the month led to get their start */
    Enquiries(MonthPlan plan, Table.Line line, List<Row> plans, ChildIds ids, Dice dice) {
        this.plan = plan;
        this.line = line;
        this.ids = ids;
        this.dice = dice;
        this.start = plan.period().firstDay();
        this.end = plan.period().lastDay();
        this.waiting = new ArrayDeque<>(plans.stream()
                .filter(row -> row.entry("ended").isEmpty())
                .filter(row -> row.entry("last_visit").isPresent())
                .filter(row -> row.date("last_visit").isAfter(start.plusDays(3)))
                .toList());
        for (int i = 0; i < line.number("conferences"); i++) {
            rows.add(conference(i < line.number("conferences-in-time") ? timely(i) : late(i)));
        }
        for (int i = 0; i < line.number("no-conference"); i++) {
            rows.add(withoutConference());
        }
    }

    /** The first of each kind are on the last day allowed, and on the day after it. */
    private int timely(int i) {
        return i == 0 ? LIMIT : dice.chance(60) ? dice.between(9, LIMIT) : dice.between(5, 12);
    }

    private int late(int i) {
        return i == line.number("conferences-in-time") ? LIMIT + 1 : dice.between(LIMIT + 1, LIMIT + 14);
    }

    private Row conference(int workingDays) {
        Row planned = dice.chance(plan.percent("conference leads to a plan")) ? waiting.poll() : null;
        LocalDate last = planned == null ? end.minusDays(1) : planned.date("last_visit");
        LocalDate held = dice.workingDay(start.plusDays(1), last);
        Row enquiry = enquiry(WorkingDays.before(held, workingDays))
                .answer("unnecessary", false)
                .day("conference", held)
                .answer("plan", planned != null);
        if (planned != null) {
            planned.day("started", held);
            enquiry.text("child", planned.text("child")).code("authority", planned.text("authority"));
        }
        return enquiry;
    }

    private Row withoutConference() {
        LocalDate started = dice.workingDay(start, end);
        boolean concluded = started.isBefore(end.minusDays(10));
        return enquiry(started).answer("unnecessary", concluded ? Boolean.TRUE : null);
    }

    private Row enquiry(LocalDate started) {
        return Row.row()
                .text("child", ids.next())
                .day("started", started)
                .code("authority", plan.council(line.team(), dice));
    }

    DataSheet sheet() {
        return new DataSheet(PerformanceLayouts.SECTION_47_ENQUIRIES, dice.shuffled(rows));
    }
}
