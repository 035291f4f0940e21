package org.scrutineer.samples;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Children of a team who went missing in the month, some of them again and again. */
final class MissingEpisodes {

    private final List<Row> rows = new ArrayList<>();
    private final MonthPlan plan;
    private final Dice dice;

    MissingEpisodes(MonthPlan plan, Table.Line line, List<Row> children, Dice dice) {
        this.plan = plan;
        this.dice = dice;
        int count = line.number("missing");
        List<Row> runaways = dice.shuffled(children).subList(0, count - count / 3);
        LocalDate end = plan.period().lastDay();
        Set<LocalDateTime> times = new HashSet<>();
        while (rows.size() < count) {
            boolean lastDay = rows.size() == 1;
            LocalDate day = lastDay ? end : plan.period().firstDay().plusDays(dice.between(0, 29));
            LocalDateTime gone = day.atTime(lastDay ? 21 : dice.between(0, 23), dice.between(0, 11) * 5);
            if (times.add(gone)) {
                rows.add(episode(runaways.get(rows.size() % runaways.size()), gone));
            }
        }
        rows.sort(Comparator.comparing(
                row -> ((Entry.Moment) row.entry("went_missing").orElseThrow()).time()));
    }

    private Row episode(Row child, LocalDateTime gone) {
        LocalDateTime back =
                gone.plusMinutes(dice.chance(80) ? dice.between(10, 280) * 5L : dice.between(300, 1500) * 5L);
        Row row = Row.row()
                .text("child", child.text("child"))
                .moment("went_missing", gone)
                .code("authority", child.text("authority"));
        LocalDateTime monthOver = plan.period().lastDay().plusDays(1).atStartOfDay();
        if (!back.isBefore(monthOver)) {
            return row;
        }
        boolean offered = dice.chance(plan.percent("return interview offered"));
        boolean accepted = offered && dice.chance(80);
        row.moment("returned", back).answer("offered", offered).answer("accepted", offered ? accepted : null);
        boolean inTime = dice.chance(plan.percent("return interview within 72 hours"));
        LocalDateTime held = back.plusDays(inTime ? dice.between(0, 1) : dice.between(4, 9))
                .toLocalDate()
                .plusDays(1)
                .atTime(dice.between(9, 16), 30);
        return accepted && held.isBefore(monthOver) ? row.moment("interviewed", held) : row;
    }

    Set<String> children() {
        return rows.stream().map(row -> row.text("child")).collect(Collectors.toSet());
    }

    DataSheet sheet() {
        return new DataSheet(PerformanceLayouts.MISSING_EPISODES, rows);
    }
}
