package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Organisation.Authority;
import org.scrutineer.catalogue.PublishedSource;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.indicators.PublishedComparator.Kind;

/** V01 is published for the years to March 2021, 2022 and 2023; see {@link SmallCatalogue#withPublished}. */
class ComparatorsTests {

    private static List<String> comparators(SmallCatalogue catalogue, String period) {
        Catalogue read = catalogue.catalogue();
        ReportingPeriod month = ReportingPeriod.read(period).orElseThrow();
        return Comparators.of(read, month).of(read.indicators(month).get(0)).stream()
                .map(one -> one.kind() + " " + one.name() + (one.authority().isEmpty() ? "" : " for " + one.authority())
                        + ", " + one.ends() + (one.later() ? " later" : "") + ": " + one.value()
                        + (one.remark().isEmpty() ? "" : ". " + one.remark()))
                .toList();
    }

    private static SmallCatalogue published() {
        return SmallCatalogue.aCatalogue().withPublished();
    }

    @Test
    void areOfTheNewestYearThatHadEnded() {
        assertThat(comparators(published(), "2022-12"))
                .containsExactly(
                        "NATION England, 2022-03-31: 50",
                        "REGION Midlands, 2022-03-31: 40.5",
                        "NEIGHBOURS Statistical neighbours of West: average for WNC, 2022-03-31: 75.0000000000. The unweighted"
                                + " average of the 1 of the 2 that have a published figure.",
                        "BEST_NEIGHBOUR Statistical neighbours of West: best, Near for WNC, 2022-03-31: 75. Of the 2, 1"
                                + " have a published figure.",
                        "OURS West as published for WNC, 2022-03-31: null. The figure was withheld to protect people.");
    }

    @Test
    void areOfTheYearThatEndsWithThePeriod() {
        assertThat(comparators(published(), "2023-03").get(0)).isEqualTo("NATION England, 2023-03-31: 51");
        assertThat(comparators(published(), "2023-02").get(0)).isEqualTo("NATION England, 2022-03-31: 50");
    }

    @Test
    void areOfTheEarliestYearWhereAllEndedLaterAndSaySo() {
        var before = published().changing("organisation.yaml", ", valid-from: 2021-04-01", "");

        assertThat(comparators(before, "2018-12"))
                .startsWith("NATION England, 2021-03-31 later: 48.0", "REGION Midlands, 2022-03-31 later: 40.5");
    }

    @Test
    void theNationIsItsOwnFigureHoweverOldAndNoOtherAreas() {
        var older = published()
                .changing("benchmarks/visits.csv", "2022,National,,,,,Total,500,1000,50\n", "")
                .changing("benchmarks/visits.csv", "202223,National,,,,,Total,510,1000,51\n", "");

        assertThat(comparators(older, "2022-12").get(0)).isEqualTo("NATION England, 2021-03-31: 48.0");
    }

    @Test
    void theRegionsAreThoseOfTheAuthoritiesOfThePeriod() {
        var another = published()
                .changing(
                        "organisation.yaml",
                        "  - {id: WNC",
                        "  - {id: OLD, name: Old, valid-to: 2021-03-31}\n  - {id: WNC")
                .changing("benchmarks/areas.yaml", "ours:", "ours:\n  - {code: \"1\", authorities: [OLD]}");

        assertThat(comparators(another, "2022-12"))
                .filteredOn(line -> line.startsWith("REGION"))
                .containsExactly("REGION Midlands, 2022-03-31: 40.5");
        assertThat(comparators(another, "2021-03"))
                .filteredOn(line -> line.startsWith("REGION"))
                .containsExactly("REGION North, 2022-03-31 later: 41");
    }

    @Test
    void theAverageIsOfOneYear() {
        var twoYears = published()
                .changing(
                        "benchmarks/visits.csv",
                        "2022,Local authority,E2",
                        "2021,Local authority,E2,North,1,Near,Total,10,40,25\n2022,Local authority,E2");

        assertThat(comparators(twoYears, "2022-12").get(2))
                .isEqualTo("NEIGHBOURS Statistical neighbours of West: average for WNC, 2022-03-31: 75.0000000000. The"
                        + " unweighted average of the 1 of the 2 that have a published figure.");
    }

    @Test
    void averageAndBestAreOfTheNeighboursWithAFigureAndNameTheBestByPolarity() {
        var both = published().without("targets.csv").changing("benchmarks/visits.csv", ",x,x,u", ",9,10,75.5");

        assertThat(comparators(both, "2022-12").subList(2, 4))
                .containsExactly(
                        "NEIGHBOURS Statistical neighbours of West: average for WNC, 2022-03-31: 75.2500000000. The unweighted"
                                + " average of the 2 of the 2 that have a published figure.",
                        "BEST_NEIGHBOUR Statistical neighbours of West: best, Far, County of for WNC, 2022-03-31: 75.5. Of the"
                                + " 2, 2 have a published figure.");
        assertThat(comparators(both.changing("indicators/visits.yaml", "good: high", "good: low"), "2022-12")
                        .get(3))
                .startsWith("BEST_NEIGHBOUR Statistical neighbours of West: best, Near for WNC, 2022-03-31: 75.");
        assertThat(comparators(both.changing("indicators/visits.yaml", "good: low", "good: information"), "2022-12"))
                .noneMatch(line -> line.startsWith("BEST_NEIGHBOUR"));
    }

