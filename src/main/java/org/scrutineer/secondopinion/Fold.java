package org.scrutineer.secondopinion;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator.Function;

/** Adds the rows that count up, by team and council. */
final class Fold implements RowReceiver {

    private static final int NONE = -1;

    private final RowFormula condition;
    private final Function function;
    private final @Nullable RowFormula value;
    private final int team;
    private final int authority;
    private final Map<Cell, Tally> tallies = new HashMap<>();

    /** @param authority empty where the rows do not say it */
    private record Cell(String team, String authority) {}

    /** @param value null where rows are counted */
    Fold(Shape shape, RowFormula condition, Function function, @Nullable RowFormula value, boolean byAuthority) {
        this.condition = condition;
        this.function = function;
        this.value = value;
        this.team = placeOf(shape, "team");
        this.authority = byAuthority ? placeOf(shape, "authority") : NONE;
    }

    private static int placeOf(Shape shape, String column) {
        return shape.fields().stream().map(Shape.Field::name).toList().indexOf(column);
    }

    @Override
    public void row(@Nullable Object[] row) {
        if (condition.holds(row)) {
            var cell = new Cell(
                    Objects.requireNonNullElse((String) row[team], ""),
                    authority == NONE ? "" : Objects.requireNonNullElse((String) row[authority], ""));
            tallies.computeIfAbsent(cell, first -> new Tally(function)).add(value == null ? null : value.of(row));
        }
    }

    /** What the rows of these teams and councils come to together. */
    Tally of(Predicate<String> teams, Predicate<String> authorities) {
        var together = new Tally(function);
        tallies.forEach((cell, tally) -> {
            if (teams.test(cell.team()) && authorities.test(cell.authority())) {
                together.add(tally);
            }
        });
        return together;
    }
}
