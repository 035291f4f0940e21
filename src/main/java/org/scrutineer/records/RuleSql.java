package org.scrutineer.records;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.RowRule;

/**
 * Asks rules of tables. All rules of a dataset's rows are asked in one pass over it; a rule is broken where its
 * condition is false, not where it is unknown.
 */
final class RuleSql {

    /** The column of staged rows that names those whose cell could not be read, each between commas. */
    static final String UNREADABLE = "_unreadable";

    private final SqlGuard guard;
    private final Window window;
    private final UnaryOperator<String> tables;
    private final boolean staged;

    /**
     * @param tables the table that holds a dataset's rows
     * @param staged whether the tables are those of one return, with rows some of whose cells could not be read
     */
    RuleSql(SqlGuard guard, Window window, UnaryOperator<String> tables, boolean staged) {
        this.guard = guard;
        this.window = window;
        this.tables = tables;
        this.staged = staged;
    }

    /** For each rule that is broken, in the catalogue's order, the rows that break it. */
    Map<RowRule, List<StagedReturn.Breach>> breaches(Connection connection, Dataset dataset, List<RowRule> rules) {
        if (rules.isEmpty()) {
            return Map.of();
        }
        Set<String> mentioned = new LinkedHashSet<>();
        var answers = new ArrayList<String>();
        for (RowRule rule : rules) {
            List<String> columns = guard.columns(rule.expect(), dataset);
            mentioned.addAll(columns);
            answers.add(readable("", columns) + "not coalesce(("
                    + window.applyTo(rule.expect().sql()) + "\n), true) as _broken" + answers.size());
        }
        List<String> columns = List.copyOf(mentioned);
        String broken =
                IntStream.range(0, rules.size()).mapToObj(i -> "_broken" + i).collect(Collectors.joining(" or "));
        String sql = "select * from (select sheet_row"
                + columns.stream().map(name -> ", " + name).collect(Collectors.joining())
                + answers.stream().map(answer -> ", " + answer).collect(Collectors.joining())
                + " from " + tables.apply(dataset.id()) + ") where " + broken + " order by sheet_row";
        Map<RowRule, List<StagedReturn.Breach>> breaches = new LinkedHashMap<>();
        rules.forEach(rule -> breaches.put(rule, new ArrayList<>()));
        Rows.of(connection, sql, "the rules of dataset " + dataset.id(), row -> {
            for (int i = 0; i < rules.size(); i++) {
                if (row.getBoolean(columns.size() + 2 + i)) {
                    RowRule rule = rules.get(i);
                    breaches.computeIfAbsent(rule, first -> new ArrayList<>()).add(breach(row, rule, dataset, columns));
                }
            }
            return row;
        });
        breaches.values().removeIf(List::isEmpty);
        return breaches;
    }

    private StagedReturn.Breach breach(ResultSet row, RowRule rule, Dataset dataset, List<String> columns)
            throws SQLException {
        var values = new LinkedHashMap<String, String>();
        for (String name : guard.columns(rule.expect(), dataset)) {
            values.put(name, Written.of(row.getObject(columns.indexOf(name) + 2)));
        }
        return new StagedReturn.Breach(row.getInt(1), values);
    }

    /** A condition that holds where none of these cells was unreadable; a rule that needs one cannot be answered. */
    private String readable(String table, List<String> columns) {
        if (!staged || columns.isEmpty()) {
            return "";
        }
        String unreadable = table + UNREADABLE;
        return "(" + unreadable + " is null or not ("
                + columns.stream()
                        .map(name -> "contains(" + unreadable + ", '," + name + ",')")
                        .collect(Collectors.joining(" or "))
                + ")) and ";
    }

    /** Where a rule over several rows is broken: by row, or by group and row. */
    List<RuleBreach> breaches(Connection connection, CrossRule rule) {
        return rule.per().isPresent() ? groups(connection, rule, rule.per().get()) : pairs(connection, rule);
    }

