package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses which numbers are hidden: the small ones, and others with them so that they stay hidden.
 *
 * <p>A number is safe where there are other tables that would be printed exactly alike, in which it is large, and in
 * which it is far from what it is. For each number such tables are looked for, those first in which the fewest shown
 * numbers would be others; these are hidden too. In the end whatever can be shown again is shown: what counts is that for
 * each hidden number the other tables are known, worked out exactly.
 */
final class Suppressor {

    /** How many relations away numbers are looked for, before all are. */
    private static final List<Integer> REACHES = List.of(2, 3, 5, Integer.MAX_VALUE);

    private static final int ANY_REACH = Integer.MAX_VALUE;

    /** Among tables that cost the same those that differ least. */
    private static final double FREE = 0.001;

    private static final double SHORT = 1;

    /** Among as many numbers the smaller are hidden, and of equal ones the earlier. */
    private static final double LARGER = 0.1;

    private static final double LATER = 0.000001;

    private final List<Cell> cells;
    private final Map<Cell, Set<Relation>> relations;
    private final Map<Cell, Range> known;
    private final Map<Cell, Integer> offered;
    private final Set<Cell> hidden = new LinkedHashSet<>();
    private final Set<Cell> targets = new LinkedHashSet<>();
    /** For which there are no other tables, whatever is hidden now: earlier releases gave them away. */
    private final Set<Cell> lost = new LinkedHashSet<>();

    private final Deque<Cell> open = new ArrayDeque<>();

    /** The other tables found, by each number that is another in them: what these numbers are there. */
    private final Map<Cell, List<Map<Cell, BigDecimal>>> others = new IdentityHashMap<>();

    /**
     * @param known what was printed before, as closely as it can be known
     * @param offered what would be printed now, and in how many figures
     * @param hiddenBefore what was to be printed before, and was not
     */
    Suppressor(Tables tables, Map<Cell, Range> known, Map<Cell, Integer> offered, Set<Cell> hiddenBefore) {
        this.cells = tables.cells();
        this.relations = tables.byCell();
        this.known = known;
        this.offered = offered;
        for (Cell cell : cells) {
            boolean secret = !known.containsKey(cell);
            if (cell.isPrinted() && (cell.isSensitive() || (secret && hiddenBefore.contains(cell)))) {
                hidden.add(cell);
            }
            if (secret && (hidden.contains(cell) || cell.isSensitive())) {
                targets.add(cell);
            }
        }
    }

    /** What is not to be printed, of what was offered and of what was hidden before. */
    Set<Cell> hidden() {
        Set<Cell> first = new LinkedHashSet<>(hidden);
        protect();
        Map<Cell, Range> printed = new IdentityHashMap<>();
        cells.forEach(cell -> printed.put(cell, range(cell)));
        Ranges ranges = Ranges.of(relations, printed);
        List<Cell> others = hidden.stream()
                .filter(cell -> !first.contains(cell))
                .sorted(Comparator.comparing(this::cost).reversed())
                .toList();
        for (Cell cell : others) {
            ranges = shownAgain(cell, ranges);
        }
        return hidden;
    }

    private void protect() {
        open.addAll(targets);
        while (!open.isEmpty()) {
            Cell target = open.poll();
            protect(target);
            if (!isSafe(target)) {
                lost.add(target);
            }
        }
    }

    /** Finds other tables for a number, and hides what else must be hidden for them. */
    private void protect(Cell target) {
        Rule rule = target.rule();
        if (isSafe(target)) {
            return;
        }
        if (target.kind() != Cell.Kind.AMOUNT) {
            raise(target, BigDecimal.valueOf(rule.hideUpTo() + 1L));
        }
        if (isSafe(target) || isSafeWithoutMore(target)) {
            return;
        }
        BigDecimal wide = BigDecimal.valueOf(rule.narrowest());
        raise(target, seenLeast(target).add(wide));
        if (!isSafe(target)) {
            new Search(target, ANY_REACH, true)
                    .to(seenMost(target).subtract(wide), false)
                    .ifPresent(this::take);
        }
    }

    /** Finds a table in which a number is so large, if there is one, and hides what must be hidden for it. */
    private void raise(Cell target, BigDecimal goal) {
        for (int reach : REACHES) {
            if (seenMost(target).compareTo(goal) >= 0) {
                return;
            }
            new Search(target, reach, true).to(goal, true).ifPresent(this::take);
        }
    }

