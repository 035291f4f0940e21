package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationReaderTests {

    private static final String FILE = "organisation.yaml";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            service: front-door    | service: fornt-door        | line 12: found "fornt-door"; expected one of the services front-door. Did you mean "front-door"?
            {visits: [visits       | {visit: [visits            | line 14: found "visit"; expected one of the return types visits. Did you mean "visits"?
            [visits, cases]        | [visits, case]             | line 14: found "case"; expected one of the datasets of visits visits, cases. Did you mean "cases"?
            valid-from: 2021-04-01 | valid-from: 2021-02-30     | line 6: found "2021-02-30"; expected a date, e.g. 2021-03-31.
            valid-from: 2021-04-01 | valid-from: 2021-04-01, valid-to: 31/03/2021 | line 6: found "2021-03-31"; expected a date on or after valid-from, 2021-04-01.
            aliases: [N1]          | valid-from: soon           | line 13: found "soon"; expected a date, e.g. 2021-03-31.
            """)
    void tellsWhatDoesNotFit(String right, String wrong, String sentence) {
        assertThat(aCatalogue().changing(FILE, right, wrong).problems()).containsExactly(FILE + ", " + sentence);
    }

    @Test
    void tellsIdsThatAreThereTwice() {
        var catalogue = aCatalogue()
                .changing(FILE, "services:", "  - {id: wnc, name: West again}\nservices:")
                .changing(FILE, "teams:", "  - {id: front-door, name: Front}\nteams:");

        assertThat(catalogue.problems())
                .containsExactly(
                        FILE
                                + ", line 7: found \"wnc\"; expected an id that no other authority has; it is on line 6 already.",
                        FILE
                                + ", line 10: found \"front-door\"; expected an id that no other service, team or role, nor the organisation, has; it is on line 9"
                                + " already.");
    }

    @Test
    void tellsNamesThatTwoTeamsHaveAtTheSameTime() {
        var catalogue = withAnotherTeam("{id: south, name: n1, service: front-door, aliases: [team  NORTH]}");

        assertThat(catalogue.problems())
                .containsExactlyInAnyOrder(
                        FILE
                                + ", line 15: found \"n1\"; expected an id, name or alias that no other team has at the same time;"
                                + " it is on line 13 already.",
                        FILE
                                + ", line 15: found \"team NORTH\"; expected an id, name or alias that no other team has at the"
                                + " same time; it is on line 11 already.");
    }

    @Test
    void aNameMayPassFromOneTeamToAnother() {
        Catalogue catalogue = withAnotherTeam("{id: south, name: N1, service: front-door, valid-from: 2021-04-01}")
                .changing(FILE, "aliases: [N1]", "aliases: [N1]\n    valid-to: 2021-03-31")
                .catalogue();

        assertThat(List.of(ReportingPeriod.of(2021, 3), ReportingPeriod.of(2021, 4)))
                .extracting(period -> catalogue
                        .organisation()
                        .team("N1", period)
                        .orElseThrow()
                        .id())
                .containsExactly("north", "south");
    }

    @Test
    void anIndicatorIsOwnedByOneOfTheRolesWhereThereAreAny() {
        SmallCatalogue catalogue = aCatalogue()
                .with(
                        FILE,
                        aCatalogue().text(FILE)
                                + "roles:\n  - {id: head-of-visit, name: Head of Visits, contact: visits@trust.example}\n");

        assertThat(catalogue.problems())
                .containsExactly(
                        "indicators/visits.yaml, line 4: found \"head-of-visits\"; expected one of the roles of"
                                + " organisation.yaml head-of-visit. Did you mean \"head-of-visit\"?",
                        "indicators/visits.yaml, line 15: found \"head-of-visits\"; expected one of the roles of"
                                + " organisation.yaml head-of-visit. Did you mean \"head-of-visit\"?");
    }

    @Test
    void aRoleIsKnownByItsNameAndItsId() {
        Organisation organisation = aCatalogue()
                .with(
                        FILE,
                        aCatalogue().text(FILE)
                                + "roles:\n  - {id: head-of-visits, name: Head of Visits, contact: visits@trust.example}\n")
                .catalogue()
                .organisation();

        assertThat(organisation.role("head of  VISITS"))
                .isEqualTo(organisation.role("head-of-visits"))
                .contains(new Organisation.Role(
                        "head-of-visits", "Head of Visits", "visits@trust.example", "visits@trust.example", List.of()));
        assertThat(organisation.senderName("head-of-visits")).isEqualTo("Head of Visits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            valid-to: 2021-03-31 | formerly: [nroth], valid-from: 2021-04-01 | found "nroth"; expected one of the teams north, south. Did you mean "north"?
            valid-to: 2021-03-31 | formerly: [north]                         | found "north"; expected a valid-from of south too, the day after the last one of the team it took the place of.
            valid-to: 2021-03-30 | formerly: [north], valid-from: 2021-04-01 | found "north"; expected a team whose valid-to is 2021-03-31, the day before the valid-from of south; see organisation.yaml, line 10.
            aliases: [N1]        | formerly: [north], valid-from: 2021-04-01 | found "north"; expected a team whose valid-to is 2021-03-31, the day before the valid-from of south; see organisation.yaml, line 10.
            """)
    void tellsATeamThatCannotHaveBeenTakenThePlaceOf(String ends, String begins, String sentence) {
        assertThat(withAnotherTeam("{id: south, name: South, service: front-door, " + begins + "}")
                        .changing(FILE, "aliases: [N1]", ends)
                        .problems())
                .containsExactly(FILE + ", line 15: " + sentence);
    }

    private static SmallCatalogue withAnotherTeam(String team) {
        return aCatalogue().with(FILE, aCatalogue().text(FILE) + "  - " + team + "\n");
    }
}
