package org.scrutineer.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.scrutineer.jar.ClosedLedger;

/**
 * What a ledger says, all tables and all columns, a line a row. Numbers that the database gives its rows leave gaps when it
 * is killed: the first row is 1, the second 2, also where another table refers to it. Left out are the tables of Spring Batch
 * and Flyway, who worked on what when, and how far each mail got, which {@link Mails} accounts for: one of which nobody knows
 * has an entry of its own in the audit trail, and with it the chain of the later ones is another. That the chain holds is for
 * {@code audit verify} to say.
 */
final class LedgerImage {

    private static final Set<String> LEFT_OUT = Set.of(
            "flyway_schema_history",
            "WORKING_PROCESS",
            "WORK_LOCK.FENCE",
            "WORK_LOCK.HOLDER",
            "WORK_LOCK.DOING",
            "WORK_LOCK.SINCE",
            "AUDIT_HEAD",
            "AUDIT_ENTRY.NUMBER",
            "AUDIT_ENTRY.HASH",
            "PUBLICATION_RELEASE.ISSUE_ENTRY",
            "PUBLICATION_RELEASE.ISSUE_HASH",
            "DELIVERY.STATE",
            "DELIVERY.ATTEMPTS",
            "DELIVERY.NEXT_ATTEMPT_AT",
            "DELIVERY.ENDED_AT",
            "DELIVERY.SAID");

    /** Entries of the audit trail that tell how far a mail got. */
    private static final String OF_A_MAIL = " | mail-";

    private final Connection connection;
    private final Map<String, Map<Long, Integer>> ranks = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();
    private final Set<String> identities = new TreeSet<>();

    private LedgerImage(Connection connection) {
        this.connection = connection;
    }

    /** @param leftOut more tables */
    static List<String> of(Path output, Set<String> leftOut) throws SQLException {
        try (Connection connection = ClosedLedger.read(output)) {
            return new LedgerImage(connection).lines(leftOut);
        }
    }

    private List<String> lines(Set<String> leftOut) throws SQLException {
        List<String> tables = tables();
        for (String table : tables) {
            findReferences(table);
        }
        var lines = new ArrayList<String>();
        for (String table : tables) {
            if (LEFT_OUT.contains(table) || leftOut.contains(table) || table.startsWith("BATCH_")) {
                continue;
            }
            var rows = new ArrayList<String>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select * from " + table)) {
                while (row.next()) {
                    rows.add(line(table, row));
                }
            }
            rows.removeIf(row -> table.equals("AUDIT_ENTRY") && row.contains(OF_A_MAIL));
            rows.sort(null);
            lines.addAll(rows);
        }
        return lines;
    }

    private List<String> tables() throws SQLException {
        var tables = new TreeSet<String>();
        try (ResultSet found = connection.getMetaData().getTables(null, "PUBLIC", null, new String[] {"BASE TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return List.copyOf(tables);
    }

    private void findReferences(String table) throws SQLException {
        try (ResultSet column = connection.getMetaData().getColumns(null, "PUBLIC", table, null)) {
            while (column.next()) {
                if ("YES".equals(column.getString("IS_AUTOINCREMENT"))) {
                    identities.add(table + "." + column.getString("COLUMN_NAME"));
                }
            }
        }
        try (ResultSet key = connection.getMetaData().getImportedKeys(null, "PUBLIC", table)) {
            while (key.next()) {
                references.put(
                        table + "." + key.getString("FKCOLUMN_NAME"),
                        key.getString("PKTABLE_NAME") + "." + key.getString("PKCOLUMN_NAME"));
            }
        }
    }

    private String line(String table, ResultSet row) throws SQLException {
        var line = new StringJoiner(" | ", table.toLowerCase(Locale.ROOT) + " | ", "");
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String column = table + "." + columns.getColumnName(i);
            if (!LEFT_OUT.contains(column)) {
                line.add(value(column, row, i));
            }
        }
        return line.toString();
    }

    private String value(String column, ResultSet row, int place) throws SQLException {
        String root = column;
        while (references.containsKey(root)) {
            root = references.get(root);
        }
        Object value = row.getObject(place);
        return identities.contains(root) && value instanceof Number number
                ? "#" + ranks(root).get(number.longValue())
                : String.valueOf(value);
    }

    private Map<Long, Integer> ranks(String identity) throws SQLException {
        Map<Long, Integer> known = ranks.get(identity);
        if (known != null) {
            return known;
        }
        String table = identity.substring(0, identity.indexOf('.'));
        String column = identity.substring(identity.indexOf('.') + 1);
        var made = new LinkedHashMap<Long, Integer>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + column + " from " + table + " order by " + column)) {
            while (row.next()) {
                made.put(row.getLong(1), made.size() + 1);
            }
        }
        ranks.put(identity, made);
        return made;
    }
}
