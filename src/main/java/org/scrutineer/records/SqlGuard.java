package org.scrutineer.records;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.View;
import tools.jackson.databind.JsonNode;

/**
 * Decides by its parse tree whether a text of the catalogue may go to the engine at all, and what it mentions.
 *
 * <p>An expression must parse both bare and in parentheses, which no text can that breaks out of the parentheses; then
 * only known kinds of expression and known functions may stand in its tree.
 */
final class SqlGuard {

    private final Engine engine;
    private final Catalogue catalogue;

    /** Expressions by their text: each is asked about several times, and many stand in several indicators. */
    private final Map<String, SqlTree> parsed = new ConcurrentHashMap<>();

    /** What was found once: a rule is asked of every return, and a view's sources for every figure. */
    private final Map<Expression, List<String>> columnsMentioned = new ConcurrentHashMap<>();

    private final Map<CrossRule, List<Mentioned>> mentionedByRule = new ConcurrentHashMap<>();

    private final Map<View, Set<String>> tablesNamed = new ConcurrentHashMap<>();

    private final Map<View, Set<String>> columnsInViews = new ConcurrentHashMap<>();

    private final Map<Indicator, Map<String, Set<String>>> columnsOfIndicator = new ConcurrentHashMap<>();

    SqlGuard(Engine engine, Catalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
    }

    /**
     * What is wrong with a condition or value over one row; its types are another matter.
     *
     * @param from the dataset or view the row is of
     * @param columns those it has
     */
    Optional<CatalogueProblem> problem(Expression expression, String from, Set<String> columns) {
        return problem(
                expression,
                "an SQL expression over the columns of a row",
                "an expression over the columns of one row, without sub-queries, windows, stars or parameters",
                AllowedSql.EXPRESSION_CLASSES,
                tree -> problem(expression, tree, from, columns));
    }

    private static Optional<CatalogueProblem> problem(
            Expression expression, SqlTree tree, String from, Set<String> columns) {
        return unknownFunction(expression, tree, AllowedSql.ROW_FUNCTIONS)
                .or(() -> SqlTree.qualifiedColumn(tree.root())
                        .map(name -> new CatalogueProblem(
                                expression.place(), name, "a column without the name of a table before it", null)))
                .or(() -> SqlTree.columns(tree.root()).stream()
                        .filter(name -> !columns.contains(name))
                        .findFirst()
                        .map(name -> unknownColumn(expression, name, from, columns)));
    }

    /** A column of a dataset that a rule mentions. */
    record Mentioned(String dataset, String column) {

        String qualified() {
            return dataset + "." + column;
        }
    }

    /**
     * What is wrong with a rule over several rows; its types are another matter.
     *
     * @param columns those of each dataset
     */
    Optional<CatalogueProblem> problem(CrossRule rule, Map<String, Set<String>> columns) {
        Expression expression = rule.expect();
        if (rule.match() == null && rule.per().isEmpty()) {
            return problem(expression, rule.over(), columns.getOrDefault(rule.over(), Set.of()));
        }
        var classes = new HashSet<>(AllowedSql.EXPRESSION_CLASSES);
        var functions = new LinkedHashSet<>(AllowedSql.ROW_FUNCTIONS);
        if (rule.per().isPresent()) {
            // count(*)
            classes.add("STAR");
            functions.addAll(AllowedSql.GROUP_FUNCTIONS);
        }
        return problem(
                expression,
                "an SQL expression over the columns of rows",
                "an expression over columns, without sub-queries, windows or parameters",
                classes,
                tree -> unknownFunction(expression, tree, functions).or(() -> unknownColumn(rule, tree, columns)));
    }

    /**
     * What is wrong with an expression, whatever it is over.
     *
     * @param wanted what it has to be, in words
     * @param plain the same of one that parses
     * @param allowed the classes of its tree's nodes
     * @param further what else may be wrong with a tree of these classes
     */
    private Optional<CatalogueProblem> problem(
            Expression expression,
            String wanted,
            String plain,
            Set<String> allowed,
            Function<SqlTree, Optional<CatalogueProblem>> further) {
        Optional<CatalogueProblem> unknown = unknownName(expression);
        if (unknown.isPresent()) {
            return unknown;
        }
        SqlTree tree;
        try {
            tree = parse(expression);
        } catch (SqlTree.SyntaxException e) {
            return Optional.of(mistake(expression, wanted + ": " + e.getMessage()));
        }
        return allowed.containsAll(SqlTree.classes(tree.root()))
                ? further.apply(tree)
                : Optional.of(mistake(expression, plain));
    }

