package org.scrutineer.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.disclosure.Shire.APRIL;
import static org.scrutineer.disclosure.Shire.DFE;
import static org.scrutineer.disclosure.Shire.NHS;
import static org.scrutineer.disclosure.Shire.WHOLE;
import static org.scrutineer.disclosure.Shire.count;
import static org.scrutineer.disclosure.Shire.percent;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.DisclosureProfile;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.disclosure.PrintedFigures.Told;

/** What is hidden, by examples that can be worked out by hand. */
class DisclosureControlTests {

    private final Catalogue catalogue = Shire.catalogue(1, 3);
    private final List<Told> before = new ArrayList<>();

    private ControlledRelease control(DisclosureProfile profile, TrueFigure... figures) {
        return DisclosureControl.control(
                        catalogue, before, List.of(new PublicRelease("committee", profile, List.of(figures))))
                .get(0);
    }

    /** Controls a release, which is then one of those published before. */
    private ControlledRelease publish(TrueFigure... figures) {
        ControlledRelease release = control(DFE, figures);
        before.addAll(DisclosureControl.told(before.size() + 1, List.of(release)));
        return release;
    }

    /** The numbers of figures as they may be printed: numerator, denominator where there is one, and value. */
    private static List<String> printed(ControlledRelease release, TrueFigure... figures) {
        return List.of(figures).stream()
                .map(release::figure)
                .map(figure -> figure.truth().denominator() == null
                        ? text(figure.value(), figure.hidden())
                        : text(figure.numerator(), figure.hidesNumerator()) + " of "
                                + text(figure.denominator(), figure.hidesDenominator()) + ": "
                                + text(figure.value(), figure.hidden()))
                .toList();
    }

    private static String text(BigDecimal number, boolean hidden) {
        return hidden
                ? PrintedFigure.SYMBOL
                : number == null ? "-" : number.stripTrailingZeros().toPlainString();
    }

    private static TrueFigure open(String organisation, long number) {
        return count("OPEN", organisation, APRIL, Timing.SNAPSHOT, number);
    }

    @Test
    void hidesOneToFiveAndShowsNoneAndSix() {
        for (long number = 0; number <= 6; number++) {
            TrueFigure whole = open(WHOLE, number);

            assertThat(control(DFE, whole).figure(whole).hidden()).isEqualTo(number >= 1 && number <= 5);
        }
    }

    @Test
    void hidesTheSmallestOtherPartOfAWholeWithASmallOne() {
        TrueFigure[] figures = {open("s1", 30), open("s1t1", 3), open("s1t2", 7), open("s1t3", 20)};

        assertThat(printed(control(DFE, figures), figures)).containsExactly("30", "c", "c", "20");
    }

    @Test
    void hidesAThirdPartWhereTwoSmallOnesTogetherAreStillSmall() {
        // 26 less 21 is 5, which both would be less than.
        TrueFigure[] figures = {open("s1", 26), open("s1t1", 2), open("s1t2", 3), open("s1t3", 21)};

        assertThat(printed(control(DFE, figures), figures)).containsExactly("26", "c", "c", "c");
    }

    @Test
    void hidesTheWholeRatherThanAZero() {
        TrueFigure[] figures = {open("s1", 9), open("s1t1", 3), open("s1t2", 6), open("s1t3", 0)};

        ControlledRelease release = control(DFE, figures);

        assertThat(printed(release, figures)).contains("0").element(1).isEqualTo("c");
        assertThat(DisclosureControl.leaks(catalogue, List.of(), DisclosureControl.told(1, List.of(release))))
                .isEmpty();
    }

    @Test
    void hidesAShareWhereFewAreNotInIt() {
        TrueFigure seen = percent("SEEN", WHOLE, APRIL, Timing.SNAPSHOT, 97, 100);

        assertThat(printed(control(DFE, seen), seen)).containsExactly("c of 100: c");
    }

