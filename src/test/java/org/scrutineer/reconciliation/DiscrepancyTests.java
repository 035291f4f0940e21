package org.scrutineer.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.reconciliation.Discrepancy.Place;

class DiscrepancyTests {

    @Test
    void isOneSentenceOfPlacesFoundExpectedAndRemedy() {
        assertThat(about(new Place("North.xlsx", "CIN", "A3"), new Place("West.xlsx", "CIN", "A9"))
                        .sentence())
                .isEqualTo("North.xlsx, sheet CIN, cell A3; West.xlsx, sheet CIN, cell A9: found \"C1\"; expected"
                        + " otherwise: two teams report the child. Agree which team holds the case.");
    }

    @Test
    void leavesOutPlacesItHasNotAndCountsThoseAboveSix() {
        assertThat(about().sentence())
                .isEqualTo("found \"C1\"; expected otherwise: two teams report the child. Agree which team holds the"
                        + " case.");
        assertThat(about(IntStream.range(1, 10)
                                .mapToObj(row -> new Place("North.xlsx", "CIN", "A" + row))
                                .toArray(Place[]::new))
                        .where())
                .endsWith("North.xlsx, sheet CIN, cell A6; and 3 more");
    }

    private static Discrepancy about(Place... places) {
        return new Discrepancy(
                "child-in-need-in-two-teams",
                Severity.QUERY,
                null,
                List.of("north", "west"),
                List.of(places),
                "C1",
                "otherwise: two teams report the child",
                "Agree which team holds the case.");
    }
}
