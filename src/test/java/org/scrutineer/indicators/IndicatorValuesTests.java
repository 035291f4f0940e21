package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.indicators.FigureLedger.aLedger;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;

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

    private final FigureLedger ledger = aLedger(SmallCatalogue.aCatalogue().catalogue());
    private final IndicatorValues values = ledger.values();

    @Test
    void keepsARunsFiguresExactlyAndInTheirOrder() {
        ledger.run(1, "2018-12", true);

        values.replace(1, List.of(LATE, LACKING));

        assertThat(values.of(1)).containsExactly(LATE, LACKING);
        assertThat(values.of(2)).isEmpty();
    }

    @Test
    void aRunThatIsRepeatedReplacesItsOwnOnly() {
        ledger.run(1, "2018-12", true);
        ledger.run(2, "2018-12", true);
        values.replace(1, List.of(LATE));
        values.replace(2, List.of(LATE, LACKING));

        values.replace(2, List.of(LACKING));

        assertThat(values.of(1)).containsExactly(LATE);
        assertThat(values.of(2)).containsExactly(LACKING);
    }

    @Test
    void theNewestOfAPeriodAreThoseOfItsLastFinishedRun() {
        ledger.run(1, "2018-12", true);
        ledger.run(2, "2018-12", true);
        ledger.run(3, "2018-12", false);
        ledger.run(4, "2018-11", true);
        values.replace(1, List.of(LATE));
        values.replace(2, List.of(LACKING));
        values.replace(3, List.of(LATE, LACKING));

        assertThat(values.newestOf(ReportingPeriod.of(2018, 12), 5)).containsExactly(LACKING);
        assertThat(values.newestOf(ReportingPeriod.of(2018, 12), 2)).containsExactly(LATE);
        assertThat(values.newestOf(ReportingPeriod.of(2018, 12), 1)).isEmpty();
        assertThat(values.newestOf(ReportingPeriod.of(2018, 10), 5)).isEmpty();
    }

    @Test
    void aSymbolThatNoStatusHasIsRefused() {
        assertThatThrownBy(() -> Status.of("?"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no status has the symbol ?");
    }
}
