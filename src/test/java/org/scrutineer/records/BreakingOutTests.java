package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Place;
import org.scrutineer.catalogue.View;

/** Text of the catalogue that tries to be more than the expression or query it is asked for. */
class BreakingOutTests {

    private static final Place PLACE = new Place("a.yaml", 1);
    private static final Set<String> COLUMNS = Set.of("cost", "started");

    @TempDir
    static Path folder;

    private static Engine engine;
    private static SqlGuard guard;

    @BeforeAll
    static void opensAnEngineWithACanary() throws SQLException {
        Catalogue catalogue = AssessmentCatalogue.aCatalogue().catalogue();
        engine = Engine.open(RecordsProperties.defaults(folder.toString()), catalogue.calendar());
        engine.execute("create table canary as select 1 as alive");
        guard = new SqlGuard(engine, catalogue);
    }

    @AfterAll
    static void closesIt() throws SQLException {
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1) where (1=1",
                "1) from canary; drop table canary; select (1",
                "1) from canary; update canary set alive = 0; select (1",
                "1); drop table canary; --",
                "1; drop table canary",
                "drop table canary",
                "explain select 1; drop table canary",
                "1) union select (2",
                "1), (2",
                "1, 2",
                "1) order by (1",
                "1) limit (1",
                "1) group by (all",
                "1) window w as (",
                "1 order by 1",
                "1 union select 2",
                "1 as z",
                "1 from canary",
                "1 where true",
                "1 limit 1",
                "1 group by all",
                "1 using sample 1",
                "cost > 1 /*",
                "cost > 1) /*",
                "'",
                "$$",
                "-- nothing",
                "/* nothing */",
                "",
                ")",
                "("
            })
    void anExpressionIsOneExpression(String sql) throws SQLException {
        assertThat(guard.problem(new Expression(sql, PLACE), "assessments", COLUMNS))
                .get()
                .extracting(problem -> problem.sentence())
                .asString()
                .contains("expected an SQL expression over the columns of a row: ");
        assertThat(canary()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(select true)",
                "cost > (select max(cost) from assessments)",
                "exists (from assessments)",
                "cost in (select cost from assessments)",
                "row_number() over () > 1",
                "sum(cost) over () > 1",
                "* > 1",
                "columns('c.*') > 1",
                "? > 1",
                "$1 > 1",
                "#1 = 1",
                "cost collate nocase = 'x'",
                "list_transform([cost], lambda x: x) = [1]"
            })
    void anExpressionIsOverTheColumnsOfOneRow(String sql) {
        assertThat(guard.problem(new Expression(sql, PLACE), "assessments", COLUMNS))
                .get()
                .extracting(problem -> problem.sentence())
                .isEqualTo("a.yaml, line 1: found \"" + sql + "\"; expected an expression over the columns of one row,"
                        + " without sub-queries, windows, stars or parameters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select team from canary; drop table canary",
                "select team from canary) as a; drop table canary; select * from (select 1",
                "drop table canary",
                "copy canary to 'canary.csv'",
                "attach 'canary.db'",
                "set threads = 1",
                "install httpfs",
                "pragma version",
                "update canary set alive = 0",
                "create table bird as select 1",
                "explain drop table canary",
                "-- nothing",
                ""
            })
    void aViewIsOneQuery(String sql) throws SQLException {
        assertThat(guard.problem(new View("v", "a row", new Expression(sql, PLACE)), Set.of("canary")))
                .get()
                .extracting(problem -> problem.sentence())
                .asString()
                .contains("expected one SQL query: ");
        assertThat(canary()).isEqualTo(1);
    }

    @Test
    void aMistakeIsQuotedOnOneLine() {
        assertThat(guard.problem(new Expression("cost >\n  /* 1\n", PLACE), "assessments", COLUMNS))
                .get()
                .extracting(problem -> problem.sentence())
                .isEqualTo(
                        "a.yaml, line 1: found \"cost > /* 1\"; expected an SQL expression over the columns of a row:"
                                + " unterminated /* comment at or near \"/* 1 \".");
    }

    private static int canary() throws SQLException {
        try (var connection = engine.connect();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("select sum(alive) from canary")) {
            result.next();
            return result.getInt(1);
        }
    }
}
