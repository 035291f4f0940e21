package org.scrutineer.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;

class RowsNeededTests {

    private static final ReportingPeriod MAY = ReportingPeriod.of(2019, 5);

    /** Returns are due ten working days after the end of the month. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            month,             2019-06-14, May 2019
            quarter,           2019-07-12, June 2019
            rolling-3-months,  2019-08-14, July 2019
            year-to-date,      2020-04-14, March 2020
            rolling-12-months, 2020-05-14, April 2020
            year,              2021-03-12, February 2021
            """)
    void rowsAreNeededUntilTheLastFigureThatReachesBackToThemIsDue(String timing, LocalDate until, String of) {
        Catalogue catalogue = aCatalogue()
                .changing(
                        "indicators/visits.yaml",
                        "also: [year-to-date]",
                        timing.equals("month") ? "" : "also: [" + timing + "]")
                .catalogue();

        assertThat(new RowsNeeded(catalogue, indicator -> Set.of(indicator.from())).of("visits", MAY))
                .contains(new RowsNeeded.Need(
                        until, "V01 of " + of + ", " + timing.replace('-', ' ') + ", is made from it"));
    }

    @Test
    void aSnapshotIsNeededForItsOwnMonthAlone() {
        assertThat(new RowsNeeded(aCatalogue().catalogue(), indicator -> Set.of("cases")).of("visits", MAY))
                .map(RowsNeeded.Need::until)
                .contains(LocalDate.of(2019, 6, 14));
    }

    @Test
    void nobodyNeedsRowsThatNoFigureIsMadeFrom() {
        assertThat(new RowsNeeded(aCatalogue().catalogue(), indicator -> Set.of()).of("visits", MAY))
                .isEmpty();
    }
}
