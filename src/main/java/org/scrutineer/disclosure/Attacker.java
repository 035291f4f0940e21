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
import org.scrutineer.disclosure.PrintedFigures.Told;

/**
 * Works out what can be known of hidden numbers from all that was ever printed, and from what must hold between numbers
 * of their kind. It knows the rules by which numbers are hidden, and is told no hidden number: only which sums of them hold.
 *
 * <p>What it cannot prove to be safe is given away: a number is safe only where two tables were found, whole numbers and
 * all, that agree with everything printed, in which it is far apart and once large.
 */
final class Attacker {

    private static final double LITTLE = 0.0001;

    private final Tables tables;
    private final Map<Cell, Set<Relation>> relations;
    private final Map<Cell, Range> printed = new IdentityHashMap<>();
    private final Map<Cell, Set<Ratio>> ratios = new IdentityHashMap<>();
    private final Set<Cell> wanted = new LinkedHashSet<>();

    /** That a printed value is so many times a numerator over a denominator, not both of which are printed. */
    private record Ratio(Cell numerator, Cell denominator, int times, Range value) {}

    /** What is known of a number and its like, and what of them is looked for. */
    private final class Component {

        private final List<Cell> cells;
        private final List<Relation> relations;
        private final Set<Ratio> ratios = new LinkedHashSet<>();
        private final Ranges ranges;
        private final Map<Cell, Range> seen = new IdentityHashMap<>();

        Component(List<Cell> cells, List<Relation> relations, Ranges ranges) {
            this.cells = cells;
            this.relations = relations;
            this.ranges = ranges;
            cells.forEach(cell -> ratios.addAll(Attacker.this.ratios.getOrDefault(cell, Set.of())));
        }

        /** Whether tables were found that prove it. */
        boolean isSafe(Cell cell) {
            Range range = seen.get(cell);
            return range != null && range.protects(cell);
        }

        /** Looks for the tables in which numbers are least, and those in which they are most. */
        void search(List<Cell> sought) {
            List<Cell> open = List.of();
            List<Cell> left = sought;
            // One table may settle many.
            while (left.size() > 1 && left.size() != open.size()) {
                open = left;
                push(open, false);
                push(open, true);
                left = open.stream().filter(cell -> !isSafe(cell)).toList();
            }
            for (Cell cell : left) {
                if (!isSafe(cell)) {
                    push(List.of(cell), false);
                    push(List.of(cell), true);
                }
            }
        }

        private void push(List<Cell> sought, boolean up) {
            var programme = new Programme();
            Map<Cell, Integer> unknowns = new IdentityHashMap<>();
            for (Cell cell : cells) {
                Range range = ranges.of(cell);
                if (!range.isOne()) {
                    boolean aim = sought.contains(cell);
                    BigDecimal most = aim && up ? enough(cell, range) : range.most();
                    double cost = aim ? (up ? -1 : 1) : LITTLE;
                    unknowns.put(cell, programme.unknown(new Range(range.least(), most), cell.isWhole(), cost));
                }
            }
            for (Relation relation : relations) {
                Map<Integer, BigDecimal> factors = new LinkedHashMap<>();
                BigDecimal fixed = BigDecimal.ZERO;
                for (Map.Entry<Cell, Integer> term : relation.factors().entrySet()) {
                    BigDecimal factor = BigDecimal.valueOf(term.getValue());
                    fixed = add(unknowns, factors, term.getKey(), factor, fixed);
                }
                if (!factors.isEmpty()) {
                    programme.condition(factors, new Range(fixed.negate(), fixed.negate()));
                }
            }
            for (Ratio ratio : ratios) {
                atMost(programme, unknowns, ratio, ratio.value().least(), 1);
                atMost(programme, unknowns, ratio, ratio.value().most(), -1);
            }
            programme
                    .cheapest()
                    .ifPresent(answer -> unknowns.forEach((cell, place) -> {
                        BigDecimal found = answer.get(place);
                        Range before = seen.getOrDefault(cell, new Range(found, found));
                        seen.put(
                                cell,
                                new Range(
                                        found.min(Objects.requireNonNull(before.least())),
                                        found.max(Objects.requireNonNull(before.most()))));
                    }));
        }

