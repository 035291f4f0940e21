package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Indicator.Timing;

/** Teams that were merged or split, and authorities that took the place of another. */
class ChangedOrganisationTests {

    private static final String VISITS = "service: front-door, owes: {visits: [visits]}";

    @TempDir
    Path folder;

    /** Duty A with one visit in October and Duty B with two became Duty, of care, in November. */
    private static SmallTrust merged() {
        return quarter()
                .withTeam("{id: duty-a, name: Duty A, valid-to: 2018-10-31, " + VISITS + "}")
                .withTeam("{id: duty-b, name: Duty B, valid-to: 2018-10-31, " + VISITS + "}")
                .withTeam("{id: duty, name: Duty, valid-from: 2018-11-01, formerly: [duty-a, duty-b], service: care,"
                        + " owes: {visits: [visits]}}")
                .with("2018-10", "visits", "duty-a", "A | 2018-10-05 | 1 | |")
                .with("2018-10", "visits", "duty-b", "A | 2018-10-06 | 0 | |", "B | 2018-10-07 | 1 | |")
                .with("2018-11", "visits", "duty", "A | 2018-11-05 | 1 | |")
                .with("2018-12", "visits", "duty", "C | 2018-12-05 | 0 | |");
    }

    /** Duty with two visits in October was split in November. */
    private static SmallTrust split() {
        return quarter()
                .withTeam("{id: duty, name: Duty, valid-to: 2018-10-31, " + VISITS + "}")
                .withTeam("{id: duty-a, name: Duty A, valid-from: 2018-11-01, formerly: [duty], " + VISITS + "}")
                .withTeam("{id: duty-b, name: Duty B, valid-from: 2018-11-01, formerly: [duty], " + VISITS + "}")
                .with("2018-10", "visits", "duty", "A | 2018-10-06 | 0 | |", "B | 2018-10-07 | 1 | |")
                .with("2018-11", "visits", "duty-a", "A | 2018-11-05 | 1 | |")
                .with("2018-11", "visits", "duty-b")
                .with("2018-12", "visits", "duty-a")
                .with("2018-12", "visits", "duty-b", "C | 2018-12-05 | 0 | |");
    }

    private static SmallTrust quarter() {
        SmallTrust trust = aTrust();
        for (String month : List.of("2018-10", "2018-11", "2018-12")) {
            trust.with(month, "visits", "north", "N | " + month + "-11 | 1 | |")
                    .with(month, "visits", "south")
                    .with(month, "visits", "west");
        }
        return trust;
    }

    private static SmallTrust counting(SmallTrust trust) {
        return trust.withIndicator(
                "V1",
                "timing: month",
                "also: [quarter]",
                "from: visits",
                "unit: percent",
                "denominator: visited between :start and :end",
                "numerator: hours >= 1");
    }

    @Test
    void aMergedTeamGoesOnTheSeriesOfThoseItTookThePlaceOf() {
        assertThat(counting(merged()).figures(folder, "2018-12"))
                .contains(
                        "V1 trust quarter: 6 / 8 = 75",
                        "V1 front-door quarter: 3 / 3 = 100",
                        "V1 care quarter: 3 / 5 = 60",
                        "V1 duty quarter: 3 / 5 = 60",
                        "V1 duty month: 0 / 1 = 0")
                .noneMatch(line -> line.contains("duty-"));
    }

    @Test
    void beforeTheMergerEachTeamHasItsOwnLine() {
        assertThat(counting(merged()).figures(folder, "2018-10"))
                .contains("V1 trust month: 3 / 4 = 75", "V1 duty-a month: 1 / 1 = 100", "V1 duty-b month: 1 / 2 = 50")
                .noneMatch(line -> line.contains("duty "));
    }

    @Test
    void whatIsDifferentInAMergedTeamIsCountedOnce() {
        assertThat(merged().withIndicator(
                                "D1",
                                "timing: quarter",
                                "from: visits",
                                "unit: count",
                                "distinct: child",
                                "numerator: visited between :start and :end")
                        .figures(folder, "2018-12"))
                .contains("D1 trust quarter: 4 / - = 4", "D1 duty quarter: 3 / - = 3");
    }

