package org.scrutineer.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.records.SealedReturns;

/**
 * Figures worked out row by row in December 2022, which divide by what others publish, and of a team that took the place
 * of two in November. Each was worked out by hand.
 */
class HeadlinesTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2022, 12);

    private static final Catalogue CATALOGUE = aCatalogue()
            .withPublished()
            .changing("organisation.yaml", "teams:\n", """
                    teams:
                      - {id: duty-a, name: Duty A, service: front-door, valid-to: 2022-10-31, owes: {visits: [visits]}}
                      - {id: duty-b, name: Duty B, service: front-door, valid-to: 2022-10-31, owes: {visits: [visits]}}
                      - id: duty
                        name: Duty
                        service: front-door
                        valid-from: 2022-11-01
                        formerly: [duty-a, duty-b]
                        owes: {visits: [visits]}
                    """)
            .changing("indicators/visits.yaml", "- id: V01", """
                    - id: V03
                      name: Visits for 10,000 children
                      theme: Visits
                      owner: head-of-visits
                      from: visits
                      numerator: visited between :start and :end
                      per: {from: population, sum: children}
                      timing: rolling-12-months
                      counts: things
                      unit: rate per 10,000
                      good: high
                    - id: V04
                      name: Visits of an hour or more
                      theme: Visits
                      owner: head-of-visits
                      from: visits
                      denominator: visited between :start and :end
                      numerator: hours >= 1
                      timing: rolling-3-months
                      counts: things
                      unit: percent
                      good: high
                    - id: V05
                      name: Longest visit
                      theme: Visits
                      owner: head-of-visits
                      from: visits
                      numerator: visited between :start and :end
                      max: hours
                      timing: rolling-3-months
                      counts: things
                      unit: count
                      good: low
                    - id: V01""")
            .catalogue();

    @TempDir
    Path folder;

    private SealedReturns returns() {
        return SealedReturns.in(folder, CATALOGUE)
                .with("2022-09", "2022-10-05", "visits", "duty-a", "A | 2022-09-05 | 1")
                .with("2022-10", "2022-11-05", "visits", "duty-a", "A | 2022-10-05 | 1", "B | 2022-10-06 | 0.5")
                .with("2022-10", "2022-11-05", "visits", "duty-b", "C | 2022-10-07 | 2")
                .with("2022-12", "2023-01-05", "visits", "duty", "C | 2022-12-07 | 0")
                .with("2022-12", "2023-01-05", "visits", "north", "D | 2021-12-31 | 1");
    }

    private Recomputation recomputed(SealedReturns returns, String indicator, Timing timing) throws Exception {
        var headlines = new Headlines(CATALOGUE, returns.store(), DECEMBER);
        headlines.add(CATALOGUE.definition(indicator, DECEMBER).orElseThrow(), timing);
        return headlines.over(returns.segments()).get(0);
    }

    private static Recomputed figure(String numerator, String denominator, String value) {
        return new Recomputed(
                new BigDecimal(numerator), new BigDecimal(denominator), value == null ? null : new BigDecimal(value));
    }

    @Test
    void aRateDividesByTheNewestNumberOfTheWholeAndIsNotGivenForATeam() throws Exception {
        try (SealedReturns returns = returns()) {
            Recomputation rate = recomputed(returns, "V03", Timing.ROLLING_12_MONTHS);

            assertThat(rate.tells("trust", IndicatorValue.ALL)).isTrue();
            assertThat(rate.figure("trust", IndicatorValue.ALL))
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(figure("5", "93509", "0.5347078891"));
            assertThat(rate.tells("duty", IndicatorValue.ALL)).isFalse();
            assertThat(rate.tells("trust", IndicatorValue.NEITHER)).isFalse();
        }
    }

    @Test
    void theRowsOfFormerTeamsCountForTheTeamThatTookTheirPlace() throws Exception {
        try (SealedReturns returns = returns()) {
            Recomputation share = recomputed(returns, "V04", Timing.ROLLING_3_MONTHS);

            assertThat(share.figure("duty", IndicatorValue.ALL))
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(figure("2", "4", "50"));
            assertThat(share.figure("front-door", IndicatorValue.ALL))
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(figure("2", "4", "50"));
            assertThat(share.figure("duty-a", IndicatorValue.ALL).hasRows()).isFalse();
        }
    }

    @Test
    void theHighestOfAServiceIsTheHighestOfItsTeams() throws Exception {
        try (SealedReturns returns = returns()) {
            Recomputation highest = recomputed(returns, "V05", Timing.ROLLING_3_MONTHS);

            assertThat(highest.figure("front-door", IndicatorValue.ALL))
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(new Recomputed(null, new BigDecimal("4"), new BigDecimal("2")));
            assertThat(highest.figure("west", IndicatorValue.ALL))
                    .usingRecursiveComparison()
                    .isEqualTo(new Recomputed(null, BigDecimal.ZERO, null));
        }
    }
}
