package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
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
import org.scrutineer.indicators.IndicatorSums.Asked;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.Window;

/**
 * Calculates every indicator of a period for the trust, its services and teams, and for the trust by authority. Sums
 * are exact, see {@link IndicatorSums}; the one division a figure needs is made here.
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

    /** All values, in the order of the catalogue: indicator, timing, then trust, services and teams. */
    List<IndicatorValue> calculate() {
        List<Indicator> indicators = catalogue.indicators(period);
        var asked = new ArrayList<Asked>();
        for (Indicator indicator : indicators) {
            for (Indicator.Timing timing : indicator.timings()) {
                asked.add(asked(indicator, timing));
            }
        }
        var sums = new IndicatorSums(catalogue, records, period, asked);
        var values = new ArrayList<IndicatorValue>();
        for (Indicator indicator : indicators) {
            for (Indicator.Timing timing : indicator.timings()) {
                values.addAll(calculate(indicator, timing, sums));
            }
        }
        return values;
    }

    private Asked asked(Indicator indicator, Indicator.Timing timing) {
        return new Asked(indicator, Window.of(catalogue.calendar().months(timing, period)));
    }

    private List<IndicatorValue> calculate(Indicator indicator, Indicator.Timing timing, IndicatorSums allSums) {
        Asked asked = asked(indicator, timing);
        boolean byAuthority = allSums.isByAuthority(asked);
        Map<Place, Sums> sums = allSums.of(asked);
        Set<String> sources = new LinkedHashSet<>(store.sources(indicator.from()));
        if (indicator.per() != null) {
            sources.addAll(store.sources(indicator.per().from()));
        }
        Sums nothing = indicator.aggregate().function() == Indicator.Function.MEDIAN ? Sums.NO_MIDDLE : Sums.NOTHING;
        var values = new ArrayList<IndicatorValue>();
        for (Place place : places(sums, sources, byAuthority)) {
            Coverage covered = coverage.of(teams(place.organisation()), sources, timing);
            boolean unknowable = (!place.authority().equals(IndicatorValue.ALL) && !byAuthority)
                    || (isPerReference(indicator)
                            && (place.authority().equals(IndicatorValue.NEITHER)
                                    || !allSums.hasDenominator(asked, place)));
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

    /** Whether it divides by reference data, of which no team and no other council has any. */
    private boolean isPerReference(Indicator indicator) {
        Indicator.Per per = indicator.per();
        return per != null
                && catalogue.references().stream().anyMatch(table -> table.id().equals(per.from()));
    }
}
