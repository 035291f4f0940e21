package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.CatalogueReader;
import org.scrutineer.catalogue.CatalogueReading;

class ViewTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select team, child from assessments where authorised <= :end",
                "select Team, Council as Authority from Assessments",
                "with open as (select * from assessments) select team, count(*) as n from open group by team",
                "select team, child, row_number() over (partition by child order by started) as nth from assessments",
                "select a.team, (select max(b.cost) from assessments b where b.child = a.child) as c from assessments a",
                "select team, child from assessments union all select team, child from cases",
                "select distinct team, period, submission from assessments"
            })
    void aQueryWithATeamIsFine(String sql) {
        assertThat(aCatalogue().withView("v", sql).problems()).isEmpty();
    }

    @Test
    void mayUseTheViewsAboveIt() {
        assertThat(aCatalogue()
                        .withView("first", "select team, cost from assessments")
                        .withView("second", "select team, sum(cost) as cost from first group by team")
                        .withIndicatorFrom("second", "unit: money", "sum: cost")
                        .problems())
                .isEmpty();
    }

    @Test
    void mayNotUseTheViewsBelowIt() {
        assertThat(aCatalogue()
                        .withView("first", "select team from second")
                        .withView("second", "select team from assessments")
                        .problems())
                .containsExactly(
                        "views.yaml, line 4: found \"second\"; expected a dataset, or a view further up in the file.");
    }

    @ParameterizedTest
    @CsvSource({
        "assesments, assessments",
        "_day_count, ",
        "information_schema.tables, ",
        "'\"/etc/passwd\"', ",
        "'''/etc/passwd''', "
    })
    void tellsATableThatIsNoDataset(String table, String nearest) {
        String name = table.replaceAll("[\"']|information_schema.", "");
        assertThat(aCatalogue().withView("v", "select team from " + table).problems())
                .containsExactly("views.yaml, line 4: found \"" + name
                        + "\"; expected a dataset, or a view further up in the file."
                        + (nearest == null ? "" : " Did you mean \"" + nearest + "\"?"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select team from read_csv('/etc/passwd')",
                "select team from assessments, read_text('/etc/passwd')",
                "select 'a' as team from duckdb_settings()",
                "select team from assessments where cost > ?"
            })
    void tellsATableFunctionOrParameter(String sql) {
        assertThat(aCatalogue().withView("v", sql).problems())
                .containsExactly("views.yaml, line 4: found \"" + sql
                        + "\"; expected a query over datasets and views, without table functions or parameters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select team from assessments limit 5",
                "select team from assessments order by cost limit 10%",
                "select distinct on (team) team, child from assessments",
                "select * from assessments using sample 10%",
                "select * from assessments tablesample 5 rows",
                "with recursive x as (select team from assessments union all select team from x) select team from x"
            })
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void tellsAQueryThatMayGiveOtherRowsEachTimeOrNeverEnd(String sql) {
        assertThat(aCatalogue().withView("v", sql).problems())
                .containsExactly("views.yaml, line 4: found \"" + sql + "\"; expected a query that gives the same rows"
                        + " each time, without limit, distinct on, sample or recursion.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"current_date", "current_timestamp", "current_user", "rowid", "localtime"})
    void tellsWhatDependsOnTheRunOrTheOrderOfRows(String name) {
        assertThat(aCatalogue()
                        .withView("v", "select team, " + name + " as x from assessments")
                        .problems())
                .containsExactly("views.yaml, line 4: found \"" + name + "\"; expected a column.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"random()", "first(child)", "string_agg(child, ',')", "approx_count_distinct(child)"})
    void tellsAFunctionWhoseResultIsNotCertain(String call) {
        assertThat(aCatalogue()
                        .withView("v", "select team, " + call + " as x from assessments group by team")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("views.yaml, line 4: found \"" + call.substring(0, call.indexOf('('))
                        + "\"; expected one of the functions abs, bool_and, ");
    }

    private static final String EXACT_SUM =
            "\"; expected a sum of whole or decimal numbers, as one of floating point numbers may come out differently"
                    + " from run to run; cast what is summed to decimal(18,4), or sum before you divide.";

    private static final String EXACT_COLUMN =
            "\"; expected a column that is no floating point number, as those add up differently from run to run;"
                    + " cast it to decimal(18,4), or leave the division to the indicator.";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "select team, sum(cost / contacts) as c from assessments group by team; sum(cost / contacts)",
                "select team, cast(sum(cost / 2) as decimal(18,4)) as c from assessments group by team; sum(cost / 2)",
                "select team, sum(cast(hours as double)) > 1 as c from assessments group by team;"
                        + " sum(cast(hours as double))",
                "select team, sum(é) > 1 as c from (select team, cost / 3 as é from assessments) group by team; sum(é)",
                "select team, child from (select team, child, sum(hours / 7) over (partition by child) as c"
                        + " from assessments) where c > 1; sum(hours / 7)",
                "with x as (select team, sum(1e0) as s from assessments group by team)"
                        + " select team, s > 1 as c from x; sum(1e0)",
                "select team, (select sum(b.cost / 2) from assessments b) > 1 as c from assessments; sum(b.cost / 2)",
                "select team, sum(case when seen::date > :end then cost / 2 end) > 1 as c from assessments"
                        + " group by team; sum(case when seen::date > :end then cost / 2 end)"
            })
    void tellsASumWhoseLastDigitsDependOnTheOrderOfRows(String sql, String sum) {
        assertThat(aCatalogue().withView("v", sql).problems())
                .containsExactly("views.yaml, line 4: found \"" + sum + EXACT_SUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost / contacts", "median(contacts)", "cast(hours as float)", "1e0"})
    void tellsAColumnThatIsNoExactNumber(String value) {
        assertThat(aCatalogue()
                        .withView("v", "select team, " + value + " as share from assessments group by all")
                        .problems())
                .containsExactly("views.yaml, line 4: found \"share" + EXACT_COLUMN);
    }

    @Test
    void tellsAnInexactNumberOfTheViewThatMakesItOnly() {
        assertThat(aCatalogue()
                        .withView("one", "select team, sum(cost / 2) as c from assessments group by team")
                        .withView("two", "select team, c > 2 as much from one")
                        .problems())
                .containsExactly("views.yaml, line 4: found \"sum(cost / 2)" + EXACT_SUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select team, sum(cast(cost / contacts as decimal(18,4))) as c from assessments group by team",
                "select team, sum(cost * 1.5) as c, sum(contacts // 2) as d from assessments group by team",
                "select team, child from assessments where cost / contacts > 3",
                "select team, sum(working_days(started, authorised)) as c from assessments group by team",
                "select team, cast(median(contacts) as decimal(18,4)) as c from assessments group by team"
            })
    void aSumOfExactNumbersIsFine(String sql) {
        assertThat(aCatalogue().withView("v", sql).problems()).isEmpty();
    }

    @Test
    void tellsAQueryThatHidesADatasetBehindANameOfItsOwn() {
        assertThat(aCatalogue()
                        .withView("v", "with cases as (select * from assessments) select team from cases")
                        .problems())
                .containsExactly(
                        "views.yaml, line 4: found \"cases\"; expected a name after with that no dataset and no"
                                + " other view has.");
    }

    @Test
    void tellsAMisspeltColumnAndOneThatIsLacking() {
        assertThat(aCatalogue()
                        .withView("one", "select team, startd from assessments")
                        .withView("two", "select child, cost from assessments")
                        .problems())
                .containsExactly(
                        "views.yaml, line 4: found \"startd\"; expected a column. Did you mean \"started\"?",
                        "views.yaml, line 8: found \"child, cost\"; expected a column team among those the view two"
                                + " selects.");
    }

    @Test
    void theShippedCatalogueHasNoMistakes(@TempDir Path folder) throws IOException {
        var reading = (CatalogueReading.Read) CatalogueReader.read(Path.of("config/catalogue"));

        assertThat(RecordStore.problems(reading.catalogue(), RecordsProperties.defaults(folder.toString())))
                .isEmpty();
    }
}
