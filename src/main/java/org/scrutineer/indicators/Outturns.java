package org.scrutineer.indicators;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scrutineer.catalogue.Indicator.Timing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The years whose figures were frozen: they are printed as one run has them, whatever is corrected later. */
@Repository
public class Outturns {

    private final JdbcClient jdbc;
    private final IndicatorValues values;

    Outturns(JdbcClient jdbc, IndicatorValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /**
     * A year that was frozen.
     *
     * @param year e.g. {@code 2017-18}
     * @param run whose figures of the year are printed
     */
    public record Frozen(String year, String name, int run) {}

    /** The year, if it was frozen. */
    public Optional<Frozen> of(String year) {
        return jdbc.sql("select frozen_year, name, as_of_run from outturn where frozen_year = ?")
                .param(year)
                .query((row, number) -> new Frozen(row.getString(1), row.getString(2), row.getInt(3)))
                .optional();
    }

    /** Freezes a year for the runs that are opened from now on. */
    public void freeze(Frozen year, String frozenBy, OffsetDateTime frozenAt) {
        jdbc.sql("insert into outturn (frozen_year, name, as_of_run, after_run, frozen_by, frozen_at)"
                        + " select ?, ?, ?, coalesce(max(r.number), 0), ?, ? from run r")
                .params(year.year(), year.name(), year.run(), frozenBy, frozenAt)
                .update();
    }

    /** The figures of a run that are of a whole year. */
    public List<IndicatorValue> figures(int run) {
        return values.of(run).stream()
                .filter(value -> value.timing() == Timing.YEAR)
                .toList();
    }

    /**
     * A run's figures with those of the year as it was frozen, if it was when the run was opened. Each keeps what would
     * stand there now; an indicator that the year was frozen without is given as it is now.
     */
    List<IndicatorValue> applied(int run, String year, List<IndicatorValue> calculated) {
        Optional<Frozen> frozen = jdbc.sql(
                        "select frozen_year, name, as_of_run from outturn" + " where frozen_year = ? and after_run < ?")
                .params(year, run)
                .query((row, number) -> new Frozen(row.getString(1), row.getString(2), row.getInt(3)))
                .optional();
        return frozen.map(outturn -> applied(outturn, calculated)).orElse(calculated);
    }

    private List<IndicatorValue> applied(Frozen outturn, List<IndicatorValue> calculated) {
        Map<String, List<IndicatorValue>> frozen = new LinkedHashMap<>();
        figures(outturn.run())
                .forEach(value -> frozen.computeIfAbsent(value.indicator(), first -> new ArrayList<>())
                        .add(value));
        Map<List<String>, IndicatorValue> now = new HashMap<>();
        calculated.stream()
                .filter(value -> value.timing() == Timing.YEAR)
                .forEach(value -> now.put(figure(value), value));
        var values = new ArrayList<IndicatorValue>();
        for (IndicatorValue value : calculated) {
            if (value.timing() != Timing.YEAR || !frozen.containsKey(value.indicator())) {
                values.add(value);
            } else if (now.containsKey(figure(value))) {
                // The first of an indicator stands for all its lines, which may be others than they were.
                for (IndicatorValue line : frozen.get(value.indicator())) {
                    IndicatorValue today = now.get(figure(line));
                    values.add(line.frozenAs(outturn.name(), today == null ? null : today.value()));
                }
                now.keySet().removeIf(figure -> figure.get(0).equals(value.indicator()));
            }
        }
        return values;
    }

    private static List<String> figure(IndicatorValue value) {
        return List.of(value.indicator(), value.organisation(), value.authority());
    }
}
