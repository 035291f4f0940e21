package org.scrutineer.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rewrites the query of a view so that each of its rows carries, in a further column, the numbers of the datasets' rows
 * it was made of: through joins, unions, groups, windows, common tables and subqueries.
 *
 * <p>Every table a query reads is replaced by its twin, whose numbers get a column with a name of its own, so that
 * neither a natural join nor a star meets it. A row's numbers are those of the rows joined in it; a group's those of all
 * its rows; {@code lag}, {@code lead} and aggregates over a window add those of the rows they look at, and so does a
 * subquery in an expression.
 */
final class Lineage {

    /** The further column: a list of numbers, null or empty where a row was made of none. */
    static final String COLUMN = "_origins";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Set<String> JOINS_THAT_ONLY_FILTER = Set.of("SEMI", "ANTI");

    private final DuckDBConnection connection;
    private final Set<String> twins;
    private final Map<String, ObjectNode> parsed = new HashMap<>();
    private int columns;

    /** @param twins the datasets and views that have a twin */
    Lineage(DuckDBConnection connection, Set<String> twins) {
        this.connection = connection;
        this.twins = Set.copyOf(twins);
    }

    /** The name of the relation that has the rows of a dataset or view with their origins. */
    static String twin(String from) {
        return "_followed_" + from;
    }

    /**
     * The query with the further column.
     *
     * @throws SqlTree.SyntaxException where it does not parse, or is of a kind whose rows cannot be followed
     */
    String follow(String sql) throws SqlTree.SyntaxException {
        columns = 0;
        return SqlTree.write(connection, query(parse(sql), Set.of()));
    }

    /** A column of numbers that the tables of a query gave, and the name of its table. */
    private record Numbers(String column, String table) {}

    private ObjectNode query(ObjectNode node, Set<String> outerCommon) throws SqlTree.SyntaxException {
        var common = new HashSet<>(outerCommon);
        for (JsonNode entry : node.path("cte_map").path("map")) {
            ObjectNode value = (ObjectNode) entry.path("value");
            value.set("query_node", query((ObjectNode) value.path("query_node"), common));
            if (!value.path("aliases").isEmpty()) {
                ((ArrayNode) value.path("aliases")).add(COLUMN);
            }
            common.add(lower(entry, "key"));
        }
        return switch (SqlTree.text(node, "type")) {
            case "SELECT_NODE" -> select(node, common);
            case "SET_OPERATION_NODE" -> setOperation(node, common);
            default -> throw notFollowed();
        };
    }

    private ObjectNode setOperation(ObjectNode node, Set<String> common) throws SqlTree.SyntaxException {
        if (!SqlTree.text(node, "setop_type").startsWith("UNION")) {
            throw notFollowed();
        }
        ArrayNode children = (ArrayNode) node.path("children");
        for (int i = 0; i < children.size(); i++) {
            children.set(i, query((ObjectNode) children.get(i), common));
        }
        boolean distinct = !node.path("setop_all").asBoolean();
        node.put("setop_all", true);
        return distinct ? merged(node) : node;
    }

    private ObjectNode select(ObjectNode node, Set<String> common) throws SqlTree.SyntaxException {
        var numbers = new ArrayList<Numbers>();
        JsonNode from = relation((ObjectNode) node.path("from_table"), common, numbers);
        ArrayNode selected = (ArrayNode) node.path("select_list");
        var ofRow = new ArrayList<JsonNode>();
        for (Numbers one : numbers) {
            ofRow.add(expression(one.column()));
        }
        ofRow.addAll(subqueries(node.path("where_clause"), common));
        boolean grouped = isGrouped(node);
        JsonNode base = grouped ? flat(list(concatenated(ofRow))) : concatenated(ofRow);
        var all = new ArrayList<JsonNode>();
        all.add(base);
        for (JsonNode part : List.of(selected, node.path("qualify"), node.path("having"))) {
            all.addAll(windows(part, base));
            all.addAll(subqueries(part, common));
        }
        for (String part : List.of("select_list", "where_clause", "qualify", "having", "group_expressions")) {
            node.set(part, withoutNumbers(node.path(part), common));
        }
        ArrayNode columnsSelected = (ArrayNode) node.path("select_list");
        leaveOutOfStars(columnsSelected, numbers);
        columnsSelected.add(named(concatenated(all)));
        node.set("from_table", from);
        return dropDistinct(node) ? merged(node) : node;
    }

