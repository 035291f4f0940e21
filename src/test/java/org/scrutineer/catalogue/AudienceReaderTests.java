package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Audience.Columns;
import org.scrutineer.catalogue.Audience.Layout;
import org.scrutineer.catalogue.Audience.Paper;
import org.scrutineer.catalogue.Audience.Sheet;
import org.scrutineer.catalogue.Organisation.Level;
import org.scrutineer.lint.LintWaiver;
import org.scrutineer.lint.Rule;

class AudienceReaderTests {

    private static final String BOARD = """
            id: board
            name: The board
            title: Performance
            status: Provisional
            """;

    private static final String DISCLOSURE = """
            - id: small
              name: Small numbers
              hide-up-to: 5
              source: Local rule
            """;

    private static SmallCatalogue board(String more) {
        return aCatalogue().with("disclosure.yaml", DISCLOSURE).with("publications/board.yaml", BOARD + more);
    }

    @Test
    void readsWhatAnAudienceMayHaveAndWhatItsWorkbookLooksLike() {
        Audience audience = board("""
                        levels: [service]
                        authority: WNC
                        sheets: [scorecard, by-authority, notes]
                        columns: paper
                        indicators: [V02, V01]
                        disclosure: small
                        paper: A3
                        freeze-panes: true
                        filters: true
                        fills: false
                        waive:
                          - {rule: filters, because: Managers look up their team.}
                          - {rule: freeze-panes, sheet: Scorecard, because: It is long.}
                        """).catalogue().audiences().get(0);

        assertThat(audience.levels()).isEqualTo(Set.of(Level.WHOLE, Level.SERVICE));
        assertThat(audience.authority()).isEqualTo("WNC");
        assertThat(audience.sheets()).containsExactly(Sheet.SCORECARD, Sheet.BY_AUTHORITY, Sheet.NOTES);
        assertThat(audience.columns()).isEqualTo(Columns.PAPER);
        assertThat(audience.indicators()).containsExactly("V02", "V01");
        assertThat(audience.disclosure()).isEqualTo("small");
        assertThat(audience.layout())
                .isEqualTo(new Layout(
                        Paper.A3,
                        true,
                        true,
                        false,
                        List.of(
                                new LintWaiver(Rule.FILTERS, null, "Managers look up their team."),
                                new LintWaiver(Rule.FREEZE_PANES, "Scorecard", "It is long."))));
        assertThat(audience.seesRows()).isFalse();
    }

    private static final String ROLES = """
            roles:
              - {id: head-of-visits, name: Head of Visits, contact: visits@trust.example}
              - id: director
                name: Director
                contact: room 12
                email: director@trust.example
                holders:
                  - {name: Ben, account: bjones, deputy: true}
                  - {name: Ada, account: asmith}
              - {id: board, name: The board, contact: room 1}
            officers: [head-of-visits]
            authorities:
            """;

    private static SmallCatalogue boardWithRoles(String more) {
        return board(more).changing("organisation.yaml", "authorities:\n", ROLES);
    }

    @Test
    void readsWhoApprovesAPublicationAndWhatItIsBlockedBy() {
        Catalogue catalogue = boardWithRoles("""
                recipients: [head-of-visits, director]
                approvers: [director]
                blocked-by: [held-returns, second-opinion]
                """).catalogue();

        assertThat(catalogue.audiences().get(0).release())
                .isEqualTo(new Audience.Release(
                        false,
                        List.of("director"),
                        Set.of(Audience.Check.HELD_RETURNS, Audience.Check.SECOND_OPINION)));
        Organisation.Role director = catalogue.organisation().role("director").orElseThrow();
        assertThat(director.email()).isEqualTo("director@trust.example");
        assertThat(director.holders())
                .containsExactly(
                        new Organisation.Holder("Ada", "asmith", false),
                        new Organisation.Holder("Ben", "bjones", true));
        assertThat(catalogue.organisation().role("head-of-visits").orElseThrow().email())
                .isEqualTo("visits@trust.example");
        assertThat(catalogue.organisation().officers()).containsExactly("head-of-visits");
    }

    @Test
    void whatSaysNothingOfItsReleaseIsBlockedByEverythingAndApprovedByNobody() {
        assertThat(board("").catalogue().audiences().get(0).release()).isEqualTo(Audience.Release.NONE);
        assertThat(board("release: automatic\nblocked-by: []\n")
                        .catalogue()
                        .audiences()
                        .get(0)
                        .release())
                .isEqualTo(new Audience.Release(true, List.of(), Set.of()));
    }

