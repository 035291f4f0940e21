package org.scrutineer.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.trends.Series.amounts;
import static org.scrutineer.trends.Series.counts;
import static org.scrutineer.trends.Series.percentages;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;

/** What each trend says, in its whole sentence. */
class DirectionOfTravelTests {

    /** Fourteen months that go up and down by 2. */
    private static final String STEADY = "70, 72, 70, 72, 70, 72, 70, 72, 70, 72, 70, 72, 70, 72";

    private static final String FALLEN = "76, 80, 76, 80, 76, 80, 76, 80, 71, 74, 71, 74, 71, 74, 71";
    private static final String RISEN = "71, 74, 71, 74, 71, 74, 71, 74, 80, 76, 80, 76, 80, 76, 80";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            high        | CONCERN            | Worse than expected: seven months in a row below the average of 75.3%.
            low         | IMPROVEMENT        | Better than expected: seven months in a row below the average of 75.3%.
            information | SPECIAL_CAUSE_LOW  | Unusually low: seven months in a row below the average of 75.3%. It is for information: neither way is better.
            near target | SPECIAL_CAUSE_LOW  | Unusually low: seven months in a row below the average of 75.3%. Near the target is best, so neither way is better by itself.
            """)
    void aShiftDownIsWorseOrBetterByWhichWayIsGood(String good, Variation variation, String sentence) {
        Trend trend = percentages(FALLEN).good(good).trend();

        assertThat(trend.variation()).isEqualTo(variation);
        assertThat(trend.sentence()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            high        | IMPROVEMENT        | Better than expected: seven months in a row above the average of 75.2%.
            low         | CONCERN            | Worse than expected: seven months in a row above the average of 75.2%.
            information | SPECIAL_CAUSE_HIGH | Unusually high: seven months in a row above the average of 75.2%. It is for information: neither way is better.
            """)
    void aShiftUpIsWorseOrBetterByWhichWayIsGood(String good, Variation variation, String sentence) {
        Trend trend = percentages(RISEN).good(good).trend();

        assertThat(trend.variation()).isEqualTo(variation);
        assertThat(trend.sentence()).isEqualTo(sentence);
    }

    @Test
    void aPointBeyondALimitIsSaidWithTheLimit() {
        assertThat(percentages(STEADY + ", 60").sentence())
                .isEqualTo("Worse than expected: 60.0% is below the lower limit of 64.9%.");
        assertThat(counts(STEADY + ", 80").sentence())
                .isEqualTo("Worse than expected: 80 is above the upper limit of 77.");
    }

    @Test
    void aValueThatLooksLikeTheLimitIsPrintedMoreExactly() {
        assertThat(counts(STEADY + ", 65.6").settings("limits-from-first: 12").sentence())
                .isEqualTo("Better than expected: 65.6 is below the lower limit of 65.7.");
    }

    @Test
    void noValueIsPrintedWithMoreThanTenDecimals() {
        assertThat(counts(STEADY + ", 65.67999999999")
                        .settings("limits-from-first: 12")
                        .sentence())
                .isEqualTo("Better than expected: 65.6800000000 is below the lower limit of 65.6800000000.");
    }

    @Test
    void anAmountIsSaidInPoundsAlsoWhereItIsBelowNothing() {
        assertThat(amounts("-1000, 1000, -1000, 1000, -1000, 1000, -1000, 1000, -1000, 1000, -1000, 1000, -1000, 1000")
                        .sentence())
                .isEqualTo("No significant change: £1,000 is within the limits of -£5,320 to £5,320, around an average"
                        + " of £0.");
    }

    @Test
    void aTrendIsSaidByItsSteps() {
        assertThat(percentages("72, 70, 72, 70, 72, 70, 72, 70, 70.2, 70.4, 70.6, 70.8, 71, 71.2")
                        .sentence())
                .isEqualTo("Better than expected: six months in a row each higher than the one before.");
    }

    @Test
    void twoOfThreeNearALimitAreSaidWithTheAverage() {
        assertThat(percentages("70, 71, 72, 71, 70, 71, 72, 71, 70, 71, 72, 71, 73.6, 71.8, 73.6")
                        .sentence())
                .isEqualTo(
                        "Better than expected: at least two of the last three months near the upper limit of 74.7%, and"
                                + " all three above the average of 71.4%.");
    }

    @Test
    void everyRuleThatIsMetIsSaidTheFirstOneDecides() {
        Trend trend = percentages("76, 80, 76, 80, 76, 80, 76, 80, 71, 73, 71, 73, 71, 73, 50")
                .trend();

        assertThat(trend.variation()).isEqualTo(Variation.CONCERN);
        assertThat(trend.sentence())
                .isEqualTo(
                        "Worse than expected: 50.0% is below the lower limit of 64.1%; also seven months in a row below the"
                                + " average of 73.7%.");
    }

    @Test
    void aMovementDecidesBeforeTheSideItIsOn() {
        Trend trend = percentages("60, 70, 60, 70, 60, 70, 60, 75, 74, 73, 72, 71, 70, 69")
                .trend();

        assertThat(trend.variation()).isEqualTo(Variation.CONCERN);
        assertThat(trend.sentence())
                .isEqualTo(
                        "Worse than expected: six months in a row each lower than the one before; also seven months in a"
                                + " row above the average of 68.1%.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none | none        | No significant change: 72.0% is within the limits of 65.7% to 76.3%, around an average of 71.0%.
            60   | PASSES      | No significant change: 72.0% is within the limits of 65.7% to 76.3%, around an average of 71.0%. The target of at least 60% is met every month as things stand.
            90   | FAILS       | No significant change: 72.0% is within the limits of 65.7% to 76.3%, around an average of 71.0%. The target of at least 90% is not met in any month as things stand: it is beyond the limits.
            72.5 | HIT_OR_MISS | No significant change: 72.0% is within the limits of 65.7% to 76.3%, around an average of 71.0%. The target of at least 72.5% is within the limits: it is met in some months and missed in others by chance.
            """)
    void commonCauseSaysWhetherTheTargetIsMet(String target, Assurance assurance, String sentence) {
        Series series = percentages(STEADY);
        Trend trend = (target == null ? series : series.target(target)).trend();

        assertThat(trend.variation()).isEqualTo(Variation.COMMON_CAUSE);
        assertThat(trend.assurance().orElse(null)).isEqualTo(assurance);
        assertThat(trend.sentence()).isEqualTo(sentence);
    }

    /** The limits are 65.68 and 76.32. */
    @ParameterizedTest
    @CsvSource({"high, 76.32, HIT_OR_MISS", "high, 76.33, FAILS", "high, 65.68, HIT_OR_MISS", "high, 65.67, PASSES"})
    void aTargetThatIsALimitIsWithinThem(String good, String target, Assurance assurance) {
        assertThat(percentages(STEADY).good(good).target(target).trend().assurance())
                .contains(assurance);
    }

    @ParameterizedTest
    @CsvSource({"low, 80, PASSES", "low, 60, FAILS", "low, 71, HIT_OR_MISS"})
    void whereLowIsGoodTheTargetIsMetBelowIt(String good, String target, Assurance assurance) {
        assertThat(percentages(STEADY).good(good).target(target).trend().assurance())
                .contains(assurance);
    }

    @Test
    void whereNeitherWayIsBetterTheTargetIsNotHeldAgainstTheLimits() {
        assertThat(percentages(STEADY).good("near target").target("60").trend().assurance())
                .isEmpty();
    }

    @Test
    void theTargetOfTheWholeIsNotThatOfItsParts() {
        assertThat(percentages(STEADY).target("60").ofTeam("north").trend().assurance())
                .isEmpty();
    }

    @Test
    void fewerThanThirteenPointsAreNotEnough() {
        Trend trend = percentages("70, 72, 70, 72, 90").trend();

        assertThat(trend.variation()).isEqualTo(Variation.NOT_ENOUGH_DATA);
        assertThat(trend.sentence())
                .isEqualTo("Not enough data: five of the 13 months needed to tell a change from chance.");
    }

    @Test
    void monthsOfWhichNoTwoFollowOneAnotherAreNotEnoughHoweverMany() {
        assertThat(percentages("70, -, 72, -, 70, -, 72, -, 70, -, 72, -, 70, -, 72, -, 70, -, 72, -, 70, -, 72, -, 70")
                        .sentence())
                .isEqualTo("Not enough data: no two months that follow one another have a value.");
    }

    @Test
    void aMissingMonthEndsARunAndIsCounted() {
        Trend trend = percentages("76, 80, 76, 80, 76, 80, 76, 80, 71, 74, 71, -, 74, 71, 74, 71")
                .trend();

        assertThat(trend.gaps()).isEqualTo(1);
        assertThat(trend.variation()).isEqualTo(Variation.COMMON_CAUSE);
    }

    @Test
    void aFigureBelowTheLevelOfReturnsHasNoDirection() {
        Trend trend = percentages(STEADY + ", x").trend();

        assertThat(trend.variation()).isEqualTo(Variation.RETURNS_MISSING);
        assertThat(trend.sentence()).isEqualTo("Returns missing: 1 of 5 returns received, and 75 per cent are needed.");
        assertThat(percentages(STEADY + ", x").received(0, 5).sentence())
                .isEqualTo("Returns missing: none of the returns it needs was received.");
    }

    @Test
    void aTotalThatLacksAReturnIsShownButNotJudged() {
        Trend trend = counts("76, 78, 76, 78, 76, 78, 76, 78, 76, 78, 76, 78, 76, 78, 20p")
                .trend();

        assertThat(trend.variation()).isEqualTo(Variation.RETURNS_MISSING);
        assertThat(trend.points()).hasSize(15);
        assertThat(trend.sentence())
                .isEqualTo(
                        "Returns missing: 1 of the 5 returns it rests on is missing, and a total without it all is too low.");
    }

    @Test
    void anEarlierTotalThatLackedAReturnMovesNoLimits() {
        Trend trend = counts("76, 78, 76, 78, 76, 78, 76, 20p, 76, 78, 76, 78, 76, 78, 77")
                .trend();

        assertThat(trend.sentence())
                .isEqualTo("No significant change: 77 is within the limits of 72 to 82, around an average of 77.");
    }

    @Test
    void aShareThatLacksAReturnIsJudgedAsProvisional() {
        assertThat(percentages(STEADY + ", 60p").sentence())
                .isEqualTo(
                        "Worse than expected: 60.0% is below the lower limit of 64.9%. Provisional: 1 of the 5 returns it"
                                + " rests on is missing.");
    }

    @Test
    void aFigureWithNothingToCalculateFromIsNotJudged() {
        assertThat(percentages(STEADY + ", z").sentence())
                .isEqualTo("Not judged: there is nothing the figure could be calculated from.");
    }

    @Test
    void figuresThatOverlapAreNotJudged() {
        Trend trend = percentages(STEADY).timing("rolling-12-months").trend();

        assertThat(trend.variation()).isEqualTo(Variation.NOT_JUDGED);
        assertThat(trend.sentence())
                .isEqualTo(
                        "72.0% over 12 months. Not judged: each figure shares months with the one before, and would seem"
                                + " to move where nothing changes.");
    }

    @Test
    void ofSeveralWindowsEachIsSaidAndTheMonthsAreJudged() {
        Trend trend = counts(STEADY)
                .saying("window-note: Moves inside are neither.")
                .and("rolling-12-months", "-10")
                .and("rolling-3-months", "5")
                .trend();

        assertThat(trend.sentence())
                .isEqualTo(
                        "No significant change: 72 is within the limits of 66 to 76, around an average of 71. Moves inside"
                                + " are neither.");
    }

    @Test
    void whereTheMainWindowOverlapsTheMonthsBehindItAreJudgedAndTheSentenceSaysOverWhich() {
        Trend trend = counts(STEADY)
                .saying("window-note: Moves inside are neither.")
                .timing("rolling-12-months")
                .and("rolling-3-months", "5")
                .trend();

        assertThat(trend.sentence())
                .isEqualTo(
                        "72 over 12 months, 5 over 3 months. Not judged: each figure shares months with the one before, and"
                                + " would seem to move where nothing changes. Moves inside are neither.");
    }

    @Test
    void whereTheMainWindowOverlapsAndMonthsAreGivenTooThoseAreJudged() {
        Trend trend =
                counts(STEADY).timing("rolling-12-months").and("month", "70").trend();

        assertThat(trend.timing()).isEqualTo(Timing.MONTH);
        assertThat(trend.newest().point().value()).isEqualByComparingTo("70");
        assertThat(trend.sentence())
                .isEqualTo(
                        "72 over 12 months. Month by month: no significant change: 70 is within the limits of 66 to 76,"
                                + " around an average of 71.");
    }

    @Test
    void aQuarterThatHasNotEndedIsNotJudgedNorAPointOfItsSeries() {
        Trend trend = percentages(STEADY).timing("quarter").upTo(2018, 11).trend();

        assertThat(trend.variation()).isEqualTo(Variation.NOT_JUDGED);
        assertThat(trend.sentence()).isEqualTo("Not judged: the quarter has not ended.");
        assertThat(trend.newest().point().period()).isEqualTo(ReportingPeriod.of(2018, 9));
    }

    @Test
    void aQuarterInWhichTheDefinitionChangedIsNotForWantOfReturnsWithoutADirection() {
        Trend trend = percentages("70, 72, x")
                .received(5, 5)
                .timing("quarter")
                .formerly("valid-to: 2018-10")
                .saying("valid-from: 2018-11")
                .trend();

        assertThat(trend.variation()).isEqualTo(Variation.NOT_JUDGED);
        assertThat(trend.sentence()).isEqualTo("Not judged: the figure would reach across a change of its definition.");
    }

    @Test
    void aMissingQuarterIsOneGap() {
        Trend trend = percentages("70, 72, 70, -, 70, 72, 70, 72, 70, 72")
                .timing("quarter")
                .trend();

        assertThat(trend.points())
                .extracting(point -> point.point().period())
                .containsExactly(
                        ReportingPeriod.of(2018, 3), ReportingPeriod.of(2018, 9), ReportingPeriod.of(2018, 12));
        assertThat(trend.gaps()).isEqualTo(1);
    }

    @Test
    void aQuarterIsJudgedWhenItHasEnded() {
        assertThat(percentages(STEADY).timing("quarter").trend().points())
                .extracting(point -> point.point().period())
                .containsExactly(
                        ReportingPeriod.of(2017, 12),
                        ReportingPeriod.of(2018, 3),
                        ReportingPeriod.of(2018, 6),
                        ReportingPeriod.of(2018, 9),
                        ReportingPeriod.of(2018, 12));
    }

    @Test
    void limitsThatWereSetAnewNeedTheirOwnPoints() {
        Trend trend = percentages(FALLEN)
                .settings("rebasing: [{indicator: V1, from: 2018-06, reason: the service was reorganised}]")
                .trend();

        assertThat(trend.start())
                .contains(new Trend.Start(
                        ReportingPeriod.of(2018, 6),
                        "the limits were set anew in June 2018 (the service was reorganised)"));
        assertThat(trend.sentence())
                .isEqualTo(
                        "Not enough data: seven of the 13 months needed to tell a change from chance since the limits were"
                                + " set anew in June 2018 (the service was reorganised).");
    }

    @Test
    void limitsThatWereSetAnewBeforeTheDefinitionChangedStartWithTheDefinition() {
        Trend trend = percentages(FALLEN)
                .formerly("valid-to: 2018-05")
                .saying("valid-from: 2018-06")
                .settings("rebasing: [{indicator: V1, from: 2018-02, reason: the service was reorganised}]")
                .trend();

        assertThat(trend.sentence())
                .isEqualTo("Not enough data: seven of the 13 months needed to tell a change from chance since the"
                        + " definition changed in June 2018.");
    }

    @Test
    void whatWasBeforeADefinitionIsNotInItsSeries() {
        Trend trend = percentages(FALLEN).saying("valid-from: 2018-06").trend();

        assertThat(trend.points()).hasSize(7);
        assertThat(trend.variation()).isEqualTo(Variation.NOT_ENOUGH_DATA);
    }

    @Test
    void onlySoManyPointsAreTaken() {
        Trend trend =
                percentages(STEADY + ", " + STEADY).settings("most-points: 20").trend();

        assertThat(trend.points()).hasSize(20);
    }

    @Test
    void limitsAreShownWithinWhatTheFigureCanBe() {
        assertThat(percentages("98, 100, 98, 100, 98, 100, 98, 100, 98, 100, 98, 100, 98")
                        .sentence())
                .isEqualTo(
                        "No significant change: 98.0% is within the limits of 93.6% to 100.0%, around an average of 98.9%.");
        assertThat(counts("0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0").sentence())
                .isEqualTo("No significant change: 0 is within the limits of 0 to 6, around an average of 1.");
        assertThat(counts("-2, 2, -2, 2, -2, 2, -2, 2, -2, 2, -2, 2, -2").sentence())
                .isEqualTo("No significant change: -2 is within the limits of -11 to 10, around an average of 0.");
    }

    @Test
    void onlyAPointOutsideTheLimitsIsBeyondThem() {
        assertThat(percentages(STEADY + ", 60").trend().isBeyondLimit()).isTrue();
        assertThat(percentages(FALLEN).trend().isBeyondLimit()).isFalse();
        assertThat(percentages(STEADY).trend().isBeyondLimit()).isFalse();
        assertThat(percentages("x").trend().isBeyondLimit()).isFalse();
    }

    @Test
    void aPointThatWasPublishedSaysWhere() {
        assertThat(percentages("70, 72").trend().points())
                .extracting(point -> point.point().source())
                .containsExactly("a report", null);
    }

    @Test
    void ofTheStatesFourSayThatSomethingHasChanged() {
        assertThat(Variation.values())
                .filteredOn(Variation::isSpecialCause)
                .containsExactly(
                        Variation.IMPROVEMENT,
                        Variation.CONCERN,
                        Variation.SPECIAL_CAUSE_HIGH,
                        Variation.SPECIAL_CAUSE_LOW);
    }

    @Test
    void theWordsAndCodesOfStatesAreDistinct() {
        assertThat(List.of(Variation.values()))
                .extracting(Variation::id)
                .containsExactly(
                        "improvement",
                        "concern",
                        "special-cause-high",
                        "special-cause-low",
                        "common-cause",
                        "not-enough-data",
                        "returns-missing",
                        "not-judged");
    }
}