        /** As much as would be safe: how much more it can be is of no interest, and may be without end. */
        private @Nullable BigDecimal enough(Cell cell, Range range) {
            Range already = seen.get(cell);
            BigDecimal least = already != null && already.least() != null ? already.least() : range.least();
            if (least == null) {
                return range.most();
            }
            BigDecimal enough = least.add(BigDecimal.valueOf(cell.rule().narrowest()))
                    .max(BigDecimal.valueOf(cell.rule().hideUpTo() + 1L));
            return range.most() == null ? enough : enough.min(range.most());
        }

        /** That {@code value} times the denominator is at most (sign 1), or at least (-1), so many times the numerator. */
        private void atMost(
                Programme programme, Map<Cell, Integer> unknowns, Ratio ratio, @Nullable BigDecimal value, int sign) {
            if (value == null) {
                return;
            }
            Map<Integer, BigDecimal> factors = new LinkedHashMap<>();
            BigDecimal way = BigDecimal.valueOf(sign);
            BigDecimal fixed = add(
                    unknowns,
                    factors,
                    ratio.numerator(),
                    way.multiply(BigDecimal.valueOf(ratio.times())),
                    BigDecimal.ZERO);
            fixed = add(
                    unknowns, factors, ratio.denominator(), way.multiply(value).negate(), fixed);
            if (!factors.isEmpty()) {
                programme.condition(factors, new Range(fixed.negate(), null));
            }
        }

        private BigDecimal add(
                Map<Cell, Integer> unknowns,
                Map<Integer, BigDecimal> factors,
                Cell cell,
                BigDecimal factor,
                BigDecimal fixed) {
            Integer unknown = unknowns.get(cell);
            if (unknown != null) {
                factors.merge(unknown, factor, BigDecimal::add);
                return fixed;
            }
            return fixed.add(
                    factor.multiply(Objects.requireNonNull(ranges.of(cell).least())));
        }
    }

    Attacker(Tables tables, List<Told> told) {
        this.tables = tables;
        this.relations = tables.byCell();
        told.forEach(this::read);
        for (Cell cell : tables.cells()) {
            if (!printed.containsKey(cell) && (cell.isPrinted() || cell.isSensitive())) {
                wanted.add(cell);
            }
        }
        told.forEach(this::readRatio);
    }

    private void read(Told one) {
        PrintedFigure figure = one.figure();
        tables.parts(figure.truth()).ifPresent(parts -> {
            Cell numerator = parts.numerator();
            Cell denominator = parts.denominator();
            if (numerator != null) {
                BigDecimal number = parts.made().denominator() == null && figure.numerator() == null
                        ? figure.value()
                        : figure.numerator();
                read(numerator, number, one.rule());
            }
            if (denominator != null) {
                read(denominator, figure.denominator(), one.rule());
            }
        });
    }

    private void read(Cell cell, @Nullable BigDecimal number, Rule rule) {
        if (number != null) {
            Range range =
                    cell.kind() == Cell.Kind.PEOPLE ? rule.known(number, cell.isWhole()) : new Range(number, number);
            printed.merge(cell, range, Range::and);
        }
    }

    private void readRatio(Told one) {
        BigDecimal value = one.figure().value();
        tables.parts(one.figure().truth()).ifPresent(parts -> {
            Cell numerator = parts.numerator();
            Cell denominator = parts.denominator();
            if (value == null || numerator == null || denominator == null) {
                return;
            }
            if (!printed.containsKey(numerator) || !printed.containsKey(denominator)) {
                BigDecimal half = BigDecimal.ONE.movePointLeft(value.scale()).divide(BigDecimal.valueOf(2));
                var ratio = new Ratio(
                        numerator, denominator, parts.made().times(), new Range(value.subtract(half), value.add(half)));
                ratios.computeIfAbsent(numerator, first -> new LinkedHashSet<>())
                        .add(ratio);
                ratios.computeIfAbsent(denominator, first -> new LinkedHashSet<>())
                        .add(ratio);
            }
        });
    }

