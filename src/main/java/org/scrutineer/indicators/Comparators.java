package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Benchmark;
import org.scrutineer.catalogue.Benchmarks;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation.Authority;
import org.scrutineer.catalogue.PublishedArea;
import org.scrutineer.catalogue.PublishedArea.Level;
import org.scrutineer.catalogue.PublishedAreas;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.PublishedComparator.Kind;

/**
 * The published figures that ours are printed beside in a period. Of several years the newest counts that had ended by
 * the end of the period; where all ended later, the earliest of them, which is said.
 */
public final class Comparators {

    private static final int SCALE = 10;

    private final Benchmarks benchmarks;
    private final ReportingPeriod period;
    private final List<Authority> authorities;

    private Comparators(Benchmarks benchmarks, ReportingPeriod period, List<Authority> authorities) {
        this.benchmarks = benchmarks;
        this.period = period;
        this.authorities = authorities;
    }

    public static Comparators of(Catalogue catalogue, ReportingPeriod period) {
        return new Comparators(
                catalogue.benchmarks(), period, catalogue.organisation().authorities(period));
    }

    /** Those of an indicator: the nation, our regions, then for each authority its neighbours and its own area. */
    public List<PublishedComparator> of(Indicator indicator) {
        return benchmarks.areas().map(areas -> of(indicator, areas)).orElse(List.of());
    }

    private List<PublishedComparator> of(Indicator indicator, PublishedAreas areas) {
        List<Benchmark> published = benchmarks.of(indicator);
        var comparators = new ArrayList<PublishedComparator>();
        newest(published, area -> area.level() == Level.NATION)
                .ifPresent(found -> comparators.add(comparator(Kind.NATION, IndicatorValue.ALL, found)));
        for (PublishedArea region : regions(areas)) {
            newest(published, region::equals)
                    .ifPresent(found -> comparators.add(comparator(Kind.REGION, IndicatorValue.ALL, found)));
        }
        for (Authority authority : authorities) {
            comparators.addAll(neighbours(indicator, areas, authority, published));
        }
        for (PublishedAreas.Ours area : areas.ours()) {
            Set<String> held = authorities.stream()
                    .map(Authority::id)
                    .filter(area.authorities()::contains)
                    .collect(Collectors.toSet());
            if (held.equals(area.authorities())) {
                String whose = held.size() == 1 ? held.iterator().next() : IndicatorValue.ALL;
                newest(published, one -> isAuthority(one, List.of(area.code())))
                        .ifPresent(found -> comparators.add(comparator(Kind.OURS, whose, found)));
            }
        }
        return comparators;
    }

    /** The regions that the authorities of the period lie in. */
    private Collection<PublishedArea> regions(PublishedAreas areas) {
        Set<String> codes = areas.ours().stream()
                .filter(area -> authorities.stream()
                        .anyMatch(authority -> area.authorities().contains(authority.id())))
                .map(PublishedAreas.Ours::code)
                .collect(Collectors.toSet());
        return benchmarks.regions().entrySet().stream()
                .filter(region -> codes.contains(region.getKey()))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    /** The authorities of the period that are compared with no areas like theirs, as none are published for them. */
    public List<Authority> withoutNeighbours() {
        return benchmarks
                .areas()
                .filter(areas -> areas.neighbours().isPresent())
                .map(areas -> authorities.stream()
                        .filter(authority -> areas.neighbours(authority.id()).isEmpty())
                        .toList())
                .orElse(List.of());
    }

    private List<PublishedComparator> neighbours(
            Indicator indicator, PublishedAreas areas, Authority authority, List<Benchmark> published) {
        List<String> codes = areas.neighbours(authority.id());
        List<Benchmark> valued = published.stream()
                .filter(one -> one.value() != null && isAuthority(one.area(), codes))
                .toList();
        // One or two of the ten are no picture of areas like ours.
        Optional<LocalDate> year = year(valued.stream()
                .filter(one -> 2 * ofYear(valued, one.ends()).size() >= codes.size())
                .toList());
        if (year.isEmpty()) {
            return List.of();
        }
        List<Benchmark> ofYear = ofYear(valued, year.get());
        String name = areas.neighbours().map(PublishedAreas.Neighbours::name).orElse("") + " of " + authority.name();
        var comparators = new ArrayList<PublishedComparator>();
        comparators.add(comparator(
                Kind.NEIGHBOURS,
                name + ": average",
                authority,
                average(ofYear),
                "The unweighted average of the " + ofYear.size() + " of the " + codes.size()
                        + " that have a published figure.",
                ofYear));
        best(indicator, ofYear)
                .ifPresent(best -> comparators.add(comparator(
                        Kind.BEST_NEIGHBOUR,
                        name + ": best, " + FigureWords.list(names(ofYear, best)),
                        authority,
                        best,
                        "Of the " + codes.size() + ", " + ofYear.size() + " have a published figure.",
                        ofYear)));
        return comparators;
    }

    private static List<Benchmark> ofYear(List<Benchmark> figures, LocalDate year) {
        return figures.stream().filter(one -> one.ends().equals(year)).toList();
    }

    private static BigDecimal average(List<Benchmark> figures) {
        return values(figures).stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(figures.size()), SCALE, RoundingMode.HALF_UP);
    }

