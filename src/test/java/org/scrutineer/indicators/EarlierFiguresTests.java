package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

class EarlierFiguresTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    private JdbcClient jdbc;
    private IndicatorValues values;
    private EarlierFigures earlier;

    @BeforeEach
    void createsALedger(TestInfo test) {
        var database = new DriverManagerDataSource(
                "jdbc:h2:mem:earlier-" + test.getTestMethod().orElseThrow().getName() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V2__ledger.sql"),
                        new ClassPathResource("db/migration/V10__stored_months_and_outturn.sql"),
                        new ClassPathResource("db/migration/V11__earlier_figures.sql"))
                .execute(database);
        jdbc = JdbcClient.create(database);
        values = new IndicatorValues(new JdbcTemplate(database));
        earlier = new EarlierFigures(jdbc, MERGED.catalogue());
    }

    /** Duty A and Duty B became Duty in December. */
    private static final SmallTrust MERGED = SmallTrust.aTrust()
            .withTeam("{id: duty-a, name: Duty A, valid-to: 2018-11-30, service: care, owes: {visits: [visits]}}")
            .withTeam("{id: duty-b, name: Duty B, valid-to: 2018-11-30, service: care, owes: {visits: [visits]}}")
            .withTeam("{id: duty, name: Duty, valid-from: 2018-12-01, formerly: [duty-a, duty-b], service: care,"
                    + " owes: {visits: [visits]}}")
            .withIndicator(
                    "V1", "timing: month", "from: visits", "unit: percent", "numerator: hours >= 1", "decimals: 1");

    @Test
    void aMergedTeamGoesOnTheSeriesOfThoseItTookThePlaceOf() {
        run(1, "2018-11", true, of("duty-a", "1", "2"), of("duty-b", "2", "3"), of("north", "1", "1"));
        run(2, "2018-12", true);

        earlier.replace(2, DECEMBER, List.of());

        assertThat(earlier.of(2, ReportingPeriod.of(2018, 11), DECEMBER, Set.of(Timing.MONTH)))
                .extracting(EarlierFigure::organisation, EarlierFiguresTests::line)
                .containsExactly(
                        tuple("duty", "2018-11 60 run 1"),
                        tuple("duty-a", "2018-11 50 run 1"),
                        tuple("duty-b", "2018-11 66.6666666667 run 1"),
                        tuple("north", "2018-11 100 run 1"));
    }

    @Test
    void aRunOfAMonthBeforeTheMergerKnowsNothingOfIt() {
        run(1, "2018-10", true, of("duty-a", "1", "2"), of("duty-b", "2", "3"));
        run(2, "2018-11", true);

        earlier.replace(2, ReportingPeriod.of(2018, 11), List.of());

        assertThat(earlier.of(2, ReportingPeriod.of(2018, 10), DECEMBER, Set.of(Timing.MONTH)))
                .extracting(EarlierFigure::organisation)
                .containsExactly("duty-a", "duty-b");
    }

    private static IndicatorValue of(String team, String numerator, String denominator) {
        var sums = new Sums(new BigDecimal(numerator), new BigDecimal(denominator), null);
        return new IndicatorValue(
                "V1",
                team,
                IndicatorValue.ALL,
                Timing.MONTH,
                sums.numerator(),
                sums.denominator(),
                sums.value(MERGED.catalogue().indicators().get(0)),
                Status.COMPLETE,
                new Coverage(1, 1));
    }

    @Test
    void theNewestFinishedRunOfEachEarlierPeriodStandsForIt() {
        run(1, "2018-10", true, calculated("10", Status.COMPLETE));
        run(2, "2018-11", true, calculated("11", Status.COMPLETE));
        run(3, "2018-11", true, calculated("12", Status.PROVISIONAL));
        run(4, "2018-11", false, calculated("13", Status.COMPLETE));
        run(5, "2019-01", true, calculated("14", Status.COMPLETE));
        run(6, "2018-12", true);

        earlier.replace(6, DECEMBER, List.of());

        assertThat(all(6)).containsExactly("2018-10 10 run 1", "2018-11 12 [p] run 3");
    }

    @Test
    void whatStoodStaysSoWhateverIsRunLater() {
        run(1, "2018-11", true, calculated("11", Status.COMPLETE));
        run(2, "2018-12", true);
        earlier.replace(2, DECEMBER, List.of());

        run(3, "2018-11", true, calculated("99", Status.COMPLETE));

        assertThat(all(2)).containsExactly("2018-11 11 run 1");
    }

    @Test
    void aCalculatedFigureStandsBeforeOneThatWasPublished() {
        run(1, "2018-11", true, calculated("11", Status.COMPLETE));
        run(2, "2018-12", true);

        earlier.replace(2, DECEMBER, List.of(published(2018, 10, "65"), published(2018, 11, "66")));

        assertThat(all(2)).containsExactly("2018-10 65 Report of May 2019", "2018-11 11 run 1");
    }

    @Test
    void aPublishedFigureStandsWhereNoneCouldBeCalculated() {
        run(1, "2018-11", true, calculated(null, Status.NOT_AVAILABLE));
        run(2, "2018-10", true, calculated(null, Status.NOT_AVAILABLE));
        run(3, "2018-12", true);

        earlier.replace(3, DECEMBER, List.of(published(2018, 11, "66")));

        assertThat(all(3)).containsExactly("2018-10 - [x] run 2", "2018-11 66 Report of May 2019");
    }

    @Test
    void aRunThatIsRepeatedReplacesWhatItHad() {
        run(1, "2018-12", true);
        earlier.replace(1, DECEMBER, List.of(published(2018, 10, "65"), published(2018, 11, "66")));

        earlier.replace(1, DECEMBER, List.of(published(2018, 11, "67")));

        assertThat(all(1)).containsExactly("2018-11 67 Report of May 2019");
    }

    @Test
    void onlyWhatIsAskedForIsGiven() {
        run(1, "2018-12", true);
        earlier.replace(1, DECEMBER, List.of(published(2018, 9, "64"), published(2018, 10, "65")));

        assertThat(earlier.of(1, ReportingPeriod.of(2018, 10), ReportingPeriod.of(2018, 11), Set.of(Timing.MONTH)))
                .hasSize(1);
        assertThat(earlier.of(1, ReportingPeriod.of(2018, 1), DECEMBER, Set.of(Timing.SNAPSHOT)))
                .isEmpty();
        assertThat(earlier.of(1, ReportingPeriod.of(2018, 1), DECEMBER, Set.of()))
                .isEmpty();
    }

    private List<String> all(int run) {
        return earlier.of(run, ReportingPeriod.of(2015, 1), DECEMBER, Set.of(Timing.MONTH, Timing.SNAPSHOT)).stream()
                .map(EarlierFiguresTests::line)
                .toList();
    }

    private static String line(EarlierFigure figure) {
        BigDecimal value = figure.value();
        return figure.period() + " "
                + (value == null ? "-" : value.stripTrailingZeros().toPlainString())
                + (figure.status() == Status.COMPLETE
                        ? ""
                        : " [" + figure.status().symbol() + "]")
                + (figure.origin() instanceof EarlierFigure.Origin.Published published
                        ? " " + published.source()
                        : " run " + ((EarlierFigure.Origin.Calculated) figure.origin()).run());
    }

    private static IndicatorValue calculated(@Nullable String value, Status status) {
        return new IndicatorValue(
                "V1",
                "trust",
                IndicatorValue.ALL,
                Timing.MONTH,
                null,
                null,
                value == null ? null : new BigDecimal(value),
                status,
                new Coverage(4, 3));
    }

    private static EarlierFigure published(int year, int month, String value) {
        return new EarlierFigure(
                ReportingPeriod.of(year, month),
                "V1",
                "trust",
                IndicatorValue.ALL,
                Timing.MONTH,
                null,
                null,
                new BigDecimal(value),
                Status.COMPLETE,
                new EarlierFigure.Origin.Published("Report of May 2019"));
    }

    private void run(int number, String period, boolean finished, IndicatorValue... figures) {
        jdbc.sql("insert into run (number, period, kind, started_by, started_at, finished_at, catalogue_hash,"
                        + " software_version, state) values (?, ?, 'current', 'ann', current_timestamp, "
                        + (finished ? "current_timestamp" : "null") + ", 'hash', '1', 'state')")
                .params(number, period)
                .update();
        values.replace(number, List.of(figures));
    }
}
