package org.scrutineer.disclosure;

import java.util.Comparator;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.IndicatorValue;

/**
 * Which figure it is, whatever its value; in order by indicator, period, timing, organisation and authority.
 *
 * @param period the month reported on, which its window ends with
 * @param authority as in {@link IndicatorValue}
 */
public record FigureKey(
        ReportingPeriod period, String indicator, String organisation, String authority, Indicator.Timing timing)
        implements Comparable<FigureKey> {

    private static final Comparator<FigureKey> ORDER = Comparator.comparing(FigureKey::indicator)
            .thenComparing(FigureKey::period)
            .thenComparing(FigureKey::timing)
            .thenComparing(FigureKey::organisation)
            .thenComparing(FigureKey::authority);

    /** That of a run's figure, for the period of the run. */
    public static FigureKey of(ReportingPeriod period, IndicatorValue value) {
        return new FigureKey(period, value.indicator(), value.organisation(), value.authority(), value.timing());
    }

    /** That of a figure of an earlier period. */
    public static FigureKey of(EarlierFigure figure) {
        return new FigureKey(
                figure.period(), figure.indicator(), figure.organisation(), figure.authority(), figure.timing());
    }

    @Override
    public int compareTo(FigureKey other) {
        return ORDER.compare(this, other);
    }
}
