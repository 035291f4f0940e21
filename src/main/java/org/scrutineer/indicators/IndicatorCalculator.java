package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation.Authority;
import org.scrutineer.catalogue.Organisation.Service;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.Window;

/**
 * Calculates every indicator of a period for the trust, its services and teams, and for the trust by authority. Sums
 * are made by the record store and are exact; the one division a figure needs is made here.
 */
final class IndicatorCalculator {

    private static final int SCALE = 10;

    private final Catalogue catalogue;
    private final RecordStore store;
    private final RecordSet records;
    private final CoverageCounter coverage;
    private final ReportingPeriod period;

    IndicatorCalculator(
            Catalogue catalogue,
            RecordStore store,
            RecordSet records,
            CoverageCounter coverage,
            ReportingPeriod period) {
        this.catalogue = catalogue;
        this.store = store;
        this.records = records;
        this.coverage = coverage;
        this.period = period;
    }

    /** Who a figure is about. */
    private record Place(String organisation, String authority) {}

    /** What the rows give for a place. */
    private record Sums(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal middle) {

        static final Sums NOTHING = new Sums(BigDecimal.ZERO, BigDecimal.ZERO, null);

        /** A median has no numerator. */
        static final Sums NO_MIDDLE = new Sums(null, BigDecimal.ZERO, null);
    }

    /** All values, in the order of the catalogue: indicator, timing, then trust, services and teams. */
    List<IndicatorValue> calculate() {
        var units = new ArrayList<List<String>>();
        catalogue.organisation().teams().forEach(team -> units.add(List.of(team.id(), team.service())));
        // Rows of no team count for the whole: they are of a service that is in no list.
        units.add(
                List.of(catalogue.organisation().id(), catalogue.organisation().id()));
        records.table("_unit", List.of("_team", "_service"), units);
        records.table(
                "_known_authority",
                List.of("_code"),
                authorities().stream().map(List::of).toList());
        record Calculation(String indicator, Indicator.Timing timing) {}
        Map<Calculation, List<IndicatorValue>> calculated = new LinkedHashMap<>();
        List<Indicator> indicators = catalogue.indicators(period);
        for (Indicator.Timing timing : Indicator.Timing.values()) {
            Window window = Window.of(catalogue.calendar().months(timing, period));
            records.aim(window);
            refuseRowsOfUnknownTeams(window);
            for (Indicator indicator : indicators) {
                if (indicator.timings().contains(timing)) {
                    calculated.put(new Calculation(indicator.id(), timing), calculate(indicator, timing, window));
                }
            }
        }
        var values = new ArrayList<IndicatorValue>();
        for (Indicator indicator : indicators) {
            for (Indicator.Timing timing : indicator.timings()) {
                values.addAll(calculated.getOrDefault(new Calculation(indicator.id(), timing), List.of()));
            }
        }
        return values;
    }

    /** A row of no team, or of one the catalogue has lost, would be missing from every total without a word. */
    private void refuseRowsOfUnknownTeams(Window window) {
        Set<String> sources = new LinkedHashSet<>();
        catalogue.datasets().forEach(dataset -> sources.add(dataset.id()));
        catalogue.views().forEach(view -> sources.add(view.id()));
        for (String source : sources) {
            List<String> unknown = records.query(
                    "select distinct coalesce(team, 'no team') from " + source
                            + " where team is null or team not in (select _team from _unit) order by 1",
                    window,
                    row -> row.getString(1));
            if (!unknown.isEmpty()) {
                throw new IllegalStateException("the returns of " + period + " have rows of "
                        + String.join(", ", unknown) + " in " + source + ", which organisation.yaml does not know;"
                        + " give a team that has ended a valid-to instead of removing it");
            }
        }
    }

    private List<IndicatorValue> calculate(Indicator indicator, Indicator.Timing timing, Window window) {
        boolean byAuthority = saysAuthority(indicator.from())
                && (indicator.per() == null || saysAuthority(indicator.per().from()));
        Map<Place, Sums> sums = sums(IndicatorSql.query(indicator, byAuthority), window);
        if (indicator.per() != null) {
            Map<Place, Sums> denominators = sums(IndicatorSql.perQuery(indicator.per(), byAuthority), window);
            sums = joined(sums, denominators);
        }
        Set<String> sources = new LinkedHashSet<>(store.sources(indicator.from()));
        if (indicator.per() != null) {
            sources.addAll(store.sources(indicator.per().from()));
        }
        Sums nothing = indicator.aggregate().function() == Indicator.Function.MEDIAN ? Sums.NO_MIDDLE : Sums.NOTHING;
        var values = new ArrayList<IndicatorValue>();
        for (Place place : places(sums, sources, byAuthority)) {
            Coverage covered = coverage.of(teams(place.organisation()), sources, timing);
            boolean unknowable = !place.authority().equals(IndicatorValue.ALL) && !byAuthority;
            values.add(
                    unknowable
                            ? missing(indicator, timing, place, Status.NOT_APPLICABLE, covered)
                            : value(indicator, timing, place, sums.getOrDefault(place, nothing), covered));
        }
        return values;
    }

