package org.scrutineer.records;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scrutineer.records.Formula.Comparator;
import org.scrutineer.records.Query.Item;
import org.scrutineer.records.Query.Source;
import tools.jackson.databind.JsonNode;

/** Turns the parser's tree into a {@link Formula} or a {@link Query}. */
final class SyntaxReader {

    private static final Map<String, Comparator> COMPARATORS = Map.of(
            "COMPARE_EQUAL", Comparator.EQUAL,
            "COMPARE_NOTEQUAL", Comparator.NOT_EQUAL,
            "COMPARE_LESSTHAN", Comparator.LESS,
            "COMPARE_LESSTHANOREQUALTO", Comparator.LESS_OR_EQUAL,
            "COMPARE_GREATERTHAN", Comparator.GREATER,
            "COMPARE_GREATERTHANOREQUALTO", Comparator.GREATER_OR_EQUAL,
            "COMPARE_DISTINCT_FROM", Comparator.DISTINCT,
            "COMPARE_NOT_DISTINCT_FROM", Comparator.NOT_DISTINCT);

    /** The queries that stand after {@code with}, by their names; a later one may use those before it. */
    private final Map<String, Query> defined = new LinkedHashMap<>();

    private SyntaxReader() {}

    /** The one expression that a bare {@code select} selects. */
    static Formula formula(SqlTree bareSelect) throws NotReadableException {
        return new SyntaxReader().formula(bareSelect.selected().get(0));
    }

    static Query query(SqlTree tree) throws NotReadableException {
        return new SyntaxReader().query(tree.root());
    }

    private Query query(JsonNode node) throws NotReadableException {
        for (JsonNode own : node.path("cte_map").path("map")) {
            defined.put(name(own, "key"), query(own.path("value").path("query_node")));
        }
        boolean distinct = false;
        for (JsonNode modifier : node.path("modifiers")) {
            switch (SqlTree.text(modifier, "type")) {
                // The order of a view's rows is nobody's.
                case "ORDER_MODIFIER" -> {}
                case "DISTINCT_MODIFIER" -> distinct = true;
                default -> throw new NotReadableException("a limit");
            }
        }
        return switch (SqlTree.text(node, "type")) {
            case "SELECT_NODE" -> selection(node, distinct);
            case "SET_OPERATION_NODE" -> union(node, distinct);
            default -> throw new NotReadableException("a query that is no select");
        };
    }

    private Query union(JsonNode node, boolean distinct) throws NotReadableException {
        if (!SqlTree.text(node, "setop_type").equals("UNION")) {
            throw new NotReadableException("except or intersect");
        }
        var parts = new ArrayList<Query>();
        for (JsonNode part : node.path("children")) {
            parts.add(query(part));
        }
        return new Query.Union(parts, node.path("setop_all").asBoolean() && !distinct);
    }

    private Query selection(JsonNode node, boolean distinct) throws NotReadableException {
        if (node.path("qualify").isObject()
                || node.path("group_sets").size() > 1
                || !SqlTree.text(node, "aggregate_handling").equals("STANDARD_HANDLING")) {
            throw new NotReadableException("qualify, group by all or several group sets");
        }
        var items = new ArrayList<Item>();
        for (JsonNode item : node.path("select_list")) {
            items.add(item(item));
        }
        return new Query.Selection(
                items,
                source(node.path("from_table")),
                formulaOrNull(node.path("where_clause")),
                formulas(node.path("group_expressions")),
                formulaOrNull(node.path("having")),
                distinct);
    }

    private Item item(JsonNode item) throws NotReadableException {
        if (SqlTree.text(item, "class").equals("STAR")) {
            if (!item.path("exclude_list").isEmpty()
                    || !item.path("replace_list").isEmpty()) {
                throw new NotReadableException("* with exclude or replace");
            }
            String table = name(item, "relation_name");
            return new Item.Star(table.isEmpty() ? null : table);
        }
        Formula formula = formula(item);
        String alias = name(item, "alias");
        return new Item.Value(
                alias.isEmpty() && formula instanceof Formula.Column column ? column.name() : alias, formula);
    }

