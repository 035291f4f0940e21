package org.scrutineer.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.CellPlace;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.PlacedFinding;
import org.scrutineer.intake.PlacedFinding.Place;
import org.scrutineer.records.RowChanges.Asked;

/** What findings about visits, whose key is child and day, ask to be changed. */
class AskedChangesTests {

    private static final Dataset VISITS = aCatalogue().catalogue().datasets().get(0);

    @Test
    void aFindingAboutACellAsksForThatCell() {
        assertThat(asked(finding("number-expected", Severity.ERROR, place("hours", "A")), null))
                .containsExactly(new Asked("A", null, "hours"));
    }

    @Test
    void aRowWithoutAReadableKeyIsToldByWhereItStood() {
        assertThat(asked(finding("value-missing", Severity.ERROR, place("child", null)), null))
                .containsExactly(new Asked(null, 7, "child"));
    }

    @Test
    void aRowWhoseKeyIsToBeCorrectedMayComeBackUnderAnother() {
        assertThat(asked(finding("date-expected", Severity.ERROR, place("visited", "A")), null))
                .containsExactly(new Asked("A", 7, "visited"));
    }

    @Test
    void aRuleOverARowAsksForTheCellsItNamesOrElseForTheWholeRow() {
        assertThat(asked(finding("not-in-future", Severity.ERROR, place("visited", "A")), null))
                .containsExactly(new Asked("A", 7, null));
        assertThat(asked(finding("not-in-future", Severity.WARNING, place("visited", "A"), place("hours", "A")), null))
                .containsExactly(new Asked("A", null, "visited"), new Asked("A", null, "hours"));
    }

    @Test
    void aRowThatIsRefusedNowMayBeGoneButNotBeChanged() {
        assertThat(asked(null, finding("number-expected", Severity.ERROR, place("hours", "B"))))
                .containsExactly(new Asked("B", null, Asked.NO_COLUMN));
        assertThat(asked(null, finding("number-expected", Severity.WARNING, place("hours", "B"))))
                .isEmpty();
    }

    @Test
    void aFindingAboutTheSheetAsksForAnyOfItsRows() {
        var sheet = finding("sheet-empty", Severity.WARNING, new Place("visits", null, 0, null));
        var other = finding("sheet-empty", Severity.WARNING, new Place("cases", null, 0, null));

        assertThat(AskedChanges.ofWholeSheet(VISITS, List.of(sheet))).isTrue();
        assertThat(AskedChanges.ofWholeSheet(VISITS, List.of(other))).isFalse();
        assertThat(asked(other, other)).isEmpty();
    }

    private static List<Asked> asked(@Nullable PlacedFinding before, @Nullable PlacedFinding now) {
        return AskedChanges.of(
                VISITS, before == null ? List.of() : List.of(before), now == null ? List.of() : List.of(now));
    }

    private static Place place(String column, @Nullable String key) {
        return new Place("visits", column, 7, key);
    }

    private static PlacedFinding finding(String rule, Severity severity, Place... places) {
        List<CellPlace> also = List.of(places).stream()
                .skip(1)
                .map(place -> new CellPlace("Visits", "C7"))
                .toList();
        return new PlacedFinding(
                new Finding(rule, severity, "a.xlsx", "Visits", "B7", null, "x", "Do it.", also, null),
                0,
                List.of(places));
    }
}
