package org.scrutineer.commentary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.CountedRows;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.SealedReturns;

class ImprovementPlansTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    private static final Catalogue CATALOGUE =
            aCatalogue().with("returns/plan.yaml", """
                    id: plan
                    name: Plan
                    template-versions: ["1"]
                    expected: when-sent
                    datasets:
                      steps:
                        name: Steps
                        sheet: Steps
                        purpose: improvement-actions
                        key: [reference]
                        kind: snapshot
                        columns:
                          reference: {header: [Reference], type: text, required: true}
                          action:    {header: [Action], type: text, required: true}
                          due:       {header: [Due], type: date}
                          state:     {header: [State], type: code, required: true, codes: {OPEN: [Open], DONE: [Done]}}
                          indicator: {header: [Indicator], type: text}
                          progress:  {header: [Progress], type: text}
                    """).catalogue();

    @TempDir
    Path folder;

    @Test
    void readsActionsInTheOrderOfTheirRowsWithTheCodeAsTheCatalogueWritesIt() {
        try (SealedReturns returns = SealedReturns.in(folder, CATALOGUE)
                        .with(
                                "2018-12",
                                "2019-01-05",
                                "steps",
                                "north",
                                "P2 | Hire | 2018-12-01 | OPEN | v01 | Late",
                                "P1 | Train |  | DONE | X99 | ");
                RecordSet records = returns.store().select(returns.segments(), DECEMBER)) {
            assertThat(new ImprovementPlans(CATALOGUE, new CountedRows(returns.store(), null)).read(records, DECEMBER))
                    .containsExactly(
                            new PlannedAction("P2", "Hire", "OPEN", LocalDate.of(2018, 12, 1), "V01", "Late"),
                            new PlannedAction("P1", "Train", "DONE", null, null, null));
        }
    }

    @Test
    void anOpenActionIsOverdueAfterItsDay() {
        var action = new PlannedAction("P2", "Hire", "OPEN", LocalDate.of(2018, 12, 1), null, null);

        assertThat(action.isOverdue(LocalDate.of(2018, 12, 1))).isFalse();
        assertThat(action.isOverdue(LocalDate.of(2018, 12, 2))).isTrue();
        assertThat(new PlannedAction("P2", "Hire", "DONE", LocalDate.of(2018, 12, 1), null, null)
                        .isOverdue(LocalDate.of(2018, 12, 31)))
                .isFalse();
    }
}
