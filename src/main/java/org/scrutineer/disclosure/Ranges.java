package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each number can be, going by one relation at a time: never less than what is possible, sometimes more. It is quick,
 * and settles most numbers.
 */
final class Ranges {

    /** How often the numbers of a relation are narrowed by one another: some would go on for ever by ever less. */
    private static final int MOST_NARROWINGS = 40;

    private static final int SCALE = 10;

    private final Map<Cell, Set<Relation>> relations;
    private final Map<Cell, Range> ranges;

    private Ranges(Map<Cell, Set<Relation>> relations, Map<Cell, Range> ranges) {
        this.relations = relations;
        this.ranges = ranges;
    }

    /**
     * Those that follow from these.
     *
     * @param relations those each number is in; no others are used
     * @param known of each number what it can be to begin with; of others it is what a hidden number can be
     */
    static Ranges of(Map<Cell, Set<Relation>> relations, Map<Cell, Range> known) {
        var ranges = new Ranges(relations, new IdentityHashMap<>(known));
        Set<Relation> all = new LinkedHashSet<>();
        relations.values().forEach(all::addAll);
        ranges.narrow(all);
        return ranges;
    }

    /** Those that follow if one more number is known. */
    Ranges with(Cell cell, Range known) {
        var ranges = new Ranges(relations, new IdentityHashMap<>(this.ranges));
        ranges.ranges.put(cell, of(cell).and(known));
        ranges.narrow(relations.getOrDefault(cell, Set.of()));
        return ranges;
    }

    Range of(Cell cell) {
        Range range = ranges.get(cell);
        return range == null ? new Range(cell.least(), null) : range;
    }

    private void narrow(Collection<Relation> first) {
        Deque<Relation> open = new ArrayDeque<>(first);
        Set<Relation> waiting = new LinkedHashSet<>(first);
        Map<Relation, Integer> narrowings = new IdentityHashMap<>();
        while (!open.isEmpty()) {
            Relation relation = open.poll();
            waiting.remove(relation);
            if (narrowings.merge(relation, 1, Integer::sum) <= MOST_NARROWINGS) {
                for (Cell cell : relation.factors().keySet()) {
                    if (narrow(relation, cell)) {
                        relations.getOrDefault(cell, Set.of()).stream()
                                .filter(waiting::add)
                                .forEach(open::add);
                    }
                }
            }
        }
    }

    private boolean narrow(Relation relation, Cell cell) {
        Range before = of(cell);
        if (before.isOne()) {
            return false;
        }
        Range after = before.and(byOthers(relation, cell));
        if (after.isEmpty()) {
            throw new IllegalStateException("what is known of the " + cell + " contradicts itself");
        }
        ranges.put(cell, after);
        return !after.equals(before);
    }

    /** What a relation leaves for one of its numbers when the others are anywhere in their ranges. */
    private Range byOthers(Relation relation, Cell cell) {
        int factor = relation.factors().getOrDefault(cell, 1);
        BigDecimal least = BigDecimal.ZERO;
        BigDecimal most = BigDecimal.ZERO;
        for (Map.Entry<Cell, Integer> term : relation.factors().entrySet()) {
            if (term.getKey() != cell) {
                // Of the other side of the equation, hence with the opposite sign.
                BigDecimal times = BigDecimal.valueOf(-(long) term.getValue() * Integer.signum(factor));
                Range other = of(term.getKey());
                BigDecimal low = times.signum() > 0 ? other.least() : other.most();
                BigDecimal high = times.signum() > 0 ? other.most() : other.least();
                least = least == null || low == null ? null : least.add(times.multiply(low));
                most = most == null || high == null ? null : most.add(times.multiply(high));
            }
        }
        BigDecimal by = BigDecimal.valueOf(Math.abs((long) factor));
        return new Range(divided(least, by, cell, RoundingMode.CEILING), divided(most, by, cell, RoundingMode.FLOOR));
    }

    private static @Nullable BigDecimal divided(
            @Nullable BigDecimal number, BigDecimal by, Cell cell, RoundingMode mode) {
        return number == null ? null : number.divide(by, cell.isWhole() ? 0 : Math.max(number.scale(), SCALE), mode);
    }
}
