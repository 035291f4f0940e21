package org.scrutineer.retention;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;

/**
 * Until when figures need the rows of a return: to the day on which the returns of the last period are due whose figures, of
 * a rolling year, a year to date or the year before, reach back to it. What a figure is compared with is in the ledger.
 */
final class RowsNeeded {

    /** The longest any timing reaches back: over the rest of the year after the one it is about. */
    private static final int MONTHS_AHEAD = 24;

    private final Catalogue catalogue;
    private final Function<Indicator, Set<String>> sources;
    private final Map<List<Object>, Optional<Need>> known = new HashMap<>();

    /** @param sources the datasets that an indicator is made from in the end */
    RowsNeeded(Catalogue catalogue, Function<Indicator, Set<String>> sources) {
        this.catalogue = catalogue;
        this.sources = sources;
    }

    /** @param because e.g. {@code AS01 of March 2020, year, is made from it} */
    record Need(LocalDate until, String because) {}

    /** Nothing where no figure needs them. */
    Optional<Need> of(String returnType, ReportingPeriod period) {
        return known.computeIfAbsent(
                List.of(returnType, period),
                asked -> catalogue.returnType(returnType).flatMap(type -> need(type, period)));
    }

    private Optional<Need> need(ReturnType type, ReportingPeriod period) {
        if (type.datasets().stream().anyMatch(dataset -> dataset.purpose() == Dataset.Purpose.PUBLISHED_FIGURES)) {
            return Optional.of(
                    new Need(LocalDate.MAX, "every run reads from it the figures that were published before"));
        }
        for (int ahead = MONTHS_AHEAD; ahead >= 0; ahead--) {
            ReportingPeriod later = period.plusMonths(ahead);
            for (Indicator indicator : catalogue.indicators(later)) {
                for (Indicator.Timing timing : indicator.timings()) {
                    if (isMadeFrom(indicator, timing, later, type, period)) {
                        return Optional.of(new Need(
                                catalogue.deadline(type, later),
                                indicator.id() + " of " + later.title() + ", "
                                        + timing.id().replace('-', ' ') + ", is made from it"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isMadeFrom(
            Indicator indicator, Indicator.Timing timing, ReportingPeriod of, ReturnType type, ReportingPeriod period) {
        Set<String> from = sources.apply(indicator);
        return type.datasets().stream()
                .filter(dataset -> from.contains(dataset.id()))
                .anyMatch(dataset -> months(dataset, timing, of).contains(period));
    }

    /** A snapshot is of its own month, whatever days a figure of it is about. */
    private Months months(Dataset dataset, Indicator.Timing timing, ReportingPeriod of) {
        return dataset.kind() == Dataset.Kind.SNAPSHOT
                ? new Months(of, of)
                : catalogue.calendar().months(timing, of);
    }
}
