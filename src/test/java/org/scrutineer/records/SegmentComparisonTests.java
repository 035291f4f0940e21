package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.SmallCatalogue;
import org.scrutineer.records.RowChanges.Asked;
import org.scrutineer.records.RowChanges.Change;

/** What differs between two attempts: visits of a child on a day, and their hours. */
class SegmentComparisonTests {

    private static final String A = "A\u001f2018-12-03";
    private static final String B = "B\u001f2018-12-03";

    @TempDir
    Path folder;

    private SealedReturns returns;
    private Dataset visits;

    @BeforeEach
    void open() {
        Catalogue catalogue = SmallCatalogue.aCatalogue().catalogue();
        visits = catalogue.datasets().get(0);
        returns = SealedReturns.in(folder, catalogue);
    }

    @AfterEach
    void close() {
        returns.close();
    }

    @Test
    void rowsThatOnlyMovedAreTheSame() {
        sealed("A | 2018-12-03 | 1.5", "B | 2018-12-03 |");
        sealed("B | 2018-12-03 |", "A | 2018-12-03 | 1.5");

        assertThat(changes()).isEqualTo(new RowChanges(0, 0, 0, List.of()));
        assertThat(changes().isEmpty()).isTrue();
    }

    @Test
    void rowsAddedRemovedAndChangedAreToldByTheirKeys() {
        sealed("A | 2018-12-03 | 1.5", "B | 2018-12-03 | 2");
        sealed("C | 2018-12-04 | 3", "A | 2018-12-03 |");

        assertThat(changes())
                .isEqualTo(new RowChanges(
                        1,
                        1,
                        1,
                        List.of(
                                new Change("C\u001f2018-12-04", null, null, 2, null, null),
                                new Change(B, null, 3, null, null, null),
                                new Change(A, "hours", 2, 3, "1.5", ""))));
    }

    @Test
    void whatWasAskedForIsLeftOut() {
        sealed("A | 2018-12-03 | 1.5", "B | 2018-12-03 | 2");
        sealed("C | 2018-12-04 | 3", "A | 2018-12-03 | 2.5");

        assertThat(changes(new Asked(A, null, "hours")))
                .extracting(RowChanges::changed)
                .isEqualTo(0L);
        assertThat(changes(new Asked(A, null, null)))
                .extracting(RowChanges::changed)
                .isEqualTo(0L);
        assertThat(changes(new Asked(A, null, "visited")))
                .extracting(RowChanges::changed)
                .isEqualTo(1L);
        assertThat(changes(new Asked(A, null, Asked.NO_COLUMN)))
                .extracting(RowChanges::changed)
                .isEqualTo(1L);
        assertThat(changes(new Asked(B, null, Asked.NO_COLUMN)))
                .extracting(RowChanges::removed)
                .isEqualTo(0L);
        assertThat(changes(new Asked(null, 2, null)))
                .extracting(RowChanges::added)
                .isEqualTo(0L);
        assertThat(changes(new Asked(null, 2, null)))
                .extracting(RowChanges::removed)
                .isEqualTo(1L);
        assertThat(changes(new Asked(null, 2, null)))
                .extracting(RowChanges::changed)
                .isEqualTo(1L);
    }

    @Test
    void allOfThemAreCountedAndTheFirstOfEachKindTold() {
        var many = new String[200];
        for (int i = 0; i < many.length; i++) {
            many[i] = "A" + i + " | 2018-12-03 | 1";
        }
        sealed("B | 2018-12-03 | 2");
        sealed(many);

        assertThat(changes().added()).isEqualTo(200);
        assertThat(changes().removed()).isEqualTo(1);
        assertThat(changes().first()).hasSize(51);
    }

    @Test
    void aSheetThatWasNotThereHasNoRows() {
        sealed("A | 2018-12-03 | 1.5");

        assertThat(returns.store().changes(visits, Optional.empty(), Optional.of(segment(0)), List.of()))
                .extracting(RowChanges::added)
                .isEqualTo(1L);
        assertThat(returns.store().changes(visits, Optional.of(segment(0)), Optional.empty(), List.of()))
                .extracting(RowChanges::removed)
                .isEqualTo(1L);
    }

    @Test
    void rowsAreAlikeIfEveryColumnIs() {
        sealed("A | 2018-12-03 | 1.5", "B | 2018-12-03 |", "C | 2018-12-03 | 1");
        sealed("B | 2018-12-03 |", "A | 2018-12-03 | 1.5", "C | 2018-12-03 | 2", "D | 2018-12-03 | 1");

        assertThat(returns.store().alike(visits, segment(0), segment(1))).isEqualTo(2);
    }

    private void sealed(String... rows) {
        returns.with("2018-12", "2019-01-08", "visits", "north", rows);
    }

    private Segment segment(int index) {
        return returns.segments().get(index).segment();
    }

    private RowChanges changes(Asked... asked) {
        return returns.store().changes(visits, Optional.of(segment(0)), Optional.of(segment(1)), List.of(asked));
    }
}
