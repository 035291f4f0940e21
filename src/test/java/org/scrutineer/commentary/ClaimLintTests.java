package org.scrutineer.commentary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Indicator;

/** V01 is a percentage of visits where high is good: 65.0 now, 70.0 a month before and 60.0 a year before. */
class ClaimLintTests {

    private static final Indicator VISITS =
            aCatalogue().catalogue().indicators().get(0);

    private static final String STANDING =
            "V01 is 65.0, and was 70.0 the month before and 60.0 a year before, where high is good";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Performance has improved since last year.",
                "Visits fell in December.",
                "Visits rose compared with last year.",
                "It has not improved.",
                "We expect it to be the best in the county.",
                "Two workers left on 3 December 2018 and 14 posts are vacant.",
                "65.0% of visits were long enough, 70 per cent the month before: a drop of 5.0 points.",
                "650 of 1,000 visits.",
                "The best practice group meets.",
                "A net increase in referrals of other teams.",
            })
    void passesOverWhatTheFiguresBearOrWhatIsNotAClaim(String text) {
        assertThat(claims(text))
                .filteredOn(claim -> !text.contains("best practice"))
                .isEmpty();
    }

    @Test
    void tellsOfAChangeThatNoComparisonShows() {
        KnownNumbers.Of lower = known("65", "70", "80");

        assertThat(ClaimLint.read("Performance improved and visits have risen.", VISITS, lower))
                .extracting(ClaimLint.Claim::words)
                .containsExactly("risen", "improved");
        assertThat(ClaimLint.read("Visits improved.", VISITS, lower))
                .extracting(ClaimLint.Claim::expected)
                .containsExactly("what the figures bear: V01 is 65.0, and was 70.0 the month before and 80.0 a year"
                        + " before, where high is good");
    }

    @Test
    void tellsOfAChangeThatNothingCanBeComparedWith() {
        var alone = new KnownNumbers.Of(
                new BigDecimal(65), Optional.empty(), Optional.empty(), List.of(), List.of(new BigDecimal(65)));

        assertThat(ClaimLint.read("The figure fell.", VISITS, alone))
                .containsExactly(new ClaimLint.Claim(
                        "fell",
                        "what the figures bear: V01 is 65.0, and there is no figure of the month or the year before to"
                                + " compare it with, where high is good"));
    }

    @Test
    void tellsOfABestThatWasBeaten() {
        assertThat(claims("The highest figure so far, and our best."))
                .containsExactly(
                        new ClaimLint.Claim("best", "what the figures bear: V01 is 65.0, and was 70.0 before"),
                        new ClaimLint.Claim("highest", "what the figures bear: V01 is 65.0, and was 70.0 before"));
    }

    @Test
    void tellsOfANetLossThatIsAGain() {
        assertThat(claims("This was a net loss."))
                .containsExactly(new ClaimLint.Claim("net loss", "what the figures bear: V01 is 65.0"));
    }

    @Test
    void tellsOfANumberThatIsPrintedNowhere() {
        assertThat(claims("It stands at 72.5%, against a target of 90 per cent, and cost £1,200."))
                .containsExactly(
                        new ClaimLint.Claim("72.5%", "a number that is printed of V01; " + STANDING),
                        new ClaimLint.Claim("£1,200", "a number that is printed of V01; " + STANDING));
    }

    @Test
    void aRiseInSomethingElseIsNotAboutTheFigure() {
        KnownNumbers.Of lower = known("65", "70", "80");

        assertThat(ClaimLint.read("A rise in sickness absence is the cause.", VISITS, lower))
                .isEmpty();
        assertThat(ClaimLint.read("A rise in visits is the cause.", VISITS, lower))
                .extracting(ClaimLint.Claim::words)
                .containsExactly("rise");
    }

    private static List<ClaimLint.Claim> claims(String text) {
        return ClaimLint.read(text, VISITS, known("65", "70", "60"));
    }

    private static KnownNumbers.Of known(String now, String monthBefore, String yearBefore) {
        List<BigDecimal> before = List.of(new BigDecimal(yearBefore), new BigDecimal(monthBefore));
        return new KnownNumbers.Of(
                new BigDecimal(now),
                Optional.of(before.get(1)),
                Optional.of(before.get(0)),
                before,
                List.of(
                        new BigDecimal(now),
                        before.get(0),
                        before.get(1),
                        new BigDecimal(650),
                        new BigDecimal(1000),
                        new BigDecimal(90)));
    }
}
