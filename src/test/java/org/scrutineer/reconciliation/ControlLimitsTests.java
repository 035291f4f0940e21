package org.scrutineer.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlLimitsTests {

    /** The series of {@code deviations.Rmd} of NHSRplotthedots, with the limits that it gives. */
    private static final List<BigDecimal> PUBLISHED = numbers("1,2,1,2,10,1,2,1,2,1,2,1,2,1,2,1,2,1");

    @Test
    void areThoseOfThePublishedExample() {
        ControlLimits limits = ControlLimits.of(PUBLISHED).orElseThrow();

        assertThat(limits.mean().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("1.94");
        assertThat(limits.lower().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("-0.72");
        assertThat(limits.upper().setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo("4.60");
        assertThat(PUBLISHED.stream().filter(value -> !limits.hold(value))).containsExactly(BigDecimal.TEN);
    }

    @Test
    void takeTwelvePoints() {
        assertThat(ControlLimits.of(PUBLISHED.subList(0, 11))).isEmpty();
        assertThat(ControlLimits.of(PUBLISHED.subList(0, 12))).isPresent();
    }

    @Test
    void ofASeriesThatNeverMovesAreItsValue() {
        ControlLimits limits =
                ControlLimits.of(Collections.nCopies(12, BigDecimal.ONE)).orElseThrow();

        assertThat(limits.hold(BigDecimal.ONE)).isTrue();
        assertThat(limits.hold(new BigDecimal("1.1"))).isFalse();
    }

    private static List<BigDecimal> numbers(String list) {
        return Arrays.stream(list.split(",")).map(BigDecimal::new).toList();
    }
}
