package org.scrutineer.samples;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who started, left and moved inside in the twelve months; starters are in post, leavers no longer. */
final class Movements {

    private final LocalDate end;
    private final Dice dice;
    private final Staff staff;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> concerned = new HashSet<>();

    Movements(MonthPlan plan, Staff staff, Dice dice) {
        this.end = plan.period().lastDay();
        this.staff = staff;
        this.dice = dice;
        for (Table.Line line : plan.movements().lines()) {
            boolean socialWorkers = line.about().startsWith("social work");
            BigDecimal partTime = new BigDecimal(line.text("part-time-fte"));
            move(line, socialWorkers, "full", "full-late", BigDecimal.ONE);
            move(line, socialWorkers, "part", "part-late", partTime);
        }
    }

    private void move(Table.Line line, boolean socialWorkers, String all, String late, BigDecimal fte) {
        String movement = line.text("movement");
        for (int i = 0; i < line.number(all); i++) {
            LocalDate day = i < line.number(late) ? inTheLastQuarter() : earlierInTheYear();
            switch (movement) {
                case "STARTER" -> start(someone(socialWorkers, fte, i % 6 != 5), day);
                case "LEAVER" ->
                    rows.add(row(staff.nextId(), anyTeam(socialWorkers), movement, day, socialWorkers, fte));
                default -> {
                    Person mover = someone(socialWorkers, fte, false);
                    rows.add(row(mover.id(), mover.team(), movement, day, socialWorkers, fte));
                }
            }
        }
    }

    private void start(Person starter, LocalDate day) {
        staff.replace(starter, starter.startedOn(day));
        rows.add(row(starter.id(), starter.team(), "STARTER", day, starter.socialWorker(), starter.fte()));
    }

    /** A permanent worker who has not moved yet; in the first year of practice, if so wanted and there is one. */
    private Person someone(boolean socialWorker, BigDecimal fte, boolean newlyQualified) {
        List<Person> candidates = staff.people().stream()
                .filter(person -> person.socialWorker() == socialWorker && !person.agency())
                .filter(person -> person.fte().compareTo(fte) == 0 && !concerned.contains(person.id()))
                .toList();
        List<Person> wanted = candidates.stream()
                .filter(person -> newlyQualified == "FIRST-YEAR".equals(person.stage()))
                .toList();
        Person chosen = dice.pick(wanted.isEmpty() ? candidates : wanted);
        concerned.add(chosen.id());
        return chosen;
    }

    private Team anyTeam(boolean socialWorkers) {
        return dice.pick(staff.people().stream()
                        .filter(person -> person.socialWorker() == socialWorkers)
                        .toList())
                .team();
    }

    private LocalDate inTheLastQuarter() {
        return dice.workingDay(end.withDayOfMonth(1).minusMonths(2), end);
    }

    private LocalDate earlierInTheYear() {
        return dice.workingDay(
                end.withDayOfYear(2), end.withDayOfMonth(1).minusMonths(2).minusDays(1));
    }

    private static Row row(
            String worker, Team team, String movement, LocalDate day, boolean socialWorker, BigDecimal fte) {
        return Row.row()
                .text("worker", worker)
                .text("team_concerned", team.title())
                .code("movement", movement)
                .day("moved", day)
                .answer("social_worker", socialWorker)
                .number("fte", fte);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }
}
