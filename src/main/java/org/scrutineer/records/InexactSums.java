package org.scrutineer.records;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for sums of floating point numbers in a query. Their last digits depend on the order in which rows are added,
 * which several threads make another one each time. The engine's own plan says what the type of a summed value is, so
 * that a quotient is found wherever it was made, and one that was cast to a decimal number is not.
 */
final class InexactSums {

    /** The types of numbers that are not exact, as the engine names them. */
    static final Set<String> INEXACT = Set.of("DOUBLE", "FLOAT");

    private InexactSums() {}

    /**
     * The values that are summed though they are not exact, as they stand in the query, each once.
     *
     * @param sql that the engine can bind
     */
    static List<String> in(DuckDBConnection connection, String sql) throws SQLException {
        JsonNode plan = plan(connection, sql);
        if (plan.path("error").asBoolean()) {
            throw new SQLException(plan.path("error_message").asString());
        }
        byte[] text = sql.getBytes(StandardCharsets.UTF_8);
        var found = new ArrayList<String>();
        SqlTree.visit(plan, node -> {
            if (isSum(node)
                    && INEXACT.contains(
                            node.path("arguments").path(0).path("id").asString(""))) {
                String summed = written(node.path("children").path(0), text);
                if (!found.contains(summed)) {
                    found.add(summed);
                }
            }
        });
        return found;
    }

    private static JsonNode plan(DuckDBConnection connection, String sql) throws SQLException {
        try (PreparedStatement describe =
                connection.prepareStatement("select json_serialize_plan(?::varchar, optimize := false)")) {
            describe.setString(1, sql);
            try (ResultSet result = describe.executeQuery()) {
                result.next();
                return JsonMapper.shared().readTree(result.getString(1));
            }
        }
    }

    /** Over a group or a window. */
    private static boolean isSum(JsonNode node) {
        JsonNode path = node.path("qname").path("path");
        return Set.of("BOUND_AGGREGATE", "BOUND_WINDOW")
                        .contains(node.path("expression_class").asString(""))
                && path.path(path.size() - 1).asString("").equals("sum");
    }

    /** Positions are in bytes; a column that a sub-query made has none, but its name. */
    private static String written(JsonNode value, byte[] text) {
        long from = value.path("query_location").asLong(-1);
        long length = value.path("query_location_length").asLong(0);
        return from >= 0 && length > 0 && from + length <= text.length
                ? new String(text, (int) from, (int) length, StandardCharsets.UTF_8)
                : value.path("alias").asString("");
    }
}
