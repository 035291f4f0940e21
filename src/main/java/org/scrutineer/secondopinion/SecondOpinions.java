package org.scrutineer.secondopinion;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's record of which figures were worked out twice, with the same result. */
@Repository
public class SecondOpinions {

    private final JdbcClient jdbc;

    SecondOpinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a run's second opinions in place of any it had. */
    void replace(int run, Map<String, Integer> figures) {
        jdbc.sql("delete from second_opinion where run = ?").param(run).update();
        figures.forEach(
                (indicator, count) -> jdbc.sql("insert into second_opinion (run, indicator, figures) values (?, ?, ?)")
                        .params(run, indicator, count)
                        .update());
    }

    /** How many figures of each headline indicator a run worked out twice, by its code; all of them agreed. */
    public Map<String, Integer> of(int run) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        jdbc.sql("select indicator, figures from second_opinion where run = ? order by indicator")
                .param(run)
                .query(row -> {
                    figures.put(row.getString(1), row.getInt(2));
                });
        return figures;
    }
}
