package org.scrutineer.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's figures. */
@Repository
public class IndicatorValues {

    private static final String SELECT = "select v.indicator, v.organisation, v.authority, v.timing, v.numerator,"
            + " v.denominator, v.figure, v.status, v.returns_expected, v.returns_received,"
            + " v.basis, v.outturn_name, v.recalculated from indicator_value v ";

    /** How many figures are sent to the database at a time. */
    private static final int BATCH = 500;

    private final JdbcOperations batch;
    private final JdbcClient jdbc;

    IndicatorValues(JdbcOperations jdbc) {
        this.batch = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** Keeps a run's figures in place of any it had. */
    void replace(int run, List<IndicatorValue> values) {
        jdbc.sql("delete from indicator_value where run = ?").param(run).update();
        var places = new AtomicInteger();
        String sql = "insert into indicator_value (run, place_in_order, indicator, organisation, authority, timing,"
                + " numerator, denominator, figure, status, returns_expected, returns_received, basis, outturn_name,"
                + " recalculated) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        batch.batchUpdate(sql, values, BATCH, (insert, value) -> {
            IndicatorValue.Outturn outturn = value.outturn();
            int column = 0;
            insert.setInt(++column, run);
            insert.setInt(++column, places.getAndIncrement());
            insert.setString(++column, value.indicator());
            insert.setString(++column, value.organisation());
            insert.setString(++column, value.authority());
            insert.setString(++column, value.timing().id());
            insert.setBigDecimal(++column, value.numerator());
            insert.setBigDecimal(++column, value.denominator());
            insert.setBigDecimal(++column, value.value());
            insert.setString(++column, value.status().symbol());
            insert.setInt(++column, value.coverage().expected());
            insert.setInt(++column, value.coverage().received());
            insert.setString(++column, value.basis().id());
            insert.setString(++column, outturn == null ? null : outturn.name());
            insert.setBigDecimal(++column, outturn == null ? null : outturn.recalculated());
        });
    }

    /** A run's figures, in the order they were calculated. */
    public List<IndicatorValue> of(int run) {
        return jdbc.sql(SELECT + "where v.run = ? order by v.place_in_order")
                .param(run)
                .query(IndicatorValues::value)
                .list();
    }

    /** Those of them that are about a part of the organisation, or the whole of it, for all authorities together. */
    public List<IndicatorValue> of(int run, String organisation) {
        return jdbc.sql(SELECT + "where v.run = ? and v.organisation = ? and v.authority = ? order by v.place_in_order")
                .params(run, organisation, IndicatorValue.ALL)
                .query(IndicatorValues::value)
                .list();
    }

    /** The figures of a period's newest finished run before this one; none where there is no such run. */
    public List<IndicatorValue> newestOf(ReportingPeriod period, int beforeRun) {
        return jdbc.sql(SELECT + "where v.run = (select max(r.number) from run r where r.period = ? and r.number < ?"
                        + " and r.finished_at is not null) order by v.place_in_order")
                .params(period.toString(), beforeRun)
                .query(IndicatorValues::value)
                .list();
    }

    private static IndicatorValue value(ResultSet row, int number) throws SQLException {
        String outturn = row.getString(12);
        return new IndicatorValue(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Indicator.Timing.of(row.getString(4)),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                IndicatorValue.Status.of(row.getString(8)),
                new IndicatorValue.Coverage(row.getInt(9), row.getInt(10)),
                IndicatorValue.Basis.of(row.getString(11)),
                outturn == null ? null : new IndicatorValue.Outturn(outturn, row.getBigDecimal(13)));
    }
}
