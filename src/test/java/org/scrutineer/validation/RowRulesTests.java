package org.scrutineer.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;
import static org.scrutineer.intake.TestReturn.aReturn;
import static org.scrutineer.validation.Checks.findings;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.TestReturn;
import org.scrutineer.intake.Verdict;

/** What rules say of rows, and what becomes of rows that repeat another. */
class RowRulesTests {

    private static final String RULES = """
                rules:
                      - id: hours-worked
                        expect: hours > 0
                        severity: warning
                        say: nobody worked
                        do: Enter the hours.
                      - id: long-visits-known
                        expect: hours <= 12 or visited is not null
                        severity: error
                        say: a long visit has no date
                        do: Enter the date.
                      - id: no-placeholder
                        expect: child <> 'XXX'
                        severity: block
                        say: the template's example was sent
                        do: Remove the example.
                """.replaceAll("(?m)^ {12}(?=rules)", "");

    private static final LocalDate DAY = LocalDate.of(2018, 12, 3);
    private static final LocalDate AFTER = LocalDate.of(2019, 1, 3);

    @TempDir
    Path folder;

    @Test
    void keepsOutARowThatBreaksARuleWithTheCellTheRuleNames() throws Exception {
        CheckedReturn checked = check(aCatalogue(), visits().row("Visits", 2, "c1", AFTER, 1));

        assertThat(findings(checked))
                .containsExactly(
                        "ERROR north.xlsx, sheet Visits, cell B2: found \"3 Jan 2019\"; expected otherwise: the"
                                + " visit is after the end of the period. Correct the date.");
        assertThat(checked.verdict()).isEqualTo(Verdict.ACCEPTED_WITH_FINDINGS);
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 1, 0, 1, 0, false));
    }

    @Test
    void namesTheFirstColumnOfTheConditionWhereTheRuleNamesNone() throws Exception {
        CheckedReturn checked = check(stricter(), visits().row("Visits", 2, "O'Brien \"c1\"", DAY, 0));

        assertThat(findings(checked))
                .containsExactly("WARNING north.xlsx, sheet Visits, cell C2: found \"0\"; expected otherwise: nobody"
                        + " worked. Enter the hours.");
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 1, 1, 0, 0, false));
    }

    @Test
    void quotesAllColumnsTheConditionMentionsUnderTheirHeaders() throws Exception {
        CheckedReturn checked = check(stricter(), visits().row("Visits", 2, "c1", null, 13.5));

        assertThat(findings(checked))
                .containsExactly(
                        "ERROR north.xlsx, sheet Visits, cell C2, also cell B2: found \"Hours 13.5, Date blank\"; expected"
                                + " otherwise: a long visit has no date. Enter the date.");
    }

    @Test
    void refusesTheReturnWhereARuleBlocks() throws Exception {
        CheckedReturn checked =
                check(stricter(), visits().row("Visits", 2, "XXX", DAY, 1).row("Visits", 3, "c2", DAY, 1));

        assertThat(findings(checked))
                .containsExactly("BLOCK north.xlsx, sheet Visits, cell A2: found \"XXX\"; expected otherwise: the"
                        + " template's example was sent. Remove the example.");
        assertThat(checked.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(checked.counts())
                .containsExactly(new RowCount("visits", 2, 0, 2, 0, false), new RowCount("cases", 1, 0, 1, 0, false));
    }

    @Test
    void asksEveryRuleAndKeepsEveryAnswer() throws Exception {
        CheckedReturn checked = check(
                stricter(),
                visits().row("Visits", 2, "XXX", null, 13)
                        .row("Visits", 3, "XXX", DAY, 0)
                        .row("Visits", 4, "c3", DAY, 0));

        assertThat(checked.findings())
                .extracting(finding -> finding.rule() + " " + finding.cell())
                .containsExactly(
                        "no-placeholder A2",
                        "no-placeholder A3",
                        "long-visits-known C2",
                        "hours-worked C3",
                        "hours-worked C4");
    }

    @Test
    void asksOfARowThatACellKeepsOutEveryRuleThatNeedsNoneOfItsUnreadableCells() throws Exception {
        CheckedReturn checked = check(stricter(), visits().row("Visits", 2, "XXX", "tomorrow", 13));

        assertThat(checked.findings())
                .extracting(finding -> finding.rule() + " " + finding.cell())
                .containsExactly("no-placeholder A2", "date-expected B2");
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 1, 0, 1, 0, false));
    }

    @Test
    void takesARuleThatCannotBeAnsweredForKept() throws Exception {
        CheckedReturn checked = check(stricter(), visits().row("Visits", 2, "c1", null, null));

        assertThat(findings(checked)).isEmpty();
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 1, 1, 0, 0, false));
    }

    @Test
    void keepsTheFirstOfTwoRowsOfOneKey() throws Exception {
        CheckedReturn checked = check(
                aCatalogue(),
                visits().row("Visits", 2, "c1", DAY, 1)
                        .row("Visits", 3, "c2", DAY, 1)
                        .row("Visits", 5, "c1", DAY, 2)
                        .row("Visits", 6, "c1", DAY, 3));

        assertThat(findings(checked))
                .containsExactly(
                        "ERROR north.xlsx, sheet Visits, cell A5, also cell A2: found \"the same Child ID, Date as in row 2\";"
                                + " expected each Child ID, Date once. Remove the row that is wrong; until then the"
                                + " first one counts.",
                        "ERROR north.xlsx, sheet Visits, cell A6, also cell A2: found \"the same Child ID, Date as in row 2\";"
                                + " expected each Child ID, Date once. Remove the row that is wrong; until then the"
                                + " first one counts.");
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 4, 2, 2, 0, false));
    }

    @Test
    void takesARowForTheFirstOfItsKeyWhereARuleKeepsTheOneAboveOut() throws Exception {
        CheckedReturn checked = check(
                dateOf("hours <= 12"),
                visits().row("Visits", 2, "c1", DAY, 13)
                        .row("Visits", 3, "c1", DAY, 1)
                        .row("Visits", 4, "c1", DAY, 2));

        assertThat(findings(checked))
                .containsExactly(
                        "ERROR north.xlsx, sheet Visits, cell B2, also cell C2: found \"13\"; expected otherwise: the visit is after"
                                + " the end of the period. Correct the date.",
                        "ERROR north.xlsx, sheet Visits, cell A4, also cell A3: found \"the same Child ID, Date as in row 3\";"
                                + " expected each Child ID, Date once. Remove the row that is wrong; until then the"
                                + " first one counts.");
        assertThat(checked.counts().get(0)).isEqualTo(new RowCount("visits", 3, 1, 2, 0, false));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            child is not null and hours < 5 | 2
            length(child) > 3               | 1
            working_days(visited, :end) > 0 | 0
            """)
    void asksAnyConditionOverTheColumns(String condition, int refused) throws Exception {
        CheckedReturn checked = check(
                dateOf(condition),
                visits().row("Visits", 2, "c1", DAY, 5).row("Visits", 3, "c1 O'Brien", LocalDate.of(2018, 12, 4), 6));

        assertThat(checked.counts().get(0).refused()).isEqualTo(refused);
    }

    private CheckedReturn check(SmallCatalogue catalogue, TestReturn sent) throws Exception {
        try (Checks checks = Checks.in(folder, catalogue)) {
            return checks.check(sent);
        }
    }

    /** The sound return, without any visits yet. */
    private static TestReturn visits() {
        return aReturn().without("Visits").row("Visits", 1, "Child ID", "Date", "Hours");
    }

    private static SmallCatalogue stricter() {
        return aCatalogue().changing("returns/visits.yaml", "rules:\n", RULES);
    }

    private static SmallCatalogue dateOf(String condition) {
        return aCatalogue().changing("returns/visits.yaml", "visited <= :end", condition);
    }
}
