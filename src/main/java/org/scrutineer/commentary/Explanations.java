package org.scrutineer.commentary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's explanations. */
@Repository
class Explanations {

    private final JdbcClient jdbc;

    Explanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the explanations that count in a run in place of any it had. */
    void replace(int run, List<Explanation> explanations) {
        jdbc.sql("delete from explanation where run = ?").param(run).update();
        int place = 0;
        for (Explanation one : explanations) {
            jdbc.sql("insert into explanation (run, place_in_order, indicator, role, figure, why, action, by_whom,"
                            + " by_when, on_target) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(run, place++, one.indicator(), one.role(), one.figure())
                    .param(one.why())
                    .param(one.action())
                    .param(one.byWhom())
                    .param(one.byWhen())
                    .param(Optional.ofNullable(one.onTarget())
                            .map(ReportingPeriod::toString)
                            .orElse(null))
                    .update();
        }
    }

    /** The explanations that count in a run, in the order they were read. */
    List<Explanation> of(int run) {
        return jdbc.sql("select indicator, role, figure, why, action, by_whom, by_when, on_target from explanation"
                        + " where run = ? order by place_in_order")
                .param(run)
                .query((row, number) -> new Explanation(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, LocalDate.class),
                        Optional.ofNullable(row.getString(8))
                                .flatMap(ReportingPeriod::read)
                                .orElse(null)))
                .list();
    }
}