    @Test
    void showsThatNoneOrAllAreInAShare() {
        TrueFigure none = percent("SEEN", "s1t1", APRIL, Timing.SNAPSHOT, 0, 40);
        TrueFigure all = percent("SEEN", "s1t2", APRIL, Timing.SNAPSHOT, 30, 30);

        assertThat(printed(control(DFE, none, all), none, all)).containsExactly("0 of 40: 0", "30 of 30: 100");
    }

    @Test
    void hidesHowManyAreFewEvenWhereNoneOfThemCounts() {
        TrueFigure seen = percent("SEEN", WHOLE, APRIL, Timing.SNAPSHOT, 0, 4);

        assertThat(printed(control(DFE, seen), seen)).containsExactly("0 of c: 0");
    }

    @Test
    void aNumberIsHiddenUnderEveryIndicatorThatHasIt() {
        TrueFigure referrals = count("REF", WHOLE, APRIL, Timing.MONTH, 4);
        TrueFigure inTime = percent("TIM", WHOLE, APRIL, Timing.MONTH, 4, 4);

        assertThat(printed(control(DFE, referrals, inTime), referrals, inTime)).containsExactly("c", "c of c: c");
    }

    @Test
    void hidesTheYearToDateWhereItWouldGiveTheMonthAway() {
        TrueFigure april = count("REF", WHOLE, APRIL, Timing.YEAR_TO_DATE, 12);
        publish(april);
        TrueFigure may = count("REF", WHOLE, APRIL.plusMonths(1), Timing.MONTH, 3);
        TrueFigure toMay = count("REF", WHOLE, APRIL.plusMonths(1), Timing.YEAR_TO_DATE, 15);

        assertThat(printed(control(DFE, may, toMay), may, toMay)).containsExactly("c", "c");
    }

    @Test
    void hidesTheYearToDateWhereAMonthThatIsPrintedNowhereWouldFollow() {
        publish(count("REF", WHOLE, APRIL, Timing.YEAR_TO_DATE, 12));
        TrueFigure toMay = count("REF", WHOLE, APRIL.plusMonths(1), Timing.YEAR_TO_DATE, 15);

        assertThat(printed(control(DFE, toMay), toMay)).containsExactly("c");
    }

    @Test
    void whatWasHiddenOnceStaysHiddenWhateverIsPublishedBesides() {
        TrueFigure[] first = {open("s1", 30), open("s1t1", 3), open("s1t2", 7), open("s1t3", 20)};
        publish(first);
        TrueFigure west = count("OPEN", "s1t1", "WEST", APRIL, Timing.SNAPSHOT, 3);

        ControlledRelease again = control(DFE, open("s1t2", 7), open("s1t1", 3), west);

        assertThat(printed(again, open("s1t2", 7), open("s1t1", 3), west)).containsExactly("c", "c", "c");
    }

    @Test
    void whatWasPublishedIsNotTakenBackButOthersAreHiddenForIt() {
        publish(open("s1", 30), open("s1t3", 20));
        TrueFigure[] now = {open("s1t1", 3), open("s1t2", 7), open("s1t3", 20)};

        assertThat(printed(control(DFE, now), now)).containsExactly("c", "c", "20");
    }

    @Test
    void hidesWhatAStricterProfileHidesThoughAnotherHasShownIt() {
        publish(open(WHOLE, 6));

        assertThat(printed(control(NHS, open(WHOLE, 6)), open(WHOLE, 6))).containsExactly("c");
    }

    @Test
    void oneAudienceIsNotToldWhatAnotherIsNot() {
        TrueFigure[] teams = {open("s1t1", 3), open("s1t2", 7), open("s1t3", 20)};
        List<ControlledRelease> releases = DisclosureControl.control(
                catalogue,
                List.of(),
                List.of(
                        new PublicRelease("committee", DFE, List.of(teams)),
                        new PublicRelease("public", DFE, List.of(open("s1", 30), open("s1t2", 7)))));

        assertThat(printed(releases.get(0), teams)).containsExactly("c", "c", "20");
        assertThat(printed(releases.get(1), open("s1", 30), open("s1t2", 7))).containsExactly("30", "c");
    }

