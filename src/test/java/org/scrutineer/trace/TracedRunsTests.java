package org.scrutineer.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scrutineer.console.OpenInstallation;
import org.scrutineer.pipeline.Run;
import org.scrutineer.pipeline.Runs;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.RecordsException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the rows of a run stay open for whoever traces its figures. */
class TracedRunsTests {

    /** So many stay open at a time. */
    private static final int OPEN = 8;

    private final OpenInstallation program = OpenInstallation.afterRun();
    private final TracedRuns traced = program.bean(TracedRuns.class);
    private final JdbcClient ledger = program.bean(JdbcClient.class);
    private final Run run = program.bean(Runs.class).finished(1).orElseThrow();

    @AfterEach
    void leaveTheLedgerAsItWas() {
        ledger.sql("delete from run_input where run > 100").update();
        ledger.sql("delete from run where number > 100").update();
        traced.closeChanged();
    }

    private RecordSet rows() throws IOException {
        return rows(run);
    }

    private RecordSet rows(Run of) throws IOException {
        try (TracedRun opened = traced.open(of)) {
            return opened.records();
        }
    }

    /** Others of the same rows. */
    private List<Run> others(int many) {
        var others = new ArrayList<Run>();
        for (int number = 101; number <= 100 + many; number++) {
            ledger.sql(
                            "insert into run (number, period, kind, started_by, started_at, catalogue_hash, software_version,"
                                    + " state) select ?, period, kind, started_by, started_at, catalogue_hash, software_version,"
                                    + " state from run where number = 1")
                    .param(number)
                    .update();
            ledger.sql(
                            "insert into run_input (run, submission, worker, counts) select ?, submission, worker, counts from"
                                    + " run_input where run = 1")
                    .param(number)
                    .update();
            others.add(new Run(number, run.period(), run.state()));
        }
        return others;
    }

    private static void assertClosed(RecordSet rows) {
        assertThatThrownBy(() -> rows.query("select 1", row -> 1)).isInstanceOf(RecordsException.class);
    }

    private void whileTheLedgerNamesOtherRows(Deed deed) throws IOException {
        String rename = "update segment set file_name = ? where file_name = ?";
        String name = ledger.sql("select min(file_name) from segment")
                .query((row, number) -> row.getString(1))
                .single();
        ledger.sql(rename).params("read-anew.parquet", name).update();
        try {
            deed.done();
        } finally {
            ledger.sql(rename).params(name, "read-anew.parquet").update();
        }
    }

    private interface Deed {
        void done() throws IOException;
    }

    @Test
    void theyStayOpenForWhoeverComesNext() throws IOException {
        RecordSet rows = rows();
        traced.closeChanged();

        assertThat(rows()).isSameAs(rows);
        assertThat(rows.query("select 1", row -> 1)).containsExactly(1);
    }

    @Test
    void thoseOfEightRunsStayOpenAndTheOnesThatWereAskedForLongestAgoAreClosed() throws IOException {
        List<Run> others = others(OPEN);
        RecordSet rows = rows();
        RecordSet oldest = rows(others.get(0));
        for (Run other : others.subList(1, OPEN - 1)) {
            rows(other);
        }
        assertThat(rows()).as("of eight").isSameAs(rows);

        RecordSet newest = rows(others.get(OPEN - 1));

        assertClosed(oldest);
        assertThat(rows()).as("asked for again before the ninth came").isSameAs(rows);
        assertThat(rows(others.get(OPEN - 1))).isSameAs(newest);
        assertThat(rows(others.get(0))).isNotSameAs(oldest);
    }

    @Test
    void thoseTheLedgerDoesNotNameAnyMoreAreClosedAlsoWhereNobodyAsksForThem() throws IOException {
        RecordSet rows = rows();

        whileTheLedgerNamesOtherRows(traced::closeChanged);

        assertClosed(rows);
        assertThat(rows()).isNotSameAs(rows);
    }

    @Test
    void whoeverAsksForARunWhoseRowsWereReadAnewGetsNoneOfThoseBefore() throws IOException {
        RecordSet rows = rows();

        whileTheLedgerNamesOtherRows(() -> assertThatThrownBy(this::rows)
                .hasMessageStartingWith("segment read-anew.parquet of dataset ")
                .hasMessageEndingWith(" is missing or was changed since it was sealed"));

        assertClosed(rows);
    }
}