    @Test
    void areNoNeighboursWhereFewerThanHalfHaveAFigure() {
        var three = published()
                .changing(
                        "benchmarks/neighbours.csv",
                        "SN_1,SN_2\n941,West,1,2\n1,Near,941,2",
                        "SN_1,SN_2,SN_3\n941,West,1,2,8")
                .changing("benchmarks/areas.yaml", "[SN_1, SN_2]", "[SN_1, SN_2, SN_3]");

        assertThat(comparators(three, "2022-12")).noneMatch(line -> line.contains("Statistical neighbours"));
    }

    @Test
    void namesAllOfTheBestWhereSeveralAreEquallyGood() {
        var both = published().changing("benchmarks/visits.csv", ",x,x,u", ",9,10,75.0");

        assertThat(comparators(both, "2022-12").get(3))
                .startsWith("BEST_NEIGHBOUR Statistical neighbours of West: best, Far, County of and Near for WNC");
    }

    @Test
    void anAreaOfSeveralAuthoritiesStandsBesideTheWhole() {
        var joint = published()
                .changing(
                        "organisation.yaml",
                        "  - {id: WNC",
                        "  - {id: NNC, name: North, valid-from: 2021-04-01}\n  - {id: WNC")
                .changing(
                        "benchmarks/areas.yaml",
                        "authorities: [WNC]",
                        "authorities: [NNC]}\n  - {code: \"3\", authorities: [WNC, NNC]")
                .changing("benchmarks/values.csv", "V01,2014-04,WNC,2021-03-31,47,West's own report\n", "")
                .without("benchmarks/population.yaml")
                .without("benchmarks/population.csv");

        assertThat(comparators(joint, "2022-12"))
                .contains(
                        "OURS West as published for NNC, 2022-03-31: null. The figure was withheld to protect people.",
                        "OURS Elsewhere as published, 2022-03-31: 25")
                .noneMatch(line -> line.startsWith("NEIGHBOURS Statistical neighbours of West"));
    }

    @Test
    void nobodyLacksNeighboursWhereNoneAreKept() {
        String areas = published().text("benchmarks/areas.yaml");
        var none = published()
                .with("benchmarks/areas.yaml", areas.substring(0, areas.indexOf("neighbours:")))
                .without("benchmarks/neighbours.csv")
                .catalogue();

        assertThat(Comparators.of(none, ReportingPeriod.of(2022, 12)).withoutNeighbours())
                .isEmpty();
    }

    @Test
    void namesTheAuthoritiesThatHaveNoNeighbours() {
        Catalogue catalogue = published()
                .changing("benchmarks/neighbours.csv", "941,West,1,2\n", "")
                .catalogue();

        assertThat(Comparators.of(catalogue, ReportingPeriod.of(2022, 12)).withoutNeighbours())
                .extracting(Authority::id)
                .containsExactly("WNC");
        assertThat(Comparators.of(published().catalogue(), ReportingPeriod.of(2022, 12))
                        .withoutNeighbours())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            high        | 65.04  | 64.9  | 0.1  | Better
            high        | 64.84  | 64.9  | -0.1 | Worse
            low         | 65.04  | 64.9  | 0.1  | Worse
            low         | 64.84  | 64.9  | -0.1 | Better
            information | 65.04  | 64.9  | 0.1  | Higher
            near target | 64.84  | 64.9  | -0.1 | Lower
            high        | 64.94  | 64.9  | 0.0  | The same
            high        | 64.5   | 64    | 0.5  | The same within rounding
            high        | 63.4   | 64    | -0.6 | Worse
            """)
    void saysHowAFigureStandsByPolarityFromTheTwoAsPrinted(
            String good, BigDecimal ours, BigDecimal theirs, BigDecimal difference, String word) {
        Indicator indicator = SmallCatalogue.aCatalogue()
                .changing("indicators/visits.yaml", "good: high", "good: " + good)
                .without("targets.csv")
                .catalogue()
                .indicators()
                .get(0);
        PublishedComparator comparator = england(theirs);

        PublishedComparator.Standing standing = comparator.standing(indicator, ours);

        assertThat(standing.difference()).isEqualByComparingTo(difference);
        assertThat(standing.word()).isEqualTo(word);
        assertThat(standing.decimals()).isEqualTo(1);
    }

    @Test
    void nothingStandsBesideAFigureThatWasWithheld() {
        Indicator indicator = published().catalogue().indicators().get(0);

        assertThatThrownBy(() -> england(null).standing(indicator, BigDecimal.ONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("V01: England has no value");
    }

    private static PublishedComparator england(@Nullable BigDecimal value) {
        return new PublishedComparator(
                Kind.NATION,
                "England",
                IndicatorValue.ALL,
                value,
                null,
                null,
                null,
                value == null ? 0 : value.scale(),
                LocalDate.of(2022, 3, 31),
                false,
                "",
                new PublishedSource("Visits", "", "", Optional.empty()));
    }
}