    private static Optional<CatalogueProblem> unknownColumn(
            CrossRule rule, SqlTree tree, Map<String, Set<String>> columns) {
        for (List<String> names : SqlTree.columnNames(tree.root())) {
            String column = names.get(names.size() - 1);
            String dataset = names.size() == 1 ? rule.over() : names.get(0);
            if (names.size() > 2
                    || (names.size() == 1 && rule.match() != null)
                    || !rule.datasets().contains(dataset)) {
                return Optional.of(new CatalogueProblem(
                        rule.expect().place(),
                        String.join(".", names),
                        "a column with its dataset before it: "
                                + rule.datasets().stream()
                                        .map(name -> name + ".column")
                                        .collect(Collectors.joining(" or ")),
                        null));
            }
            Set<String> known = columns.getOrDefault(dataset, Set.of());
            if (!known.contains(column)) {
                return Optional.of(unknownColumn(rule.expect(), column, dataset, known));
            }
        }
        return Optional.empty();
    }

    /** The datasets' own columns that a rule mentions, in the order it does. */
    List<Mentioned> mentioned(CrossRule rule) {
        return mentionedByRule.computeIfAbsent(rule, this::findMentioned);
    }

    private List<Mentioned> findMentioned(CrossRule rule) {
        try {
            return SqlTree.columnNames(parse(rule.expect()).root()).stream()
                    .map(names ->
                            new Mentioned(names.size() == 1 ? rule.over() : names.get(0), names.get(names.size() - 1)))
                    .filter(cell ->
                            dataset(cell.dataset()).column(cell.column()).isPresent())
                    .distinct()
                    .toList();
        } catch (SqlTree.SyntaxException e) {
            throw new IllegalStateException(
                    "not checked before use: " + rule.expect().place(), e);
        }
    }

    /** The first column of a dataset's key. */
    String key(String dataset) {
        return dataset(dataset).key().get(0);
    }