    private Source source(JsonNode node) throws NotReadableException {
        String alias = name(node, "alias");
        switch (SqlTree.text(node, "type")) {
            case "BASE_TABLE" -> {
                String table = name(node, "table_name");
                String called = alias.isEmpty() ? table : alias;
                Query own = defined.get(table);
                return own == null ? new Source.Named(table, called) : new Source.Nested(own, called);
            }
            case "SUBQUERY" -> {
                return new Source.Nested(query(node.path("subquery").path("node")), alias);
            }
            case "JOIN" -> {
                String type = SqlTree.text(node, "join_type");
                if (!List.of("INNER", "LEFT").contains(type)
                        || !SqlTree.text(node, "ref_type").equals("REGULAR")) {
                    throw new NotReadableException("a join other than inner or left");
                }
                var using = new ArrayList<String>();
                node.path("using_columns")
                        .forEach(column -> using.add(column.asString().toLowerCase(Locale.ROOT)));
                return new Source.Joined(
                        source(node.path("left")),
                        source(node.path("right")),
                        type.equals("LEFT"),
                        formulaOrNull(node.path("condition")),
                        using);
            }
            default -> throw new NotReadableException("a source that is no dataset, view, query or join");
        }
    }

    private @Nullable Formula formulaOrNull(JsonNode node) throws NotReadableException {
        return node.isObject() ? formula(node) : null;
    }

    private List<Formula> formulas(JsonNode nodes) throws NotReadableException {
        var formulas = new ArrayList<Formula>();
        for (JsonNode node : nodes) {
            formulas.add(formula(node));
        }
        return formulas;
    }

    private Formula formula(JsonNode node) throws NotReadableException {
        return switch (SqlTree.text(node, "class")) {
            case "COLUMN_REF" -> column(node);
            case "CONSTANT" -> literal(node.path("literal"));
            case "COMPARISON" ->
                new Formula.Comparison(
                        comparator(node, "type"), formula(node.path("left")), formula(node.path("right")));
            case "CONJUNCTION" ->
                SqlTree.text(node, "type").equals("CONJUNCTION_AND")
                        ? new Formula.And(formulas(node.path("children")))
                        : new Formula.Or(formulas(node.path("children")));
            case "BETWEEN" -> {
                Formula value = formula(node.path("input"));
                yield new Formula.And(List.of(
                        new Formula.Comparison(Comparator.GREATER_OR_EQUAL, value, formula(node.path("lower"))),
                        new Formula.Comparison(Comparator.LESS_OR_EQUAL, value, formula(node.path("upper")))));
            }
            case "OPERATOR" -> operator(node);
            case "CASE" -> caseOf(node);
            case "CAST" -> cast(node);
            case "FUNCTION" -> function(node);
            case "SUBQUERY" -> inQuery(node);
            case "WINDOW" -> throw new NotReadableException("a function over a window of rows");
            default ->
                throw new NotReadableException(
                        SqlTree.text(node, "class").toLowerCase(Locale.ROOT).replace('_', ' '));
        };
    }

    private Formula inQuery(JsonNode node) throws NotReadableException {
        if (!SqlTree.text(node, "subquery_type").equals("ANY")
                || comparator(node, "comparison_type") != Comparator.EQUAL) {
            throw new NotReadableException("a query within an expression");
        }
        return new Formula.InQuery(
                formula(node.path("child")), query(node.path("subquery").path("node")));
    }

    private static Formula column(JsonNode node) {
        var names = new ArrayList<String>();
        node.path("column_names").forEach(name -> names.add(name.asString().toLowerCase(Locale.ROOT)));
        int last = names.size() - 1;
        return new Formula.Column(last == 0 ? null : names.get(last - 1), names.get(last));
    }

