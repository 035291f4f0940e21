package org.scrutineer.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.disclosure.Made.Kind;
import org.scrutineer.disclosure.Made.Quantity;
import org.scrutineer.indicators.IndicatorValue;

/**
 * All numbers of people that anybody was or would be told, as one set of cells and of relations between them.
 *
 * <p>A number is one cell wherever it occurs: under another indicator, over days of another name, in another
 * publication, and again later if it has not changed since. Whoever reads them may suppose so, and would be right.
 */
final class Tables {

    /**
     * What a figure is made of here.
     *
     * @param numerator null where it has none that must be protected; of a count that was published as a value only, it
     * @param denominator the same
     */
    record Parts(
            Made made, @Nullable Cell numerator, @Nullable Cell denominator) {}

    /** What is counted, for whom and over which months, whatever its number. */
    private record Address(Series series, Months months) {}

    /** @param atEnd whether it is how things stand at the end of a month, which does not add up over time */
    private record Series(String words, boolean atEnd, String organisation, String authority) {}

    private record Numbered(Address address, BigDecimal number) {}

    /** A whole's parts are found by what they have in common. */
    private record Split(String words, boolean atEnd, Months months, String other) {}

    private final Catalogue catalogue;
    private final Map<Numbered, Cell> numbered = new HashMap<>();
    private final Map<Series, Map<Months, Cell>> newest = new LinkedHashMap<>();
    private final Map<Cell, Integer> lastTold = new IdentityHashMap<>();
    private final Map<Split, Map<String, Cell>> byOrganisation = new HashMap<>();
    private final Map<Split, Map<String, Cell>> byAuthority = new HashMap<>();
    private final Map<Map<Cell, Integer>, Relation> relations = new LinkedHashMap<>();
    private final Map<TrueFigure, Parts> figures = new HashMap<>();
    private final List<Cell> cells = new ArrayList<>();

