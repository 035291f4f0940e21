package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.Organisation.Team;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;

/**
 * The figures of single months as they stand in the ledger, with those of this period. Figures of several months are
 * added up from them where the returns no longer, or not yet, tell of every month: numerators over denominators, never
 * an average of the months' values, and only where each month of the window has its figure.
 */
final class StoredMonths {

    private record Key(String indicator, String organisation, String authority, ReportingPeriod month) {}

    private record MonthFigure(
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            boolean provisional,
            @Nullable Coverage coverage) {}

    /**
     * What the months give together.
     *
     * @param coverage of the last month where it is this period's, of which alone it is known here
     */
    record Added(Sums sums, boolean provisional, @Nullable Coverage coverage) {}

    private final Catalogue catalogue;
    private final ReportingPeriod period;
    private final Lines lines;
    private final Map<Key, MonthFigure> figures = new HashMap<>();

    /** @param earlier figures of the periods before this one, by its lines; those of other timings than a month are passed over */
    StoredMonths(Catalogue catalogue, ReportingPeriod period, Lines lines, List<EarlierFigure> earlier) {
        this.catalogue = catalogue;
        this.period = period;
        this.lines = lines;
        for (EarlierFigure figure : earlier) {
            if (figure.timing() == Timing.MONTH) {
                boolean isTotal = catalogue
                        .definition(figure.indicator(), figure.period())
                        .filter(Indicator::isTotal)
                        .isPresent();
                figures.put(
                        new Key(figure.indicator(), figure.organisation(), figure.authority(), figure.period()),
                        new MonthFigure(
                                isTotal ? figure.value() : figure.numerator(),
                                figure.denominator(),
                                figure.status() == Status.PROVISIONAL,
                                null));
            }
        }
    }

    /** Adds this period's own. */
    void add(List<IndicatorValue> months) {
        for (IndicatorValue figure : months) {
            figures.put(
                    new Key(figure.indicator(), figure.organisation(), figure.authority(), period),
                    new MonthFigure(
                            figure.numerator(),
                            figure.denominator(),
                            figure.status() == Status.PROVISIONAL,
                            figure.coverage()));
        }
    }

    /** A figure over several months; empty where a month lacks, or where months do not add up to it. */
    Optional<Added> over(Indicator indicator, Place place, Months window) {
        List<ReportingPeriod> months =
                window.all().stream().filter(month -> exists(place, month)).toList();
        if (months.isEmpty() || !addsUp(indicator)) {
            return Optional.empty();
        }
        BigDecimal numerator = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ZERO;
        boolean provisional = false;
        Coverage coverage = null;
        for (ReportingPeriod month : months) {
            Optional<MonthFigure> figure = figure(indicator, place, month);
            if (figure.isEmpty()) {
                return Optional.empty();
            }
            numerator = numerator.add(orZero(figure.get().numerator()));
            BigDecimal below = orZero(figure.get().denominator());
            denominator = dividesByHowThingsStand(indicator) ? below : denominator.add(below);
            provisional |= figure.get().provisional();
            coverage = figure.get().coverage();
        }
        return Optional.of(new Added(new Sums(numerator, denominator, null), provisional, coverage));
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    /**
     * Counts, sums and means of events do: an event is in one month. A middle value does not, nor how many are different,
     * nor the rows of a view, of which nobody knows whether one of a year is one of a month.
     */
    private boolean addsUp(Indicator indicator) {
        Indicator.Per per = indicator.per();
        return indicator.timings().contains(Timing.MONTH)
                && indicator.addsUpOverParts()
                && kind(indicator.from()).equals(Optional.of(Dataset.Kind.FLOW))
                && (per == null || kind(per.from()).isPresent());
    }

    /** Such as leavers of a year over those in post: the denominator is that of the last month. */
    private boolean dividesByHowThingsStand(Indicator indicator) {
        Indicator.Per per = indicator.per();
        return per != null && kind(per.from()).equals(Optional.of(Dataset.Kind.SNAPSHOT));
    }

    private Optional<Dataset.Kind> kind(String source) {
        return catalogue.datasets().stream()
                .filter(dataset -> dataset.id().equals(source))
                .map(Dataset::kind)
                .findFirst();
    }

    private boolean exists(Place place, ReportingPeriod month) {
        Organisation organisation = catalogue.organisation();
        if (organisation.authorities().stream().anyMatch(one -> one.id().equals(place.authority()))) {
            return organisation.authorities(month).stream()
                    .anyMatch(one -> one.id().equals(place.authority()));
        }
        List<Team> members = lines.members(place.organisation());
        return members.isEmpty() || members.stream().anyMatch(team -> team.existsOn(month.lastDay()));
    }

    private Optional<MonthFigure> figure(Indicator indicator, Place place, ReportingPeriod month) {
        return Optional.ofNullable(figures.get(new Key(indicator.id(), place.organisation(), place.authority(), month)))
                .filter(figure -> figure.numerator() != null)
                .filter(figure -> indicator.isTotal() || figure.denominator() != null);
    }
}