    private static List<BigDecimal> values(List<Benchmark> figures) {
        return figures.stream()
                .map(Benchmark::value)
                .flatMap(value -> Optional.ofNullable(value).stream())
                .toList();
    }

    private static Optional<BigDecimal> best(Indicator indicator, List<Benchmark> figures) {
        return switch (indicator.good()) {
            case HIGH -> values(figures).stream().max(Comparator.naturalOrder());
            case LOW -> values(figures).stream().min(Comparator.naturalOrder());
            case NEAR_TARGET, INFORMATION -> Optional.empty();
        };
    }

    private static List<String> names(List<Benchmark> figures, BigDecimal value) {
        return figures.stream()
                .filter(one -> one.value() != null && one.value().compareTo(value) == 0)
                .map(one -> one.area().name())
                .sorted()
                .toList();
    }

    private PublishedComparator comparator(
            Kind kind, String name, Authority authority, BigDecimal value, String remark, List<Benchmark> figures) {
        Benchmark first = figures.get(0);
        return new PublishedComparator(
                kind,
                name,
                authority.id(),
                value,
                null,
                null,
                null,
                figures.stream().mapToInt(Benchmark::decimals).max().orElse(0),
                first.ends(),
                isLater(first.ends()),
                remark,
                first.source());
    }

    private PublishedComparator comparator(Kind kind, String authority, Benchmark found) {
        return new PublishedComparator(
                kind,
                kind == Kind.OURS
                        ? found.area().name() + " as published"
                        : found.area().name(),
                authority,
                found.value(),
                found.withheld(),
                found.numerator(),
                found.denominator(),
                found.decimals(),
                found.ends(),
                isLater(found.ends()),
                remark(found.withheld()),
                found.source());
    }

    private static String remark(Benchmark.@Nullable Withheld withheld) {
        return withheld == null ? "" : "The figure " + withheld.words() + ".";
    }

    private static boolean isAuthority(PublishedArea area, List<String> codes) {
        return area.level() == Level.AUTHORITY && codes.contains(area.code());
    }

    private Optional<Benchmark> newest(List<Benchmark> published, Predicate<PublishedArea> wanted) {
        List<Benchmark> ofArea =
                published.stream().filter(one -> wanted.test(one.area())).toList();
        return year(ofArea)
                .flatMap(year ->
                        ofArea.stream().filter(one -> one.ends().equals(year)).findFirst());
    }

    private Optional<LocalDate> year(List<Benchmark> figures) {
        List<LocalDate> years =
                figures.stream().map(Benchmark::ends).distinct().sorted().toList();
        return years.stream()
                .filter(year -> !isLater(year))
                .max(Comparator.naturalOrder())
                .or(() -> years.stream().findFirst());
    }

    private boolean isLater(LocalDate ends) {
        return ends.isAfter(period.lastDay());
    }
}