    @Test
    void theReturnsOfBothOldTeamsAreNeededUpToTheChange() {
        assertThat(counting(merged()).values(folder, "2018-12"))
                .filteredOn(value -> value.organisation().equals("duty") && value.timing() == Timing.QUARTER)
                .extracting(IndicatorValue::coverage)
                .containsExactly(new IndicatorValue.Coverage(3, 3));
    }

    @Test
    void aTeamThatWasSplitKeepsItsLineInWindowsThatReachBeforeIt() {
        assertThat(counting(split()).figures(folder, "2018-12"))
                .contains(
                        "V1 duty quarter: 1 / 2 = 50",
                        "V1 duty-a quarter: 1 / 1 = 100",
                        "V1 duty-b quarter: 0 / 1 = 0",
                        "V1 front-door quarter: 5 / 7 = 71.4285714286")
                .noneMatch(line -> line.contains("duty month"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLinesOfTeamsSumToTheirServicesAndThoseToTheWhole(boolean isMerged) {
        List<IndicatorValue> values = (isMerged ? merged() : split())
                .withIndicator(
                        "V1",
                        "timing: month",
                        "also: [quarter]",
                        "from: visits",
                        "unit: count",
                        "numerator: visited between :start and :end")
                .values(folder, "2018-12");

        for (Timing timing : List.of(Timing.MONTH, Timing.QUARTER)) {
            BigDecimal whole = sum(values, timing, Stream.of("trust"));
            assertThat(sum(values, timing, Stream.of("front-door", "care"))).isEqualByComparingTo(whole);
            assertThat(sum(values, timing, Stream.of("north", "south", "west", "duty", "duty-a", "duty-b")))
                    .isEqualByComparingTo(whole);
        }
    }

    private static BigDecimal sum(List<IndicatorValue> values, Timing timing, Stream<String> organisations) {
        return organisations
                .flatMap(organisation -> values.stream()
                        .filter(value -> value.timing() == timing
                                && value.organisation().equals(organisation)
                                && value.authority().equals(IndicatorValue.ALL)))
                .map(IndicatorValue::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "distinct: child"})
    void eachAuthorityHoldsItsOwnRowsInAWindowThatReachesBeforeIt(String aggregate) {
        SmallTrust trust = aTrust();
        for (String month : List.of("2021-02", "2021-03", "2021-04")) {
            String council = month.equals("2021-04") ? "WNC" : "NCC";
            trust.with(month, "visits", "north", "A | " + month + "-05 | | | " + council)
                    .with(month, "visits", "south", month + " | " + month + "-06 | | | NO")
                    .with(month, "visits", "west");
        }
        trust.with("2021-05", "visits", "north", "B | 2021-05-05 | | | NCC", "C | 2021-05-06 | | | NNC")
                .with("2021-05", "visits", "south")
                .with("2021-05", "visits", "west")
                .withIndicator(
                        "V1",
                        "timing: month",
                        "also: [rolling-3-months]",
                        "from: visits",
                        "unit: count",
                        "numerator: visited between :start and :end",
                        aggregate.isEmpty() ? "decimals: 0" : aggregate);

        assertThat(trust.figuresOf("trust", folder, "2021-05"))
                .containsExactly(
                        "V1 trust month: 2 / - = 2",
                        "V1 trust/WNC month: 0 / - = 0",
                        "V1 trust/NNC month: 1 / - = 1",
                        "V1 trust/NEITHER month: 1 / - = 1",
                        "V1 trust rolling-3-months: " + (aggregate.isEmpty() ? "6 / - = 6" : "5 / - = 5"),
                        "V1 trust/NCC rolling-3-months: 2 / - = 2",
                        "V1 trust/WNC rolling-3-months: 1 / - = 1",
                        "V1 trust/NNC rolling-3-months: 1 / - = 1",
                        "V1 trust/NEITHER rolling-3-months: 2 / - = 2");
    }
}
