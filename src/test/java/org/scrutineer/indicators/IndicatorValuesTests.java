package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class IndicatorValuesTests {

    private static final IndicatorValue LATE = new IndicatorValue(
            "V1",
            "trust",
            IndicatorValue.ALL,
            Timing.ROLLING_12_MONTHS,
            new BigDecimal("2.0000000000"),
            new BigDecimal("3.0000000000"),
            new BigDecimal("66.6666666667"),
            Status.PROVISIONAL,
            new Coverage(4, 3));

    private static final IndicatorValue LACKING = new IndicatorValue(
            "A1",
            "trust",
            IndicatorValue.NEITHER,
            Timing.MONTH,
            null,
            null,
            null,
            Status.NOT_AVAILABLE,
            new Coverage(4, 0));

    private JdbcClient jdbc;
    private IndicatorValues values;

    @BeforeEach
    void createsALedger(TestInfo test) {
        var database = new DriverManagerDataSource(
                "jdbc:h2:mem:" + test.getTestMethod().orElseThrow().getName() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V2__ledger.sql"),
                        new ClassPathResource("db/migration/V10__stored_months_and_outturn.sql"))
                .execute(database);
        jdbc = JdbcClient.create(database);
        values = new IndicatorValues(new JdbcTemplate(database));
    }

    @Test
    void keepsARunsFiguresExactlyAndInTheirOrder() {
        run(1, "2018-12", true);

        values.replace(1, List.of(LATE, LACKING));

        assertThat(values.of(1)).containsExactly(LATE, LACKING);
        assertThat(values.of(2)).isEmpty();
    }

    @Test
    void aRunThatIsRepeatedReplacesItsOwnOnly() {
        run(1, "2018-12", true);
        run(2, "2018-12", true);
        values.replace(1, List.of(LATE));
        values.replace(2, List.of(LATE, LACKING));

        values.replace(2, List.of(LACKING));

        assertThat(values.of(1)).containsExactly(LATE);
        assertThat(values.of(2)).containsExactly(LACKING);
    }

    @Test
    void theNewestOfAPeriodAreThoseOfItsLastFinishedRun() {
        run(1, "2018-12", true);
        run(2, "2018-12", true);
        run(3, "2018-12", false);
        run(4, "2018-11", true);
        values.replace(1, List.of(LATE));
        values.replace(2, List.of(LACKING));
        values.replace(3, List.of(LATE, LACKING));

        assertThat(values.newestOf(ReportingPeriod.of(2018, 12), 5)).containsExactly(LACKING);
        assertThat(values.newestOf(ReportingPeriod.of(2018, 12), 2)).containsExactly(LATE);
        assertThat(values.newestOf(ReportingPeriod.of(2018, 12), 1)).isEmpty();
        assertThat(values.newestOf(ReportingPeriod.of(2018, 10), 5)).isEmpty();
    }

    private void run(int number, String period, boolean finished) {
        jdbc.sql("insert into run (number, period, kind, started_by, started_at, finished_at, catalogue_hash,"
                        + " software_version, state) values (?, ?, 'current', 'ann', current_timestamp, "
                        + (finished ? "current_timestamp" : "null") + ", 'hash', '1', 'state')")
                .params(number, period)
                .update();
    }
}
