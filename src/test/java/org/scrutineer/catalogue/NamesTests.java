package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTests {

    private static final List<String> KNOWN = List.of("referrals", "assessments", "AS01", "AS04P", "Team North");

    @ParameterizedTest
    @CsvSource({
        "refferals, referrals",
        "Referral, referrals",
        "refrerals, referrals",
        "asessment, assessments",
        "AS1, AS01",
        "as01, AS01",
        "AS10, AS01",
        "team nroth, Team North"
    })
    void findsTheNearestKnownName(String slip, String meant) {
        assertThat(Names.nearest(slip, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"visits", "XY99", "Team South-West", "''"})
    void findsNoneWhereNothingIsNear(String name) {
        assertThat(Names.nearest(name, KNOWN)).isEmpty();
    }

    @Test
    void findsTheSameOneWhateverTheOrder() {
        assertThat(Names.nearest("A3", List.of("A2", "A1"))).isEqualTo(Names.nearest("A3", List.of("A1", "A2")));
    }

    @Test
    void comparesWithoutCaseAndBlanks() {
        assertThat(Names.same(" Team\u00a0 north", "TEAM North ")).isTrue();
        assertThat(Names.same("TeamNorth", "Team North")).isFalse();
    }
}
