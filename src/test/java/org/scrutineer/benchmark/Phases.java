package org.scrutineer.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scrutineer.jar.ClosedLedger;

/** Where a job's time went, from what Spring Batch noted in the ledger. */
final class Phases {

    private Phases() {}

    /** Seconds by phase, in order; together they are the wall time. */
    static Map<String, Double> of(ChildProcess.Measured measured, Path output) throws SQLException {
        Map<String, Double> phases = new LinkedHashMap<>();
        try (Connection ledger = ClosedLedger.read(output);
                Statement statement = ledger.createStatement();
                // The steps of single workers lie within the step that has them work.
                ResultSet steps = statement.executeQuery("select step_name, start_time, end_time"
                        + " from batch_step_execution where step_name not like '%:%' order by start_time")) {
            LocalDateTime last = measured.started();
            while (steps.next()) {
                LocalDateTime start = steps.getObject(2, LocalDateTime.class);
                LocalDateTime end = steps.getObject(3, LocalDateTime.class);
                phases.merge(
                        phases.isEmpty() ? "start, catalogue, receive" : "between steps",
                        between(last, start),
                        Double::sum);
                phases.put(steps.getString(1), between(start, end));
                last = end;
            }
            phases.put("summary, stop", between(last, measured.ended()));
        }
        return phases;
    }

    private static double between(LocalDateTime start, LocalDateTime end) {
        return Duration.between(start, end).toNanos() / 1e9;
    }
}
