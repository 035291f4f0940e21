package org.scrutineer.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.Window;

/** The figures of earlier periods that returns tell of, in the catalogue's names. */
final class PublishedFigures {

    private static final int SCALE = 10;

    private final Catalogue catalogue;
    private final RecordSet records;

    PublishedFigures(Catalogue catalogue, RecordSet records) {
        this.catalogue = catalogue;
        this.records = records;
    }

    /** Which figure of which period it is. */
    private record Key(
            ReportingPeriod period, String indicator, String organisation, String authority, Indicator.Timing timing) {}

    /**
     * Those of the periods before this one, each once: of two returns the newer one is believed. A row that names what
     * the catalogue does not know tells of no figure that could be printed; that it does is told when returns are
     * reconciled.
     */
    List<EarlierFigure> before(ReportingPeriod period) {
        Map<Key, EarlierFigure> figures = new LinkedHashMap<>();
        for (Dataset dataset : catalogue.datasets(Dataset.Purpose.PUBLISHED_FIGURES)) {
            records
                    .query(
                            "select indicator, organisation, authority, month, timing, numerator, denominator, value,"
                                    + " source from " + dataset.id() + " where month < :start"
                                    + " order by submission, sheet_row",
                            Window.of(period),
                            this::figure)
                    .stream()
                    .flatMap(Optional::stream)
                    .forEach(figure -> figures.put(
                            new Key(
                                    figure.period(),
                                    figure.indicator(),
                                    figure.organisation(),
                                    figure.authority(),
                                    figure.timing()),
                            figure));
        }
        return List.copyOf(figures.values());
    }

    private Optional<EarlierFigure> figure(ResultSet row) throws SQLException {
        var period = ReportingPeriod.containing(row.getObject(4, LocalDate.class));
        Optional<String> indicator = catalogue.indicatorCode(row.getString(1));
        Optional<String> organisation = catalogue.organisation().part(row.getString(2), period);
        if (indicator.isEmpty() || organisation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EarlierFigure(
                period,
                indicator.get(),
                organisation.get(),
                authority(row.getString(3), period),
                Indicator.Timing.of(row.getString(5)),
                scaled(row.getBigDecimal(6)),
                scaled(row.getBigDecimal(7)),
                scaled(row.getBigDecimal(8)),
                IndicatorValue.Status.COMPLETE,
                new EarlierFigure.Origin.Published(row.getString(9))));
    }

    private String authority(@Nullable String code, ReportingPeriod period) {
        if (code == null) {
            return IndicatorValue.ALL;
        }
        return catalogue.organisation().authorities(period).stream()
                        .anyMatch(authority -> authority.id().equals(code))
                ? code
                : IndicatorValue.NEITHER;
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal number) {
        return number == null ? null : number.setScale(SCALE, RoundingMode.HALF_UP);
    }
}