    /** Whether it makes groups of rows, be it one of all. */
    private static boolean isGrouped(JsonNode node) {
        if (!node.path("group_expressions").isEmpty()
                || !node.path("group_sets").isEmpty()
                || !node.path("having").isNull()
                || "FORCE_AGGREGATES".equals(SqlTree.text(node, "aggregate_handling"))) {
            return true;
        }
        var found = new ArrayList<JsonNode>();
        visitOwn(node.path("select_list"), expression -> {
            if ("FUNCTION".equals(SqlTree.text(expression, "class"))
                    && AllowedSql.GROUP_FUNCTIONS.contains(lower(expression, "function_name"))) {
                found.add(expression);
            }
        });
        return !found.isEmpty();
    }

    private static boolean dropDistinct(ObjectNode node) {
        var others = JSON.createArrayNode();
        boolean distinct = false;
        for (JsonNode modifier : node.path("modifiers")) {
            if ("DISTINCT_MODIFIER".equals(SqlTree.text(modifier, "type"))) {
                distinct = true;
            } else {
                others.add(modifier);
            }
        }
        node.set("modifiers", others);
        return distinct;
    }

    /** Makes one row of those that are the same but for their origins. */
    private ObjectNode merged(ObjectNode query) throws SqlTree.SyntaxException {
        ObjectNode merging = parse("select * exclude (" + COLUMN + "), flatten(list(" + COLUMN + ")) as " + COLUMN
                + " from (select 1) as _same group by all");
        ((ObjectNode) merging.path("from_table").path("subquery")).set("node", query);
        return merging;
    }

    private ObjectNode relation(ObjectNode ref, Set<String> common, List<Numbers> numbers)
            throws SqlTree.SyntaxException {
        return switch (SqlTree.text(ref, "type")) {
            case "BASE_TABLE" -> table(ref, common, numbers);
            case "SUBQUERY" -> derived(ref, common, numbers);
            case "JOIN" -> join(ref, common, numbers);
            case "EMPTY", "EMPTY_FROM", "EXPRESSION_LIST" -> ref;
            default -> throw notFollowed();
        };
    }

    private ObjectNode table(ObjectNode ref, Set<String> common, List<Numbers> numbers) throws SqlTree.SyntaxException {
        String name = lower(ref, "table_name");
        String column = nextColumn();
        String source;
        if (common.contains(name)) {
            source = "select * exclude (" + COLUMN + "), " + COLUMN + " as " + column + " from " + quoted(name);
        } else if (twins.contains(name)) {
            source = "select * exclude (" + COLUMN + "), " + COLUMN + " as " + column + " from " + quoted(twin(name));
        } else {
            // Reference data: of no return.
            source = "select *, null::bigint[] as " + column + " from " + quoted(name);
        }
        String alias = SqlTree.text(ref, "alias").isEmpty() ? name : SqlTree.text(ref, "alias");
        numbers.add(new Numbers(column, alias));
        return aliased(source, alias, ref);
    }

    private ObjectNode derived(ObjectNode ref, Set<String> common, List<Numbers> numbers)
            throws SqlTree.SyntaxException {
        String column = nextColumn();
        String alias = SqlTree.text(ref, "alias");
        numbers.add(new Numbers(column, alias));
        ObjectNode around = aliased(
                "select * exclude (" + COLUMN + "), " + COLUMN + " as " + column + " from (select 1) as _inner",
                alias,
                ref);
        ObjectNode inner = query((ObjectNode) ref.path("subquery").path("node"), common);
        ((ObjectNode) around.path("subquery").path("node").path("from_table").path("subquery")).set("node", inner);
        return around;
    }

