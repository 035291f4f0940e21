package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Benchmark.Withheld;

class PublishedReaderTests {

    private static String line(Benchmark benchmark) {
        return benchmark.indicator() + " from " + benchmark.definition() + ", "
                + benchmark.area().name() + ", " + benchmark.ends() + ": "
                + (benchmark.withheld() == null ? benchmark.value() : benchmark.withheld()) + " ("
                + benchmark.numerator() + " of " + benchmark.denominator() + ", " + benchmark.decimals()
                + " decimals), " + benchmark.source().title();
    }

    @Test
    void readsTheFiguresOfTheNationOurRegionsOurAreasAndTheirNeighbours() {
        Benchmarks benchmarks = aCatalogue().withPublished().catalogue().benchmarks();

        assertThat(benchmarks.all().stream().map(PublishedReaderTests::line))
                .containsExactly(
                        "V01 from 2014-04, England, 2022-03-31: 50 (500 of 1000, 1 decimals), Visits 2021 to 2023",
                        "V01 from 2014-04, Midlands, 2022-03-31: 40.5 (40 of 100, 1 decimals), Visits 2021 to 2023",
                        "V01 from 2014-04, West, 2022-03-31: CONFIDENTIAL (null of 20, 1 decimals), Visits 2021 to 2023",
                        "V01 from 2014-04, Near, 2022-03-31: 75 (30 of 40, 1 decimals), Visits 2021 to 2023",
                        "V01 from 2014-04, Far, County of, 2022-03-31: UNRELIABLE (null of null, 1 decimals), Visits 2021 to"
                                + " 2023",
                        "V01 from 2014-04, England, 2023-03-31: 51 (510 of 1000, 1 decimals), Visits 2021 to 2023",
                        "V01 from 2014-04, England, 2021-03-31: 48.0 (null of null, 1 decimals), Statistics of visits,"
                                + " 2021",
                        "V01 from 2014-04, West, 2021-03-31: 47 (null of null, 0 decimals), West's own report");
        assertThat(benchmarks.regions())
                .isEqualTo(Map.of("941", new PublishedArea(PublishedArea.Level.REGION, "E1", "Midlands")));
        assertThat(benchmarks.all().get(0).source())
                .isEqualTo(new PublishedSource(
                        "Visits 2021 to 2023", "The Department", "Open", Optional.of(LocalDate.of(2023, 10, 26))));
    }

    @ParameterizedTest
    @CsvSource({
        "c, CONFIDENTIAL",
        "k, ROUNDS_TO_ZERO",
        "low, ROUNDS_TO_ZERO",
        "~, ROUNDS_TO_ZERO",
        "u, UNRELIABLE",
        "x, NOT_AVAILABLE",
        ":, NOT_AVAILABLE",
        "z, NOT_APPLICABLE"
    })
    void readsEachSymbolOfPublishedStatistics(String symbol, Withheld withheld) {
        var catalogue = aCatalogue().withPublished().changing("benchmarks/visits.csv", ",50\n", "," + symbol + "\n");

        Benchmark england = catalogue.catalogue().benchmarks().all().get(0);

        assertThat(england.withheld()).isEqualTo(withheld);
        assertThat(england.value()).isNull();
    }

    @Test
    void knowsWhichAreasAreOursAndLikeOurs() {
        PublishedAreas areas =
                aCatalogue().withPublished().catalogue().benchmarks().areas().orElseThrow();

        assertThat(areas.ours()).containsExactly(new PublishedAreas.Ours("941", Set.of("WNC")));
        assertThat(areas.neighbours("WNC")).containsExactly("1", "2");
        assertThat(areas.neighbours("NNC")).isEmpty();
    }