    private void take(Map<Cell, BigDecimal> table) {
        table.forEach((cell, number) -> {
            if (!range(cell).contains(number)) {
                hidden.add(cell);
                targets.add(cell);
                open.add(cell);
            }
        });
        table.keySet()
                .forEach(cell ->
                        others.computeIfAbsent(cell, first -> new ArrayList<>()).add(table));
    }

    /** Shows a number again if all others stay safe, and returns what can be known then by one relation at a time. */
    private Ranges shownAgain(Cell cell, Ranges ranges) {
        Ranges shown = ranges.with(cell, cell.asPrinted());
        hidden.remove(cell);
        targets.remove(cell);
        List<Cell> safe =
                targets.stream().filter(target -> !lost.contains(target)).toList();
        if (safe.stream().allMatch(target -> shown.of(target).protects(target))
                && safe.stream().allMatch(this::isSafeWithoutMore)) {
            return shown;
        }
        hidden.add(cell);
        targets.add(cell);
        return ranges;
    }

    /** Whether there are other tables for it that nothing more must be hidden for. */
    private boolean isSafeWithoutMore(Cell target) {
        Rule rule = target.rule();
        for (int reach : REACHES) {
            if (isSafe(target)) {
                return true;
            }
            new Search(target, reach, false).lowest().ifPresent(this::take);
            BigDecimal wide = seenLeast(target).add(BigDecimal.valueOf(rule.narrowest()));
            BigDecimal goal =
                    target.kind() == Cell.Kind.AMOUNT ? wide : wide.max(BigDecimal.valueOf(rule.hideUpTo() + 1L));
            new Search(target, reach, false).to(goal, true).ifPresent(this::take);
        }
        return isSafe(target);
    }

    private boolean isSafe(Cell target) {
        return seen(target).protects(target);
    }

    /** The least and the most it is in the tables known that would be printed as the true one is. */
    private Range seen(Cell target) {
        BigDecimal least = target.truth();
        BigDecimal most = target.truth();
        for (Map<Cell, BigDecimal> table : others.getOrDefault(target, List.of())) {
            if (table.entrySet().stream()
                    .allMatch(moved -> range(moved.getKey()).contains(moved.getValue()))) {
                BigDecimal there = table.getOrDefault(target, target.truth());
                least = least.min(there);
                most = most.max(there);
            }
        }
        return new Range(least, most);
    }

    private BigDecimal seenLeast(Cell target) {
        return Objects.requireNonNull(seen(target).least());
    }

    private BigDecimal seenMost(Cell target) {
        return Objects.requireNonNull(seen(target).most());
    }

    /** What a number can be for all that is printed of it now. */
    private Range range(Cell cell) {
        if (cell.isOpenZero()) {
            return new Range(BigDecimal.ZERO, BigDecimal.ZERO);
        }
        Range before = known.get(cell);
        if (before != null) {
            return offered.containsKey(cell) && !hidden.contains(cell) ? before.and(cell.asPrinted()) : before;
        }
        return !cell.isPrinted() || hidden.contains(cell) ? new Range(cell.least(), null) : cell.asPrinted();
    }

    private double cost(Cell cell) {
        return offered.getOrDefault(cell, 1)
                        * (1 + LARGER * Math.log10(1 + cell.truth().abs().doubleValue()))
                + LATER * cell.number();
    }

    /** The tables in reach of a number that would be printed alike, or would if more were hidden. */
    private final class Search {

        private final Cell target;
        private final boolean mayHideMore;
        private final Programme programme = new Programme();

        /** By how much each number is higher (factor 1) or lower (factor -1), in unknowns of the programme. */
        private final Map<Cell, Map<Integer, BigDecimal>> moves = new LinkedHashMap<>();

