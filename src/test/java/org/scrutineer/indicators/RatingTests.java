package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Place;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.catalogue.Target;

class RatingTests {

    @ParameterizedTest
    @CsvSource({
        "high, 95, 90, 95, Green",
        "high, 95, 90, 120, Green",
        "high, 95, 90, 94.9, Amber",
        "high, 95, 90, 90, Amber",
        "high, 95, 90, 89.9, Red",
        "high, 95, 95, 94.9, Red",
        "low, 10, 15, 10, Green",
        "low, 10, 15, -3, Green",
        "low, 10, 15, 10.1, Amber",
        "low, 10, 15, 15, Amber",
        "low, 10, 15, 15.1, Red",
        "near target, 100, 105, 100, Green",
        "near target, 100, 105, 105, Green",
        "near target, 100, 105, 95, Green",
        "near target, 100, 105, 105.1, Amber",
        "near target, 100, 105, 90, Amber",
        "near target, 100, 105, 110, Amber",
        "near target, 100, 105, 110.1, Red",
        "near target, 100, 105, 89.9, Red",
        "near target, 100, 95, 105, Green",
        "near target, 100, 100, 100.1, Red",
        "information, 95, 90, 95, "
    })
    void isGreenAtTheTargetAndAmberUpToTheTolerance(
            String good, BigDecimal target, BigDecimal tolerance, BigDecimal value, String word) {
        assertThat(Rating.of(indicator(good, 1), value, target(target, tolerance))
                        .map(Rating::word))
                .isEqualTo(Optional.ofNullable(word));
    }

    @ParameterizedTest
    @CsvSource({
        "high, 1, 94.95, Green",
        "high, 1, 94.9499999999, Amber",
        "high, 0, 94.5, Green",
        "high, 2, 94.994, Amber",
        "low, 1, 95.0499999999, Green",
        "low, 1, 95.05, Red"
    })
    void isGivenFromTheFigureAsPrinted(String good, int decimals, BigDecimal value, String word) {
        assertThat(Rating.of(
                                indicator(good, decimals),
                                value,
                                target(new BigDecimal(95), new BigDecimal(good.equals("high") ? 90 : 95)))
                        .map(Rating::word))
                .contains(word);
    }

    @Test
    void thereIsNoneWithoutAValueOrATarget() {
        assertThat(Rating.of(indicator("high", 1), null, target(BigDecimal.TEN, BigDecimal.ONE)))
                .isEmpty();
        assertThat(Rating.of(indicator("high", 1), BigDecimal.TEN, Optional.empty()))
                .isEmpty();
    }

    private static Indicator indicator(String good, int decimals) {
        return SmallCatalogue.aCatalogue()
                .changing("indicators/visits.yaml", "good: high", "good: " + good + "\n  decimals: " + decimals)
                .with("targets.csv", "indicator,valid_from,target,tolerance\n")
                .catalogue()
                .indicators()
                .get(0);
    }

    private static Optional<Target> target(BigDecimal value, BigDecimal tolerance) {
        return Optional.of(
                new Target("V01", ReportingPeriod.of(2018, 12), null, value, tolerance, new Place("targets.csv", 2)));
    }
}