    @Test
    void tellsMistakesAboutTheReleaseOfAPublication() {
        assertThat(boardWithRoles("""
                        recipients: [board]
                        release: automatic
                        approvers: [director, head-of-visits, directer]
                        blocked-by: [held-return]
                        """)
                        .changing("organisation.yaml", "account: bjones", "account: asmith")
                        .changing("organisation.yaml", "officers: [head-of-visits]", "officers: [head-of-visit]")
                        .changing("organisation.yaml", "email: director@", "email: director at ")
                        .problems())
                .containsExactly(
                        "organisation.yaml, line 10: found \"director at trust.example\"; expected a mail address, e.g."
                                + " north@trust.example.",
                        "organisation.yaml, line 13: found \"asmith\"; expected an account once for each role; it is on line 12"
                                + " already.",
                        "organisation.yaml, line 15: found \"head-of-visit\"; expected one of the roles head-of-visits,"
                                + " director, board. Did you mean \"head-of-visits\"?",
                        "publications/board.yaml, line 5: found \"board\"; expected a role with an email, or a contact that is"
                                + " one, in organisation.yaml.",
                        "publications/board.yaml, line 7: found \"head-of-visits\"; expected a role with holders in"
                                + " organisation.yaml.",
                        "publications/board.yaml, line 7: expected no approvers, as release is automatic and nobody is asked.",
                        "publications/board.yaml, line 7: found \"directer\"; expected one of the roles of organisation.yaml"
                                + " head-of-visits, director, board. Did you mean \"director\"?",
                        "publications/board.yaml, line 8: found \"held-return\"; expected one of held-returns, refused-returns,"
                                + " newer-returns, coverage, discrepancies, second-opinion, explanations. Did you mean"
                                + " \"held-returns\"?");
    }

    @Test
    void givesAllThatThereIsToAnAudienceThatSaysNothing() {
        Audience audience = board("").catalogue().audiences().get(0);

        assertThat(audience.levels()).containsExactly(Level.values());
        assertThat(audience.sheets()).containsExactly(Sheet.values());
        assertThat(audience.columns()).isEqualTo(Columns.FULL);
        assertThat(audience.layout()).isEqualTo(Layout.ACCESSIBLE);
        assertThat(audience.seesRows()).isTrue();
    }

    @Test
    void isPublishedForOneAuthorityOnlyWhileThatExists() {
        Catalogue catalogue = board("authority: WNC\n").catalogue();
        Audience audience = catalogue.audiences().get(0);

        assertThat(audience.isPublishedIn(ReportingPeriod.of(2021, 3), catalogue.organisation()))
                .isFalse();
        assertThat(audience.isPublishedIn(ReportingPeriod.of(2021, 4), catalogue.organisation()))
                .isTrue();
    }

    @Test
    void tellsEachMistakeWithItsLine() {
        assertThat(board("""
                        levels: [sevice]
                        authority: WCN
                        sheets: [scorecard, trends]
                        disclosure: smal
                        recipients: [the-clerk]
                        columns: narrow
                        paper: A5
                        filters: sometimes
                        waive: [{rule: filter, because: They are wanted.}]
                        """).problems())
                .containsExactly(
                        "publications/board.yaml, line 5: found \"sevice\"; expected one of whole, service, team. Did you"
                                + " mean \"service\"?",
                        "publications/board.yaml, line 6: found \"WCN\"; expected one of the authorities of"
                                + " organisation.yaml WNC. Did you mean \"WNC\"?",
                        "publications/board.yaml, line 7: found \"trends\"; expected a sheet without series, file names"
                                + " and quoted figures, as disclosure hides small numbers.",
                        "publications/board.yaml, line 7: expected notes among the sheets, as the others refer to it.",
                        "publications/board.yaml, line 8: found \"smal\"; expected one of the profiles of disclosure.yaml"
                                + " small. Did you mean \"small\"?",
                        "publications/board.yaml, line 9: found \"the-clerk\"; expected one of the roles of"
                                + " organisation.yaml, of which there are none.",
                        "publications/board.yaml, line 10: found \"narrow\"; expected one of full, paper.",
                        "publications/board.yaml, line 11: found \"A5\"; expected one of A4, A3. Did you mean \"A3\"?",
                        "publications/board.yaml, line 12: found \"sometimes\"; expected true or false.",
                        "publications/board.yaml, line 13: found \"filter\"; expected one of the rules for workbooks. Did you"
                                + " mean \"filters\"?");
    }

    @Test
    void wantsAPaperToChooseAtMostTwentyIndicators() {
        String many = IntStream.range(0, 21).mapToObj(i -> "V01").collect(Collectors.joining(", "));

        assertThat(board("columns: paper\n").problems())
                .containsExactly(
                        "publications/board.yaml, line 1: expected 1 to 20 indicators under the key indicators,"
                                + " as columns is paper.");
        assertThat(board("columns: paper\nindicators: [" + many + "]\n").problems())
                .contains("publications/board.yaml, line 6: found \"21 indicators\"; expected 1 to 20 indicators under"
                        + " the key indicators, as columns is paper.");
    }

    @Test
    void wantsAPublicAudienceToNameItsSheets() {
        assertThat(board("disclosure: small\n").problems())
                .isEqualTo(List.of("publications/board.yaml, line 1: expected the key sheets here, as disclosure hides"
                        + " small numbers."));
    }
}
