package org.scrutineer.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Indicator;

/** A percentage with one decimal whose rows give 76 of 93. */
class StatedFigureTests {

    private static final Indicator PERCENTAGE =
            aCatalogue().catalogue().indicators().get(0);

    private static final BigDecimal CALCULATED = new BigDecimal("81.7204301075");

    @ParameterizedTest
    @ValueSource(strings = {"81.7", "81.7204301075", "82", "0.817", "0.82", "0.817204301075"})
    void agreesToTheDecimalsStatedAsItIsOrAsAPartOfOne(String stated) {
        assertThat(ReconcileReturns.agrees(new BigDecimal(stated), CALCULATED, PERCENTAGE))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"81.8", "0.85", "8.17", "0.83", "83", "1", "0"})
    void isAQuestionWhereItAgreesInNeitherWay(String stated) {
        assertThat(ReconcileReturns.agrees(new BigDecimal(stated), CALCULATED, PERCENTAGE))
                .isFalse();
    }
}