    /** The numbers that can be worked out though they are hidden, or printed nowhere and small. */
    List<Cell> found() {
        return found(relations, wanted);
    }

    private List<Cell> found(Map<Cell, Set<Relation>> among, Set<Cell> sought) {
        var ranges = Ranges.of(among, printed);
        var found = new ArrayList<Cell>();
        for (Component component : components(among, ranges, sought)) {
            List<Cell> open = component.cells.stream().filter(sought::contains).toList();
            component.search(
                    open.stream().filter(cell -> ranges.of(cell).protects(cell)).toList());
            open.stream().filter(cell -> !component.isSafe(cell)).forEach(found::add);
        }
        found.sort(Comparator.comparing(Cell::number));
        return found;
    }

    /** The numbers that hang together by relations between those not yet known, each with what is sought in it. */
    private List<Component> components(Map<Cell, Set<Relation>> among, Ranges ranges, Set<Cell> sought) {
        Set<Cell> done = new LinkedHashSet<>();
        var components = new ArrayList<Component>();
        for (Cell start : sought) {
            if (!done.add(start)) {
                continue;
            }
            Set<Relation> inside = new LinkedHashSet<>();
            var cells = new ArrayList<Cell>();
            Deque<Cell> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                Cell cell = open.poll();
                cells.add(cell);
                for (Relation relation : among.getOrDefault(cell, Set.of())) {
                    if (inside.add(relation)) {
                        relation.factors().keySet().stream()
                                .filter(neighbour -> !ranges.of(neighbour).isOne())
                                .filter(done::add)
                                .forEach(open::add);
                    }
                }
                for (Ratio ratio : ratios.getOrDefault(cell, Set.of())) {
                    List.of(ratio.numerator(), ratio.denominator()).stream()
                            .filter(neighbour -> !ranges.of(neighbour).isOne())
                            .filter(done::add)
                            .forEach(open::add);
                }
            }
            components.add(new Component(List.copyOf(cells), List.copyOf(inside), ranges));
        }
        return components;
    }

    /** The printed numbers that one found can be worked out from, no more of them than it takes. */
    List<Cell> giveaways(Cell found) {
        List<Relation> needed = new ArrayList<>(around(found));
        for (Relation relation : List.copyOf(needed)) {
            List<Relation> without =
                    needed.stream().filter(other -> other != relation).toList();
            if (!found(Relation.byCell(without), Set.of(found)).isEmpty()) {
                needed = new ArrayList<>(without);
            }
        }
        Set<Cell> given = new LinkedHashSet<>();
        for (Relation relation : needed) {
            relation.factors().keySet().stream().filter(printed::containsKey).forEach(given::add);
        }
        return List.copyOf(given);
    }

    /** The relations that a number hangs together by with numbers that are not printed. */
    private Set<Relation> around(Cell start) {
        Set<Relation> around = new LinkedHashSet<>();
        Set<Cell> done = new LinkedHashSet<>(Set.of(start));
        Deque<Cell> open = new ArrayDeque<>(done);
        while (!open.isEmpty()) {
            for (Relation relation : relations.getOrDefault(open.poll(), Set.of())) {
                if (around.add(relation)) {
                    relation.factors().keySet().stream()
                            .filter(cell -> !Optional.ofNullable(printed.get(cell))
                                    .filter(Range::isOne)
                                    .isPresent())
                            .filter(done::add)
                            .forEach(open::add);
                }
            }
        }
        return around;
    }

    /** Whether a number can be known exactly by subtraction alone. */
    boolean isExact(Cell found) {
        return Ranges.of(relations, printed).of(found).isOne();
    }
}
