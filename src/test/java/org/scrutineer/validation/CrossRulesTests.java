package org.scrutineer.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestReturn.aReturn;
import static org.scrutineer.validation.Checks.findings;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.TestReturn;
import org.scrutineer.intake.Verdict;

/** What rules say over several rows and sheets of a return, and what waivers make of it. */
class CrossRulesTests {

    private static final String OPEN_CASE = """
            rules:
              - id: visited-child-has-case
                over: visits
                match: cases
                on: child
                expect: cases.child is not null
                severity: error
                say: the child has no open case
                do: Open the case, or correct the child's ID.
            """;

    private static final String HOURS_OF_A_CHILD = """
            rules:
              - id: hours-of-a-child
                over: visits
                per: [child]
                expect: sum(hours) <= 20
                severity: query
                cell: hours
                say: the visits to the child take more than 20 hours in all
                do: Confirm the hours.
            """;

    private static final String COUNCIL_KNOWN = """
            rules:
              - id: council-known-of-long-visits
                over: visits
                match: cases
                on: child
                expect: visits.hours <= 5 or cases.authority <> 'NO'
                severity: warning
                say: a long visit was paid to a child of no council
                do: Enter the council.
            """;

    private static final LocalDate DAY = LocalDate.of(2018, 12, 3);

    @TempDir
    Path folder;

    @Test
    void keepsOutARowWhoseCounterpartIsLacking() throws Exception {
        CheckedReturn checked =
                check(with(OPEN_CASE), visits().row("Visits", 2, "c1", DAY, 1).row("Visits", 3, "c9", DAY, 1));

        assertThat(findings(checked))
                .containsExactly("ERROR north.xlsx, sheet Visits, cell A3: found \"c9\"; expected otherwise: the child"
                        + " has no open case. Open the case, or correct the child's ID.");
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 2, 1, 1, 0, false));
    }

    @Test
    void namesTheCellsOfBothSheets() throws Exception {
        CheckedReturn checked = check(
                with(COUNCIL_KNOWN),
                visits().row("Visits", 2, "c2", DAY, 6).row("Cases", 3, "c2", "Team North", "None"));

        assertThat(findings(checked))
                .containsExactly(
                        "WARNING north.xlsx, sheet Visits, cell C2, also sheet Cases, cell C3: found \"Hours 6,"
                                + " Council NO\"; expected otherwise: a long visit was paid to a child of no council. Enter the"
                                + " council.");
    }

    @Test
    void namesEveryRowOfAGroup() throws Exception {
        CheckedReturn checked = check(
                with(HOURS_OF_A_CHILD),
                visits().row("Visits", 2, "c1", DAY, 15)
                        .row("Visits", 3, "c2", DAY, 20)
                        .row("Visits", 4, "c1", DAY.plusDays(1), 6));

        assertThat(findings(checked))
                .containsExactly("QUERY north.xlsx, sheet Visits, cell C2, also cell C4: found \"2 rows\"; expected"
                        + " otherwise: the visits to the child take more than 20 hours in all. Confirm the hours.");
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 3, 3, 0, 0, false));
    }

    @Test
    void takesARowForThereThatAnotherCellKeepsOut() throws Exception {
        CheckedReturn checked = check(
                with(OPEN_CASE), visits().row("Visits", 2, "c2", DAY, 1).row("Cases", 3, "c2", "Team North", "Mars"));

        assertThat(checked.findings()).extracting(finding -> finding.rule()).containsExactly("code-unknown");
    }

    @Test
    void asksNothingWhereTheOtherSheetWasNotSent() throws Exception {
        CheckedReturn checked =
                check(with(OPEN_CASE), visits().row("Visits", 2, "c9", DAY, 1).without("Cases"), "cases");

        assertThat(findings(checked)).isEmpty();
        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void letsARowCountWhoseFindingIsWaived() throws Exception {
        CheckedReturn checked = check(
                with(OPEN_CASE).with("waivers.yaml", waiver("2018-12-31")), visits().row("Visits", 2, "c9", DAY, 1));

        assertThat(findings(checked))
                .containsExactly("ERROR north.xlsx, sheet Visits, cell A2: found \"c9\"; expected otherwise: the child"
                        + " has no open case. Open the case, or correct the child's ID. Waived until 31 December 2018 by"
                        + " head-of-visits: cases are being moved to the new system.");
        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_FINDINGS);
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 1, 1, 0, 0, false));
    }

    @Test
    void tellsOfAWaiverThatHasExpiredAndKeepsTheRowOut() throws Exception {
        CheckedReturn checked = check(
                with(OPEN_CASE).with("waivers.yaml", waiver("2018-12-30")),
                visits().row("Visits", 2, "c9", DAY, 1)
                        .row("Visits", 3, "c8", DAY, 1)
                        .row("Visits", 4, "c1", DAY, 1));

        assertThat(findings(checked))
                .hasSize(3)
                .endsWith("INFO north.xlsx: found \"visited-child-has-case\"; expected no waiver that has expired; that"
                        + " of head-of-visits ended on 30 December 2018 and applies no more. Correct what the rule finds,"
                        + " or agree on a new waiver with head-of-visits.");
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 3, 1, 2, 0, false));
    }

    @Test
    void waivesForTheTeamItNamesOnly() throws Exception {
        CheckedReturn checked = check(
                with(OPEN_CASE).with("waivers.yaml", waiver("2018-12-31") + "  dataset: cases\n"),
                visits().row("Visits", 2, "c9", DAY, 1).row("Visits", 3, "c1", DAY, 1));

        assertThat(checked.counts().get(0).refused()).isEqualTo(1);
    }

    private static String waiver(String expires) {
        return """
                - rule: visited-child-has-case
                  team: north
                  reason: cases are being moved to the new system
                  owner: head-of-visits
                  expires: %s
                """.formatted(expires);
    }

    private CheckedReturn check(SmallCatalogue catalogue, TestReturn sent, String... nothingToReport) throws Exception {
        try (Checks checks = Checks.in(folder, catalogue)) {
            return checks.check(sent, nothingToReport);
        }
    }

    private static SmallCatalogue with(String rules) {
        return aCatalogue().with("returns/visits.yaml", aCatalogue().text("returns/visits.yaml") + rules);
    }

    /** The sound return, without any visits yet. */
    private static TestReturn visits() {
        return aReturn().without("Visits").row("Visits", 1, "Child ID", "Date", "Hours");
    }
}