    @Test
    void roundsWhatItShowsAndWorksOutPercentagesFromThat() {
        TrueFigure seen = percent("SEEN", WHOLE, APRIL, Timing.SNAPSHOT, 12, 33);
        TrueFigure eight = open("s1t1", 8);

        assertThat(printed(control(NHS, seen, eight), seen, eight)).containsExactly("10 of 35: 28.5714285714", "10");
    }

    @Test
    void hidesZeroWhereTheProfileDoes() {
        var strict = Shire.profile("strict", 5, DisclosureProfile.Zero.HIDDEN, 1);

        assertThat(printed(control(strict, open(WHOLE, 0)), open(WHOLE, 0))).containsExactly("c");
    }

    @Test
    void leavesWhatDoesNotCountPeopleAsItIs() {
        var unknown = count("MONEY", WHOLE, APRIL, Timing.MONTH, 3);

        assertThat(printed(control(DFE, unknown), unknown)).containsExactly("3");
    }

    @Test
    void hidesAnAverageOfFewAndWhatTheirSumWouldFollowFrom() {
        TrueFigure[] figures = {days("s1", 1000, 50), days("s1t1", 120, 3), days("s1t2", 380, 20), days("s1t3", 500, 27)
        };

        assertThat(printed(control(DFE, figures), figures))
                .containsExactly("1000 of 50: 20", "c of c: c", "c of c: c", "500 of 27: 18.5185185185");
    }

    private static TrueFigure days(String organisation, long days, long children) {
        TrueFigure share = percent("DAYS", organisation, APRIL, Timing.SNAPSHOT, days, children);
        return new TrueFigure(
                share.key(),
                share.numerator(),
                share.denominator(),
                BigDecimal.valueOf(days).divide(BigDecimal.valueOf(children), 10, RoundingMode.HALF_UP));
    }

    @Test
    void showsAnOldValueThatWasPublishedBesideANewOneThatIsHidden() {
        TrueFigure old = count("REF", WHOLE, APRIL, Timing.MONTH, 8);
        publish(old);
        TrueFigure corrected = count("REF", WHOLE, APRIL, Timing.MONTH, 4);

        assertThat(printed(control(DFE, corrected, old), corrected, old)).containsExactly("c", "8");
    }

    @Test
    void addsUpWhatHoldsNowWhateverItIsPrintedBeside() {
        publish(open("s1", 30), open("s1t1", 9), open("s1t2", 8), open("s1t3", 13));
        TrueFigure[] now = {open("s1", 24), open("s1t1", 9), open("s1t1", 3), open("s1t2", 8), open("s1t3", 13)};

        // 24 less 8 and 13, which were published, would leave 3.
        assertThat(printed(control(DFE, now), now)).containsExactly("c", "9", "c", "8", "13");
    }

    @Test
    void hidesTwelveMonthsWhereTheyWouldGiveAwayTheMonthThatLeftThem() {
        ReportingPeriod march = APRIL.plusMonths(11);
        TrueFigure toMarch = count("REF", WHOLE, march, Timing.ROLLING_12_MONTHS, 40);
        publish(toMarch);
        TrueFigure april = count("REF", WHOLE, march.plusMonths(1), Timing.MONTH, 12);
        // 40 and 12 less 49 leaves 3, of the April before.
        TrueFigure toApril = count("REF", WHOLE, march.plusMonths(1), Timing.ROLLING_12_MONTHS, 49);

        assertThat(printed(control(DFE, april, toApril), april, toApril)).containsOnlyOnce("c");
    }

    @Test
    void saysNothingOfAFigureItWasNotAskedAbout() {
        ControlledRelease release = control(DFE, open(WHOLE, 30));

        assertThatThrownBy(() -> release.figure(open("s1", 30)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("disclosure control of committee was not asked for ");
    }

    @Test
    void givesTheSameAnswerToTheSameQuestion() {
        var tables = new RandomTables(7);

        assertThat(tables.published(DFE)).isEqualTo(tables.published(DFE));
    }
}
