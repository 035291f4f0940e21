package org.scrutineer.disclosure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.IndicatorValue;

/**
 * A figure as it is, before anything of it is hidden.
 *
 * @param numerator null where there is none, as of a median, or where it is not available
 * @param denominator null for a count, or where it is not available
 * @param value unrounded; null where it is not available
 */
public record TrueFigure(
        FigureKey key,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value) {

    /** Without zeros at the end: equal numbers make equal figures, wherever they were read. */
    public TrueFigure {
        numerator = shortest(numerator);
        denominator = shortest(denominator);
        value = shortest(value);
    }

    private static @Nullable BigDecimal shortest(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** A run's figure, for the period of the run. */
    public static TrueFigure of(ReportingPeriod period, IndicatorValue value) {
        return new TrueFigure(FigureKey.of(period, value), value.numerator(), value.denominator(), value.value());
    }

    /** A figure of an earlier period, as it is printed beside those of the run. */
    public static TrueFigure of(EarlierFigure figure) {
        return new TrueFigure(FigureKey.of(figure), figure.numerator(), figure.denominator(), figure.value());
    }
}
