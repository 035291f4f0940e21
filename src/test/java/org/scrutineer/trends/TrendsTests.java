package org.scrutineer.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.FigureLedger.aLedger;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.indicators.EarlierFigure;
import org.scrutineer.indicators.FigureLedger;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;

/** Which figures of a run have a trend, and which earlier ones it is made of, of December 2018. */
class TrendsTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    /** V1 of months and years to date, Q1 of quarters and Y1 of rolling years; series reach over thirteen points. */
    private static final Catalogue CATALOGUE = SmallCatalogue.aCatalogue()
            .with(
                    "indicators/visits.yaml",
                    indicator("V1", "month", "year-to-date")
                            + indicator("Q1", "quarter", "")
                            + indicator("Y1", "rolling-12-months", ""))
            .with("targets.csv", "indicator,valid_from,target,tolerance\n")
            .with("trends.yaml", "profile: of-the-test\nmost-points: 13\n")
            .without("publications/board.yaml")
            .catalogue();

    private static String indicator(String code, String timing, String also) {
        return """
                - id: %s
                  name: Visits %s
                  theme: Visits
                  owner: head-of-visits
                  from: visits
                  timing: %s
                  also: [%s]
                  counts: things
                  measured-in: visits
                  unit: count
                  good: high
                """.formatted(code, code, timing, also);
    }

    private final FigureLedger ledger = aLedger(CATALOGUE);

    private List<Trend> trends(List<IndicatorValue> figures, List<EarlierFigure> published) {
        ledger.run(1, "2018-12", true, figures.toArray(IndicatorValue[]::new)).published(1, DECEMBER, published);
        return new Trends(CATALOGUE, ledger.values(), ledger.earlier()).of(1, DECEMBER);
    }

    @Test
    void eachFigureHasOneInTheOrderTheyWereCalculated() {
        List<Trend> trends = trends(
                List.of(
                        figure("Y1", "trust", Timing.ROLLING_12_MONTHS),
                        figure("V1", "trust", Timing.MONTH),
                        figure("V1", "north", Timing.MONTH),
                        figure("V1", "trust", Timing.YEAR_TO_DATE)),
                List.of());

        assertThat(trends)
                .extracting(trend -> trend.indicator() + " " + trend.organisation() + " " + trend.timing())
                .containsExactly("Y1 trust null", "V1 trust MONTH", "V1 north MONTH");
    }

    @Test
    void aSeriesIsOfOneIndicatorOneOrganisationOneAuthorityAndTheTimingItIsJudgedBy() {
        ReportingPeriod november = ReportingPeriod.of(2018, 11);
        List<Trend> trends = trends(
                List.of(
                        figure("V1", "trust", Timing.MONTH),
                        figure("V1", "trust", Timing.YEAR_TO_DATE),
                        figure("V1", "north", Timing.MONTH)),
                List.of(
                        published(november, "V1", "trust", IndicatorValue.ALL, Timing.MONTH),
                        published(november, "V1", "trust", "WNC", Timing.MONTH),
                        published(november, "V1", "north", IndicatorValue.ALL, Timing.SNAPSHOT),
                        published(november, "gone", "trust", IndicatorValue.ALL, Timing.MONTH),
                        published(november, "Y1", "trust", IndicatorValue.ALL, Timing.MONTH)));

        assertThat(trends).extracting(trend -> trend.points().size()).containsExactly(2, 1);
    }

    @Test
    void aFigureThatHasOnlyLongerWindowsThanTheJudgedOneHasNone() {
        assertThat(trends(List.of(figure("V1", "ended", Timing.YEAR_TO_DATE)), List.of()))
                .isEmpty();
    }

    @Test
    void aFigureThatTheCatalogueNoLongerKnowsHasNone() {
        assertThat(trends(List.of(figure("gone", "trust", Timing.MONTH)), List.of()))
                .isEmpty();
    }

    @Test
    void aSeriesOfMonthsReachesBackAsManyMonthsAsItMayHavePoints() {
        List<EarlierFigure> published = List.of(
                published(ReportingPeriod.of(2017, 10), "V1", "trust", IndicatorValue.ALL, Timing.MONTH),
                published(ReportingPeriod.of(2017, 11), "V1", "trust", IndicatorValue.ALL, Timing.MONTH),
                published(ReportingPeriod.of(2018, 11), "V1", "trust", IndicatorValue.ALL, Timing.MONTH));

        assertThat(trends(List.of(figure("V1", "trust", Timing.MONTH)), published)
                        .get(0)
                        .points())
                .extracting(point -> point.point().period())
                .containsExactly(ReportingPeriod.of(2017, 11), ReportingPeriod.of(2018, 11), DECEMBER);
    }

    @Test
    void aSeriesOfQuartersReachesBackThreeTimesAsFar() {
        List<EarlierFigure> published = List.of(
                published(ReportingPeriod.of(2015, 6), "Q1", "trust", IndicatorValue.ALL, Timing.QUARTER),
                published(ReportingPeriod.of(2015, 9), "Q1", "trust", IndicatorValue.ALL, Timing.QUARTER),
                published(ReportingPeriod.of(2018, 9), "Q1", "trust", IndicatorValue.ALL, Timing.QUARTER));

        assertThat(trends(List.of(figure("Q1", "trust", Timing.QUARTER)), published)
                        .get(0)
                        .points())
                .extracting(point -> point.point().period())
                .containsExactly(ReportingPeriod.of(2015, 9), ReportingPeriod.of(2018, 9), DECEMBER);
    }

    private static IndicatorValue figure(String indicator, String organisation, Timing timing) {
        return new IndicatorValue(
                indicator,
                organisation,
                IndicatorValue.ALL,
                timing,
                BigDecimal.ONE,
                null,
                BigDecimal.ONE,
                Status.COMPLETE,
                new Coverage(1, 1));
    }

    private static EarlierFigure published(
            ReportingPeriod period, String indicator, String organisation, String authority, Timing timing) {
        return new EarlierFigure(
                period,
                indicator,
                organisation,
                authority,
                timing,
                null,
                null,
                BigDecimal.TEN,
                Status.COMPLETE,
                new EarlierFigure.Origin.Published("a report"));
    }
}
