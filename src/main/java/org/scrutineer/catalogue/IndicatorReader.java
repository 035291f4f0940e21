package org.scrutineer.catalogue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scrutineer.catalogue.Indicator.Aggregate;
import org.scrutineer.catalogue.Indicator.Function;
import org.scrutineer.catalogue.Indicator.Per;
import org.scrutineer.catalogue.Indicator.Polarity;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Indicator.Unit;

/** Reads the files in {@code indicators}, each a list of them. */
final class IndicatorReader {

    private static final ReportingPeriod FIRST_MONTH = ReportingPeriod.of(2014, 4);
    private static final Map<String, Function> FUNCTIONS = Map.of(
            "sum",
            Function.SUM,
            "mean",
            Function.MEAN,
            "median",
            Function.MEDIAN,
            "max",
            Function.MAX,
            "distinct",
            Function.DISTINCT);
    private static final Set<Timing> OF_SNAPSHOTS = EnumSet.of(Timing.MONTH, Timing.SNAPSHOT);

    private final Sources sources;
    private final Set<String> roles;
    private final int minimumCoverage;
    private final Problems problems;

    /**
     * @param roles the ids of those who may own an indicator; empty where anybody may, as nobody is asked for explanations
     * @param minimumCoverage the organisation's, for indicators that say none
     */
    IndicatorReader(Sources sources, Set<String> roles, int minimumCoverage, Problems problems) {
        this.sources = sources;
        this.roles = roles;
        this.minimumCoverage = minimumCoverage;
        this.problems = problems;
    }

    Indicators read(CatalogueFiles files) {
        List<Entry> roots = files.yamls("indicators", "indicators");
        List<Entry> entries =
                roots.stream().flatMap(root -> root.items().stream()).toList();
        List<Indicator> all = entries.stream().map(this::indicator).toList();
        new DefinitionOrder(problems).check(entries, all);
        return new Indicators(all, roots.size() == files.names("indicators").size(), problems);
    }

    private Indicator indicator(Entry entry) {
        entry.scalar("from").ifPresent(sources::check);
        entry.scalar("owner")
                .filter(owner -> !roles.isEmpty() && !roles.contains(owner.written()))
                .ifPresent(owner -> problems.unknown(owner, "roles of organisation.yaml", roles));
        Optional<Unit> unit = entry.choice("unit", Unit.class);
        Aggregate aggregate = aggregate(entry);
        IndicatorShape.check(entry, unit, aggregate.function(), problems);
        ReportingPeriod from = Dates.period(entry, "valid-from", problems).orElse(FIRST_MONTH);
        Optional<ReportingPeriod> to = Dates.period(entry, "valid-to", problems);
        to.filter(last -> last.compareTo(from) < 0)
                .ifPresent(last -> problems.add(
                        entry.at("valid-to").orElse(entry), "a month that is not before valid-from, " + from));
        Unit certain = unit.orElse(Unit.PERCENT);
        boolean whole = certain == Unit.COUNT || certain == Unit.MONEY;
        return new Indicator(
                entry.textOrEmpty("id"),
                entry.textOrEmpty("name"),
                entry.textOrEmpty("theme"),
                entry.textOrEmpty("owner"),
                entry.textOrEmpty("from"),
                entry.expression("denominator").orElse(null),
                entry.expression("numerator").orElse(null),
                aggregate,
                entry.at("per").map(this::per).orElse(null),
                entry.choice("timing", Timing.class).orElse(Timing.MONTH),
                also(entry),
                entry.textOrEmpty("counts").equals("people"),
                certain,
                entry.text("measured-in").orElse(entry.textOrEmpty("unit")),
                entry.wholeNumber("decimals").orElse(whole ? 0 : 1),
                entry.choice("good", Polarity.class).orElse(Polarity.NEAR_TARGET),
                entry.textOrEmpty("definition"),
                entry.textOrEmpty("source"),
                from,
                to.orElse(null),
                entry.isTrue("continues"),
                entry.wholeNumber("minimum-coverage").orElse(minimumCoverage),
                entry.isTrue("headline"),
                entry.text("window-note").orElse(null),
                entry.place());
    }

    private Aggregate aggregate(Entry entry) {
        List<String> said = new ArrayList<>();
        for (String function : List.of("sum", "mean", "median", "max", "distinct")) {
            entry.at(function).ifPresent(value -> said.add(function));
        }
        if (said.size() > 1) {
            problems.add(
                    entry.at(said.get(1)).orElse(entry).place(),
                    String.join(", ", said),
                    "only one of sum, mean, median, max, distinct; none to count rows");
        }
        return said.stream()
                .findFirst()
                .map(function -> new Aggregate(
                        FUNCTIONS.getOrDefault(function, Function.COUNT),
                        entry.expression(function).orElse(null)))
                .orElse(new Aggregate(Function.COUNT, null));
    }

    private Per per(Entry per) {
        per.scalar("from").ifPresent(sources::check);
        return new Per(per.textOrEmpty("from"), per.expression("where").orElse(null), aggregate(per));
    }

    private Set<Timing> also(Entry entry) {
        Optional<Timing> timing = entry.choice("timing", Timing.class);
        boolean snapshot = sources.isSnapshot(entry.textOrEmpty("from"));
        if (snapshot && timing.isPresent() && !OF_SNAPSHOTS.contains(timing.get())) {
            tellWindow(entry.at("timing").orElse(entry), entry.textOrEmpty("from"));
        }
        Set<Timing> also = new LinkedHashSet<>();
        for (Entry one : entry.list("also")) {
            Optional<Timing> further = one.choice(Timing.class);
            further.ifPresent(also::add);
            if (further.isPresent() && further.equals(timing)) {
                problems.add(one, "a timing other than the main one");
            } else if (snapshot && further.isPresent() && further.get() != Timing.SNAPSHOT) {
                tellWindow(one, entry.textOrEmpty("from"));
            }
        }
        return also;
    }

    private void tellWindow(Entry timing, String from) {
        problems.add(timing, "the timing snapshot only, as " + from + " is how things stand at the end of the period");
    }
}
