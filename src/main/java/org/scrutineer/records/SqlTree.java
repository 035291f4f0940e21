package org.scrutineer.records;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A piece of SQL as DuckDB's own parser sees it. Parsing binds nothing and runs nothing, which preparing a statement
 * does not promise: DuckDB executes all but the last of several statements while it prepares them.
 */
final class SqlTree {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What the parser said of each text that this process had parsed: a text is asked about by several engines. */
    private static final Map<String, String> PARSED = new ConcurrentHashMap<>();

    private final JsonNode statement;

    private SqlTree(JsonNode statement) {
        this.statement = statement;
    }

    /** What the parser says against a text; the position is in bytes from its start, or -1. */
    static final class SyntaxException extends Exception {

        private static final long serialVersionUID = 1L;

        SyntaxException(String message) {
            super(message);
        }
    }

    static SqlTree parse(DuckDBConnection connection, String sql) throws SyntaxException {
        JsonNode tree = JSON.readTree(PARSED.computeIfAbsent(sql, text -> serialized(connection, text)));
        if (tree.path("error").asBoolean()) {
            throw new SyntaxException(tree.path("error_message").asString());
        }
        if (tree.path("statements").size() != 1) {
            throw new SyntaxException("more than one statement");
        }
        return new SqlTree(tree.path("statements").get(0).path("node"));
    }

    private static String serialized(DuckDBConnection connection, String sql) {
        try (PreparedStatement parse = connection.prepareStatement("select json_serialize_sql(?::varchar)")) {
            parse.setString(1, sql);
            try (ResultSet result = parse.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        } catch (SQLException e) {
            throw new RecordsException("cannot parse an expression", e);
        }
    }

    /** The text of a tree that {@link #parse} gave, or that was made of such. */
    static String write(DuckDBConnection connection, JsonNode root) {
        var statement = JSON.createObjectNode();
        statement.put("error", false).putArray("statements").addObject().set("node", root);
        try (PreparedStatement write = connection.prepareStatement("select json_deserialize_sql(?::json)")) {
            write.setString(1, JSON.writeValueAsString(statement));
            try (ResultSet result = write.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        } catch (SQLException e) {
            throw new RecordsException("cannot write a query that was parsed", e);
        }
    }

    /** The items selected by the outermost query. */
    List<JsonNode> selected() {
        var items = new ArrayList<JsonNode>();
        statement.path("select_list").forEach(items::add);
        return items;
    }

    /** Whether the outermost query is a bare {@code select item} without any clause. */
    boolean isBareSelect() {
        return "SELECT_NODE".equals(statement.path("type").asString())
                && statement.path("modifiers").isEmpty()
                && statement.path("cte_map").path("map").isEmpty()
                && "EMPTY".equals(statement.path("from_table").path("type").asString())
                && statement.path("where_clause").isNull()
                && statement.path("group_expressions").isEmpty()
                && statement.path("having").isNull()
                && statement.path("qualify").isNull()
                && statement.path("sample").isNull();
    }

    JsonNode root() {
        return statement;
    }

    /** Every object in a tree, outermost first. */
    static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(node);
        }
        if (node.isObject() || node.isArray()) {
            node.forEach(child -> visit(child, visitor));
        }
    }

    /** The classes of the expressions in a tree, e.g. {@code COLUMN_REF}. */
    static Set<String> classes(JsonNode tree) {
        var classes = new LinkedHashSet<String>();
        visit(tree, node -> {
            if (node.has("class")) {
                classes.add(node.path("class").asString());
            }
        });
        return classes;
    }

    /** The functions and operators a tree uses, in the order it does. */
    static Set<String> functions(JsonNode tree) {
        var functions = new LinkedHashSet<String>();
        visit(tree, node -> {
            if (node.has("function_name")) {
                functions.add(node.path("function_name").asString().toLowerCase(Locale.ROOT));
            }
        });
        return functions;
    }

    /** The name of a column in lower case, as the catalogue writes it; empty where the node is none. */
    static Optional<String> column(JsonNode node) {
        JsonNode names = node.path("column_names");
        return "COLUMN_REF".equals(text(node, "class")) && !names.isEmpty()
                ? Optional.of(names.get(names.size() - 1).asString().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** The columns in the order they appear, without the tables' names before them. */
    static Set<String> columns(JsonNode tree) {
        var columns = new LinkedHashSet<String>();
        visit(tree, node -> column(node).ifPresent(columns::add));
        return columns;
    }

    /** What the tables of a query's sources are called by in it, in lower case: their names and aliases. */
    static Set<String> calledBy(JsonNode tree) {
        var names = new LinkedHashSet<String>();
        visit(tree, node -> {
            if (node.has("table_name") && "BASE_TABLE".equals(text(node, "type"))) {
                names.add(text(node, "table_name").toLowerCase(Locale.ROOT));
                names.add(text(node, "alias").toLowerCase(Locale.ROOT));
            }
        });
        return names;
    }

    /** The columns in the order they appear, each with what stands before its name, in lower case. */
    static Set<List<String>> columnNames(JsonNode tree) {
        var columns = new LinkedHashSet<List<String>>();
        visit(tree, node -> {
            if (column(node).isPresent()) {
                var names = new ArrayList<String>();
                node.path("column_names")
                        .forEach(name -> names.add(name.asString().toLowerCase(Locale.ROOT)));
                columns.add(names);
            }
        });
        return columns;
    }

    /** The first column with a table's name before it, as {@code table.column}. */
    static Optional<String> qualifiedColumn(JsonNode tree) {
        var qualified = new ArrayList<String>();
        visit(tree, node -> {
            if (node.path("column_names").size() > 1) {
                var names = new ArrayList<String>();
                node.path("column_names").forEach(name -> names.add(name.asString()));
                qualified.add(String.join(".", names));
            }
        });
        return qualified.stream().findFirst();
    }

    /** The text of a field; empty where there is none, or something else. */
    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** The tables a query reads, without those it defines itself by {@code with}. */
    Set<String> tables() {
        var tables = new LinkedHashSet<String>();
        visit(statement, node -> {
            if ("BASE_TABLE".equals(text(node, "type"))) {
                tables.add(text(node, "table_name").toLowerCase(Locale.ROOT));
            }
        });
        tables.removeAll(defined());
        return tables;
    }

    /** The names a query defines itself by {@code with}. */
    Set<String> defined() {
        var defined = new LinkedHashSet<String>();
        visit(
                statement,
                node -> node.path("cte_map")
                        .path("map")
                        .forEach(own -> defined.add(text(own, "key").toLowerCase(Locale.ROOT))));
        return defined;
    }

    /** Whether it depends on the order rows come in which of them are selected, or may never be done with them. */
    boolean dependsOnOrder() {
        var found = new ArrayList<JsonNode>();
        visit(statement, node -> {
            String type = text(node, "type");
            if (type.startsWith("LIMIT")
                    || type.equals("RECURSIVE_CTE_NODE")
                    || !node.path("distinct_on_targets").isEmpty()
                    || node.path("sample").isObject()) {
                found.add(node);
            }
        });
        return !found.isEmpty();
    }

    boolean hasTableFunction() {
        var found = new ArrayList<JsonNode>();
        visit(statement, node -> {
            if ("TABLE_FUNCTION".equals(text(node, "type"))) {
                found.add(node);
            }
        });
        return !found.isEmpty();
    }
}
