package org.scrutineer.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.scrutineer.catalogue.DisclosureProfile;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's figures as public audiences were told them. */
@Repository
class PrintedFigures {

    /** How many figures are sent to the database at a time. */
    private static final int BATCH = 500;

    private final JdbcOperations batch;
    private final JdbcClient jdbc;

    PrintedFigures(JdbcOperations jdbc) {
        this.batch = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** A figure as a run told it, and the rule it was told by. */
    record Told(int run, PrintedFigure figure, Rule rule) {}

    /** Keeps what a run told, in place of anything it had. */
    void replace(int run, List<ControlledRelease> releases) {
        jdbc.sql("delete from printed_figure where run = ?").param(run).update();
        for (ControlledRelease release : releases) {
            insert(run, release);
        }
    }

    private void insert(int run, ControlledRelease release) {
        DisclosureProfile profile = release.profile();
        var places = new AtomicInteger();
        String sql = "insert into printed_figure (run, audience, place_in_order, period, indicator, organisation,"
                + " authority, timing, numerator, denominator, figure, printed_numerator, printed_denominator,"
                + " printed_figure, hidden, hide_up_to, zero, round_to, narrowest)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        batch.batchUpdate(sql, release.figures(), BATCH, (insert, figure) -> {
            FigureKey key = figure.key();
            int column = 0;
            insert.setInt(++column, run);
            insert.setString(++column, release.audience());
            insert.setInt(++column, places.getAndIncrement());
            insert.setString(++column, key.period().toString());
            insert.setString(++column, key.indicator());
            insert.setString(++column, key.organisation());
            insert.setString(++column, key.authority());
            insert.setString(++column, key.timing().id());
            insert.setBigDecimal(++column, figure.truth().numerator());
            insert.setBigDecimal(++column, figure.truth().denominator());
            insert.setBigDecimal(++column, figure.truth().value());
            insert.setBigDecimal(++column, figure.numerator());
            insert.setBigDecimal(++column, figure.denominator());
            insert.setBigDecimal(++column, figure.value());
            insert.setBoolean(++column, figure.hidden());
            insert.setInt(++column, profile.hideUpTo());
            insert.setString(++column, profile.zero().name().toLowerCase(Locale.ROOT));
            insert.setInt(++column, profile.roundTo());
            insert.setInt(++column, profile.narrowest());
        });
    }

    /** What the runs before this one told, oldest first. */
    List<Told> before(int run) {
        return jdbc.sql("select p.run, p.period, p.indicator, p.organisation, p.authority, p.timing, p.numerator,"
                        + " p.denominator, p.figure, p.printed_numerator, p.printed_denominator, p.printed_figure,"
                        + " p.hidden, p.hide_up_to, p.zero, p.round_to, p.narrowest from printed_figure p"
                        + " where p.run < ? order by p.run, p.audience, p.place_in_order")
                .param(run)
                .query(PrintedFigures::told)
                .list();
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        var key = new FigureKey(
                ReportingPeriod.read(row.getString(2)).orElseThrow(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Indicator.Timing.of(row.getString(6)));
        var truth = new TrueFigure(key, row.getBigDecimal(7), row.getBigDecimal(8), row.getBigDecimal(9));
        return new Told(
                row.getInt(1),
                new PrintedFigure(
                        truth, row.getBigDecimal(10), row.getBigDecimal(11), row.getBigDecimal(12), row.getBoolean(13)),
                new Rule(
                        row.getInt(14),
                        DisclosureProfile.Zero.valueOf(row.getString(15).toUpperCase(Locale.ROOT))
                                == DisclosureProfile.Zero.HIDDEN,
                        row.getInt(16),
                        row.getInt(17)));
    }
}
