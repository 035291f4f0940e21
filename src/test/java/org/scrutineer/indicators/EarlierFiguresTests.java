package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.scrutineer.indicators.FigureLedger.aLedger;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;

class EarlierFiguresTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    /** Duty A and Duty B became Duty in December. */
    private static final Catalogue MERGED = SmallTrust.aTrust()
            .withTeam("{id: duty-a, name: Duty A, valid-to: 2018-11-30, service: care, owes: {visits: [visits]}}")
            .withTeam("{id: duty-b, name: Duty B, valid-to: 2018-11-30, service: care, owes: {visits: [visits]}}")
            .withTeam("{id: duty, name: Duty, valid-from: 2018-12-01, formerly: [duty-a, duty-b], service: care,"
                    + " owes: {visits: [visits]}}")
            .withIndicator(
                    "V1", "timing: month", "from: visits", "unit: percent", "numerator: hours >= 1", "decimals: 1")
            .catalogue();

    private final FigureLedger ledger = aLedger(MERGED);
    private final EarlierFigures earlier = ledger.earlier();

    @Test
    void aMergedTeamGoesOnTheSeriesOfThoseItTookThePlaceOf() {
        ledger.run(1, "2018-11", true, of("duty-a", "1", "2"), of("duty-b", "2", "3"), of("north", "1", "1"));
        ledger.run(2, "2018-12", true);

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
        ledger.run(1, "2018-10", true, of("duty-a", "1", "2"), of("duty-b", "2", "3"));
        ledger.run(2, "2018-11", true);

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
                sums.value(MERGED.indicators().get(0)),
                Status.COMPLETE,
                new Coverage(1, 1));
    }

    @Test
    void theNewestFinishedRunOfEachEarlierPeriodStandsForIt() {
        ledger.run(1, "2018-10", true, calculated("10", Status.COMPLETE));
        ledger.run(2, "2018-11", true, calculated("11", Status.COMPLETE));
        ledger.run(3, "2018-11", true, calculated("12", Status.PROVISIONAL));
        ledger.run(4, "2018-11", false, calculated("13", Status.COMPLETE));
        ledger.run(5, "2019-01", true, calculated("14", Status.COMPLETE));
        ledger.run(6, "2018-12", true);

        earlier.replace(6, DECEMBER, List.of());

        assertThat(all(6)).containsExactly("2018-10 10 run 1", "2018-11 12 [p] run 3");
    }

    @Test
    void whatStoodStaysSoWhateverIsRunLater() {
        ledger.run(1, "2018-11", true, calculated("11", Status.COMPLETE));
        ledger.run(2, "2018-12", true);
        earlier.replace(2, DECEMBER, List.of());

        ledger.run(3, "2018-11", true, calculated("99", Status.COMPLETE));

        assertThat(all(2)).containsExactly("2018-11 11 run 1");
    }

    @Test
    void aCalculatedFigureStandsBeforeOneThatWasPublished() {
        ledger.run(1, "2018-11", true, calculated("11", Status.COMPLETE));
        ledger.run(2, "2018-12", true);

        earlier.replace(2, DECEMBER, List.of(published(2018, 10, "65"), published(2018, 11, "66")));

        assertThat(all(2)).containsExactly("2018-10 65 Report of May 2019", "2018-11 11 run 1");
    }

    @Test
    void aPublishedFigureStandsWhereNoneCouldBeCalculated() {
        ledger.run(1, "2018-11", true, calculated(null, Status.NOT_AVAILABLE));
        ledger.run(2, "2018-10", true, calculated(null, Status.NOT_AVAILABLE));
        ledger.run(3, "2018-12", true);

        earlier.replace(3, DECEMBER, List.of(published(2018, 11, "66")));

        assertThat(all(3)).containsExactly("2018-10 - [x] run 2", "2018-11 66 Report of May 2019");
    }

    @Test
    void aRunThatIsRepeatedReplacesWhatItHad() {
        ledger.run(1, "2018-12", true);
        earlier.replace(1, DECEMBER, List.of(published(2018, 10, "65"), published(2018, 11, "66")));

        earlier.replace(1, DECEMBER, List.of(published(2018, 11, "67")));

        assertThat(all(1)).containsExactly("2018-11 67 Report of May 2019");
    }

    @Test
    void onlyWhatIsAskedForIsGiven() {
        ledger.run(1, "2018-12", true);
        earlier.replace(1, DECEMBER, List.of(published(2018, 9, "64"), published(2018, 10, "65")));

        assertThat(earlier.of(1, ReportingPeriod.of(2018, 10), ReportingPeriod.of(2018, 11), Set.of(Timing.MONTH)))
                .hasSize(1);
        assertThat(earlier.of(1, ReportingPeriod.of(2018, 1), DECEMBER, Set.of(Timing.SNAPSHOT)))
                .isEmpty();
        assertThat(earlier.of(1, ReportingPeriod.of(2018, 1), DECEMBER, Set.of()))
                .isEmpty();
    }

    @Test
    void aFigureThatWasCalculatedIsInTheLedgerAlready() {
        EarlierFigure calculated = new EarlierFigure(
                ReportingPeriod.of(2018, 11),
                "V1",
                "trust",
                IndicatorValue.ALL,
                Timing.MONTH,
                null,
                null,
                BigDecimal.ONE,
                Status.COMPLETE,
                new EarlierFigure.Origin.Calculated(1));

        assertThatThrownBy(() -> earlier.replace(2, DECEMBER, List.of(calculated)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a calculated figure is in the ledger already: " + calculated);
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
}
