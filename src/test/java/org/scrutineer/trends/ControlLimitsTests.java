package org.scrutineer.trends;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.TrendSettings;
import org.scrutineer.catalogue.TrendSettings.EqualNeighbours;

class ControlLimitsTests {

    /** The series of {@code deviations.Rmd} of NHSRplotthedots 0.2.2, with the limits that it gives. */
    private static final List<BigDecimal> PUBLISHED = numbers("1,2,1,2,10,1,2,1,2,1,2,1,2,1,2,1,2,1");

    @ParameterizedTest
    @CsvSource({"true, 1.94, -0.72, 4.60", "false, 1.94, -3.06, 6.95"})
    void areThoseOfThePublishedExample(boolean screened, String mean, String lower, String upper) {
        ControlLimits limits = limits(settings(screened, null), PUBLISHED);

        assertThat(rounded(limits.mean())).isEqualTo(mean);
        assertThat(rounded(limits.lower())).isEqualTo(lower);
        assertThat(rounded(limits.upper())).isEqualTo(upper);
        assertThat(PUBLISHED.stream().filter(value -> !limits.hold(value))).containsExactly(BigDecimal.TEN);
    }

    @Test
    void takeThirteenPoints() {
        assertThat(ControlLimits.of(List.of(PUBLISHED.subList(0, 12)), TrendSettings.MAKING_DATA_COUNT))
                .isEmpty();
        assertThat(ControlLimits.of(List.of(PUBLISHED.subList(0, 13)), TrendSettings.MAKING_DATA_COUNT))
                .isPresent();
    }

    @Test
    void mayBeThoseOfTheFirstPointsOnly() {
        var values = numbers("1,2,1,2,1,2,1,2,1,2,1,2,9,9,9");

        ControlLimits limits = limits(settings(true, 12), values);

        assertThat(rounded(limits.mean())).isEqualTo("1.50");
        assertThat(rounded(limits.upper())).isEqualTo("4.16");
    }

    @Test
    void ofASeriesThatNeverMovesAreItsValue() {
        ControlLimits limits = limits(TrendSettings.MAKING_DATA_COUNT, Collections.nCopies(13, BigDecimal.ONE));

        assertThat(limits.hold(BigDecimal.ONE)).isTrue();
        assertThat(limits.hold(new BigDecimal("1.1"))).isFalse();
    }

    @Test
    void ofASeriesThatHardlyEverMovesLeaveItRoom() {
        ControlLimits limits = limits(TrendSettings.MAKING_DATA_COUNT, numbers("0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0"));

        assertThat(limits.hold(BigDecimal.ZERO)).isTrue();
        assertThat(limits.hold(BigDecimal.ONE)).isFalse();
    }

    /** Thirteen moving ranges, the last as given, that are 1 on average where it is 3.267. */
    @ParameterizedTest
    @CsvSource({"3.267, 2.16", "3.266, 2.66"})
    void leaveOutAMovingRangeFromTheScreenItselfOn(BigDecimal range, String reach) {
        var values = new ArrayList<>(numbers("0, .8, 0, .8, 0, .8, 0, .8, 0, .8, 0, .8, -.133"));
        values.add(values.get(12).add(range));

        ControlLimits limits = limits(TrendSettings.MAKING_DATA_COUNT, values);

        assertThat(rounded(limits.upper().subtract(limits.mean()))).isEqualTo(reach);
    }

    @Test
    void takeNoMovingRangeAcrossAGap() {
        var before = numbers("1,2,1,2,1,2,1");
        var after = numbers("9,8,9,8,9,8,9");

        ControlLimits limits =
                ControlLimits.of(List.of(before, after), settings(false, null)).orElseThrow();

        assertThat(rounded(limits.upper().subtract(limits.mean()))).isEqualTo("2.66");
    }

    @Test
    void cannotBeDrawnWhereNoTwoValuesFollowOneAnother() {
        List<List<BigDecimal>> lonely = Collections.nCopies(13, List.of(BigDecimal.ONE));

        assertThat(ControlLimits.of(lonely, TrendSettings.MAKING_DATA_COUNT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.773, false", "1.774, true", "2.66, true", "2.661, false", "-1.774, true", "-2.661, false"})
    void areNearlyLeftFromTwoThirdsOfTheWayUpToTheLimit(BigDecimal distance, boolean near) {
        ControlLimits limits = limits(settings(false, null), numbers("0,1,0,1,0,1,0,1,0,1,0,1,0,1"));

        assertThat(limits.nearlyLeave(limits.mean().add(distance))).isEqualTo(near);
    }

    private static ControlLimits limits(TrendSettings settings, List<BigDecimal> values) {
        return ControlLimits.of(List.of(values), settings).orElseThrow();
    }

    private static TrendSettings settings(boolean screened, Integer first) {
        return new TrendSettings("test", screened, first, 7, 7, EqualNeighbours.BREAK, 13, 36, List.of());
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    static List<BigDecimal> numbers(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(BigDecimal::new)
                .toList();
    }
}
