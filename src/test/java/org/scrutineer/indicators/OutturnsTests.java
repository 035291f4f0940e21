package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Outturn;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class OutturnsTests {

    private JdbcClient jdbc;
    private IndicatorValues values;
    private Outturns outturns;

    @BeforeEach
    void createsALedger(TestInfo test) {
        var database = new DriverManagerDataSource(
                "jdbc:h2:mem:outturns-" + test.getTestMethod().orElseThrow().getName() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V2__ledger.sql"),
                        new ClassPathResource("db/migration/V10__stored_months_and_outturn.sql"))
                .execute(database);
        jdbc = JdbcClient.create(database);
        values = new IndicatorValues(new JdbcTemplate(database));
        outturns = new Outturns(jdbc, values);
        run(1);
        values.replace(
                1,
                List.of(
                        figure("V1", "trust", Timing.MONTH, "7"),
                        figure("V1", "trust", Timing.YEAR, "65"),
                        figure("V1", "old-team", Timing.YEAR, "60")));
    }

    @Test
    void aFrozenYearIsPrintedAsItWasWithWhatItWouldBeNow() {
        freeze();
        List<IndicatorValue> now = List.of(
                figure("V1", "trust", Timing.YEAR, "66"),
                figure("V1", "new-team", Timing.YEAR, "70"),
                figure("V1", "trust", Timing.MONTH, "8"),
                figure("V2", "trust", Timing.YEAR, "1"));

        assertThat(outturns.applied(2, "2017-18", now))
                .containsExactly(
                        figure("V1", "trust", Timing.YEAR, "65").frozenAs("Outturn", number("66")),
                        figure("V1", "old-team", Timing.YEAR, "60").frozenAs("Outturn", null),
                        figure("V1", "trust", Timing.MONTH, "8"),
                        figure("V2", "trust", Timing.YEAR, "1"));
    }

    @Test
    void aRunThatWasOpenedBeforePrintsWhatItWouldHavePrinted() {
        run(2);
        freeze();
        List<IndicatorValue> now = List.of(figure("V1", "trust", Timing.YEAR, "66"));

        assertThat(outturns.applied(2, "2017-18", now)).isEqualTo(now);
        assertThat(outturns.applied(3, "2018-19", now)).isEqualTo(now);
        assertThat(outturns.applied(3, "2017-18", now))
                .extracting(IndicatorValue::outturn)
                .containsExactly(new Outturn("Outturn", number("66")), new Outturn("Outturn", null));
    }

    @Test
    void theLedgerKeepsWhatAFigureWasFrozenAs() {
        IndicatorValue frozen = figure("V1", "trust", Timing.YEAR, "65").frozenAs("Outturn", number("66"));
        run(2);

        values.replace(2, List.of(frozen));

        assertThat(values.of(2)).containsExactly(frozen);
        assertThat(outturns.figures(2)).containsExactly(frozen);
    }

    @Test
    void tellsWhichYearsAreFrozen() {
        freeze();

        assertThat(outturns.of("2017-18")).contains(new Outturns.Frozen("2017-18", "Outturn", 1));
        assertThat(outturns.of("2016-17")).isEmpty();
    }

    private void freeze() {
        outturns.freeze(
                new Outturns.Frozen("2017-18", "Outturn", 1), "ann", OffsetDateTime.parse("2018-06-01T10:00:00Z"));
    }

    private static IndicatorValue figure(String indicator, String organisation, Timing timing, String value) {
        return new IndicatorValue(
                indicator,
                organisation,
                IndicatorValue.ALL,
                timing,
                number(value),
                null,
                number(value),
                Status.COMPLETE,
                new Coverage(1, 1));
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number).setScale(10);
    }

    private void run(int number) {
        jdbc.sql("insert into run (number, period, kind, started_by, started_at, finished_at, catalogue_hash,"
                        + " software_version, state) values (?, '2018-12', 'current', 'ann', current_timestamp,"
                        + " current_timestamp, 'hash', '1', 'state')")
                .param(number)
                .update();
    }
}
