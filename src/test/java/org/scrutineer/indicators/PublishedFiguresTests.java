package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.EarlierFigure.Origin;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.SealedReturns;

/** What returns tell of earlier months, as it goes into series and longer figures. */
class PublishedFiguresTests {

    private static final Catalogue CATALOGUE =
            aCatalogue().with("returns/history.yaml", """
                    id: history
                    name: History
                    template-versions: "1"
                    expected: when-sent
                    datasets:
                      published:
                        name: Published
                        sheet: Published
                        key: [indicator, organisation, authority, month, timing]
                        kind: flow
                        event-date: month
                        purpose: published-figures
                        columns:
                          indicator: {header: Indicator, type: text}
                          organisation: {header: Organisation, type: text}
                          authority: {header: Authority, type: code, codes: home-council}
                          month: {header: Month, type: month}
                          timing: {header: Timing, type: code, codes: {month: [], rolling-12-months: []}}
                          numerator: {header: Numerator, type: decimal}
                          denominator: {header: Denominator, type: decimal}
                          value: {header: Value, type: decimal}
                          source: {header: Source, type: text}
                    """).catalogue();

    @TempDir
    Path folder;

    private List<EarlierFigure> before(String period, String... rows) {
        try (var sealed = SealedReturns.in(folder, CATALOGUE)) {
            sealed.with("2018-12", "2019-01-08", "published", "trust", rows);
            return before(sealed, period);
        }
    }

    private static List<EarlierFigure> before(SealedReturns sealed, String period) {
        try (RecordSet records = sealed.of(period)) {
            return new PublishedFigures(CATALOGUE, records)
                    .before(ReportingPeriod.read(period).orElseThrow());
        }
    }

    private static String line(EarlierFigure figure) {
        return figure.period() + " " + figure.indicator() + " " + figure.organisation()
                + (figure.authority().isEmpty() ? "" : "/" + figure.authority()) + " "
                + figure.timing().id() + ": " + figure.numerator() + " / " + figure.denominator() + " = "
                + figure.value() + " [" + figure.status().symbol() + "] "
                + ((Origin.Published) figure.origin()).source();
    }

    @Test
    void areOfTheWholeOfServicesAndOfTeamsInTheCataloguesNames() {
        assertThat(before(
                        "2018-12",
                        "v01 | The Trust | | 2018-10-01 | month | 3 | 4 | 75 | May report",
                        "V01 | Front door | | 2018-10-01 | month | 1 | 2 | 50 | May report",
                        "V01 | N1 | | 2018-11-01 | rolling-12-months | | | 60.5 | Annual report"))
                .extracting(PublishedFiguresTests::line)
                .containsExactly(
                        "2018-10 V01 trust month: 3.0000000000 / 4.0000000000 = 75.0000000000 [] May report",
                        "2018-10 V01 front-door month: 1.0000000000 / 2.0000000000 = 50.0000000000 [] May report",
                        "2018-11 V01 north rolling-12-months: null / null = 60.5000000000 [] Annual report");
    }

    @Test
    void areOfMonthsBeforeThePeriodOnly() {
        assertThat(before(
                        "2018-11",
                        "V01 | trust | | 2018-10-01 | month | | | 75 | May report",
                        "V01 | trust | | 2018-11-01 | month | | | 76 | May report"))
                .extracting(figure -> figure.period().toString())
                .containsExactly("2018-10");
    }

    @Test
    void ofACouncilThatThereWasNotYetTheyAreOfNeither() {
        assertThat(before(
                        "2022-01",
                        "V01 | trust | WNC | 2021-03-01 | month | | | 75 | May report",
                        "V01 | trust | WNC | 2021-04-01 | month | | | 76 | May report"))
                .extracting(EarlierFigure::authority)
                .containsExactly(IndicatorValue.NEITHER, "WNC");
    }

    @Test
    void theNewerReturnIsBelieved() {
        try (var sealed = SealedReturns.in(folder, CATALOGUE)) {
            sealed.with(
                            "2018-11",
                            "2018-12-08",
                            "published",
                            "trust",
                            "V01 | trust | | 2018-10-01 | month | | | 75 | May report")
                    .with(
                            "2018-12",
                            "2019-01-08",
                            "published",
                            "trust",
                            "V01 | The trust | | 2018-10-01 | month | | | 70 | Corrected report");

            assertThat(before(sealed, "2018-12"))
                    .extracting(PublishedFiguresTests::line)
                    .containsExactly("2018-10 V01 trust month: null / null = 70.0000000000 [] Corrected report");
        }
    }

    @Test
    void whatTheCatalogueKnowsNoMoreIsInNoSeries() {
        assertThat(before(
                        "2018-12",
                        "V99 | trust | | 2018-10-01 | month | | | 75 | May report",
                        "V01 | Team East | | 2018-10-01 | month | | | 75 | May report"))
                .isEmpty();
    }
}