    private static Formula literal(JsonNode literal) throws NotReadableException {
        String text = SqlTree.text(literal, "text");
        return new Formula.Literal(
                switch (SqlTree.text(literal, "kind")) {
                    case "NULL_LITERAL" -> null;
                    case "BOOLEAN" -> Boolean.valueOf(text);
                    case "STRING" -> text;
                    case "INTEGER" -> Long.valueOf(text);
                    case "NUMERIC" -> {
                        if (text.contains("e") || text.contains("E")) {
                            throw new NotReadableException("a number in floating point");
                        }
                        yield new BigDecimal(text);
                    }
                    default -> throw new NotReadableException("a constant of an unusual kind");
                });
    }

    private static Comparator comparator(JsonNode node, String field) throws NotReadableException {
        Comparator comparator = COMPARATORS.get(SqlTree.text(node, field));
        if (comparator == null) {
            throw new NotReadableException("an unusual comparison");
        }
        return comparator;
    }

    private Formula operator(JsonNode node) throws NotReadableException {
        List<Formula> parts = formulas(node.path("children"));
        return switch (SqlTree.text(node, "type")) {
            case "OPERATOR_NOT" -> new Formula.Not(parts.get(0));
            case "OPERATOR_IS_NULL" -> new Formula.IsNull(parts.get(0));
            case "OPERATOR_IS_NOT_NULL" -> new Formula.Not(new Formula.IsNull(parts.get(0)));
            case "COMPARE_IN" -> new Formula.In(parts.get(0), parts.subList(1, parts.size()));
            case "COMPARE_NOT_IN" -> new Formula.Not(new Formula.In(parts.get(0), parts.subList(1, parts.size())));
            case "OPERATOR_COALESCE" -> new Formula.Coalesce(parts);
            default -> throw new NotReadableException("an unusual operator");
        };
    }

    private Formula caseOf(JsonNode node) throws NotReadableException {
        var whens = new ArrayList<Formula.When>();
        for (JsonNode check : node.path("case_checks")) {
            whens.add(new Formula.When(formula(check.path("when_expr")), formula(check.path("then_expr"))));
        }
        return new Formula.Case(whens, formula(node.path("else_expr")));
    }

    private Formula cast(JsonNode node) throws NotReadableException {
        if (node.path("try_cast").asBoolean()) {
            throw new NotReadableException("try_cast");
        }
        JsonNode type = node.path("type_expr");
        String name = name(type, "type_name");
        JsonNode child = node.path("child");
        // interval 3 month comes as to_months(cast(trunc(cast(3 as double)) as integer)).
        if (name.equals("integer") && SqlTree.text(child, "function_name").equals("trunc")) {
            JsonNode number = child.path("arguments").path(0).path("expression").path("child");
            if (SqlTree.text(number.path("literal"), "kind").equals("INTEGER")) {
                return formula(number);
            }
        }
        JsonNode scale = type.path("children").path(1).path("literal");
        return new Formula.Cast(
                formula(child), name, scale.isMissingNode() ? 0 : Integer.parseInt(SqlTree.text(scale, "text")));
    }

    private Formula function(JsonNode node) throws NotReadableException {
        String function = name(node, "function_name");
        var arguments = new ArrayList<Formula>();
        for (JsonNode argument : node.path("arguments")) {
            arguments.add(formula(argument.path("expression")));
        }
        if (!AllowedSql.GROUP_FUNCTIONS.contains(function)) {
            return new Formula.Call(function, arguments);
        }
        return new Formula.Aggregate(
                function,
                node.path("distinct").asBoolean(),
                arguments.isEmpty() ? null : arguments.get(0),
                formulaOrNull(node.path("filter")));
    }

    private static String name(JsonNode node, String field) {
        return SqlTree.text(node, field).toLowerCase(Locale.ROOT);
    }
}
