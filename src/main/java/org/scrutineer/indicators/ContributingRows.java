package org.scrutineer.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Indicator.Aggregate;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RowOrigin;
import org.scrutineer.records.Window;

/** The rows behind figures, one by one: what {@link IndicatorSums} adds up, by the same conditions, not added up. */
public final class ContributingRows {

    private static final int ORIGINS = 6;

    private final Catalogue catalogue;
    private final RecordSet records;
    private final ReportingPeriod period;
    private final Map<String, Boolean> sayingAuthority = new HashMap<>();
    private @Nullable Window followed;

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
        if (!window.equals(followed)) {
            records.follow(window);
            followed = window;
        }
        Units units = Units.of(catalogue.organisation(), period, window);
        boolean byAuthority = saysAuthority(indicator.from())
                && (indicator.per() == null || saysAuthority(indicator.per().from()));
        var rows = new ArrayList<FigureRows.Row>(records.query(
                query(
                        indicator.from(),
                        byAuthority,
                        condition(indicator.denominator()),
                        condition(indicator.numerator()),
                        indicator.aggregate(),
                        madeOf),
                window,
                row -> row(row, false, indicator.from(), units, byAuthority)));
        Indicator.Per per = indicator.per();
        if (per != null) {
            rows.addAll(records.query(
                    query(per.from(), byAuthority, condition(per.where()), "true", per.aggregate(), madeOf),
                    window,
                    row -> row(row, true, per.from(), units, byAuthority)));
        }
        return new FigureRows(indicator, rows);
    }

    private String query(
            String from,
            boolean byAuthority,
            String inDenominator,
            String inNumerator,
            Aggregate aggregate,
            Optional<RowOrigin> madeOf) {
        Expression value = aggregate.value();
        return "select team, " + (byAuthority ? "authority" : "null") + ", " + inDenominator + ", " + inNumerator + ", "
                + (value == null ? "null" : "cast((" + value.sql() + "\n) as varchar)") + ", " + RecordSet.ORIGINS
                + " from " + RecordSet.followed(from)
                + madeOf.map(origin -> " where " + records.isMadeOf(origin)).orElse("")
                + " order by " + RecordSet.BY_ORIGINS + ", 1, 2, 3, 4, 5";
    }

    private static String condition(@Nullable Expression expression) {
        return expression == null ? "true" : "coalesce((" + expression.sql() + "\n), false)";
    }

    private FigureRows.Row row(ResultSet row, boolean per, String source, Units units, boolean byAuthority)
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
                records.origins(row.getString(ORIGINS)));
    }

    private boolean saysAuthority(String from) {
        return sayingAuthority.computeIfAbsent(
                from, source -> records.columns(source).contains("authority"));
    }
}