    private ObjectNode join(ObjectNode ref, Set<String> common, List<Numbers> numbers) throws SqlTree.SyntaxException {
        ref.set("left", relation((ObjectNode) ref.path("left"), common, numbers));
        List<Numbers> ofRight =
                JOINS_THAT_ONLY_FILTER.contains(SqlTree.text(ref, "join_type")) ? new ArrayList<>() : numbers;
        ref.set("right", relation((ObjectNode) ref.path("right"), common, ofRight));
        ref.set("condition", withoutNumbers(ref.path("condition"), common));
        return ref;
    }

    private ObjectNode aliased(String source, String alias, JsonNode original) throws SqlTree.SyntaxException {
        ObjectNode ref =
                (ObjectNode) parse("select * from (" + source + ") as _alias").path("from_table");
        ref.put("alias", alias);
        ref.set("column_name_alias", original.path("column_name_alias"));
        return ref;
    }

    /** The numbers of the rows that subqueries in an expression give. */
    private List<JsonNode> subqueries(JsonNode expression, Set<String> common) throws SqlTree.SyntaxException {
        var found = new ArrayList<JsonNode>();
        visitOwn(expression, node -> {
            if ("SUBQUERY".equals(SqlTree.text(node, "class"))) {
                found.add(node);
            }
        });
        var numbers = new ArrayList<JsonNode>();
        for (JsonNode subquery : found) {
            boolean compared = !subquery.path("child").isNull();
            ObjectNode item = (ObjectNode) expression("(select flatten(list(" + COLUMN + ")) from (select 1) as "
                    + (compared ? "_asked(_value) where _value = 1" : "_asked") + ")");
            ObjectNode select = (ObjectNode) item.path("subquery").path("node");
            ObjectNode asked =
                    (ObjectNode) subquery.path("subquery").path("node").deepCopy();
            ((ObjectNode) select.path("from_table").path("subquery")).set("node", query(asked, common));
            if (compared) {
                ((ObjectNode) select.path("where_clause"))
                        .set("right", withoutNumbers(subquery.path("child").deepCopy(), common));
            }
            numbers.add(item);
        }
        return numbers;
    }

    /** The numbers of the rows that windows in an expression look at. */
    private static List<JsonNode> windows(JsonNode expression, JsonNode base) {
        var numbers = new ArrayList<JsonNode>();
        visitOwn(expression, node -> {
            if (!"WINDOW".equals(SqlTree.text(node, "class"))) {
                return;
            }
            switch (SqlTree.text(node, "type")) {
                case "WINDOW_LAG", "WINDOW_LEAD" -> {
                    ObjectNode other = (ObjectNode) node.deepCopy();
                    ArrayNode arguments = (ArrayNode) other.path("arguments");
                    while (arguments.size() > 2) {
                        // the value where there is no such row
                        arguments.remove(arguments.size() - 1);
                    }
                    ((ObjectNode) arguments.get(0)).set("expression", base.deepCopy());
                    other.put("alias", "");
                    numbers.add(other);
                }
                case "WINDOW_AGGREGATE" -> {
                    ObjectNode all = (ObjectNode) node.deepCopy();
                    all.put("function_name", "list").put("alias", "").put("distinct", false);
                    all.set("qualified_name", path("list"));
                    all.set("arguments", arguments(List.of(base.deepCopy())));
                    numbers.add(flat(all));
                }
                default -> {
                    // a place among other rows says nothing of what stands in them
                }
            }
        });
        return numbers;
    }

