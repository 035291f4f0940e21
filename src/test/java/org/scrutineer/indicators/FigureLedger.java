package org.scrutineer.indicators;

import java.util.List;
import javax.sql.DataSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.TestLedger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ledger in memory with the tables of the real one, and the figures of the runs that a test puts into it. */
public final class FigureLedger {

    private final JdbcClient jdbc;
    private final IndicatorValues values;
    private final EarlierFigures earlier;
    private final Outturns outturns;

    private FigureLedger(DataSource database, Catalogue catalogue) {
        jdbc = JdbcClient.create(database);
        values = new IndicatorValues(new JdbcTemplate(database));
        earlier = new EarlierFigures(jdbc, catalogue);
        outturns = new Outturns(jdbc, values);
    }

    public static FigureLedger aLedger(Catalogue catalogue) {
        return in(TestLedger.aLedger(), catalogue);
    }

    /** The figures in a ledger that has returns too. */
    static FigureLedger in(TestLedger ledger, Catalogue catalogue) {
        return new FigureLedger(ledger.source(), catalogue);
    }

    /** Adds a run of a period, e.g. {@code 2018-12}, with its figures. */
    public FigureLedger run(int number, String period, boolean finished, IndicatorValue... figures) {
        jdbc.sql("insert into run (number, period, kind, started_by, started_at, finished_at, catalogue_hash,"
                        + " software_version, state) values (?, ?, 'current', 'ann', current_timestamp, "
                        + (finished ? "current_timestamp" : "null") + ", 'hash', '1', 'state')")
                .params(number, period)
                .update();
        values.replace(number, List.of(figures));
        return this;
    }

    /** Keeps what a run found published of the periods before its own. */
    public FigureLedger published(int run, ReportingPeriod period, List<EarlierFigure> figures) {
        earlier.replace(run, period, figures);
        return this;
    }

    public IndicatorValues values() {
        return values;
    }

    public EarlierFigures earlier() {
        return earlier;
    }

    Outturns outturns() {
        return outturns;
    }
}