    @Test
    void readsATableOfReferenceDataForTheAuthoritiesThereAreInEachYear() {
        ReferenceTable table =
                aCatalogue().withPublished().catalogue().references().get(0);

        assertThat(table.id()).isEqualTo("population");
        assertThat(table.columns()).containsExactly(new ReferenceTable.Column("children", true));
        assertThat(table.rows())
                .containsExactly(
                        new ReferenceTable.Row(
                                "WNC", LocalDate.of(2021, 6, 30), Map.of("children", new BigDecimal(92050))),
                        new ReferenceTable.Row(
                                "WNC", LocalDate.of(2022, 6, 30), Map.of("children", new BigDecimal(93509))));
    }

    @Test
    void hasNothingToCompareWithWithoutTheFolder() {
        assertThat(aCatalogue().catalogue().benchmarks()).isEqualTo(Benchmarks.NONE);
    }

    @Test
    void anIndicatorThatIsDefinedAnewHasNoBenchmarksUntilTheyAreMappedToIt() {
        Catalogue catalogue = aCatalogue().withPublished().catalogue();
        Indicator mapped = catalogue.indicators().get(0);

        assertThat(catalogue.benchmarks().of(mapped)).hasSize(8);
        assertThat(aCatalogue()
                        .withPublished()
                        .changing("indicators/visits.yaml", "good: high", "good: high\n  valid-from: 2022-04")
                        .problems())
                .contains(
                        "benchmarks/visits.yaml, line 9: found \"2014-04\"; expected the month from which a definition of"
                                + " V01 is valid: 2022-04.");
    }

