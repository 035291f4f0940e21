package org.scrutineer.samples;

import java.math.BigDecimal;
import java.util.List;

/** Sums over the planned movements of the twelve months, or of the last three of them. */
final class MovementPlan {

    private final Table movements;

    MovementPlan(MonthPlan plan) {
        this.movements = plan.movements();
    }

    /** Of social workers and everybody else. */
    BigDecimal leavers() {
        return fte(movements.lines(), "LEAVER", "");
    }

    BigDecimal socialWorkLeavers() {
        return fte(socialWorkers(), "LEAVER", "");
    }

    BigDecimal startersMinusLeavers() {
        return fte(socialWorkers(), "STARTER", "").subtract(fte(socialWorkers(), "LEAVER", ""));
    }

    BigDecimal startersMinusLeaversInThreeMonths() {
        return fte(socialWorkers(), "STARTER", "-late").subtract(fte(socialWorkers(), "LEAVER", "-late"));
    }

    /** Social workers, counted as people. */
    BigDecimal people(String movement) {
        return socialWorkers().stream()
                .filter(line -> line.text("movement").equals(movement))
                .map(line -> BigDecimal.valueOf(line.number("full") + line.number("part")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Table.Line> socialWorkers() {
        return movements.lines().stream()
                .filter(line -> line.about().equals("social workers"))
                .toList();
    }

    private static BigDecimal fte(List<Table.Line> lines, String movement, String suffix) {
        return lines.stream()
                .filter(line -> line.text("movement").equals(movement))
                .map(line -> BigDecimal.valueOf(line.number("full" + suffix))
                        .add(new BigDecimal(line.text("part-time-fte"))
                                .multiply(BigDecimal.valueOf(line.number("part" + suffix)))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
