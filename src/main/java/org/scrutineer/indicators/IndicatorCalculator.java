package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.Organisation.Service;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorSums.Asked;
import org.scrutineer.indicators.IndicatorValue.Basis;
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
    private final Lines lines;
    private final StoredMonths months;

    /** @param earlier what stood for the periods before this one, by the lines of this one */
    IndicatorCalculator(
            Catalogue catalogue,
            RecordStore store,
            RecordSet records,
            CoverageCounter coverage,
            ReportingPeriod period,
            List<EarlierFigure> earlier) {
        this.catalogue = catalogue;
        this.store = store;
        this.records = records;
        this.coverage = coverage;
        this.period = period;
        this.lines = new Lines(catalogue.organisation(), period);
        this.months = new StoredMonths(catalogue, period, lines, earlier);
    }

    /** All values, in the order of the catalogue: indicator, timing, then trust, services and teams. */
    List<IndicatorValue> calculate() {
        List<Indicator> indicators = catalogue.indicators(period);
        var asked = new ArrayList<Asked>();
        for (Indicator indicator : indicators) {
            for (Timing timing : indicator.timings()) {
                asked.add(asked(indicator, timing));
            }
        }
        var sums = new IndicatorSums(catalogue, records, period, asked);
        var values = new ArrayList<IndicatorValue>();
        for (Indicator indicator : indicators) {
            var calculated = new EnumMap<Timing, List<IndicatorValue>>(Timing.class);
            // A month's figure may be one of those that a longer one is added up from.
            if (indicator.timings().contains(Timing.MONTH)) {
                calculated.put(Timing.MONTH, calculate(indicator, Timing.MONTH, sums));
                months.add(calculated.get(Timing.MONTH));
            }
            for (Timing timing : indicator.timings()) {
                values.addAll(calculated.computeIfAbsent(timing, longer -> calculate(indicator, longer, sums)));
            }
        }
        return values;
    }

    private Asked asked(Indicator indicator, Timing timing) {
        return new Asked(indicator, Window.of(catalogue.calendar().months(timing, period)));
    }

    private List<IndicatorValue> calculate(Indicator indicator, Timing timing, IndicatorSums allSums) {
        Asked asked = asked(indicator, timing);
        boolean byAuthority = allSums.isByAuthority(asked);
        Map<Place, Sums> sums = allSums.of(asked);
        Map<String, Set<String>> sources = store.columns(indicator);
        Sums nothing = indicator.aggregate().function().picks() ? Sums.NOTHING_PICKED : Sums.NOTHING;
        var values = new ArrayList<IndicatorValue>();
        Months window = catalogue.calendar().months(timing, period);
        boolean acrossBreak = catalogue.reachesAcrossBreak(indicator, window);
        for (Place place : places(indicator, sums, sources.keySet(), window, byAuthority)) {
            Coverage covered = coverage.of(lines.teams(place.organisation()), sources, timing);
            boolean unknowable = (!place.authority().equals(IndicatorValue.ALL) && !byAuthority)
                    || (isPerReference(indicator)
                            && (place.authority().equals(IndicatorValue.NEITHER)
                                    || !allSums.hasDenominator(asked, place)));
            values.add(
                    unknowable
                            ? missing(indicator, timing, place, Status.NOT_APPLICABLE, covered)
                            : acrossBreak
                                    ? missing(indicator, timing, place, Status.NOT_AVAILABLE, covered)
                                    : isGivenFromRows(indicator, covered, sums.get(place))
                                            ? value(
                                                    indicator,
                                                    timing,
                                                    place,
                                                    sums.getOrDefault(place, nothing),
                                                    covered,
                                                    covered.isComplete(),
                                                    Basis.ROWS)
                                            : fromMonths(indicator, timing, place, window, covered));
        }
        return values;
    }

    /** Of a team that owed nothing, or has ended, no return lacks: what rows it has are counted with the whole. */
    private static boolean isGivenFromRows(Indicator indicator, Coverage covered, @Nullable Sums sums) {
        return covered.expected() == 0
                ? sums != null && sums.countFor(indicator)
                : !covered.isBelow(indicator.minimumCoverage());
    }

    /** Where the rows of too few returns are there for all months of a window. */
    private IndicatorValue fromMonths(
            Indicator indicator, Timing timing, Place place, Months window, Coverage covered) {
        if (window.first().equals(period)) {
            return missing(indicator, timing, place, Status.NOT_AVAILABLE, covered);
        }
        return months.over(indicator, place, window)
                .map(added -> value(
                        indicator,
                        timing,
                        place,
                        added.sums(),
                        Objects.requireNonNullElse(added.coverage(), covered),
                        !added.provisional(),
                        Basis.MONTHS))
                .orElseGet(() -> missing(indicator, timing, place, Status.NOT_AVAILABLE, covered));
    }

    private static IndicatorValue value(
            Indicator indicator,
            Timing timing,
            Place place,
            Sums sums,
            Coverage covered,
            boolean complete,
            Basis basis) {
        BigDecimal value = sums.value(indicator);
        return new IndicatorValue(
                indicator.id(),
                place.organisation(),
                place.authority(),
                timing,
                scaled(sums.numerator()),
                scaled(indicator.isTotal() ? null : sums.denominator()),
                scaled(value),
                value == null ? Status.NOT_APPLICABLE : complete ? Status.COMPLETE : Status.PROVISIONAL,
                covered,
                basis,
                null);
    }

    private static IndicatorValue missing(
            Indicator indicator, Timing timing, Place place, Status status, Coverage covered) {
        return new IndicatorValue(
                indicator.id(), place.organisation(), place.authority(), timing, null, null, null, status, covered);
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** The trust, by authority too, then each service and team that has rows or owes them in the window. */
    private List<Place> places(
            Indicator indicator, Map<Place, Sums> sums, Set<String> sources, Months window, boolean byAuthority) {
        var organisation = catalogue.organisation();
        var places = new ArrayList<Place>();
        places.add(new Place(organisation.id(), IndicatorValue.ALL));
        organisation.authorities(window).forEach(authority -> places.add(new Place(organisation.id(), authority.id())));
        if (byAuthority) {
            places.add(new Place(organisation.id(), IndicatorValue.NEITHER));
        }
        for (Service service : organisation.services()) {
            List<Team> ofService = organisation.teams().stream()
                    .filter(team -> team.service().equals(service.id()))
                    .filter(team -> hasRowsThatCount(indicator, sums, team)
                            || lines.members(team.id()).stream()
                                    .anyMatch(member -> member.existsIn(window) && owes(member, sources)))
                    .toList();
            if (!ofService.isEmpty()) {
                places.add(new Place(service.id(), IndicatorValue.ALL));
                ofService.forEach(team -> places.add(new Place(team.id(), IndicatorValue.ALL)));
            }
        }
        return places;
    }

    private static boolean hasRowsThatCount(Indicator indicator, Map<Place, Sums> sums, Team team) {
        Sums ofTeam = sums.get(new Place(team.id(), IndicatorValue.ALL));
        return ofTeam != null && ofTeam.countFor(indicator);
    }

    /** Whether a team sends rows of its own for one of the datasets. */
    private boolean owes(Team team, Set<String> sources) {
        return catalogue.returnTypes().stream()
                .anyMatch(type -> type.datasets().stream()
                        .anyMatch(dataset -> dataset.teamColumn() == null
                                && sources.contains(dataset.id())
                                && team.owes(type.id(), dataset.id())));
    }

    /** Whether it divides by reference data, of which no team and no other council has any. */
    private boolean isPerReference(Indicator indicator) {
        Indicator.Per per = indicator.per();
        return per != null
                && catalogue.references().stream().anyMatch(table -> table.id().equals(per.from()));
    }
}
