package org.scrutineer.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.scrutineer.console.OpenInstallation;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.records.RecordSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the rows of a run stay open for whoever traces its figures. */
class TracedRunsTests {

    private final OpenInstallation program = OpenInstallation.afterRun();
    private final TracedRuns traced = program.bean(TracedRuns.class);
    private final Run run = program.bean(Runs.class).finished(1).orElseThrow();

    private RecordSet rows() throws IOException {
        try (TracedRun opened = traced.open(run)) {
            return opened.records();
        }
    }

    @Test
    void theyStayOpenForWhoeverComesNext() throws IOException {
        RecordSet rows = rows();
        traced.closeChanged();

        assertThat(rows()).isSameAs(rows);
    }

    @Test
    void thoseTheLedgerDoesNotNameAnyMoreAreClosedAlsoWhereNobodyAsksForThem() throws IOException {
        RecordSet rows = rows();
        var ledger = program.bean(JdbcClient.class);
        String rename = "update segment set file_name = ? where file_name = ?";
        String name = ledger.sql("select min(file_name) from segment")
                .query((row, number) -> row.getString(1))
                .single();
        ledger.sql(rename).params("read-anew.parquet", name).update();
        try {
            traced.closeChanged();
        } finally {
            ledger.sql(rename).params(name, "read-anew.parquet").update();
        }

        assertThat(rows()).isNotSameAs(rows);
    }
}
