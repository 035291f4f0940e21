package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.FigureLedger.aLedger;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Outturn;
import org.scrutineer.indicators.IndicatorValue.Status;

class OutturnsTests {

    private final FigureLedger ledger = aLedger(SmallCatalogue.aCatalogue().catalogue())
            .run(
                    1,
                    "2018-12",
                    true,
                    figure("V1", "trust", Timing.MONTH, "7"),
                    figure("V1", "trust", Timing.YEAR, "65"),
                    figure("V1", "old-team", Timing.YEAR, "60"));
    private final IndicatorValues values = ledger.values();
    private final Outturns outturns = ledger.outturns();

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
    void everyIndicatorOfAFrozenYearIsPrintedAsItWas() {
        ledger.run(
                2, "2018-12", true, figure("V1", "trust", Timing.YEAR, "65"), figure("V2", "trust", Timing.YEAR, "3"));
        outturns.freeze(
                new Outturns.Frozen("2017-18", "Outturn", 2), "ann", OffsetDateTime.parse("2018-06-01T10:00:00Z"));
        List<IndicatorValue> now =
                List.of(figure("V1", "trust", Timing.YEAR, "66"), figure("V2", "trust", Timing.YEAR, "4"));

        assertThat(outturns.applied(3, "2017-18", now))
                .containsExactly(
                        figure("V1", "trust", Timing.YEAR, "65").frozenAs("Outturn", number("66")),
                        figure("V2", "trust", Timing.YEAR, "3").frozenAs("Outturn", number("4")));
    }

    @Test
    void aRunThatWasOpenedBeforePrintsWhatItWouldHavePrinted() {
        ledger.run(2, "2018-12", true);
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
        ledger.run(2, "2018-12", true);

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
}
