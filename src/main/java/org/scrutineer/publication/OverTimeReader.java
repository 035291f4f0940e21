package org.scrutineer.publication;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.EarlierFigures;
import org.scrutineer.trends.Trend;
import org.springframework.stereotype.Component;

/** Reads from the ledger what a run's figures were in the months that are printed beside them. */
@Component
class OverTimeReader {

    private static final int MONTHS_OF_YEAR = 12;

    private final Catalogue catalogue;
    private final EarlierFigures earlier;

    OverTimeReader(Catalogue catalogue, EarlierFigures earlier) {
        this.catalogue = catalogue;
        this.earlier = earlier;
    }

    OverTime read(int run, ReportingPeriod period, List<Trend> trends) {
        Optional<ReportingPeriod> meeting = catalogue.lastReported(period);
        return new OverTime(
                figures(period.plusMonths(-1), run),
                figures(period.plusMonths(-MONTHS_OF_YEAR), run),
                meeting.orElse(null),
                meeting.map(reported -> figures(reported, run)).orElse(Map.of()),
                OverTime.byWhose(trends));
    }

    private Map<RunFigures.Figure, EarlierFigure> figures(ReportingPeriod month, int run) {
        return OverTime.byFigure(earlier.of(run, month, month, EnumSet.allOf(Indicator.Timing.class)));
    }
}
