package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Indicator;

class SumsTests {

    /** Each named by its code. */
    private static final Map<String, Indicator> INDICATORS = SmallTrust.aTrust()
            .withIndicator("count", "timing: month", "from: visits", "unit: count")
            .withIndicator("money", "timing: month", "from: visits", "unit: money", "sum: cost")
            .withIndicator("percent", "timing: month", "from: visits", "unit: percent", "numerator: hours >= 1")
            .withIndicator("rate", "timing: month", "from: visits", "unit: rate per 10,000", "per: {from: cases}")
            .withIndicator("mean", "timing: month", "from: visits", "unit: mean", "mean: hours")
            .withIndicator("days", "timing: month", "from: visits", "unit: days", "mean: hours")
            .withIndicator("middle", "timing: month", "from: visits", "unit: days", "median: hours")
            .withIndicator("highest", "timing: month", "from: visits", "unit: count", "max: hours")
            .catalogue()
            .indicators()
            .stream()
            .collect(Collectors.toMap(Indicator::id, Function.identity()));

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            count,   3, 4, -, 3
            money,   3, 4, -, 3
            percent, 3, 4, -, 75.0000000000
            rate,    3, 4, -, 7500.0000000000
            mean,    2, 3, -, 0.6666666667
            days,    3, 4, 9, 0.7500000000
            middle,  -, 4, 9, 9
            middle,  -, 0, -, -
            highest, -, 4, 9, 9
            highest, -, 0, -, -
            percent, 3, 0, -, -
            percent, 0, 4, -, 0E-10
            mean,    -, 4, -, -
            mean,    3, -, -, -
            """)
    void makeTheFigureOfTheUnit(
            String indicator,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal picked,
            @Nullable BigDecimal value) {
        assertThat(new Sums(numerator, denominator, picked).value(INDICATORS.get(indicator)))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            percent, 0, 0, false
            percent, 1, 0, true
            percent, 0, 1, true
            money,  -1, -, true
            count,   0, 1, false
            middle,  -, 1, true
            middle,  -, 0, false
            highest, -, 1, true
            highest, -, 0, false
            percent, 0, -, false
            """)
    void countWhereOneOfThemIsNotZero(
            String indicator, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator, boolean counts) {
        assertThat(new Sums(numerator, denominator, null).countFor(INDICATORS.get(indicator)))
                .isEqualTo(counts);
    }
}