    private Tables(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The tables that were told one after another.
     *
     * @param told for each time what was told, each figure with the rules it was told by
     */
    static Tables of(Catalogue catalogue, List<Map<TrueFigure, Set<Rule>>> told) {
        var tables = new Tables(catalogue);
        for (int time = 0; time < told.size(); time++) {
            tables.add(told.get(time), time);
        }
        tables.close();
        return tables;
    }

    List<Cell> cells() {
        return cells;
    }

    List<Relation> relations() {
        return List.copyOf(relations.values());
    }

    /** Nothing where it does not count people. */
    Optional<Parts> parts(TrueFigure figure) {
        return Optional.ofNullable(figures.get(figure));
    }

    private void add(Map<TrueFigure, Set<Rule>> told, int time) {
        Map<Address, Cell> together = new LinkedHashMap<>();
        told.forEach((figure, rules) -> catalogue
                .definition(figure.key().indicator(), figure.key().period())
                .filter(Indicator::people)
                .ifPresent(indicator -> add(indicator, figure, rules, together)));
        together.values().forEach(cell -> lastTold.put(cell, time));
        together.forEach((address, cell) -> {
            Cell before = newest.computeIfAbsent(address.series(), first -> new LinkedHashMap<>())
                    .put(address.months(), cell);
            if (before != null && before != cell) {
                relate(Cell.Kind.LATE, cell, List.of(before));
            }
        });
        relateParts(together);
        together.keySet().stream()
                .filter(address -> !address.series().atEnd())
                .forEach(address ->
                        relateMonths(Objects.requireNonNull(newest.get(address.series())), address.months()));
    }

    private void add(Indicator indicator, TrueFigure figure, Set<Rule> rules, Map<Address, Cell> together) {
        Made made = Made.of(indicator, catalogue);
        boolean valueOnly = made.denominator() == null && figure.numerator() == null;
        Cell numerator = cell(
                made.numerator(),
                valueOnly ? figure.value() : figure.numerator(),
                "numerator",
                figure,
                rules,
                together);
        Cell denominator = cell(made.denominator(), figure.denominator(), "denominator", figure, rules, together);
        figures.put(figure, new Parts(made, numerator, denominator));
        if (numerator != null && denominator != null && made.part()) {
            relate(Cell.Kind.REST, denominator, List.of(numerator), true);
        }
    }

    /** Once all rules are known: a remainder is under those of all its neighbours, an amount of few people is as they. */
    private void close() {
        for (Relation relation : relations.values()) {
            Set<Cell> all = relation.factors().keySet();
            all.stream()
                    .filter(cell -> !cell.isPrinted())
                    .forEach(rest -> all.stream()
                            .filter(Cell::isPrinted)
                            .forEach(cell -> cell.rules().forEach(rest::under)));
        }
        for (Parts parts : figures.values()) {
            Cell amount = parts.numerator();
            Cell people = parts.denominator();
            if (amount != null
                    && amount.kind() == Cell.Kind.AMOUNT
                    && people != null
                    && people.truth().signum() != 0
                    && people.isSensitive()) {
                amount.ofFew();
            }
        }
    }

    private @Nullable Cell cell(
            @Nullable Quantity quantity,
            @Nullable BigDecimal number,
            String part,
            TrueFigure figure,
            Set<Rule> rules,
            Map<Address, Cell> together) {
        if (quantity == null || number == null || quantity.kind() == Kind.REFERENCE) {
            return null;
        }
        FigureKey key = figure.key();
        var address = new Address(
                new Series(quantity.words(), key.timing() == Timing.SNAPSHOT, key.organisation(), key.authority()),
                catalogue.calendar().months(key.timing(), key.period()));
        Cell cell = numbered.computeIfAbsent(
                new Numbered(address, number),
                first -> newCell(
                        quantity.kind() == Kind.PEOPLE ? Cell.Kind.PEOPLE : Cell.Kind.AMOUNT, key, part, number));
        rules.forEach(cell::under);
        together.merge(address, cell, this::newer);
        return cell;
    }

    /** Of an old and a new number told together the new one: it was told last, or never before. */
    private Cell newer(Cell one, Cell other) {
        return lastTold.getOrDefault(other, Integer.MAX_VALUE) > lastTold.getOrDefault(one, Integer.MAX_VALUE)
                ? other
                : one;
    }

    private Cell newCell(Cell.Kind kind, FigureKey figure, String part, BigDecimal truth) {
        var cell = new Cell(cells.size(), kind, figure, part, truth);
        cells.add(cell);
        return cell;
    }

    /** Wholes and their parts: services and teams, and authorities. A part may have been told before its whole. */
    private void relateParts(Map<Address, Cell> together) {
        Set<Split> organisations = new LinkedHashSet<>();
        Set<Split> authorities = new LinkedHashSet<>();
        together.forEach((address, cell) -> {
            Series series = address.series();
            var acrossOrganisation = new Split(series.words(), series.atEnd(), address.months(), series.authority());
            var acrossAuthority = new Split(series.words(), series.atEnd(), address.months(), series.organisation());
            byOrganisation
                    .computeIfAbsent(acrossOrganisation, first -> new LinkedHashMap<>())
                    .put(series.organisation(), cell);
            byAuthority
                    .computeIfAbsent(acrossAuthority, first -> new LinkedHashMap<>())
                    .put(series.authority(), cell);
            organisations.add(acrossOrganisation);
            authorities.add(acrossAuthority);
        });
        organisations.forEach(split -> relateOrganisation(byOrganisation.getOrDefault(split, Map.of())));
        authorities.forEach(split -> relateAuthorities(byAuthority.getOrDefault(split, Map.of())));
    }

    private void relateAuthorities(Map<String, Cell> parts) {
        Cell whole = parts.get(IndicatorValue.ALL);
        List<Cell> others =
                parts.values().stream().filter(part -> part != whole).toList();
        if (whole != null && !others.isEmpty()) {
            relate(Cell.Kind.REST, whole, others);
        }
    }

    private void relateOrganisation(Map<String, Cell> parts) {
        var organisation = catalogue.organisation();
        Map<String, List<Cell>> teams = new LinkedHashMap<>();
        organisation.teams().forEach(team -> {
            Cell part = parts.get(team.id());
            if (part != null) {
                teams.computeIfAbsent(team.service(), first -> new ArrayList<>())
                        .add(part);
            }
        });
        var below = new ArrayList<Cell>();
        organisation.services().forEach(service -> {
            Cell whole = parts.get(service.id());
            List<Cell> ofService = teams.getOrDefault(service.id(), List.of());
            if (whole == null) {
                below.addAll(ofService);
            } else {
                below.add(whole);
                if (!ofService.isEmpty()) {
                    relate(Cell.Kind.REST, whole, ofService);
                }
            }
        });
        Cell whole = parts.get(organisation.id());
        if (whole != null && !below.isEmpty()) {
            relate(Cell.Kind.REST, whole, below);
        }
    }

    /** How a number over several months follows from others of the same series. */
    private void relateMonths(Map<Months, Cell> series, Months months) {
        Cell whole = Objects.requireNonNull(series.get(months));
        relateShifted(series, months, whole);
        if (months.first().equals(months.last())) {
            return;
        }
        longest(series, months, true).ifPresent(head -> {
            Cell tail = series.get(new Months(head.last().plusMonths(1), months.last()));
            relateTiles(whole, List.of(Objects.requireNonNull(series.get(head))), tail);
        });
        longest(series, months, false).ifPresent(tail -> {
            Cell head = series.get(new Months(months.first(), tail.first().plusMonths(-1)));
            relateTiles(whole, List.of(Objects.requireNonNull(series.get(tail))), head);
        });
        List<Cell> each = months.all().stream()
                .flatMap(month -> Optional.ofNullable(series.get(new Months(month, month))).stream())
                .toList();
        if (!each.isEmpty()) {
            relate(each.size() == months.all().size() ? Cell.Kind.LATE : Cell.Kind.REST, whole, each);
        }
    }

    private void relateTiles(Cell whole, List<Cell> tiles, @Nullable Cell last) {
        if (last == null) {
            relate(Cell.Kind.REST, whole, tiles);
        } else {
            var all = new ArrayList<Cell>(tiles);
            all.add(last);
            relate(Cell.Kind.LATE, whole, all);
        }
    }

    /** The longest other run of months that begins, or ends, with these and is inside them. */
    private static Optional<Months> longest(Map<Months, Cell> series, Months months, boolean begins) {
        return series.keySet().stream()
                .filter(other -> !other.equals(months)
                        && (begins
                                ? other.first().equals(months.first()) && months.contains(other.last())
                                : other.last().equals(months.last()) && months.contains(other.first())))
                .max((one, other) -> begins
                        ? one.last().compareTo(other.last())
                        : other.first().compareTo(one.first()));
    }

    /** As many months a month before: what they do not share are the first of the one and the last of the other. */
    private void relateShifted(Map<Months, Cell> series, Months months, Cell whole) {
        if (months.first().equals(months.last())) {
            return;
        }
        ReportingPeriod gone = months.first().plusMonths(-1);
        Cell before = series.get(new Months(gone, months.last().plusMonths(-1)));
        Cell come = series.get(new Months(months.last(), months.last()));
        Cell went = series.get(new Months(gone, gone));
        if (before == null || come == null) {
            return;
        }
        Map<Cell, Integer> factors = new LinkedHashMap<>();
        factors.put(before, 1);
        factors.put(come, 1);
        factors.put(whole, -1);
        if (went != null) {
            factors.put(went, -1);
        }
        relate(went == null ? Cell.Kind.REST : Cell.Kind.LATE, factors, before, false);
    }

    private void relate(Cell.Kind lacking, Cell whole, List<Cell> parts) {
        relate(lacking, whole, parts, false);
    }

    private void relate(Cell.Kind lacking, Cell whole, List<Cell> parts, boolean always) {
        Map<Cell, Integer> factors = new LinkedHashMap<>();
        factors.put(whole, 1);
        parts.forEach(part -> factors.merge(part, -1, Integer::sum));
        relate(lacking, factors, whole, always);
    }

    /**
     * Notes that numbers add up to 0, with one of its own for what they lack to do so.
     *
     * @param lacking what is lacking where the whole is more than its parts: people, who must be protected if they are
     *     few, or what only happened between the days the numbers were told
     * @param always whether something may be lacking even where nothing is: those who are not in a share are no part of
     *     any table, and that there are none of them need not be known
     */
    private void relate(Cell.Kind lacking, Map<Cell, Integer> factors, Cell whole, boolean always) {
        if (factors.size() < 2 || relations.containsKey(factors)) {
            return;
        }
        BigDecimal sum = Relation.sum(factors);
        Map<Cell, Integer> closed = new LinkedHashMap<>(factors);
        if (sum.signum() != 0 || always) {
            boolean more = sum.signum() >= 0;
            Cell rest = newCell(
                    more && whole.kind() != Cell.Kind.AMOUNT ? lacking : Cell.Kind.LATE,
                    whole.figure(),
                    "remainder of the " + whole.part(),
                    sum.abs());
            closed.put(rest, more ? -1 : 1);
        }
        relations.put(Map.copyOf(factors), new Relation(closed));
    }

    /** The relations each cell is in. */
    Map<Cell, Set<Relation>> byCell() {
        return Relation.byCell(relations.values());
    }
}
