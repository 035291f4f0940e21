package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Months;
import org.scrutineer.catalogue.Organisation;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.Window;

/** Whose rows count for whom in April 2021, when two councils had taken the place of the county's. */
class UnitsTests {

    private static final ReportingPeriod APRIL = ReportingPeriod.of(2021, 4);

    private static final Organisation ORGANISATION = aTrust().withTeam(
                    "{id: duty, name: Duty, service: care, formerly: [duty-a], valid-from: 2021-04-01,"
                            + " owes: {visits: [visits]}}")
            .withTeam("{id: duty-a, name: Duty A, service: front-door, valid-to: 2021-03-31,"
                    + " owes: {visits: [visits]}}")
            .catalogue()
            .organisation();

    private static List<String> places(@Nullable String team, @Nullable String authority, boolean byAuthority) {
        return Units.of(ORGANISATION, APRIL, Set.of("WNC", "NNC")).places(team, authority, byAuthority).stream()
                .map(place -> place.organisation() + (place.authority().isEmpty() ? "" : "/" + place.authority()))
                .toList();
    }

    @Test
    void aRowCountsForTheWholeItsAuthorityItsServiceAndItsTeam() {
        assertThat(places("north", "WNC", true)).containsExactly("trust", "trust/WNC", "front-door", "north");
        assertThat(places("north", null, false)).containsExactly("trust", "front-door", "north");
    }

    @Test
    void aRowOfAnotherAuthorityOrNoneIsOfNeither() {
        assertThat(places("north", "NCC", true)).containsExactly("trust", "trust/NEITHER", "front-door", "north");
        assertThat(places("north", null, true)).containsExactly("trust", "trust/NEITHER", "front-door", "north");
    }

    @Test
    void aRowOfAMergedTeamCountsForTheTeamThatTookItsPlace() {
        assertThat(places("duty-a", "WNC", true)).containsExactly("trust", "trust/WNC", "care", "duty");
    }

    @Test
    void aRowOfNoTeamCountsForTheWholeOnly() {
        assertThat(places("trust", "WNC", true)).containsExactly("trust", "trust/WNC");
    }

    @Test
    void aRowOfATeamThatNobodyKnowsCountsForNobody() {
        assertThat(places("lost", "WNC", true)).isEmpty();
        assertThat(places(null, "WNC", true)).isEmpty();
    }

    @Test
    void theAuthoritiesOfAWindowAreThoseThereWereInOneOfItsMonths() {
        var quarter = Window.of(new Months(ReportingPeriod.of(2021, 2), APRIL));

        assertThat(Units.authorities(ORGANISATION, quarter)).containsExactlyInAnyOrder("NCC", "WNC", "NNC");
        assertThat(Units.authorities(ORGANISATION, Window.of(APRIL))).containsExactlyInAnyOrder("WNC", "NNC");
    }
}
