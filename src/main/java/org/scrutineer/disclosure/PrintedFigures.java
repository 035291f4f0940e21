package org.scrutineer.disclosure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.scrutineer.catalogue.DisclosureProfile;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The ledger's figures as public audiences were told them, in the order they were: a run may finish after a later one, and
 * questions are answered between runs.
 */
@Repository
class PrintedFigures {

    /** How many figures are sent to the database at a time. */
    private static final int BATCH = 500;

    /** How often the release lock is asked for, where the database does not wait for as long as it takes. */
    private static final int ATTEMPTS = 90;

    private static final String SELECT = "select public_release, audience, period, indicator, organisation, authority,"
            + " timing, numerator, denominator, figure, printed_numerator, printed_denominator, printed_figure, hidden,"
            + " hide_up_to, zero, round_to, narrowest from printed_figure ";

    private final JdbcOperations batch;
    private final JdbcClient jdbc;

    PrintedFigures(JdbcOperations jdbc) {
        this.batch = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /**
     * A figure as it was told, and the rule it was told by.
     *
     * @param place of the release in the order of all
     */
    record Told(int place, String audience, PrintedFigure figure, Rule rule) {}

    /** What told something. */
    enum Teller {
        RUN("run"),
        ANSWER("member_answer");

        private final String column;

        Teller(String column) {
            this.column = column;
        }
    }

    /** Takes the release lock, and holds it until the transaction ends; waits for whoever has it. */
    void lock() {
        for (int attempt = 1; ; attempt++) {
            try {
                jdbc.sql("select id from release_lock for update")
                        .query(Integer.class)
                        .single();
                return;
            } catch (PessimisticLockingFailureException held) {
                // H2 gives up after seconds; PostgreSQL waits by itself.
                if (attempt == ATTEMPTS) {
                    throw new IllegalStateException(
                            "another release is being judged, and has not come to an end for minutes. Start this one"
                                    + " again when it has.",
                            held);
                }
            }
        }
    }

    /** The place of what a run or an answer told; none where it has told nothing. */
    OptionalInt place(Teller teller, int number) {
        return jdbc.sql("select place from public_release where " + teller.column + " = ?")
                .param(number)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** The place of what is to be told next. */
    int next() {
        return jdbc.sql("select coalesce(max(place), 0) + 1 from public_release")
                .query(Integer.class)
                .single();
    }

    /** Keeps what a run or an answer told, in place of anything it had. */
    void replace(int place, Teller teller, int number, List<ControlledRelease> releases) {
        jdbc.sql("delete from printed_figure where public_release = ?")
                .param(place)
                .update();
        jdbc.sql("delete from public_release where place = ?").param(place).update();
        jdbc.sql("insert into public_release (place, " + teller.column + ") values (?, ?)")
                .params(place, number)
                .update();
        for (ControlledRelease release : releases) {
            insert(place, release);
        }
    }

    private void insert(int place, ControlledRelease release) {
        DisclosureProfile profile = release.profile();
        var places = new AtomicInteger();
        String sql =
                "insert into printed_figure (public_release, audience, place_in_order, period, indicator, organisation,"
                        + " authority, timing, numerator, denominator, figure, printed_numerator, printed_denominator,"
                        + " printed_figure, hidden, hide_up_to, zero, round_to, narrowest)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        batch.batchUpdate(sql, release.figures(), BATCH, (insert, figure) -> {
            FigureKey key = figure.key();
            int column = 0;
            insert.setInt(++column, place);
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

    /** What was told before a place, oldest first. */
    List<Told> before(int place) {
        return jdbc.sql(SELECT + "where public_release < ? order by public_release, audience, place_in_order")
                .param(place)
                .query(PrintedFigures::told)
                .list();
    }

    /** What the newest finished run of a period before a run told an audience. */
    List<Told> lastOf(ReportingPeriod period, String audience, int run) {
        return jdbc.sql(SELECT + "where audience = ? and public_release = (select max(p.place) from public_release p"
                        + " join run r on r.number = p.run where r.period = ? and r.number < ?"
                        + " and r.finished_at is not null) order by place_in_order")
                .params(audience, period.toString(), run)
                .query(PrintedFigures::told)
                .list();
    }

    /** The places of what runs told, by the number of the run. */
    Map<Integer, Integer> placesOfRuns() {
        Map<Integer, Integer> places = new HashMap<>();
        jdbc.sql("select run, place from public_release where run is not null")
                .query((row, number) -> places.put(row.getInt(1), row.getInt(2)))
                .list();
        return places;
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        var key = new FigureKey(
                ReportingPeriod.read(row.getString(3)).orElseThrow(),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Indicator.Timing.of(row.getString(7)));
        var truth = new TrueFigure(key, row.getBigDecimal(8), row.getBigDecimal(9), row.getBigDecimal(10));
        return new Told(
                row.getInt(1),
                row.getString(2),
                new PrintedFigure(
                        truth, row.getBigDecimal(11), row.getBigDecimal(12), row.getBigDecimal(13), row.getBoolean(14)),
                new Rule(
                        row.getInt(15),
                        DisclosureProfile.Zero.valueOf(row.getString(16).toUpperCase(Locale.ROOT))
                                == DisclosureProfile.Zero.HIDDEN,
                        row.getInt(17),
                        row.getInt(18)));
    }
}
