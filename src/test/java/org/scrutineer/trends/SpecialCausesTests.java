package org.scrutineer.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.TrendSettings;
import org.scrutineer.catalogue.TrendSettings.EqualNeighbours;

/** The rules of NHSRplotthedots 0.2.2, with limits of -3 and 3 around 0, two thirds of which are -2 and 2. */
class SpecialCausesTests {

    private static final ControlLimits LIMITS =
            new ControlLimits(BigDecimal.ZERO, BigDecimal.valueOf(-3), BigDecimal.valueOf(3));

    /** A letter a point: L beyond a limit, T trend, N near a limit, S shift, - for none; the first rule's. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a point beyond a limit, the limit itself is within    | 0, 3.1, 0, -3.1, 0, 3, 0, -3      | -L-L----
            seven each higher than the one before, all flagged    | 2, -2, -1, -.5, .5, 1, 1.5, 1.9   | -TTTTTTT
            six are too few                                       | 2, -1, -.5, .5, 1, 1.5, 1.9, 0    | --------
            falling as rising                                     | 1.9, 1.5, 1, .5, -.5, -1, -1.5, 0 | TTTTTTT-
            equal neighbours end a trend                          | -1.9, -1, -.5, .5, .5, 1, 1.5, 1.9 | --------
            a trend on one side of the mean is a trend            | .1, .2, .3, .4, .5, .6, .7, -1    | TTTTTTT-
            two of three near the limit, the third on that side   | 0, 2.5, .1, 2.5, 0                | -N-N-
            also with the third before or after them              | 0, .1, 2.5, 2.5, 0                | --NN-
            also at the beginning and at the end                  | 2.5, .1, 2.5, 0, 2.5, .1, 2.5     | N-N-N-N
            not with the third on the other side                  | 0, 2.5, -.1, 2.5, -1, 2.5, 0      | -------
            not with the third on the mean                        | -1, 2.5, 0, 2.5, -1               | -----
            not on opposite sides                                 | 0, 2.5, -2.5, 0                   | ----
            one beyond the limit is not one of the two            | 0, 2.5, 3.5, .1, 0                | --L--
            but all three near are                                | 0, 2.5, 2.1, 2.9, 0               | -NNN-
            the two-thirds line itself is not near                | 0, 2, 2, .1, 0                    | -----
            seven on one side of the mean, all flagged            | -1, 1, .5, 1, .5, 1, .5, 1, -1    | -SSSSSSS-
            six on one side are too few                           | -1, 1, .5, 1, .5, 1, .5, -1       | --------
            a point on the mean ends a shift                      | 1, .5, 1, 0, .5, 1, .5, 1, -1     | ---------
            below the mean as above                               | -1, -.5, -1, -.5, -1, -.5, -1     | SSSSSSS
            """)
    void flags(String rule, String values, String flags) {
        assertThat(flagged(values, TrendSettings.MAKING_DATA_COUNT)).as(rule).isEqualTo(flags);
    }

    @Test
    void onlyTheFifthPointOfThePublishedExampleIsASpecialCause() {
        List<BigDecimal> published = ControlLimitsTests.numbers("1,2,1,2,10,1,2,1,2,1,2,1,2,1,2,1,2,1");
        ControlLimits limits = ControlLimits.of(List.of(published), TrendSettings.MAKING_DATA_COUNT)
                .orElseThrow();

        assertThat(letters(SpecialCauses.of(published, limits, TrendSettings.MAKING_DATA_COUNT)))
                .isEqualTo("----L-------------");
    }

    @Test
    void equalNeighboursMayBePassedOver() {
        String values = "-1.9, -1, -1, -.5, .5, .5, 1, 1.5, 1.9, 0";

        assertThat(flagged(values, settings(7, 7, EqualNeighbours.PASS))).isEqualTo("TTTTTTTTT-");
        assertThat(flagged(values, settings(7, 7, EqualNeighbours.BREAK))).isEqualTo("----------");
    }

    @Test
    void equalNeighboursThatArePassedOverDoNotCount() {
        assertThat(flagged("-1, -1, -1, -.5, .5, .5, 1, 1, 0", settings(9, 7, EqualNeighbours.PASS)))
                .isEqualTo("---------");
    }

    @Test
    void sixInARowMayBeEnough() {
        assertThat(flagged("-1, 1, .5, 1, .5, 1, .5, -1", settings(6, 7, EqualNeighbours.BREAK)))
                .isEqualTo("-SSSSSS-");
        assertThat(flagged("2, -1, -.5, .5, 1, 1.5, 1.9, 0", settings(7, 6, EqualNeighbours.BREAK)))
                .isEqualTo("-TTTTTT-");
    }

    @Test
    void theRulesSpeakInTheirOrder() {
        var causes = causes(".5, 1, 1.2, 1.4, 1.6, 2.5, 3.5", TrendSettings.MAKING_DATA_COUNT);

        assertThat(causes.get(6))
                .containsExactly(
                        new SpecialCause(SpecialCause.Rule.BEYOND_LIMIT, Side.HIGH, 1),
                        new SpecialCause(SpecialCause.Rule.TREND, Side.HIGH, 7),
                        new SpecialCause(SpecialCause.Rule.SHIFT, Side.HIGH, 7));
    }

    @Test
    void aTrendTellsItsDirectionNotTheSideItIsOn() {
        var causes = causes("2.9, 2.4, 1.9, 1.6, 1.2, .8, .4, .2", TrendSettings.MAKING_DATA_COUNT);

        assertThat(causes.get(7))
                .containsExactly(
                        new SpecialCause(SpecialCause.Rule.TREND, Side.LOW, 8),
                        new SpecialCause(SpecialCause.Rule.SHIFT, Side.HIGH, 8));
    }

    private static TrendSettings settings(int shift, int trend, EqualNeighbours equal) {
        return new TrendSettings("test", true, null, shift, trend, equal, 13, 36, List.of());
    }

    private static List<List<SpecialCause>> causes(String values, TrendSettings settings) {
        return SpecialCauses.of(ControlLimitsTests.numbers(values), LIMITS, settings);
    }

    private static String flagged(String values, TrendSettings settings) {
        return letters(causes(values, settings));
    }

    private static String letters(List<List<SpecialCause>> causes) {
        return causes.stream()
                .map(met -> met.isEmpty()
                        ? "-"
                        : switch (met.get(0).rule()) {
                            case BEYOND_LIMIT -> "L";
                            case TREND -> "T";
                            case NEAR_LIMIT -> "N";
                            case SHIFT -> "S";
                        })
                .collect(Collectors.joining());
    }
}