    /** A subquery that stays as it is must not meet the further column of a common table. */
    private JsonNode withoutNumbers(JsonNode node, Set<String> common) throws SqlTree.SyntaxException {
        if ("BASE_TABLE".equals(SqlTree.text(node, "type")) && common.contains(lower(node, "table_name"))) {
            String name = lower(node, "table_name");
            String alias = SqlTree.text(node, "alias").isEmpty() ? name : SqlTree.text(node, "alias");
            return aliased("select * exclude (" + COLUMN + ") from " + quoted(name), alias, node);
        }
        if (node instanceof ObjectNode object) {
            for (String field : List.copyOf(object.propertyNames())) {
                object.set(field, withoutNumbers(object.path(field), common));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutNumbers(array.get(i), common));
            }
        }
        return node;
    }

    private static void leaveOutOfStars(ArrayNode selected, List<Numbers> numbers) {
        for (JsonNode item : selected) {
            if ("STAR".equals(SqlTree.text(item, "class"))) {
                String table = SqlTree.text(item, "relation_name");
                numbers.stream()
                        .filter(one -> table.isEmpty() || one.table().equalsIgnoreCase(table))
                        .forEach(one -> ((ArrayNode) item.path("exclude_list")).add(one.column()));
            }
        }
    }

    /** Every expression of a query's clause, but not those of queries within it. */
    private static void visitOwn(JsonNode node, Consumer<JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(node);
            if ("SUBQUERY".equals(SqlTree.text(node, "class"))) {
                visitOwn(node.path("child"), visitor);
                return;
            }
        }
        if (node.isObject() || node.isArray()) {
            node.forEach(child -> visitOwn(child, visitor));
        }
    }

    private JsonNode concatenated(List<JsonNode> lists) throws SqlTree.SyntaxException {
        if (lists.isEmpty()) {
            return expression("null::bigint[]");
        }
        return lists.size() == 1 ? lists.get(0).deepCopy() : function("list_concat", lists);
    }

    private static JsonNode flat(JsonNode list) {
        return function("flatten", List.of(list));
    }

    private static JsonNode list(JsonNode each) {
        return function("list", List.of(each));
    }

    private static JsonNode named(JsonNode expression) {
        ObjectNode named = (ObjectNode) expression.deepCopy();
        return named.put("alias", COLUMN);
    }

    private static JsonNode function(String name, List<JsonNode> arguments) {
        ObjectNode function = JSON.createObjectNode();
        function.put("class", "FUNCTION").put("type", "FUNCTION").put("alias", "");
        function.put("function_name", name).put("schema", "").put("catalog", "");
        function.putNull("filter");
        function.putObject("order_bys").put("type", "ORDER_MODIFIER").putArray("orders");
        function.put("distinct", false).put("is_operator", false).put("export_state", false);
        function.set("arguments", arguments(arguments));
        function.set("qualified_name", path(name));
        return function;
    }

    private static ArrayNode arguments(List<JsonNode> values) {
        ArrayNode arguments = JSON.createArrayNode();
        values.forEach(value -> arguments.addObject().put("name", "").set("expression", value.deepCopy()));
        return arguments;
    }

    private static ObjectNode path(String name) {
        ObjectNode qualified = JSON.createObjectNode();
        qualified.putArray("path").add(name);
        return qualified;
    }

    private JsonNode expression(String sql) throws SqlTree.SyntaxException {
        return parse("select " + sql).path("select_list").get(0);
    }

    /** Asks the engine once: the same few forms are put around every table of every query. */
    private ObjectNode parse(String sql) throws SqlTree.SyntaxException {
        ObjectNode tree = parsed.get(sql);
        if (tree == null) {
            tree = (ObjectNode) SqlTree.parse(connection, sql).root();
            parsed.put(sql, tree);
        }
        return tree.deepCopy();
    }

    private String nextColumn() {
        columns++;
        return COLUMN + "_" + columns;
    }

    private static SqlTree.SyntaxException notFollowed() {
        return new SqlTree.SyntaxException("its rows cannot be followed to those they are made of");
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String lower(JsonNode node, String field) {
        return SqlTree.text(node, field).toLowerCase(Locale.ROOT);
    }
}
