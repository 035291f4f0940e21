package org.scrutineer.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Aggregate;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.FollowedRows;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RowOrigin;
import org.scrutineer.records.Window;

/**
 * The rows behind figures, one by one: what {@link IndicatorSums} adds up, by the same conditions, not added up. To be used
 * by one thread at a time, and closed before the records are.
 */
public final class ContributingRows implements AutoCloseable {

    private final Catalogue catalogue;
    private final RecordSet records;
    private final ReportingPeriod period;
    private final Map<Window, FollowedRows> followed = new HashMap<>();

    public ContributingRows(Catalogue catalogue, RecordSet records, ReportingPeriod period) {
        this.catalogue = catalogue;
        this.records = records;
        this.period = period;
    }

    /** The days that a figure is about. */
    public Window window(Indicator.Timing timing) {
        return Window.of(catalogue.calendar().months(timing, period));
    }

    /** All rows that an indicator looks at, those that count for nothing included. */
    public FigureRows of(Indicator indicator, Indicator.Timing timing) {
        return rows(indicator, timing, Optional.empty());
    }

    /** Of them those that a row of a return had a part in. */
    public FigureRows madeOf(RowOrigin origin, Indicator indicator, Indicator.Timing timing) {
        return rows(indicator, timing, Optional.of(origin));
    }

    private FigureRows rows(Indicator indicator, Indicator.Timing timing, Optional<RowOrigin> madeOf) {
        Window window = window(timing);
        FollowedRows all = followed.computeIfAbsent(window, records::follow);
        Units units = Units.of(catalogue.organisation(), period, window);
        Indicator.Per per = indicator.per();
        boolean byAuthority = saysAuthority(all, indicator.from()) && (per == null || saysAuthority(all, per.from()));
        var rows = new ArrayList<FigureRows.Row>(all.of(
                indicator.from(),
                columns(
                        byAuthority,
                        condition(indicator.denominator()),
                        condition(indicator.numerator()),
                        indicator.aggregate()),
                madeOf,
                (row, origins) -> row(row, origins, false, indicator.from(), units, byAuthority)));
        if (per != null) {
            rows.addAll(all.of(
                    per.from(),
                    columns(byAuthority, condition(per.where()), "true", per.aggregate()),
                    madeOf,
                    (row, origins) -> row(row, origins, true, per.from(), units, byAuthority)));
        }
        return new FigureRows(indicator, rows);
    }

    private static List<String> columns(
            boolean byAuthority, String inDenominator, String inNumerator, Aggregate aggregate) {
        Expression value = aggregate.value();
        return List.of(
                "team",
                byAuthority ? "authority" : "null",
                inDenominator,
                inNumerator,
                value == null ? "null" : "cast((" + value.sql() + "\n) as varchar)");
    }

    private static String condition(@Nullable Expression expression) {
        return expression == null ? "true" : "coalesce((" + expression.sql() + "\n), false)";
    }

    private static FigureRows.Row row(
            ResultSet row, List<RowOrigin> origins, boolean per, String source, Units units, boolean byAuthority)
            throws SQLException {
        String team = row.getString(1);
        return new FigureRows.Row(
                per,
                source,
                team,
                units.places(team, row.getString(2), byAuthority),
                row.getBoolean(3),
                row.getBoolean(4),
                row.getString(5),
                origins);
    }

    private static boolean saysAuthority(FollowedRows rows, String from) {
        return rows.columns(from).contains("authority");
    }

    @Override
    public void close() {
        followed.values().forEach(FollowedRows::close);
    }
}
