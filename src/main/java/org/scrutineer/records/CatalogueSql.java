package org.scrutineer.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReferenceTable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.RowRule;
import org.scrutineer.catalogue.View;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries every expression of a catalogue before a return is opened: it is parsed and allow-listed, then bound against
 * the real columns and run over a row in which all of them are blank and one of meaningless texts, which also finds what
 * binding does not, such as {@code cost > 'abc'}.
 */
final class CatalogueSql {

    private static final Window WINDOW = Window.of(ReportingPeriod.of(2018, 12));

    private static final String EXACT_SUM = "a sum of whole or decimal numbers, as one of floating point numbers may"
            + " come out differently from run to run; cast what is summed to decimal(18,4), or sum before you divide";

    private static final String EXACT_COLUMN = "a column that is no floating point number, as those add up differently"
            + " from run to run; cast it to decimal(18,4), or leave the division to the indicator";

    private final Catalogue catalogue;
    private final Engine engine;
    private final SqlGuard guard;
    private final RuleExamples examples;
    private final List<CatalogueProblem> problems = new ArrayList<>();
    private final Map<String, Set<String>> columns = new LinkedHashMap<>();

    CatalogueSql(Catalogue catalogue, Engine engine) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.guard = new SqlGuard(engine, catalogue);
        this.examples = new RuleExamples(catalogue, engine, guard, WINDOW, problems);
    }

    private enum Wanted {
        CONDITION("a condition that is true or false"),
        EXACT_NUMBER("a whole or decimal number; cast a quotient to decimal(18,4)"),
        ANY_NUMBER("a number"),
        ANYTHING("a value");

        private final String words;

        Wanted(String words) {
            this.words = words;
        }

        boolean admits(String type) {
            return switch (this) {
                case CONDITION -> type.equals("BOOLEAN");
                case EXACT_NUMBER -> type.startsWith("DECIMAL") || isInteger(type);
                case ANY_NUMBER -> type.startsWith("DECIMAL") || isInteger(type) || type.equals("DOUBLE");
                case ANYTHING -> true;
            };
        }

        private static boolean isInteger(String type) {
            return Set.of("BIGINT", "INTEGER", "HUGEINT", "SMALLINT", "TINYINT").contains(type);
        }
    }

    /** All mistakes, in the order of files and lines. */
    List<CatalogueProblem> problems() throws SQLException {
        for (Dataset dataset : catalogue.datasets()) {
            engine.execute(Tables.create(dataset.id(), dataset));
            engine.execute("insert into " + dataset.id() + " (team) values (null)");
            engine.execute(rowOfTexts(dataset));
            columns.put(dataset.id(), columnsOf(dataset.id()));
            for (RowRule rule : dataset.rules()) {
                check(rule.expect(), dataset.id(), Wanted.CONDITION);
            }
            examples.check(dataset);
            engine.execute("alter table " + dataset.id() + " add column period varchar");
            engine.execute("alter table " + dataset.id() + " add column submission integer");
            columns.put(dataset.id(), columnsOf(dataset.id()));
        }
        for (ReferenceTable table : catalogue.references()) {
            engine.execute(ReferenceSql.create(table.id(), table));
            engine.execute("insert into " + table.id() + " (team) values (null)");
            columns.put(table.id(), columnsOf(table.id()));
        }
        checkCrossRules();
        checkViews();
        for (Indicator indicator : catalogue.indicators()) {
            check(indicator.denominator(), indicator.from(), Wanted.CONDITION);
            check(indicator.numerator(), indicator.from(), Wanted.CONDITION);
            check(indicator.aggregate(), indicator.from());
            if (indicator.per() != null) {
                check(indicator.per().where(), indicator.per().from(), Wanted.CONDITION);
                check(indicator.per().aggregate(), indicator.per().from());
            }
        }
        return problems.stream().sorted().toList();
    }

    private void checkCrossRules() throws SQLException {
        for (ReturnType type : catalogue.returnTypes()) {
            type.rules().forEach(this::check);
        }
        catalogue.reconciliation().forEach(this::check);
    }

    private void check(CrossRule rule) {
        Optional<CatalogueProblem> problem = guard.problem(rule, columns);
        if (problem.isPresent()) {
            problems.add(problem.get());
            return;
        }
        try (var connection = engine.connect()) {
            var sql = new RuleSql(guard, WINDOW, name -> name, false);
            if (!Wanted.CONDITION.admits(sql.type(connection, rule))) {
                problems.add(SqlGuard.mistake(rule.expect(), Wanted.CONDITION.words));
                return;
            }
            List<CatalogueProblem> inexact = inexactSums(connection, rule.expect(), sql.condition(rule));
            if (!inexact.isEmpty()) {
                problems.addAll(inexact);
                return;
            }
        } catch (SQLException e) {
            problems.add(refused(rule.expect(), e));
            return;
        }
        examples.check(rule);
    }

    /** A row whose texts are no numbers and no dates, for an expression to fail on that takes them for some. */
    private static String rowOfTexts(Dataset dataset) {
        var names = new StringBuilder("team");
        var values = new StringBuilder(Engine.literal("?"));
        for (Column column : dataset.columns()) {
            if (column.type() == Column.Type.TEXT || column.type() == Column.Type.CODE) {
                names.append(", ").append(column.name());
                values.append(", ")
                        .append(Engine.literal(
                                column.codes().keySet().stream().findFirst().orElse("?")));
            }
        }
        return "insert into " + dataset.id() + " (" + names + ") values (" + values + ")";
    }

    private void checkViews() throws SQLException {
        var known = new LinkedHashSet<>(columns.keySet());
        for (String dataset : known) {
            engine.execute("create view " + Lineage.twin(dataset) + " as select *, null::bigint[] as " + Lineage.COLUMN
                    + " from " + dataset);
        }
        for (View view : catalogue.views()) {
            Optional<CatalogueProblem> problem = guard.problem(view, known);
            if (problem.isPresent()) {
                problems.add(problem.get());
                continue;
            }
            try {
                // A table, so that what is wrong with it is not told again of the views that use it.
                engine.execute("create table " + view.id() + " as "
                        + WINDOW.applyTo(view.query().sql()));
                Map<String, String> types = typesOf(view.id());
                Set<String> names = types.keySet();
                checkExactness(view, types);
                if (!names.contains("team")) {
                    problems.add(new CatalogueProblem(
                            view.query().place(),
                            String.join(", ", names),
                            "a column team among those the view " + view.id() + " selects",
                            null));
                }
                columns.put(view.id(), names);
                known.add(view.id());
                followRows(view, known);
            } catch (SQLException e) {
                problems.add(refused(view.query(), e));
            }
        }
    }

    /** What leaves a view may be added up, or was: it has to be exact. */
    private void checkExactness(View view, Map<String, String> types) throws SQLException {
        List<CatalogueProblem> sums;
        try (var connection = engine.connect()) {
            sums = inexactSums(
                    connection, view.query(), WINDOW.applyTo(view.query().sql()));
        }
        problems.addAll(sums);
        if (sums.isEmpty()) {
            types.forEach((name, type) -> {
                if (InexactSums.INEXACT.contains(type)) {
                    problems.add(new CatalogueProblem(view.query().place(), name, EXACT_COLUMN, null));
                }
            });
        }
    }

    private static List<CatalogueProblem> inexactSums(DuckDBConnection connection, Expression expression, String sql)
            throws SQLException {
        return InexactSums.in(connection, sql).stream()
                .map(summed -> new CatalogueProblem(
                        expression.place(),
                        "sum(" + SqlGuard.onOneLine(WINDOW.removeFrom(summed)) + ")",
                        EXACT_SUM,
                        null))
                .toList();
    }

    /** Every figure can be traced: the rows of a view must be such that it is known what they were made of. */
    private void followRows(View view, Set<String> known) throws SQLException {
        try (var connection = engine.connect()) {
            String followed = new Lineage(connection, known)
                    .follow(WINDOW.applyTo(view.query().sql()));
            engine.execute("create view " + Lineage.twin(view.id()) + " as " + followed);
        } catch (SqlTree.SyntaxException cannotBeFollowed) {
            problems.add(SqlGuard.mistake(
                    view.query(),
                    "a query whose rows can be followed to the rows they are made of, without except, intersect,"
                            + " pivot or unpivot"));
        }
    }

    private void check(Indicator.Aggregate aggregate, String from) {
        Wanted wanted = switch (aggregate.function()) {
            case COUNT, DISTINCT -> Wanted.ANYTHING;
            case SUM, MEAN -> Wanted.EXACT_NUMBER;
            case MEDIAN, MAX -> Wanted.ANY_NUMBER;
        };
        check(aggregate.value(), from, wanted);
    }

    private void check(@Nullable Expression expression, String from, Wanted wanted) {
        if (expression == null || !columns.containsKey(from)) {
            return;
        }
        Optional<CatalogueProblem> problem = guard.problem(expression, from, columns.get(from));
        if (problem.isPresent()) {
            problems.add(problem.get());
            return;
        }
        try (var connection = engine.connect();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select (" + WINDOW.applyTo(expression.sql()) + "\n) from " + from)) {
            String type = result.getMetaData().getColumnTypeName(1);
            if (!wanted.admits(type)) {
                problems.add(SqlGuard.mistake(expression, wanted.words));
            }
            result.next();
        } catch (SQLException e) {
            problems.add(refused(expression, e));
            return;
        }
        catalogue.datasets().stream()
                .filter(dataset -> dataset.id().equals(from))
                .forEach(dataset -> problems.addAll(guard.unknownCodes(expression, dataset)));
    }

    /** Says in our words what the engine has against an expression; its own text is JSON, from the first brace on. */
    private CatalogueProblem refused(Expression expression, SQLException e) {
        String text = e.getMessage() == null ? "" : e.getMessage();
        int brace = text.indexOf('{');
        JsonNode error;
        try {
            error = JsonMapper.shared().readTree(brace < 0 ? "{}" : text.substring(brace));
        } catch (JacksonException notJson) {
            error = JsonMapper.shared().createObjectNode();
        }
        String name = error.path("name").asString("");
        if ("COLUMN_NOT_FOUND".equals(error.path("error_subtype").asString(""))) {
            return new CatalogueProblem(
                    expression.place(),
                    name,
                    "a column",
                    Names.nearest(name, everyColumn()).orElse(null));
        }
        String message = error.path("exception_message")
                .asString(text)
                .lines()
                .findFirst()
                .orElse("");
        return SqlGuard.mistake(expression, "an expression that fits the columns: " + message);
    }

    private Set<String> everyColumn() {
        return columns.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> columnsOf(String table) throws SQLException {
        return typesOf(table).keySet();
    }

    /** The columns of a table with their types, as the engine names them. */
    private Map<String, String> typesOf(String table) throws SQLException {
        try (var connection = engine.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select * from " + table)) {
            var types = new LinkedHashMap<String, String>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                types.put(
                        result.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT),
                        result.getMetaData().getColumnTypeName(i));
            }
            return types;
        }
    }
}