    @Test
    void readsAFileWithOtherHeadersThatSaysSo() {
        var catalogue = aCatalogue()
                .withPublished()
                .changing("benchmarks/visits.csv", "time_period", "year")
                .changing("benchmarks/visits.yaml", "period-ends", "columns: {period: year}\nperiod-ends");

        assertThat(catalogue.catalogue().benchmarks().all()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            value: percent | value: percnt | visits.yaml, line 11: found "percnt"; expected one of the columns of visits.csv time_period, geographic_level, region_code, region_name, old_la_code, la_name, category, hour_count, visit_count, percent. Did you mean "percent"?
            numerator: hour_count | numerator: hours | visits.yaml, line 12: found "hours"; expected one of the columns of visits.csv time_period, geographic_level, region_code, region_name, old_la_code, la_name, category, hour_count, visit_count, percent.
            category: Total | categry: Total | visits.yaml, line 10: found "categry"; expected one of the columns of visits.csv time_period, geographic_level, region_code, region_name, old_la_code, la_name, category, hour_count, visit_count, percent. Did you mean "category"?
            category: Total | category: Totl | visits.yaml, line 10: found "Totl"; expected one of the texts in the column category of visits.csv Total, Other. Did you mean "Total"?
            category: Total | category: Total, visit_count: "40", percent: "51" | visits.yaml, line 10: expected conditions that at least one row of visits.csv for a nation, region or authority meets.
            indicator: V01 | indicator: V1 | visits.yaml, line 8: found "V1"; expected one of the codes of indicators V01, V02. Did you mean "V01"?
            file: visits.csv | file: visit.csv | visits.yaml, line 1: found "visit.csv"; expected one of the files in benchmarks neighbours.csv, population.csv, values.csv, visits.csv. Did you mean "visits.csv"?
            period-ends: 03-31 | period-ends: 02-30 | visits.yaml, line 6: found "02-30"; expected a month and a day, e.g. 03-31.
            published: 2023-10-26 | published: soon | visits.yaml, line 5: found "soon"; expected a date, e.g. 2021-03-31.
            licence: Open | license: Open | visits.yaml, line 1: expected the key licence here: a text.
            """)
    void tellsAMistakeInAMappingWithItsLine(String from, String to, String sentence) {
        assertThat(aCatalogue()
                        .withPublished()
                        .changing("benchmarks/visits.yaml", from, to)
                        .problems())
                .contains("benchmarks/" + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ,50` | ,5O` | visits.csv, line 2: found "5O"; expected a number, or one of the symbols c, k, low, u, x and z, in the column percent.
            202223 | 202224 | visits.csv, line 10: found "202224"; expected a year such as 2025 or 202425 in the column time_period.
            202223 | 2022 | visits.csv, line 10: found "England"; expected one figure of V01 for an area and year; benchmarks/visits.csv, line 2 has it already.
            geographic_level | level | areas.yaml, line 5: found "geographic_level"; expected one of the columns of visits.csv time_period, level, region_code, region_name, old_la_code, la_name, category, hour_count, visit_count, percent.
            """)
    void tellsAMistakeInAPublishedFileWithItsLine(String from, String to, String sentence) {
        String before = from.replace("`", "\n");
        assertThat(aCatalogue()
                        .withPublished()
                        .changing("benchmarks/visits.csv", before, to.replace("`", "\n"))
                        .problems())
                .contains("benchmarks/" + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            V01,2014-04,England | V1,2014-04,England | line 2: found "V1"; expected one of the codes of indicators V01, V02. Did you mean "V01"?
            V01,2014-04,England | V01,2015-04,England | line 2: found "2015-04"; expected the month from which a definition of V01 is valid: 2014-04.
            V01,2014-04,England | V01,,England | line 2: expected a month, e.g. 2014-04, in the column definition_from.
            England | Englnd | line 2: found "Englnd"; expected one of the areas England, Midlands, WNC. Did you mean "England"?
            WNC,2021-03-31 | WNC,2021-02-31 | line 3: found "2021-02-31"; expected a date, e.g. 2025-03-31, in the column period_ends.
            48.0 | 48% | line 2: found "48%"; expected a number in the column value.
            West's own report | | line 3: expected where it was published, in the column source.
            England,2021-03-31 | England,2022-03-31 | line 2: found "England"; expected one figure of V01 for an area and year; benchmarks/visits.csv, line 2 has it already.
            value,source | val,source | line 1: expected the header indicator,definition_from,area,period_ends,value,source; lacking is value.
            value,source | val,source | line 1: found "val"; expected one of the columns indicator, definition_from, area, period_ends, value, source.
            """)
    void tellsAMistakeInAFigureKeptByHandWithItsLine(String from, String to, String sentence) {
        assertThat(aCatalogue()
                        .withPublished()
                        .changing("benchmarks/values.csv", from, to == null ? "" : to)
                        .problems())
                .contains("benchmarks/values.csv, " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            authorities: [WNC] | authorities: [WMC] | areas.yaml, line 12: found "WMC"; expected one of the authorities of organisation.yaml WNC. Did you mean "WNC"?
            neighbours: [SN_1, SN_2] | neighbours: [SN_1, SN2] | areas.yaml, line 17: found "SN2"; expected one of the columns of neighbours.csv old_la_code, la_name, SN_1, SN_2. Did you mean "SN_2"?
            file: neighbours.csv | file: neighbors.csv | areas.yaml, line 15: found "neighbors.csv"; expected one of the files in benchmarks neighbours.csv, population.csv, values.csv, visits.csv. Did you mean "neighbours.csv"?
            ours: | our: | areas.yaml, line 1: expected the key ours here: a list of areas with their authorities.
            """)
    void tellsAMistakeInTheAreasWithItsLine(String from, String to, String sentence) {
        assertThat(aCatalogue()
                        .withPublished()
                        .changing("benchmarks/areas.yaml", from, to)
                        .problems())
                .contains("benchmarks/" + sentence);
    }

    @Test
    void tellsAnAreaThatIsMappedTwice() {
        assertThat(aCatalogue()
                        .withPublished()
                        .changing("benchmarks/areas.yaml", "ours:", "ours:\n  - {code: \"941\", authorities: [WNC]}")
                        .problems())
                .containsExactly(
                        "benchmarks/areas.yaml, line 13: found \"941\"; expected each code once; it is on line 12 already.");
    }

    @Test
    void tellsWhereOneColumnIsGivenToTwoIndicators() {
        assertThat(aCatalogue()
                        .withPublished()
                        .changing("benchmarks/visits.yaml", "figures:", """
                                figures:
                                  - indicator: V02
                                    definition-from: 2018-12
                                    where: {category: Total}
                                    value: percent""")
                        .problems())
                .containsExactly(
                        "benchmarks/visits.yaml, line 12: found \"V01\"; expected one indicator for a column of a"
                                + " file; benchmarks/visits.yaml, line 8 gives it to V02.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            children: | team: | line 10: found "team"; expected a name other than team, period, submission and sheet_row, which every dataset has of itself.
            children: | as_at: | line 10: found "as_at"; expected a name other than authority and as_at, which every table has.
            id: population | id: visits | line 7: found "visits"; expected a name that no dataset has.
            column: estimate | column: estimates | line 10: found "estimates"; expected one of the columns of population.csv time_period, geographic_level, region_code, region_name, old_la_code, la_name, estimate. Did you mean "estimate"?
            type: integer | type: whole | line 10: found "whole"; expected one of integer, decimal.
            """)
    void tellsAMistakeInReferenceDataWithItsLine(String from, String to, String sentence) {
        assertThat(aCatalogue()
                        .withPublished()
                        .changing("benchmarks/population.yaml", from, to)
                        .problems())
                .contains("benchmarks/population.yaml, " + sentence);
    }

    @Test
    void tellsAYearThatLacksAnAuthorityAndOneThatHasItTwice() {
        var catalogue = aCatalogue()
                .withPublished()
                .changing("organisation.yaml", "  - {id: WNC", "  - {id: NNC, name: North}\n  - {id: WNC")
                .changing("benchmarks/areas.yaml", "ours:", "ours:\n  - {code: \"1\", authorities: [NNC]}");

        assertThat(catalogue.problems())
                .containsExactly(
                        "benchmarks/population.yaml, line 7: expected a number for North in 2021, as the other authorities"
                                + " of that year have one.",
                        "benchmarks/population.yaml, line 7: expected a number for North in 2022, as the other authorities"
                                + " of that year have one.");
        assertThat(aCatalogue()
                        .withPublished()
                        .changing("benchmarks/population.csv", "2022,Local", "2021,Local")
                        .problems())
                .containsExactly(
                        "benchmarks/population.csv, line 3: found \"West\"; expected one row of an area and year;"
                                + " line 2 is about them already.");
    }

    @Test
    void tellsAFileThatNothingReads() {
        assertThat(aCatalogue()
                        .withPublished()
                        .with("benchmarks/dropped.csv", "a,b\n1,2\n")
                        .with("benchmarks/dropped.xlsx", "x")
                        .with("benchmarks/README.md", "about")
                        .problems())
                .containsExactly(
                        "benchmarks/dropped.csv: found \"dropped.csv\"; expected a .yaml file in benchmarks that names it"
                                + " under file, and its columns.",
                        "benchmarks/dropped.xlsx: found \"dropped.xlsx\"; expected only .csv files, .yaml files and README.md"
                                + " in benchmarks.");
    }

    @Test
    void needsTheAreasWhereThereIsAnythingToRead() {
        assertThat(aCatalogue().withPublished().without("benchmarks/areas.yaml").problems())
                .contains("benchmarks/areas.yaml: expected this file in the catalogue's folder.");
    }

    @Test
    void tellsAFileThatIsNotSavedAsUtf8() {
        byte[] latin = "time_period,la_name\n2022,K\u00f6ln\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(aCatalogue()
                        .withPublished()
                        .with("benchmarks/visits.csv", latin)
                        .problems())
                .isEqualTo(List.of(
                        "benchmarks/visits.csv, line 2: found \"byte 0xF6\"; expected text saved as UTF-8; the byte"
                                + " is \"\u00f6\" in Windows-1252: save the file again as \"CSV UTF-8\"."));
    }
}
