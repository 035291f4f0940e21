package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.ReportingPeriod;

/** What the shipped files give for the sample's two periods, beside what was looked up in them by hand. */
class ShippedComparatorsTests {

    private static Catalogue catalogue;

    @BeforeAll
    static void readTheShippedCatalogue() throws IOException {
        catalogue = ((CatalogueReading.Read) CatalogueReader.read(Path.of("config/catalogue"))).catalogue();
    }

    private static List<String> comparators(String code, ReportingPeriod period) {
        Indicator indicator = catalogue.definition(code, period).orElseThrow();
        return Comparators.of(catalogue, period).of(indicator).stream()
                .map(one -> one.name() + ", " + one.ends() + (one.later() ? " later" : "") + ": "
                        + (one.value() == null
                                ? one.withheld()
                                : one.value().setScale(one.decimals(), RoundingMode.HALF_UP)))
                .toList();
    }

    @Test
    void theCountyStandsBesideTheYearThatHadEndedAndHasNoNeighbours() {
        assertThat(comparators("FD05", ReportingPeriod.of(2018, 12)))
                .containsExactly(
                        "England, 2018-03-31: 21.9",
                        "East Midlands, 2018-03-31: 23.9",
                        "Northamptonshire as published, 2018-03-31: 30.2");
        assertThat(Comparators.of(catalogue, ReportingPeriod.of(2018, 12)).withoutNeighbours())
                .extracting(authority -> authority.id())
                .containsExactly("NCC");
    }

    @Test
    void eachOfTheTwoCouncilsHasItsOwnNeighbours() {
        assertThat(comparators("FD05", ReportingPeriod.of(2021, 12)))
                .containsExactly(
                        "England, 2021-03-31: 22.7",
                        "East Midlands, 2021-03-31: 25.2",
                        "Statistical neighbours of West Northamptonshire Council: average, 2021-03-31: 21.4",
                        "Statistical neighbours of West Northamptonshire Council: best, Bedford, 2021-03-31: 15.2",
                        "Statistical neighbours of North Northamptonshire Council: average, 2021-03-31: 22.7",
                        "Statistical neighbours of North Northamptonshire Council: best, North Lincolnshire, 2021-03-31: 13.2",
                        "West Northamptonshire as published, 2022-03-31 later: 19.6",
                        "North Northamptonshire as published, 2022-03-31 later: 21.4");
    }

    @Test
    void theJointWorkforceReturnStandsBesideTheWhole() {
        assertThat(comparators("WF01", ReportingPeriod.of(2021, 12)))
                .containsExactly(
                        "England, 2021-09-30: 16.7",
                        "East Midlands, 2021-09-30: 13.8",
                        "North Northamptonshire / West Northamptonshire as published, 2021-09-30: 39.6");
        assertThat(comparators("WF01", ReportingPeriod.of(2018, 12)))
                .containsExactly(
                        "England, 2018-09-30: 16.5",
                        "East Midlands, 2018-09-30: 15.2",
                        "Northamptonshire as published, 2018-09-30: 26.7");
    }

    @Test
    void aFileThatBeginsLaterSaysSo() {
        assertThat(comparators("CL03", ReportingPeriod.of(2021, 12)))
                .contains(
                        "Statistical neighbours of West Northamptonshire Council: average, 2024-03-31 later: 53",
                        "Statistical neighbours of West Northamptonshire Council: best, Bexley, 2024-03-31 later: 63",
                        "Statistical neighbours of North Northamptonshire Council: average, 2024-03-31 later: 52");
    }

    @Test
    void aVariantOfAMeasureHasNothingToBeComparedWith() {
        assertThat(comparators("WF13", ReportingPeriod.of(2021, 12))).isEmpty();
        assertThat(comparators("WF22", ReportingPeriod.of(2021, 12))).containsExactly("England, 2021-12-31: 12.9");
    }

    @Test
    void theRatesDivideByTheEstimatesOfTheOfficeForNationalStatistics() {
        assertThat(catalogue.references())
                .singleElement()
                .satisfies(table -> assertThat(table.rows())
                        .extracting(row -> row.authority() + " " + row.asAt() + " "
                                + row.values().get("aged_0_to_17"))
                        .contains("NCC 2018-06-30 169274", "NNC 2021-06-30 79186", "WNC 2021-06-30 92050"));
    }
}
