package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.intake.Verdict;
import org.scrutineer.records.SealedReturns;

/** V1 is made from visits, V2 from cases, V3 from visits over cases. */
class KeptOutRowsTests {

    @TempDir
    Path folder;

    private final Catalogue catalogue = aTrust().withIndicator("V1", "timing: month", "from: visits", "unit: count")
            .withIndicator("V2", "timing: snapshot", "from: cases", "unit: count")
            .withIndicator("V3", "timing: month", "from: visits", "unit: mean", "per: {from: cases}")
            .catalogue();
    private final TestLedger ledger = TestLedger.aLedger();

    /** A return with so many rows of its visits and cases refused. */
    private Submission refused(String team, int month, int visits, int cases) {
        Submission submission = ledger.received(team + month + ".xlsx")
                .from(team)
                .forPeriod(2018, month)
                .preparedOn("2019-01-05");
        ledger.submissions()
                .settle(
                        submission,
                        Verdict.ACCEPTED,
                        List.of(),
                        List.of(
                                new RowCount("visits", 10, 10 - visits, visits, 0, false),
                                new RowCount("cases", 10, 10 - cases, cases, 0, false)),
                        List.of(),
                        List.of());
        return submission;
    }

    private List<String> keptOut(Submission... counted) {
        try (SealedReturns sealed = SealedReturns.in(folder, catalogue)) {
            return new KeptOutRows(
                            catalogue, ledger.submissions(), new CountedRows(sealed.store(), ledger.submissions()))
                    .of(List.of(counted), ReportingPeriod.of(2018, 12)).stream()
                            .map(one -> one.indicator().id() + ": " + one.rows() + " of " + one.returns())
                            .toList();
        }
    }

    @Test
    void areToldOfEachIndicatorThatIsMadeFromTheirDataset() {
        assertThat(keptOut(refused("north", 12, 1, 2), refused("south", 12, 3, 0), refused("west", 12, 0, 0)))
                .containsExactly("V1: 4 of 2", "V2: 2 of 1", "V3: 6 of 2");
    }

    @Test
    void ofEarlierMonthsWereToldWithThem() {
        assertThat(keptOut(refused("north", 11, 1, 2), refused("north", 12, 0, 5)))
                .containsExactly("V2: 5 of 1", "V3: 5 of 1");
    }

    @Test
    void areNotToldWhereThereAreNone() {
        assertThat(keptOut(refused("north", 12, 0, 0))).isEmpty();
    }
}
