package org.scrutineer.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.scrutineer.intake.TestLedger;
import org.springframework.jdbc.core.simple.JdbcClient;

class LedgerTransferTests {

    private static final String EXPLANATION =
            "insert into written_explanation (period, indicator, version, role, figure, account, writer, written_at)"
                    + " values ('2018-12', ?, 1, 'lead', '65.0 per cent', 'eexample', 'Eve Example', current_timestamp)";

    private final TestLedger from = TestLedger.aLedger();
    private final TestLedger to = TestLedger.aLedger();

    /** A preview works on a copy, also after somebody has written on a page why a figure is what it is. */
    @Test
    void whatTheLedgerNumbersItselfKeepsItsNumbers() {
        JdbcClient ledger = JdbcClient.create(from.source());
        ledger.sql(EXPLANATION).param("AS01").update();
        ledger.sql(EXPLANATION).param("AS02").update();
        ledger.sql("delete from written_explanation where indicator = 'AS01'").update();

        LedgerTransfer.copy(from.source(), to.source(), table -> true);

        JdbcClient copy = JdbcClient.create(to.source());
        copy.sql(EXPLANATION).param("AS03").update();
        assertThat(copy.sql("select id, indicator from written_explanation order by id")
                        .query((row, number) -> row.getLong(1) + " " + row.getString(2))
                        .list())
                .containsExactly("2 AS02", "3 AS03");
    }
}
