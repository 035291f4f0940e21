package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.intake.Verdict;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.SealedReturns;
import org.scrutineer.records.SelectedSegment;
import org.scrutineer.records.Window;

/** The rows of two returns of December 2018: of Team North with two visits, of Team South with one. */
class CountedRowsTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    @TempDir
    Path folder;

    private final Catalogue catalogue = aTrust().withView("long_visits", "select * from visits where hours > 1")
            .withIndicator("V1", "timing: month", "from: visits", "unit: mean", "per: {from: cases}")
            .withIndicator("V2", "timing: month", "from: long_visits", "unit: count")
            .catalogue();
    private final TestLedger ledger = TestLedger.aLedger();

    private Submission settled(String team, SelectedSegment segment) {
        Submission submission = ledger.received(team + ".xlsx").from(team).preparedOn("2019-01-05");
        ledger.submissions()
                .settle(submission, Verdict.ACCEPTED, List.of(), List.of(), List.of(), List.of(segment.segment()));
        return submission;
    }

    private SealedReturns sealed() {
        return SealedReturns.in(folder, catalogue)
                .with("2018-12", "2019-01-05", "visits", "north", "A | 2018-12-03 | 1 | |", "B | 2018-12-04 | 2 | |")
                .with("2018-12", "2019-01-05", "visits", "south", "C | 2018-12-05 | 1 | |");
    }

    @Test
    void areThoseOfTheReturnsThatCountEachInItsPlace() {
        try (SealedReturns sealed = sealed()) {
            Submission north = settled("north", sealed.segments().get(0));
            Submission south = settled("south", sealed.segments().get(1));
            var rows = new CountedRows(sealed.store(), ledger.submissions());

            assertThat(rows.segments(List.of(south, north)))
                    .containsExactly(
                            new SelectedSegment(
                                    sealed.segments().get(1).segment(), DECEMBER, LocalDate.of(2019, 1, 5), 0),
                            new SelectedSegment(
                                    sealed.segments().get(0).segment(), DECEMBER, LocalDate.of(2019, 1, 5), 1));
            try (RecordSet records = rows.open(List.of(south), DECEMBER)) {
                assertThat(records.query("select child from visits", Window.of(DECEMBER), row -> row.getString(1)))
                        .containsExactly("C");
            }
        }
    }

    @Test
    void thatAreNotThoseThatWereSealedAreRefused() throws IOException {
        try (SealedReturns sealed = sealed()) {
            Submission north = settled("north", sealed.segments().get(0));
            Files.writeString(folder.resolve("visits").resolve("return-0.parquet"), "something else");
            var rows = new CountedRows(sealed.store(), ledger.submissions());

            assertThatThrownBy(() -> rows.open(List.of(north), DECEMBER))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("segment return-0.parquet of dataset visits is missing or was changed since it was"
                            + " sealed");
        }
    }

    @Test
    void ofAnIndicatorAreOfTheDatasetsItIsMadeFromInTheEnd() {
        try (SealedReturns sealed = sealed()) {
            var rows = new CountedRows(sealed.store(), ledger.submissions());

            assertThat(rows.sources(catalogue.indicators().get(0))).containsExactly("visits", "cases");
            assertThat(rows.sources(catalogue.indicators().get(1))).containsExactly("visits");
        }
    }
}
