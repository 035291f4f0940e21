package org.scrutineer.samples;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Contacts of a team in the month: one behind each referral, and those nothing came of. */
final class Contacts {

    private final List<Row> rows = new ArrayList<>();
    private final MonthPlan plan;
    private final Table.Line line;
    private final Dice dice;
    private final LocalDate end;

    Contacts(MonthPlan plan, Table.Line line, List<Row> referrals, ChildIds ids, Dice dice) {
        this.plan = plan;
        this.line = line;
        this.dice = dice;
        this.end = plan.period().lastDay();
        LocalDate start = plan.period().firstDay();
        for (Row referral : referrals) {
            LocalDate day = referral.date("received");
            rows.add(contact(day.isAfter(start) && dice.chance(20) ? day.minusDays(1) : day)
                    .text("child", referral.text("child"))
                    .code("source", referral.text("source"))
                    .day("decided", day)
                    .answer("became_referral", true)
                    .code("authority", referral.text("authority")));
        }
        for (int i = referrals.size(); i < line.number("contacts"); i++) {
            rows.add(closed(dice.workingDay(start, end), ids.next()));
        }
    }

    private Row contact(LocalDate received) {
        return Row.row()
                .text(
                        "contact",
                        "%d/%d/%04d".formatted(end.getYear(), line.team().ordinal() + 1, rows.size() + 1))
                .day("received", received);
    }

    private Row closed(LocalDate received, String child) {
        boolean prompt = dice.chance(plan.percent("contact decided in one working day"));
        LocalDate decided = WorkingDays.after(received, prompt ? dice.between(0, 1) : dice.between(2, 6));
        Row row = contact(received)
                .text("child", child)
                .code("source", dice.pick(FrontDoor.SOURCES))
                .code("authority", plan.council(line.team(), dice));
        return decided.isAfter(end) ? row : row.day("decided", decided).answer("became_referral", false);
    }

    DataSheet sheet() {
        return new DataSheet(PerformanceLayouts.CONTACTS, dice.shuffled(rows));
    }
}
