package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The short sheets: supervision in every team, care leavers, and the audits of the quarter. */
final class OtherReports {

    private static final List<String> AUDITED = List.of(
            "First Response Team 1",
            "First Response Team 2",
            "First Response Team 3",
            "First Response Team 4",
            "Safeguarding Team North",
            "Safeguarding Team Central",
            "Safeguarding Team West",
            "Children in Care Team 1",
            "Children in Care Team 2",
            "Disabled Children Team");

    private final MonthPlan plan;
    private final Dice dice;
    private final LocalDate end;

    OtherReports(MonthPlan plan, Dice dice) {
        this.plan = plan;
        this.dice = dice;
        this.end = plan.period().lastDay();
    }

    /** In every team somebody is away and not due. */
    DataSheet supervision(List<Person> people) {
        var rows = new ArrayList<Row>();
        people.stream().sorted(Comparator.comparing(Person::id)).forEach(person -> {
            boolean away = rows.isEmpty() || dice.chance(4);
            boolean due = !away && person.started().isBefore(end.minusDays(14));
            boolean done = dice.chance(plan.percent("supervised in the month"));
            LocalDate latest = done
                    ? dice.workingDay(plan.period().firstDay(), end)
                    : dice.workingDay(end.minusDays(95), end.minusDays(32));
            rows.add(Row.row()
                    .text("worker", person.id())
                    .answer("due", due)
                    .day("supervised", dice.chance(4) || latest.isBefore(person.started()) ? null : latest));
        });
        return new DataSheet(PerformanceLayouts.SUPERVISION, rows);
    }

    DataSheet careLeavers(Table.Line line, List<Person> advisers, ChildIds ids) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < line.number("young-people"); i++) {
            int age = dice.chance(14)
                    ? dice.between(16, 17)
                    : dice.chance(70) ? dice.between(18, 21) : dice.between(22, 25);
            boolean inTouch = dice.chance(plan.percent("care leaver in touch"));
            boolean busy = dice.chance(plan.percent("care leaver in education, employment or training"));
            boolean suitable = dice.chance(plan.percent("care leaver in suitable accommodation"));
            boolean reviewed = dice.chance(plan.percent("plan reviewed"));
            rows.add(Row.row()
                    .text("child", ids.next())
                    .number("age", age)
                    .code("eligibility", age < 18 ? "RELEVANT" : dice.chance(94) ? "FORMER" : "QUALIFYING")
                    .code("in_touch", inTouch ? "YES" : dice.pick(List.of("NO", "NO", "NO", "REFU", "NREQ", "RHOM")))
                    .code("suitable", suitable ? "SUITABLE" : inTouch ? "UNSUITABLE" : "UNKNOWN")
                    .code("activity", busy ? "EET" : inTouch || dice.chance(40) ? "NEET" : "UNKNOWN")
                    .day(
                            "plan_reviewed",
                            dice.workingDay(end.minusDays(reviewed ? 178 : 420), end.minusDays(reviewed ? 2 : 190)))
                    .worker(dice.pick(advisers).id())
                    .code("authority", plan.council(line.team(), dice)));
        }
        return new DataSheet(PerformanceLayouts.CARE_LEAVERS, rows);
    }

    DataSheet audits() {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < plan.audits(); i++) {
            boolean good = dice.chance(plan.percent("audit good or outstanding"));
            rows.add(Row.row()
                    .text("audit", "QA/%d/%04d".formatted(end.getYear(), 131 + i))
                    .day("completed", dice.workingDay(end.withDayOfMonth(1).minusMonths(2), end))
                    .text("audited", dice.pick(AUDITED))
                    .code(
                            "grade",
                            good
                                    ? dice.pick(List.of("GOOD", "GOOD", "GOOD", "GOOD", "OUTSTANDING"))
                                    : dice.pick(List.of("RI", "RI", "RI", "INADEQUATE"))));
        }
        return new DataSheet(PerformanceLayouts.AUDITS, rows);
    }
}
