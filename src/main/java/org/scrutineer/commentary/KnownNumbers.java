package org.scrutineer.commentary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.EarlierFigures;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValues;
import org.springframework.stereotype.Component;

/** What the figures say that an explanation can be held against. */
@Component
class KnownNumbers {

    /** How far back a figure may be called the best or the highest without saying since when. */
    private static final int MONTHS_BACK = 60;

    private final Catalogue catalogue;
    private final IndicatorValues values;
    private final EarlierFigures earlier;

    KnownNumbers(Catalogue catalogue, IndicatorValues values, EarlierFigures earlier) {
        this.catalogue = catalogue;
        this.values = values;
        this.earlier = earlier;
    }

    /**
     * The numbers a figure stands among.
     *
     * @param value the figure itself
     * @param previous the month before
     * @param lastYear the same month a year before
     * @param before all earlier values of the series, oldest first
     * @param printed every number that is printed of the indicator for the whole organisation
     */
    record Of(
            BigDecimal value,
            Optional<BigDecimal> previous,
            Optional<BigDecimal> lastYear,
            List<BigDecimal> before,
            List<BigDecimal> printed) {}

    Of of(int run, ReportingPeriod period, FigureInQuestion figure) {
        Indicator indicator = figure.indicator();
        List<EarlierFigure> series =
                earlier
                        .of(run, period.plusMonths(-MONTHS_BACK), period.plusMonths(-1), Set.of(indicator.timing()))
                        .stream()
                        .filter(one -> one.indicator().equals(indicator.id())
                                && one.organisation().equals(figure.value().organisation())
                                && one.authority().equals(IndicatorValue.ALL)
                                && one.value() != null)
                        .toList();
        var printed = new ArrayList<BigDecimal>();
        values.of(run).stream()
                .filter(one -> one.indicator().equals(indicator.id())
                        && one.organisation().equals(figure.value().organisation()))
                .flatMap(one -> present(one.value(), one.numerator(), one.denominator()))
                .forEach(printed::add);
        series.stream()
                .flatMap(one -> present(one.value(), one.numerator(), one.denominator()))
                .forEach(printed::add);
        catalogue.target(indicator.id(), period).ifPresent(target -> {
            printed.add(target.value());
            printed.add(target.tolerance());
        });
        figure.trend().flatMap(trend -> trend.limits()).ifPresent(limits -> printed.add(limits.mean()));
        return new Of(
                Objects.requireNonNull(figure.value().value()),
                at(series, period.plusMonths(-1)),
                at(series, period.plusMonths(-12)),
                series.stream().flatMap(one -> present(one.value())).toList(),
                List.copyOf(printed));
    }

    private static Optional<BigDecimal> at(List<EarlierFigure> series, ReportingPeriod period) {
        return series.stream()
                .filter(one -> one.period().equals(period))
                .flatMap(one -> present(one.value()))
                .findFirst();
    }

    private static Stream<BigDecimal> present(@Nullable BigDecimal... numbers) {
        return Stream.of(numbers).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
