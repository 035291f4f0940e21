package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;

class CoverageCounterTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);
    private static final Set<String> FRONT_DOOR = Set.of("north", "south");
    private static final Set<String> ALL = Set.of("north", "south", "west", "hr");
    private static final String VISIT = "A | 2018-12-05 | 1 | |";

    @TempDir
    Path folder;

    @Test
    void aReturnIsExpectedOfEachTeamThatOwesTheDataset() {
        var coverage = aTrust().with("2018-12", "visits", "north", VISIT).coverage("2018-12");

        assertThat(coverage.of(ALL, columnsOf("visits"), Timing.MONTH)).isEqualTo(new Coverage(3, 1));
        assertThat(coverage.of(ALL, columnsOf("cases"), Timing.SNAPSHOT)).isEqualTo(new Coverage(2, 0));
        assertThat(coverage.of(FRONT_DOOR, columnsOf("visits"), Timing.MONTH)).isEqualTo(new Coverage(2, 1));
        assertThat(coverage.of(Set.of("west"), columnsOf("cases"), Timing.SNAPSHOT))
                .isEqualTo(new Coverage(0, 0));
    }

    @Test
    void aTeamThatHasNothingToReportHasReported() {
        var coverage = aTrust().with("2018-12", "visits", "north").coverage("2018-12");

        assertThat(coverage.of(Set.of("north"), columnsOf("visits"), Timing.MONTH))
                .isEqualTo(new Coverage(1, 1));
    }

    @Test
    void aSheetWithoutAnAcceptedRowIsNoReport() {
        var coverage = new CoverageCounter(
                aTrust().catalogue(),
                DECEMBER,
                Map.of(
                        fromNorth(Set.of()),
                        List.of(new RowCount("visits", 0, 0, 0, 0, false), new RowCount("cases", 5, 0, 3, 2, false))),
                Map.of());

        assertThat(coverage.of(Set.of("north"), columnsOf("visits"), Timing.MONTH))
                .isEqualTo(new Coverage(1, 0));
        assertThat(coverage.of(Set.of("north"), columnsOf("cases"), Timing.MONTH))
                .isEqualTo(new Coverage(1, 0));
    }

    @Test
    void aFigureFromTwoDatasetsNeedsBothOfATeamThatOwesBoth() {
        var trust = aTrust().with("2018-12", "visits", "north", VISIT)
                .with("2018-12", "visits", "south", VISIT)
                .with("2018-12", "visits", "west", VISIT)
                .with("2018-12", "cases", "south", "A |");

        assertThat(trust.coverage("2018-12").of(ALL, columnsOf("visits", "cases"), Timing.MONTH))
                .isEqualTo(new Coverage(3, 2));
    }

    @ParameterizedTest
    @CsvSource({"month, 1", "quarter, 1", "rolling-3-months, 1", "year-to-date, 0", "rolling-12-months, 0"})
    void aFlowIsReceivedIfEveryMonthOfTheWindowWasReported(String timing, int received) {
        var trust = aTrust().with("2018-10", "visits", "north")
                .with("2018-11", "visits", "north")
                .with("2018-12", "visits", "north");

        assertThat(trust.coverage("2018-12").of(Set.of("north"), columnsOf("visits"), Timing.of(timing)))
                .isEqualTo(new Coverage(1, received));
    }

    @Test
    void aMonthThatIsLackingInTheMiddleIsLacking() {
        var trust = aTrust().with("2018-10", "visits", "north").with("2018-12", "visits", "north");

        assertThat(trust.coverage("2018-12").of(Set.of("north"), columnsOf("visits"), Timing.QUARTER))
                .isEqualTo(new Coverage(1, 0));
    }

    @Test
    void aSnapshotIsNeededOfThePeriodOnlyWhateverTheWindow() {
        var trust = aTrust().with("2018-12", "cases", "north", "A |").with("2018-11", "cases", "south", "A |");

        assertThat(trust.coverage("2018-12").of(FRONT_DOOR, columnsOf("cases"), Timing.ROLLING_12_MONTHS))
                .isEqualTo(new Coverage(2, 1));
    }

    @Test
    void monthsBeforeATeamBeganAndAfterItEndedAreNotLacking() {
        var trust = aTrust().withTeam(
                        "{id: duty, name: Duty, service: front-door, valid-from: 2018-11-15, owes: {visits: [visits]}}")
                .withTeam("{id: old, name: Old, service: front-door, valid-to: 2018-05-31, owes: {visits: [visits]}}")
                .with("2018-04", "visits", "old")
                .with("2018-11", "visits", "duty")
                .with("2018-12", "visits", "duty");

        assertThat(trust.coverage("2018-12").of(Set.of("duty", "old"), columnsOf("visits"), Timing.YEAR_TO_DATE))
                .isEqualTo(new Coverage(2, 1));
        assertThat(trust.with("2018-05", "visits", "old")
                        .coverage("2018-12")
                        .of(Set.of("duty", "old"), columnsOf("visits"), Timing.YEAR_TO_DATE))
                .isEqualTo(new Coverage(2, 2));
        assertThat(trust.coverage("2018-12").of(Set.of("old"), columnsOf("visits"), Timing.MONTH))
                .isEqualTo(new Coverage(0, 0));
    }

    @Test
    void whoReportsForAllTeamsIsExpectedForEachOfThem() {
        var coverage =
                aTrust().with("2018-12", "workers", "hr", "W1 | north | 1").coverage("2018-12");

        assertThat(coverage.of(Set.of("north"), columnsOf("workers"), Timing.SNAPSHOT))
                .isEqualTo(new Coverage(1, 1));
        assertThat(coverage.of(Set.of("north"), columnsOf("workers", "visits"), Timing.MONTH))
                .isEqualTo(new Coverage(2, 1));
        assertThat(coverage.of(ALL, columnsOf("workers"), Timing.SNAPSHOT)).isEqualTo(new Coverage(1, 1));
    }

    @Test
    void aReturnMayTellOfSeveralMonths() {
        var catalogue = SmallCatalogue.aCatalogue()
                .changing("returns/visits.yaml", "event-date: visited", "event-date: visited\n    months-covered: 12")
                .catalogue();
        var coverage =
                new CoverageCounter(catalogue, DECEMBER, Map.of(fromNorth(Set.of("visits")), List.of()), Map.of());

        assertThat(coverage.of(Set.of("north"), columnsOf("visits"), Timing.ROLLING_12_MONTHS))
                .isEqualTo(new Coverage(1, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, 100, false, true",
        "3, 2, 67, true, false",
        "3, 2, 66, false, false",
        "4, 3, 75, false, false",
        "4, 3, 76, true, false",
        "2, 1, 50, false, false",
        "2, 0, 0, true, false",
        "0, 0, 0, true, true"
    })
    void theLevelItselfIsEnoughButNothingIsNever(
            int expected, int received, int level, boolean below, boolean complete) {
        var coverage = new Coverage(expected, received);

        assertThat(coverage.isBelow(level)).isEqualTo(below);
        assertThat(coverage.isComplete()).isEqualTo(complete);
    }

    @Test
    void belowTheLevelAFigureIsNotAvailableFromItOnProvisional() {
        var trust = aTrust().withIndicator("V1", "timing: month", "from: visits", "unit: count")
                .with("2018-12", "visits", "north", VISIT);

        assertThat(trust.figures(folder, "2018-12"))
                .containsExactly(
                        "V1 trust month: - / - = - [x]",
                        "V1 trust/NCC month: - / - = - [x]",
                        "V1 trust/NEITHER month: - / - = - [x]",
                        "V1 front-door month: 1 / - = 1 [p]",
                        "V1 north month: 1 / - = 1",
                        "V1 south month: - / - = - [x]",
                        "V1 care month: - / - = - [x]",
                        "V1 west month: - / - = - [x]");
    }

    @Test
    void anIndicatorMayHaveALevelOfItsOwn() {
        var trust = aTrust().withIndicator("V1", "timing: month", "from: visits", "unit: count", "minimum-coverage: 33")
                .with("2018-12", "visits", "north", VISIT);

        assertThat(trust.figuresOf("trust", folder, "2018-12")).contains("V1 trust month: 1 / - = 1 [p]");
    }

    @Test
    void aReturnWithoutAColumnThatTheFigureIsMadeFromDoesNotTellOfIt() {
        var coverage = aTrust().with("2018-12", "visits", "north", VISIT)
                .with("2018-12", "visits", "south", VISIT)
                .lacking("hours", "2018-12", "visits", "south")
                .coverage("2018-12");

        assertThat(coverage.of(FRONT_DOOR, Map.of("visits", Set.of("child", "hours")), Timing.MONTH))
                .isEqualTo(new Coverage(2, 1));
        assertThat(coverage.of(FRONT_DOOR, Map.of("visits", Set.of("child")), Timing.MONTH))
                .isEqualTo(new Coverage(2, 2));
    }

    @Test
    void whoseRowsTheyAreMayBeToldOtherwise() {
        var coverage = aTrust().with("2018-12", "visits", "north", VISIT)
                .lacking("authority", "2018-12", "visits", "north")
                .with("2018-12", "workers", "hr", "W1 | north | 1")
                .lacking("works_in", "2018-12", "workers", "hr")
                .coverage("2018-12");

        assertThat(coverage.of(Set.of("north"), Map.of("visits", Set.of("authority")), Timing.MONTH))
                .isEqualTo(new Coverage(1, 1));
        assertThat(coverage.of(ALL, Map.of("workers", Set.of("works_in")), Timing.SNAPSHOT))
                .isEqualTo(new Coverage(1, 1));
    }

    @Test
    void aFigureThatSomeReturnsCannotTellIsProvisionalAndNotAvailableOfTheirTeam() {
        var trust = aTrust().withIndicator(
                        "V1", "timing: month", "from: visits", "unit: percent", "numerator: hours >= 1", "decimals: 1")
                .with("2018-12", "visits", "north", VISIT)
                .with("2018-12", "visits", "south", "B | 2018-12-05 | | |")
                .with("2018-12", "visits", "west", "C | 2018-12-05 | 1 | |")
                .lacking("hours", "2018-12", "visits", "south");

        assertThat(trust.figures(folder, "2018-12"))
                .contains("V1 front-door month: 1 / 2 = 50 [p]", "V1 south month: - / - = - [x]");
    }

    private static Map<String, Set<String>> columnsOf(String... datasets) {
        return Stream.of(datasets).collect(Collectors.toMap(dataset -> dataset, dataset -> Set.of()));
    }

    private static Submission fromNorth(Set<String> nothingToReport) {
        return new Submission(
                1, "hash", "return.xlsx", "visits", "north", DECEMBER, LocalDate.of(2019, 1, 5), nothingToReport);
    }
}