        Search(Cell target, int reach, boolean mayHideMore) {
            this.target = target;
            this.mayHideMore = mayHideMore;
            Set<Relation> inReach = new LinkedHashSet<>();
            Set<Cell> ring = Set.of(target);
            add(target);
            for (int step = 0; step < reach && !ring.isEmpty(); step++) {
                Set<Cell> next = new LinkedHashSet<>();
                for (Cell cell : ring) {
                    for (Relation relation : relations.getOrDefault(cell, Set.of())) {
                        if (inReach.add(relation)) {
                            relation.factors().keySet().stream()
                                    .filter(neighbour -> !moves.containsKey(neighbour))
                                    .filter(this::add)
                                    .forEach(next::add);
                        }
                    }
                }
                ring = next;
            }
            // Also what the outermost numbers would have to agree with.
            moves.keySet().forEach(cell -> inReach.addAll(relations.getOrDefault(cell, Set.of())));
            inReach.forEach(this::balance);
        }

        /** Whether the number can be another at all. */
        private boolean add(Cell cell) {
            Map<Integer, BigDecimal> ways = new LinkedHashMap<>();
            Range free = range(cell);
            move(ways, cell, BigDecimal.ONE, room(free.most(), cell.truth()), FREE);
            move(ways, cell, BigDecimal.ONE.negate(), room(cell.truth(), free.least()), FREE);
            if (mayHideMore
                    && offered.containsKey(cell)
                    && !known.containsKey(cell)
                    && !hidden.contains(cell)
                    && !cell.isOpenZero()) {
                double cost = cost(cell);
                move(ways, cell, BigDecimal.ONE, null, cost);
                move(ways, cell, BigDecimal.ONE.negate(), room(free.least(), cell.least()), cost);
            }
            if (!ways.isEmpty()) {
                moves.put(cell, ways);
            }
            return !ways.isEmpty();
        }

        private void move(
                Map<Integer, BigDecimal> ways, Cell cell, BigDecimal way, @Nullable BigDecimal most, double cost) {
            if (most == null || most.signum() > 0) {
                ways.put(programme.unknown(new Range(BigDecimal.ZERO, most), cell.isWhole(), cost), way);
            }
        }

        private static @Nullable BigDecimal room(@Nullable BigDecimal upper, @Nullable BigDecimal lower) {
            return upper == null || lower == null ? null : upper.subtract(lower);
        }

        private void balance(Relation relation) {
            Map<Integer, BigDecimal> factors = new LinkedHashMap<>();
            relation.factors()
                    .forEach((cell, factor) -> moves.getOrDefault(cell, Map.of())
                            .forEach((unknown, way) -> factors.put(unknown, way.multiply(BigDecimal.valueOf(factor)))));
            if (!factors.isEmpty()) {
                programme.condition(factors, new Range(BigDecimal.ZERO, BigDecimal.ZERO));
            }
        }

        /** A table in which the target is at least so much, or at most. */
        Optional<Map<Cell, BigDecimal>> to(BigDecimal goal, boolean up) {
            Map<Integer, BigDecimal> ways = moves.get(target);
            if (ways == null) {
                return Optional.empty();
            }
            BigDecimal way = goal.subtract(target.truth());
            programme.condition(ways, up ? new Range(way, null) : new Range(null, way));
            return table();
        }

        /** The table in which the target is least. */
        Optional<Map<Cell, BigDecimal>> lowest() {
            Map<Integer, BigDecimal> ways = moves.get(target);
            if (ways == null) {
                return Optional.empty();
            }
            // What it is short of being so much lower costs more than all the rest.
            Map<Integer, BigDecimal> with = new LinkedHashMap<>(ways);
            Rule rule = target.rule();
            BigDecimal enough = BigDecimal.valueOf(rule.narrowest() + rule.hideUpTo() + 1L);
            int shortfall = programme.unknown(new Range(BigDecimal.ZERO, enough), false, SHORT);
            with.replaceAll((unknown, way) -> way.negate());
            with.put(shortfall, BigDecimal.ONE);
            programme.condition(with, new Range(enough, null));
            return table();
        }

        private Optional<Map<Cell, BigDecimal>> table() {
            return programme.cheapest().map(answer -> {
                Map<Cell, BigDecimal> table = new LinkedHashMap<>();
                moves.forEach((cell, ways) -> {
                    BigDecimal moved = ways.entrySet().stream()
                            .map(way -> answer.get(way.getKey()).multiply(way.getValue()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    if (moved.signum() != 0) {
                        table.put(cell, cell.truth().add(moved));
                    }
                });
                return table;
            });
        }
    }
}
