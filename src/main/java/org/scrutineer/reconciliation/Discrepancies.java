package org.scrutineer.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scrutineer.catalogue.Severity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger's discrepancies, by run. */
@Repository
public class Discrepancies {

    private final JdbcClient jdbc;

    Discrepancies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a run's discrepancies in place of any it had. */
    void replace(int run, List<Discrepancy> discrepancies) {
        jdbc.sql("delete from discrepancy_cell where run = ?").param(run).update();
        jdbc.sql("delete from discrepancy where run = ?").param(run).update();
        insert(run, 0, discrepancies);
    }

    /** Keeps discrepancies of some rules beside a run's others, in place of any of those rules it had. */
    public void replace(int run, Set<String> rules, List<Discrepancy> discrepancies) {
        for (String rule : rules) {
            jdbc.sql("delete from discrepancy_cell where run = ? and place_in_order in"
                            + " (select d.place_in_order from discrepancy d where d.run = ? and d.rule = ?)")
                    .params(run, run, rule)
                    .update();
            jdbc.sql("delete from discrepancy where run = ? and rule = ?")
                    .params(run, rule)
                    .update();
        }
        int next = jdbc.sql("select coalesce(max(place_in_order), -1) + 1 from discrepancy where run = ?")
                .param(run)
                .query(Integer.class)
                .single();
        insert(run, next, discrepancies);
    }

    private void insert(int run, int from, List<Discrepancy> discrepancies) {
        int place = from;
        for (Discrepancy one : discrepancies) {
            jdbc.sql("insert into discrepancy (run, place_in_order, rule, severity, indicator, teams, found, expected,"
                            + " remedy) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(run, place, one.rule(), one.severity().name())
                    .param(one.indicator())
                    .params(String.join(",", one.teams()), one.found(), one.expected(), one.remedy())
                    .update();
            int nth = 0;
            for (Discrepancy.Place cell : one.places()) {
                jdbc.sql("insert into discrepancy_cell (run, place_in_order, nth, file_name, sheet, cell)"
                                + " values (?, ?, ?, ?, ?, ?)")
                        .params(run, place, nth++, cell.file(), cell.sheet(), cell.cell())
                        .update();
            }
            place++;
        }
    }

    /** A run's discrepancies, in the order they were found. */
    public List<Discrepancy> of(int run) {
        Map<Integer, List<Discrepancy.Place>> cells = new HashMap<>();
        jdbc.sql("select place_in_order, file_name, sheet, cell from discrepancy_cell where run = ?"
                        + " order by place_in_order, nth")
                .param(run)
                .query(row -> {
                    cells.computeIfAbsent(row.getInt(1), first -> new ArrayList<>())
                            .add(new Discrepancy.Place(row.getString(2), row.getString(3), row.getString(4)));
                });
        return jdbc.sql("select place_in_order, rule, severity, indicator, teams, found, expected, remedy"
                        + " from discrepancy where run = ? order by place_in_order")
                .param(run)
                .query((row, number) -> new Discrepancy(
                        row.getString(2),
                        Severity.valueOf(row.getString(3)),
                        row.getString(4),
                        Arrays.stream(row.getString(5).split(","))
                                .filter(team -> !team.isEmpty())
                                .toList(),
                        cells.getOrDefault(row.getInt(1), List.of()),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }
}