    private IndicatorValue value(
            Indicator indicator, Indicator.Timing timing, Place place, Sums sums, Coverage covered) {
        if (covered.isBelow(indicator.minimumCoverage())) {
            return missing(indicator, timing, place, Status.NOT_AVAILABLE, covered);
        }
        boolean ratio = indicator.unit() != Indicator.Unit.COUNT && indicator.unit() != Indicator.Unit.MONEY;
        BigDecimal denominator = ratio ? sums.denominator() : null;
        BigDecimal value = switch (indicator.unit()) {
            case COUNT, MONEY -> sums.numerator();
            case PERCENT -> quotient(sums, 100);
            case RATE_PER_10000 -> quotient(sums, 10_000);
            case MEAN -> quotient(sums, 1);
            case DAYS ->
                indicator.aggregate().function() == Indicator.Function.MEDIAN ? sums.middle() : quotient(sums, 1);
        };
        Status status =
                value == null ? Status.NOT_APPLICABLE : covered.isComplete() ? Status.COMPLETE : Status.PROVISIONAL;
        return new IndicatorValue(
                indicator.id(),
                place.organisation(),
                place.authority(),
                timing,
                scaled(sums.numerator()),
                scaled(denominator),
                scaled(value),
                status,
                covered);
    }

    private static IndicatorValue missing(
            Indicator indicator, Indicator.Timing timing, Place place, Status status, Coverage covered) {
        return new IndicatorValue(
                indicator.id(), place.organisation(), place.authority(), timing, null, null, null, status, covered);
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(SCALE, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal quotient(Sums sums, int times) {
        if (sums.numerator() == null
                || sums.denominator() == null
                || sums.denominator().signum() == 0) {
            return null;
        }
        return sums.numerator()
                .multiply(BigDecimal.valueOf(times))
                .divide(sums.denominator(), SCALE, RoundingMode.HALF_UP);
    }

    private Map<Place, Sums> sums(String sql, Window window) {
        String whole = catalogue.organisation().id();
        Map<Place, Sums> sums = new LinkedHashMap<>();
        records.query(sql, window, row -> {
                    boolean allServices = row.getInt(4) == 1;
                    boolean allTeams = row.getInt(5) == 1;
                    boolean allAuthorities = row.getInt(6) == 1;
                    String organisation = !allTeams ? row.getString(2) : !allServices ? row.getString(1) : whole;
                    // The rows of no team are in the total of all; by themselves they are nobody's figure.
                    boolean ofNoTeam = !(allTeams && allServices) && organisation.equals(whole);
                    return Map.entry(
                            new Place(
                                    ofNoTeam ? "" : organisation,
                                    allAuthorities ? IndicatorValue.ALL : row.getString(3)),
                            new Sums(row.getBigDecimal(7), row.getBigDecimal(8), row.getBigDecimal(9)));
                })
                .forEach(entry -> sums.put(entry.getKey(), entry.getValue()));
        return sums;
    }

    private static Map<Place, Sums> joined(Map<Place, Sums> numerators, Map<Place, Sums> denominators) {
        var places = new LinkedHashSet<>(numerators.keySet());
        places.addAll(denominators.keySet());
        Map<Place, Sums> joined = new LinkedHashMap<>();
        for (Place place : places) {
            joined.put(
                    place,
                    new Sums(
                            numerators.getOrDefault(place, Sums.NOTHING).numerator(),
                            denominators.getOrDefault(place, Sums.NOTHING).denominator(),
                            null));
        }
        return joined;
    }

    /** The trust, by authority too, then each service and team that has rows or owes them. */
    private List<Place> places(Map<Place, Sums> sums, Set<String> sources, boolean byAuthority) {
        var organisation = catalogue.organisation();
        var places = new ArrayList<Place>();
        places.add(new Place(organisation.id(), IndicatorValue.ALL));
        authorities().forEach(authority -> places.add(new Place(organisation.id(), authority)));
        if (byAuthority) {
            places.add(new Place(organisation.id(), IndicatorValue.NEITHER));
        }
        for (Service service : organisation.services()) {
            List<Team> teams = organisation.teams(period).stream()
                    .filter(team -> team.service().equals(service.id()))
                    .filter(team -> owes(team, sources) || sums.containsKey(new Place(team.id(), IndicatorValue.ALL)))
                    .toList();
            if (!teams.isEmpty()) {
                places.add(new Place(service.id(), IndicatorValue.ALL));
                teams.forEach(team -> places.add(new Place(team.id(), IndicatorValue.ALL)));
            }
        }
        return places;
    }

    /** Whether a team sends rows of its own for one of the datasets. */
    private boolean owes(Team team, Set<String> sources) {
        return catalogue.returnTypes().stream()
                .anyMatch(type -> type.datasets().stream()
                        .anyMatch(dataset -> dataset.teamColumn() == null
                                && sources.contains(dataset.id())
                                && team.owes(type.id(), dataset.id())));
    }

    private List<String> authorities() {
        return catalogue.organisation().authorities(period).stream()
                .map(Authority::id)
                .toList();
    }

    private Set<String> teams(String organisation) {
        return catalogue.organisation().teams(period).stream()
                .filter(team -> organisation.equals(catalogue.organisation().id())
                        || organisation.equals(team.service())
                        || organisation.equals(team.id()))
                .map(Team::id)
                .collect(Collectors.toSet());
    }

    private boolean saysAuthority(String from) {
        return records.columns(from).contains("authority");
    }
}
