package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Indicator.Unit;

class MaterialityReaderTests {

    private static final String RULES = """
            material:
              - unit: percent
                points: 1.5
              - unit: count
                points: 10
                percent: 5
              - unit: rate per 10,000
                percent: 2
            """;

    @ParameterizedTest(name = "{0} {1} to {2}: {3}")
    @CsvSource({
        "PERCENT, 60.0, 61.4, false",
        "PERCENT, 60.0, 61.5, true",
        "PERCENT, 60.0, 58.5, true",
        "COUNT, 100, 104, false",
        "COUNT, 100, 105, true",
        "COUNT, 1000, 1009, false",
        "COUNT, 1000, 1010, true",
        "COUNT, 0, 1, true",
        "RATE_PER_10000, 50.0, 50.9, false",
        "RATE_PER_10000, 50.0, 51.0, true",
        "DAYS, 12, 12, false",
        "DAYS, 12, 13, true"
    })
    void takesAChangeForMaterialFromTheLeastThatItsUnitNames(Unit unit, String was, String is, boolean material) {
        Materiality rule =
                aCatalogue().with("restatements.yaml", RULES).catalogue().materiality();

        assertThat(rule.isMaterial(unit, new BigDecimal(was), new BigDecimal(is)))
                .isEqualTo(material);
    }

    @Test
    void takesEveryChangeForMaterialWhereNothingIsSaid() {
        assertThat(aCatalogue().catalogue().materiality()).isEqualTo(Materiality.OF_EVERY_CHANGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        unit: percent  | unit: per cent   | restatements.yaml, line 2: found "per cent"; expected one of percent, count, rate per 10,000, mean, days, money. Did you mean "percent"?
        points: 1.5    | points: 0        | restatements.yaml, line 3: found "0"; expected a number above 0.
        points: 1.5    | poinst: 1.5      | restatements.yaml, line 3: found "poinst"; expected one of the keys unit, points, percent. Did you mean "points"?
        percent: 2     | ``               | restatements.yaml, line 7: expected the key points or percent here: how large a change is material.
        unit: count    | unit: percent    | restatements.yaml, line 4: found "percent"; expected each unit once; it is on line 2 already.
        """)
    void saysWhatIsWrong(String right, String wrong, String sentence) {
        assertThat(aCatalogue()
                        .with("restatements.yaml", RULES.replace(right, wrong))
                        .problems())
                .contains(sentence);
    }
}