    /** The type of a rule's condition, which is run over the rows there are. */
    String type(Connection connection, CrossRule rule) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(condition(rule))) {
            return result.getMetaData().getColumnTypeName(1);
        }
    }

    /** A query for whether a rule's condition holds, of each row or group. */
    String condition(CrossRule rule) {
        String per = rule.per().orElse(List.of()).stream()
                .map(name -> rule.over() + "." + name)
                .collect(Collectors.joining(", "));
        return "select (" + window.applyTo(rule.expect().sql()) + "\n)" + from(rule)
                + (per.isEmpty() ? "" : " group by " + per);
    }

    private List<RuleBreach> pairs(Connection connection, CrossRule rule) {
        List<SqlGuard.Mentioned> cells = named(rule);
        String match = rule.match();
        String sql = "select " + row(rule.over())
                + (match == null ? "" : ", " + row(match))
                + cells.stream().map(cell -> ", " + cell.qualified()).collect(Collectors.joining())
                + from(rule) + " where " + readable(rule) + "not coalesce(("
                + window.applyTo(rule.expect().sql()) + "\n), true) order by all";
        int first = match == null ? 4 : 7;
        return Rows.of(connection, sql, "rule " + rule.id(), row -> {
            var places = new ArrayList<RuleBreach.Cell>();
            for (int i = 0; i < cells.size(); i++) {
                SqlGuard.Mentioned cell = cells.get(i);
                int at = cell.dataset().equals(rule.over()) ? 1 : 4;
                if (row.getObject(at + 2) != null) {
                    places.add(cell(row, at, cell, Written.of(row.getObject(first + i))));
                }
            }
            return new RuleBreach(places);
        });
    }

    private List<RuleBreach> groups(Connection connection, CrossRule rule, List<String> per) {
        SqlGuard.Mentioned cell = named(rule).get(0);
        String groups = per.stream().map(name -> rule.over() + "." + name).collect(Collectors.joining(", "));
        String known = per.stream()
                .map(name -> rule.over() + "." + name + " is not null and ")
                .collect(Collectors.joining());
        String sql = "with _group as (select "
                + (per.isEmpty() ? "1 as _all" : groups)
                + from(rule) + " where " + known + readable(rule) + "true"
                + (per.isEmpty() ? "" : " group by " + groups)
                + " having not coalesce((" + window.applyTo(rule.expect().sql()) + "\n), true))"
                + " select " + row(rule.over()) + ", " + cell.qualified()
                + per.stream().map(name -> ", " + rule.over() + "." + name).collect(Collectors.joining())
                + " from " + tables.apply(rule.over()) + " as " + rule.over() + " where exists (select 1 from _group"
                + (per.isEmpty()
                        ? ""
                        : per.stream()
                                .map(name -> "_group." + name + " = " + rule.over() + "." + name)
                                .collect(Collectors.joining(" and ", " where ", "")))
                + ") order by "
                + per.stream().map(name -> rule.over() + "." + name + ", ").collect(Collectors.joining())
                + "1, 3";
        Map<List<Object>, List<RuleBreach.Cell>> found = new LinkedHashMap<>();
        Rows.of(connection, sql, "rule " + rule.id(), row -> {
            var group = new ArrayList<Object>();
            for (int i = 0; i < per.size(); i++) {
                group.add(row.getObject(5 + i));
            }
            return found.computeIfAbsent(group, first -> new ArrayList<>())
                    .add(cell(row, 1, cell, Written.of(row.getObject(4))));
        });
        return found.values().stream().map(RuleBreach::new).toList();
    }

    private static RuleBreach.Cell cell(ResultSet row, int at, SqlGuard.Mentioned cell, String value)
            throws SQLException {
        return new RuleBreach.Cell(
                cell.dataset(),
                row.getInt(at),
                Written.of(row.getObject(at + 1)),
                row.getInt(at + 2),
                cell.column(),
                value);
    }

    /** What tells a row: the return, the team and the number in the sheet. */
    private String row(String dataset) {
        return (staged ? "0" : dataset + ".submission") + ", " + dataset + ".team, " + dataset + ".sheet_row";
    }

    private String from(CrossRule rule) {
        String match = rule.match();
        String from = " from " + tables.apply(rule.over()) + " as " + rule.over();
        return match == null
                ? from
                : from + " left join " + tables.apply(match) + " as " + match + " on "
                        + rule.on().stream()
                                .map(name -> rule.over() + "." + name + " = " + match + "." + name)
                                .collect(Collectors.joining(" and "));
    }

    private String readable(CrossRule rule) {
        return rule.datasets().stream()
                .map(dataset -> readable(
                        dataset + ".",
                        guard.mentioned(rule).stream()
                                .filter(cell -> cell.dataset().equals(dataset))
                                .map(SqlGuard.Mentioned::column)
                                .toList()))
                .collect(Collectors.joining());
    }

    /** The cells to be named, the rule's own first; that of the key where the rule mentions none. */
    private List<SqlGuard.Mentioned> named(CrossRule rule) {
        Set<SqlGuard.Mentioned> cells = new LinkedHashSet<>();
        if (rule.cell() != null) {
            cells.add(new SqlGuard.Mentioned(rule.over(), rule.cell()));
        }
        rule.per().ifPresent(per -> per.forEach(name -> cells.add(new SqlGuard.Mentioned(rule.over(), name))));
        List<SqlGuard.Mentioned> mentioned = guard.mentioned(rule);
        mentioned.stream().filter(cell -> cell.dataset().equals(rule.over())).forEach(cells::add);
        if (cells.isEmpty()) {
            rule.on().forEach(name -> cells.add(new SqlGuard.Mentioned(rule.over(), name)));
        }
        if (cells.isEmpty()) {
            cells.add(new SqlGuard.Mentioned(rule.over(), guard.key(rule.over())));
        }
        cells.addAll(mentioned);
        return List.copyOf(cells);
    }
}
