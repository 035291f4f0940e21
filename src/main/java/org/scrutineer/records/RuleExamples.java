package org.scrutineer.records;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueProblem;
import org.scrutineer.catalogue.Column;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Example;
import org.scrutineer.catalogue.RowRule;

/** Tries each rule on the rows that are said to break it and on those that are said to keep it. */
final class RuleExamples {

    private static final Set<String> YES = Set.of("yes", "true");

    private final Catalogue catalogue;
    private final Engine engine;
    private final RuleSql rules;
    private final List<CatalogueProblem> problems;

    RuleExamples(Catalogue catalogue, Engine engine, SqlGuard guard, Window window, List<CatalogueProblem> problems) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.rules = new RuleSql(guard, window, RuleExamples::table, false);
        this.problems = problems;
    }

    private static String table(String dataset) {
        return "_example_of_" + dataset;
    }

    /** A row of the one table that all examples of a dataset's rules stand in. */
    private record Tried(RowRule rule, boolean breaks, Example example) {}

    void check(Dataset dataset) throws SQLException {
        var tried = new ArrayList<Tried>();
        var sound = new ArrayList<RowRule>();
        for (RowRule rule : dataset.rules()) {
            if (problems.stream()
                    .noneMatch(problem -> problem.place().equals(rule.expect().place()))) {
                sound.add(rule);
                add(tried, rule, true, rule.breaks());
                add(tried, rule, false, rule.keeps());
            }
        }
        if (tried.isEmpty()) {
            return;
        }
        try (var connection = engine.connect()) {
            create(connection, dataset);
            for (int i = 0; i < tried.size(); i++) {
                insert(
                        connection,
                        dataset,
                        i,
                        row(tried.get(i).example(), dataset),
                        tried.get(i).example());
            }
            Map<RowRule, List<StagedReturn.Breach>> breaches = rules.breaches(connection, dataset, sound);
            for (int i = 0; i < tried.size(); i++) {
                int row = i;
                Tried one = tried.get(i);
                boolean broken =
                        breaches.getOrDefault(one.rule(), List.of()).stream().anyMatch(breach -> breach.row() == row);
                tell(one.rule().id(), one.breaks(), broken, one.example());
            }
            drop(connection, dataset);
        }
    }

    private static void add(List<Tried> tried, RowRule rule, boolean breaks, @Nullable Example example) {
        if (example != null) {
            tried.add(new Tried(rule, breaks, example));
        }
    }

    private static Map<String, String> row(Example example, Dataset dataset) {
        return example.rows().getOrDefault(dataset.id(), List.of()).get(0);
    }

    void check(CrossRule rule) {
        try (var connection = engine.connect()) {
            check(connection, rule, true, rule.breaks());
            check(connection, rule, false, rule.keeps());
        } catch (SQLException e) {
            throw new RecordsException("cannot try the examples of rule " + rule.id(), e);
        }
    }

    private void check(DuckDBConnection connection, CrossRule rule, boolean breaks, @Nullable Example example)
            throws SQLException {
        if (example == null) {
            return;
        }
        List<Dataset> datasets = catalogue.datasets().stream()
                .filter(dataset -> rule.datasets().contains(dataset.id()))
                .toList();
        for (Dataset dataset : datasets) {
            create(connection, dataset);
            int number = 2;
            for (Map<String, String> row : example.rows().getOrDefault(dataset.id(), List.of())) {
                insert(connection, dataset, number++, row, example);
            }
        }
        tell(rule.id(), breaks, !rules.breaches(connection, rule).isEmpty(), example);
        for (Dataset dataset : datasets) {
            drop(connection, dataset);
        }
    }

    private void tell(String rule, boolean breaks, boolean broken, Example example) {
        if (breaks != broken) {
            problems.add(new CatalogueProblem(
                    example.place(),
                    breaks ? "breaks" : "keeps",
                    "an example that " + (breaks ? "breaks" : "keeps") + " rule " + rule + "; this one "
                            + (breaks ? "keeps" : "breaks") + " it",
                    null));
        }
    }

    private static void create(DuckDBConnection connection, Dataset dataset) throws SQLException {
        execute(connection, Tables.create(table(dataset.id()), dataset));
        execute(connection, "alter table " + table(dataset.id()) + " add column submission integer default 0");
        execute(connection, "alter table " + table(dataset.id()) + " add column period varchar default '2018-12'");
    }

    private static void drop(DuckDBConnection connection, Dataset dataset) throws SQLException {
        execute(connection, "drop table " + table(dataset.id()));
    }

    private void insert(
            DuckDBConnection connection, Dataset dataset, int number, Map<String, String> row, Example example) {
        var names = new StringBuilder("sheet_row");
        var values = new StringBuilder(Integer.toString(number));
        row.forEach((name, value) -> {
            names.append(", ").append(name);
            Column.Type type = dataset.column(name).map(Column::type).orElse(Column.Type.TEXT);
            String text =
                    type == Column.Type.YES_NO ? Boolean.toString(YES.contains(value.toLowerCase(Locale.ROOT))) : value;
            values.append(", ").append(Engine.literal(text)).append("::").append(Tables.type(type));
            dataset.column(name)
                    .filter(column ->
                            column.type() == Column.Type.CODE && !column.codes().containsKey(value))
                    .ifPresent(column -> problems.add(new CatalogueProblem(
                            example.place(),
                            value,
                            "a code of column " + name + ": "
                                    + String.join(", ", column.codes().keySet()),
                            null)));
        });
        try {
            execute(connection, "insert into " + table(dataset.id()) + " (" + names + ") values (" + values + ")");
        } catch (SQLException e) {
            problems.add(new CatalogueProblem(
                    example.place(),
                    String.join(", ", row.values()),
                    "values that fit the columns of " + dataset.id() + ", dates as 2018-12-31",
                    null));
        }
    }

    private static void execute(DuckDBConnection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
