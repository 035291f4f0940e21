package org.scrutineer.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.PlacedFinding;

/** Which findings of two attempts are the same; each is given its place, its rule, its cell and its row's key. */
class FindingMatcherTests {

    @Test
    void aFindingMovesWithItsRow() {
        assertThat(FindingMatcher.match(
                        List.of(finding(0, "date-expected", "B9", "A2")),
                        List.of(finding(0, "date-expected", "B3", "A1"), finding(1, "date-expected", "B4", "A2"))))
                .containsOnly(java.util.Map.entry(0, 1));
    }

    @Test
    void anotherRowInTheSameCellIsAnotherFinding() {
        assertThat(FindingMatcher.match(
                        List.of(finding(0, "date-expected", "B3", "A2")),
                        List.of(finding(0, "date-expected", "B3", "A1"))))
                .isEmpty();
    }

    @Test
    void withoutAKeyTheCellSaysWhichItIs() {
        assertThat(FindingMatcher.match(
                        List.of(finding(0, "date-expected", "B3", "A2"), finding(1, "value-missing", "A5", null)),
                        List.of(finding(0, "date-expected", "B3", null), finding(1, "value-missing", "A5", null))))
                .containsOnly(java.util.Map.entry(0, 0), java.util.Map.entry(1, 1));
    }

    @Test
    void anotherRuleOrColumnIsAnotherFinding() {
        assertThat(FindingMatcher.match(
                        List.of(finding(0, "out-of-range", "B3", "A1"), finding(1, "date-expected", "C3", "A1")),
                        List.of(finding(0, "date-expected", "B3", "A1"))))
                .isEmpty();
    }

    @Test
    void severalOfOneKindArePairedOneByOne() {
        assertThat(FindingMatcher.match(
                        List.of(
                                missing(0, "a column Grade"),
                                missing(1, "a column Team audited"),
                                missing(2, "a column Grade")),
                        List.of(missing(0, "a column Team audited"), missing(1, "a column Grade"))))
                .containsOnly(java.util.Map.entry(0, 1), java.util.Map.entry(1, 0));
    }

    private static PlacedFinding finding(int place, String rule, String cell, @Nullable String key) {
        return new PlacedFinding(
                new Finding(rule, Severity.ERROR, "a.xlsx", "Audits", cell, null, "something else", "Mend it."),
                place,
                List.of(new PlacedFinding.Place(
                        "audits", cell.substring(0, 1), Integer.parseInt(cell.substring(1)), key)));
    }

    private static PlacedFinding missing(int place, String expected) {
        return new PlacedFinding(
                new Finding("column-missing", Severity.WARNING, "a.xlsx", "Audits", "A1", null, expected, "Add it."),
                place,
                List.of(new PlacedFinding.Place("audits", null, 1, null)));
    }
}
