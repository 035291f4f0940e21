package org.scrutineer.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger's figures of earlier periods, as they stood when a run was calculated: those of the newest run of each
 * earlier period that had finished, and those that were published before there were runs.
 */
@Repository
public class EarlierFigures {

    private static final String CALCULATED =
            "select e.period, v.indicator, v.organisation, v.authority, v.timing, v.numerator, v.denominator, v.figure,"
                    + " v.status, e.stands, null as source from earlier_run e join indicator_value v on v.run = e.stands"
                    + " where e.run = ? and e.period between ? and ? and v.timing in (%s)";

    private static final String PUBLISHED =
            "select p.period, p.indicator, p.organisation, p.authority, p.timing, p.numerator, p.denominator, p.figure,"
                    + " '', null, p.source from published_figure p"
                    + " where p.run = ? and p.period between ? and ? and p.timing in (%s)";

    private final JdbcClient jdbc;
    private final Catalogue catalogue;

    EarlierFigures(JdbcClient jdbc, Catalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /**
     * Keeps what stands for the periods before a run's own, in place of anything it had kept.
     *
     * @param published by period, figure and source; each figure of a period once
     */
    void replace(int run, ReportingPeriod period, List<EarlierFigure> published) {
        jdbc.sql("delete from earlier_run where run = ?").param(run).update();
        jdbc.sql("insert into earlier_run (run, period, stands) select ?, r.period, max(r.number) from run r"
                        + " where r.period < ? and r.number < ? and r.finished_at is not null"
                        + " and exists (select 1 from indicator_value v where v.run = r.number) group by r.period")
                .params(run, period.toString(), run)
                .update();
        jdbc.sql("delete from published_figure where run = ?").param(run).update();
        for (EarlierFigure figure : published) {
            if (!(figure.origin() instanceof EarlierFigure.Origin.Published from)) {
                throw new IllegalArgumentException("a calculated figure is in the ledger already: " + figure);
            }
            jdbc.sql("insert into published_figure (run, period, indicator, organisation, authority, timing, numerator,"
                            + " denominator, figure, source) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(run, figure.period().toString(), figure.indicator(), figure.organisation())
                    .params(figure.authority(), figure.timing().id())
                    .param(figure.numerator())
                    .param(figure.denominator())
                    .param(figure.value())
                    .param(from.source())
                    .update();
        }
    }

    /**
     * What stood for the periods from one to another, both included, when a run was calculated; by indicator,
     * organisation, authority and timing, then oldest first, each figure of a period once. Where one was published and
     * calculated later too, the calculated one stands if it has a value. A team that has taken the place of others by
     * the run's period goes on their series, see {@link FiguresByLine}.
     *
     * @param timings those that are asked for
     */
    public List<EarlierFigure> of(int run, ReportingPeriod from, ReportingPeriod to, Set<Indicator.Timing> timings) {
        return of(run, from, to, timings, "", List.of());
    }

    /** Those of them that are about the organisation as a whole, for all authorities together. */
    public List<EarlierFigure> ofTheWhole(
            int run, ReportingPeriod from, ReportingPeriod to, Set<Indicator.Timing> timings) {
        return of(
                run,
                from,
                to,
                timings,
                " and organisation = ? and authority = ?",
                List.of(catalogue.organisation().id(), IndicatorValue.ALL));
    }

    private List<EarlierFigure> of(
            int run,
            ReportingPeriod from,
            ReportingPeriod to,
            Set<Indicator.Timing> timings,
            String condition,
            List<String> whose) {
        if (timings.isEmpty()) {
            return List.of();
        }
        String places = timings.stream().map(timing -> "?").collect(Collectors.joining(", "));
        List<Object> asked = new ArrayList<>(List.of(run, from.toString(), to.toString()));
        timings.stream().map(Indicator.Timing::id).sorted().forEach(asked::add);
        asked.addAll(whose);
        List<EarlierFigure> all = jdbc.sql(CALCULATED.replace("%s", places) + condition + " union all "
                        + PUBLISHED.replace("%s", places) + condition + " order by 2, 3, 4, 5, 1, 10")
                .params(asked)
                .params(asked)
                .query(EarlierFigures::figure)
                .list();
        return new FiguresByLine(catalogue, periodOf(run)).of(standing(all));
    }

    private ReportingPeriod periodOf(int run) {
        return jdbc.sql("select period from run where number = ?")
                .param(run)
                .query((row, number) -> ReportingPeriod.read(row.getString(1)).orElseThrow())
                .single();
    }

    /** Of two figures for one thing and period the one with a value, else the calculated one. */
    private static List<EarlierFigure> standing(List<EarlierFigure> all) {
        var standing = new ArrayList<EarlierFigure>();
        for (EarlierFigure figure : all) {
            EarlierFigure last = standing.isEmpty() ? null : standing.get(standing.size() - 1);
            if (last == null || !isOfTheSame(last, figure)) {
                standing.add(figure);
            } else if (last.value() == null
                    || (figure.value() != null && figure.origin() instanceof EarlierFigure.Origin.Calculated)) {
                standing.set(standing.size() - 1, figure);
            }
        }
        return standing;
    }

    private static boolean isOfTheSame(EarlierFigure one, EarlierFigure other) {
        return one.period().equals(other.period())
                && one.indicator().equals(other.indicator())
                && one.organisation().equals(other.organisation())
                && one.authority().equals(other.authority())
                && one.timing() == other.timing();
    }

    private static EarlierFigure figure(ResultSet row, int number) throws SQLException {
        String source = row.getString(11);
        return new EarlierFigure(
                ReportingPeriod.read(row.getString(1)).orElseThrow(),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Indicator.Timing.of(row.getString(5)),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                IndicatorValue.Status.of(row.getString(9)),
                source == null
                        ? new EarlierFigure.Origin.Calculated(row.getInt(10))
                        : new EarlierFigure.Origin.Published(source));
    }
}