    private Dataset dataset(String id) {
        return catalogue.datasets().stream()
                .filter(dataset -> dataset.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CatalogueProblem unknownColumn(
            Expression expression, String name, String from, Set<String> columns) {
        return new CatalogueProblem(
                expression.place(),
                name,
                "a column of " + from + ": " + String.join(", ", columns),
                Names.nearest(name, columns).orElse(null));
    }

    /** What is wrong with a view's query, which may use the datasets and the views above it. */
    Optional<CatalogueProblem> problem(View view, Set<String> known) {
        Expression query = view.query();
        Optional<CatalogueProblem> unknown = unknownName(query);
        if (unknown.isPresent()) {
            return unknown;
        }
        SqlTree tree;
        try {
            tree = parseQuery(query);
        } catch (SqlTree.SyntaxException e) {
            return Optional.of(mistake(query, "one SQL query: " + e.getMessage()));
        }
        Set<String> classes = new TreeSet<>(SqlTree.classes(tree.root()));
        classes.removeAll(AllowedSql.EXPRESSION_CLASSES);
        classes.removeAll(AllowedSql.QUERY_CLASSES);
        if (!classes.isEmpty() || tree.hasTableFunction()) {
            return Optional.of(
                    mistake(query, "a query over datasets and views, without table functions or parameters"));
        }
        for (String table : tree.tables()) {
            if (!known.contains(table)) {
                return Optional.of(new CatalogueProblem(
                        query.place(),
                        table,
                        "a dataset, or a view further up in the file",
                        Names.nearest(table, known).orElse(null)));
            }
        }
        Optional<String> shadow =
                tree.defined().stream().filter(known::contains).findFirst();
        if (shadow.isPresent()) {
            return Optional.of(new CatalogueProblem(
                    query.place(), shadow.get(), "a name after with that no dataset and no other view has", null));
        }
        if (tree.dependsOnOrder()) {
            return Optional.of(mistake(
                    query,
                    "a query that gives the same rows each time, without limit, distinct on, sample or recursion"));
        }
        var functions = new LinkedHashSet<>(AllowedSql.ROW_FUNCTIONS);
        functions.addAll(AllowedSql.QUERY_FUNCTIONS);
        return unknownFunction(query, tree, functions)
                .or(() -> SqlTree.columns(tree.root()).stream()
                        .filter(name -> AllowedSql.NO_COLUMNS.contains(name.toLowerCase(Locale.ROOT))
                                && catalogue.datasets().stream()
                                        .noneMatch(
                                                dataset -> dataset.column(name).isPresent()))
                        .findFirst()
                        .map(name -> new CatalogueProblem(query.place(), name, "a column", null)));
    }

    /** The columns of a dataset that an expression mentions, in the order it does. */
    List<String> columns(Expression expression, Dataset dataset) {
        return columnsMentioned.computeIfAbsent(expression, this::columnsMentioned).stream()
                .filter(name -> dataset.column(name).isPresent())
                .toList();
    }

    private List<String> columnsMentioned(Expression expression) {
        try {
            return List.copyOf(SqlTree.columns(parse(expression).root()));
        } catch (SqlTree.SyntaxException e) {
            throw new IllegalStateException("not checked before use: " + expression.place(), e);
        }
    }

    /** The comparisons with a text that can never be true, because the column has no such code. */
    List<CatalogueProblem> unknownCodes(Expression expression, Dataset dataset) {
        SqlTree tree;
        try {
            tree = parse(expression);
        } catch (SqlTree.SyntaxException e) {
            return List.of();
        }
        var problems = new ArrayList<CatalogueProblem>();
        SqlTree.visit(tree.root(), node -> {
            String kind = SqlTree.text(node, "class");
            var sides = new ArrayList<JsonNode>();
            if (kind.equals("COMPARISON")) {
                sides.add(node.path("left"));
                sides.add(node.path("right"));
            } else if (SqlTree.text(node, "type").endsWith("IN") && kind.equals("OPERATOR")) {
                node.path("children").forEach(sides::add);
            }
            sides.stream()
                    .flatMap(side -> SqlTree.column(side).flatMap(dataset::column).stream())
                    .filter(column -> !column.codes().isEmpty())
                    .forEach(column -> sides.stream()
                            .filter(side -> "STRING".equals(SqlTree.text(side.path("literal"), "kind")))
                            .map(side -> side.path("literal").path("text").asString())
                            .filter(code -> !column.codes().containsKey(code))
                            .forEach(code -> problems.add(new CatalogueProblem(
                                    expression.place(),
                                    code,
                                    "a code of column " + column.name() + ": "
                                            + String.join(", ", column.codes().keySet()),
                                    Names.nearest(code, column.codes().keySet()).orElse(null)))));
        });
        return problems;
    }

    /** The columns of each dataset that an indicator's figures depend on, see {@link RecordStore#columns}. */
    Map<String, Set<String>> columns(Indicator indicator) {
        return columnsOfIndicator.computeIfAbsent(indicator, this::findColumns);
    }

    private Map<String, Set<String>> findColumns(Indicator indicator) {
        var mentioned = new LinkedHashSet<String>();
        var sources = new LinkedHashSet<>(reached(indicator.from()));
        Stream.of(
                        indicator.denominator(),
                        indicator.numerator(),
                        indicator.aggregate().value())
                .forEach(expression -> mention(expression, mentioned));
        Indicator.Per per = indicator.per();
        if (per != null) {
            sources.addAll(reached(per.from()));
            Stream.of(per.where(), per.aggregate().value()).forEach(expression -> mention(expression, mentioned));
        }
        for (View view : catalogue.views()) {
            if (sources.contains(view.id())) {
                mentioned.addAll(columnsInViews.computeIfAbsent(view, this::columnsInView));
            }
        }
        var columns = new LinkedHashMap<String, Set<String>>();
        for (Dataset dataset : catalogue.datasets()) {
            if (sources.contains(dataset.id())) {
                var own = new LinkedHashSet<>(mentioned);
                own.add("authority");
                own.add(String.valueOf(dataset.teamColumn()));
                if (dataset.kind() == Dataset.Kind.FLOW) {
                    own.add(String.valueOf(dataset.eventDate()));
                    own.addAll(dataset.key());
                }
                own.removeIf(name -> dataset.column(name).isEmpty());
                columns.put(dataset.id(), own);
            }
        }
        return columns;
    }

    private void mention(@Nullable Expression expression, Set<String> mentioned) {
        if (expression != null) {
            mentioned.addAll(columnsMentioned.computeIfAbsent(expression, this::columnsMentioned));
        }
    }

    private Set<String> columnsInView(View view) {
        try {
            return SqlTree.columns(parseQuery(view.query()).root());
        } catch (SqlTree.SyntaxException e) {
            throw new IllegalStateException(
                    "not checked before use: " + view.query().place(), e);
        }
    }

    /** Whether a view takes all columns of a table without naming them: by a star, or the row as one value. */
    boolean takesWholeRows(View view) {
        SqlTree tree;
        try {
            tree = parseQuery(view.query());
        } catch (SqlTree.SyntaxException e) {
            throw new IllegalStateException(
                    "not checked before use: " + view.query().place(), e);
        }
        Set<String> columns = SqlTree.columns(tree.root());
        return SqlTree.classes(tree.root()).contains("STAR")
                || SqlTree.calledBy(tree.root()).stream().anyMatch(columns::contains);
    }

    /** The datasets that a dataset or view is made from in the end, in the catalogue's order. */
    Set<String> sources(String from) {
        Set<String> reached = reached(from);
        var sources = new LinkedHashSet<String>();
        catalogue.datasets().stream().map(Dataset::id).filter(reached::contains).forEach(sources::add);
        return sources;
    }

    /** A dataset or view, and all that it is made from. */
    private Set<String> reached(String from) {
        var direct = new LinkedHashMap<String, Set<String>>();
        catalogue.datasets().forEach(dataset -> direct.put(dataset.id(), Set.of()));
        for (View view : catalogue.views()) {
            direct.put(view.id(), tablesNamed.computeIfAbsent(view, this::tablesNamed));
        }
        var reached = new LinkedHashSet<String>();
        collect(from, direct, reached);
        return reached;
    }

    private Set<String> tablesNamed(View view) {
        try {
            return parseQuery(view.query()).tables();
        } catch (SqlTree.SyntaxException e) {
            throw new IllegalStateException(
                    "not checked before use: " + view.query().place(), e);
        }
    }

    private static void collect(String from, Map<String, Set<String>> direct, Set<String> reached) {
        if (reached.add(from)) {
            direct.getOrDefault(from, Set.of()).forEach(source -> collect(source, direct, reached));
        }
    }

    private SqlTree parse(Expression expression) throws SqlTree.SyntaxException {
        String sql = Window.of(ANY_PERIOD).applyTo(expression.sql());
        SqlTree known = parsed.get(sql);
        if (known != null) {
            return known;
        }
        try (var connection = engine.connect()) {
            SqlTree bare = SqlTree.parse(connection, "select " + sql);
            SqlTree enclosed = SqlTree.parse(connection, "select (" + sql + "\n)");
            if (bare.selected().size() != 1 || !bare.isBareSelect() || !enclosed.isBareSelect()) {
                throw new SqlTree.SyntaxException("it is more than one expression");
            }
            parsed.put(sql, enclosed);
            return enclosed;
        } catch (SQLException e) {
            throw new RecordsException("cannot parse an expression", e);
        }
    }

    private SqlTree parseQuery(Expression query) throws SqlTree.SyntaxException {
        String sql = Window.of(ANY_PERIOD).applyTo(query.sql());
        try (var connection = engine.connect()) {
            SqlTree.parse(connection, "select * from (" + sql + "\n)");
            return SqlTree.parse(connection, sql);
        } catch (SQLException e) {
            throw new RecordsException("cannot parse a query", e);
        }
    }

    private static final ReportingPeriod ANY_PERIOD = ReportingPeriod.of(2020, 1);

    private static Optional<CatalogueProblem> unknownName(Expression expression) {
        return Window.unknownName(expression.sql())
                .map(name -> new CatalogueProblem(
                        expression.place(),
                        ":" + name,
                        ":start or :end",
                        Names.nearest(name, Set.of("start", "end"))
                                .map(near -> ":" + near)
                                .orElse(null)));
    }

    private static Optional<CatalogueProblem> unknownFunction(
            Expression expression, SqlTree tree, Set<String> allowed) {
        return SqlTree.functions(tree.root()).stream()
                .filter(function -> !allowed.contains(function))
                .findFirst()
                .map(function -> new CatalogueProblem(
                        expression.place(),
                        function,
                        "one of the functions " + String.join(", ", named(allowed)),
                        Names.nearest(function, named(allowed)).orElse(null)));
    }

    private static Set<String> named(Set<String> functions) {
        var named = new TreeSet<>(functions);
        named.removeIf(function -> !Character.isLetter(function.charAt(0)));
        return named;
    }

    /** A mistake in the expression as a whole, which is quoted on one line. */
    static CatalogueProblem mistake(Expression expression, String expected) {
        return new CatalogueProblem(expression.place(), onOneLine(expression.sql()), onOneLine(expected), null);
    }

    static String onOneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
