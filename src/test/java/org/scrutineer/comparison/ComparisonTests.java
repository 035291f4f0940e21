package org.scrutineer.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.comparison.Comparison.History;
import org.scrutineer.comparison.Comparison.Since;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Submission;
import org.scrutineer.records.RowChanges;

/** What a team is told of a corrected return, in a line. */
class ComparisonTests {

    private static final Submission FIRST = new Submission(
            1,
            "hash",
            "first.xlsx",
            "visits",
            "north",
            ReportingPeriod.of(2018, 12),
            LocalDate.of(2019, 1, 8),
            Set.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | 1 | 2 | 0 | Since first.xlsx: 3 fixed, 1 still wrong, 2 new.",
                "1 | 0 | 0 | 2 | Since first.xlsx: 1 fixed; 2 cells or rows changed though no finding asked for it.",
                "0 | 2 | 0 | 0 | Since first.xlsx: 2 still wrong.",
                "0 | 0 | 0 | 1 | Since first.xlsx: 1 cell or row changed though no finding asked for it.",
                "0 | 0 | 0 | 0 | Since first.xlsx: nothing has changed."
            })
    void saysWhatThereIsAndLeavesOutWhatThereIsNot(int fixed, int stillWrong, int isNew, int unasked, String sentence) {
        assertThat(comparison(FIRST, true, fixed, stillWrong, isNew, unasked).answer())
                .contains(sentence);
    }

    @Test
    void saysThatTheRowsOfARefusedReturnCannotBeCompared() {
        assertThat(comparison(FIRST, false, 1, 0, 0, 0).answer())
                .contains("Since first.xlsx: 1 fixed; rows not compared, as those of a refused return are not kept.");
    }

    @Test
    void saysNothingOfAFirstAttempt() {
        assertThat(comparison(null, true, 0, 0, 0, 0).answer()).isEmpty();
    }

    private static Comparison comparison(
            Submission previous, boolean rowsCompared, int fixed, int stillWrong, int isNew, int unasked) {
        var history = new TreeMap<Integer, History>();
        for (int i = 0; i < stillWrong + isNew; i++) {
            history.put(i, new History(i < stillWrong ? Since.STILL_WRONG : Since.NEW, 1));
        }
        var gone = new TreeMap<Integer, Finding>();
        for (int i = 0; i < fixed; i++) {
            gone.put(i, new Finding("rule", Severity.ERROR, "first.xlsx", "Visits", "A2", "x", "y", "Correct it."));
        }
        return new Comparison(
                previous,
                rowsCompared,
                history,
                gone,
                unasked == 0 ? Map.of() : Map.of("visits", new RowChanges(0, 0, unasked, java.util.List.of())));
    }
}
