package org.scrutineer.jar;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** What a ledger says, without the numbers it gives its rows and the times of day. */
final class LedgerDump {

    private static final List<String> FACTS = List.of(
            "select f.hash, f.name, f.size, s.return_type, s.team, s.period, s.prepared_on, s.nothing_to_report,"
                    + " s.verdict, n.file_hash as newer from received_file f join submission s on s.file_hash = f.hash"
                    + " left join submission n on n.id = s.superseded_by order by f.hash",
            "select s.file_hash, d.place_in_order, d.rule, d.severity, d.sheet, d.cell, d.found, d.expected, d.remedy"
                    + " from finding d join submission s on s.id = d.submission order by 1, 2",
            "select s.file_hash, c.dataset, c.rows_read, c.accepted, c.refused, c.blank from row_count c"
                    + " join submission s on s.id = c.submission order by 1, 2",
            "select s.file_hash, g.dataset, g.file_name, g.sha256, g.row_total from segment g"
                    + " join submission s on s.id = g.submission order by 1, 2",
            "select s.file_hash, m.dataset, m.column_name, m.sheet, m.sheet_column, m.header from matched_column m"
                    + " join submission s on s.id = m.submission order by 1, 2, 3",
            "select s.file_hash, p.file_hash as before, c.rows_compared from attempt_comparison c"
                    + " join submission s on s.id = c.submission left join submission p on p.id = c.previous order by 1",
            "select s.file_hash, h.place_in_order, h.since_last_attempt, h.months from finding_history h"
                    + " join submission s on s.id = h.submission order by 1, 2",
            "select number, period, kind, catalogue_hash, software_version, state from run order by 1",
            "select i.run, s.file_hash, i.counts from run_input i join submission s on s.id = i.submission"
                    + " order by 1, 2",
            "select run, place_in_order, indicator, organisation, authority, timing, numerator, denominator, figure,"
                    + " status, returns_expected, returns_received from indicator_value order by 1, 2",
            "select run, audience, file_name, sha256, content_hash from publication order by 1, 3",
            "select run, audience, period, state, approved_as, approved_content, approved_recipients, ended_why"
                    + " from publication_release order by 1, 2",
            "select message_key, message_id, kind, run, audience, recipient, address, subject, state from delivery"
                    + " order by 1",
            "select action, subject, who, reason from audit_entry order by 1, 2");

    private LedgerDump() {}

    static List<String> of(Path output) throws SQLException {
        var lines = new ArrayList<String>();
        try (Connection connection = ClosedLedger.read(output);
                Statement statement = connection.createStatement()) {
            for (String fact : FACTS) {
                try (ResultSet rows = statement.executeQuery(fact)) {
                    while (rows.next()) {
                        lines.add(line(rows));
                    }
                }
            }
        }
        return lines;
    }

    private static String line(ResultSet row) throws SQLException {
        var line = new StringJoiner(" | ");
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            line.add(String.valueOf(row.getObject(i)));
        }
        return line.toString();
    }
}
