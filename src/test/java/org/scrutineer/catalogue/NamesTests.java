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

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a zero-width space, Child\u200b ID",
        "a byte order mark, \ufeffChild ID",
        "a soft hyphen, Chi\u00adld ID",
        "a non-breaking space, Child\u00a0ID",
        "a thin space, Child\u2009ID",
        "full-width letters, \uff23hild ID",
        "a right-to-left mark, Child\u200f ID",
    })
    void comparesWithoutWhatCannotBeSeen(String what, String written) {
        assertThat(Names.normal(written)).isEqualTo("child id");
    }

    @ParameterizedTest
    @CsvSource({
        "O\u2019Brien, o'brien",
        "O\u02bcBrien, o'brien",
        "O\u00b4Brien, o'brien",
        "O`Brien, o'brien",
        "\u201cNorth\u201d, \"north\"",
        "SG\u2013West, sg-west",
        "SG\u2014West, sg-west",
        "SG\u2011West, sg-west",
        "\u22121, -1",
        "Zoe\u0308, zo\u00eb",
        "Zo\u00eb, zo\u00eb",
        "a  b\tc d, a b c d",
    })
    void comparesQuotesDashesAndAccentsAsTheyLook(String written, String normal) {
        assertThat(Names.normal(written)).isEqualTo(normal);
    }

    @Test
    void keepsTheCaseOfASpelling() {
        assertThat(Names.spelling(" AB\u2013 12\u200b ")).isEqualTo("AB- 12");
        assertThat(Names.spelling("")).isEmpty();
        assertThat(Names.spelling(" \u200b ")).isEmpty();
    }
}
