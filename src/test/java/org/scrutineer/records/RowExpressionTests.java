package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowExpressionTests {

    private static final String COLUMNS =
            "team, sheet_row, child, started, authorised, seen, closed, contacts, hours, cost, council";

    private static final String FUNCTIONS = "abs, ceil, contains, date_add, date_diff, date_part, date_trunc, day,"
            + " ends_with, floor, greatest, last_day, least, left, length, lower, make_date, month, nullif, quarter,"
            + " regexp_full_match, regexp_matches, replace, right, round, starts_with, substring, to_days, to_hours,"
            + " to_minutes, to_months, to_weeks, to_years, trim, trunc, upper, weekdays,"
            + " working_day_after, working_days, working_days_inclusive, year";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorised >= started",
                "Authorised >= STARTED",
                "started between :start and :end",
                "working_days(started, authorised) <= 45",
                "working_days_inclusive(started, authorised) <= 45 and weekdays(started, :end) > 3",
                "authorised <= working_day_after(started, 45)",
                "seen::date <= :end and child not like '%:strat%'",
                "started <= :end -- don't count what is later",
                "/* don't */ started <= :end and child <> 'x'",
                "council in ('WNC', 'NNC') or council is null",
                "case when closed then cost > 1.5 else hours * 2 >= contacts end",
                "started + interval 28 days >= authorised",
                "try_cast(child as integer) > 5",
                "team = 'north' and sheet_row > 1",
                "child = 'é \uD83D\uDC66'"
            })
    void aConditionOverTheColumnsIsFine(String sql) {
        assertThat(aCatalogue().withRule(sql).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "startd > :start; startd; started",
                "child = 'é' and strated > :start; strated; started",
                "child = surname; surname;",
                "period = '2018-12'; period;",
                "submission = 1; submission;",
                "rowid > 1; rowid;",
                "started < current_date; current_date;",
                "seen < current_timestamp; current_timestamp;",
                "child = current_user; current_user;"
            })
    void tellsANameThatIsNoColumn(String sql, String name, String nearest) {
        assertThat(aCatalogue().withRule(sql).problems())
                .containsExactly("returns/assessments.yaml, line 27: found \"" + name
                        + "\"; expected a column of assessments: " + COLUMNS + "."
                        + (nearest == null ? "" : " Did you mean \"" + nearest + "\"?"));
    }

    @Test
    void tellsAColumnWithATableBeforeIt() {
        assertThat(aCatalogue().withRule("assessments.cost > 1").problems())
                .containsExactly(
                        "returns/assessments.yaml, line 27: found \"assessments.cost\"; expected a column without"
                                + " the name of a table before it.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "workingdays(started, authorised) <= 45; workingdays; working_days",
                "seen < now(); now;",
                "random() > 0.5; random;",
                "pg_sleep(10) is null; pg_sleep;",
                "getvariable('x') = 1; getvariable;",
                "getenv('HOME') = 'x'; getenv;",
                "read_text('/etc/passwd') = 'x'; read_text;",
                "sum(cost) > 1; sum;",
                "count(*) > 1; count_star;",
                "uper(child) = 'X'; uper; upper"
            })
    void tellsAFunctionThatMayNotBeUsed(String sql, String name, String nearest) {
        assertThat(aCatalogue().withRule(sql).problems())
                .containsExactly("returns/assessments.yaml, line 27: found \"" + name
                        + "\"; expected one of the functions " + FUNCTIONS + "."
                        + (nearest == null ? "" : " Did you mean \"" + nearest + "\"?"));
    }

    @ParameterizedTest
    @CsvSource({"started < :begin, :begin, ", "started <= :strat, :strat, :start", "started <= :END, :END, :end"})
    void tellsANameAfterAColonThatIsNoDayOfTheFigure(String sql, String name, String nearest) {
        assertThat(aCatalogue().withRule(sql).problems())
                .containsExactly("returns/assessments.yaml, line 27: found \"" + name + "\"; expected :start or :end."
                        + (nearest == null ? "" : " Did you mean \"" + nearest + "\"?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost", "child", "started", "contacts + 1", "null::integer"})
    void tellsARuleThatIsNoCondition(String sql) {
        assertThat(aCatalogue().withRule(sql).problems())
                .containsExactly("returns/assessments.yaml, line 27: found \"" + sql
                        + "\"; expected a condition that is true or false.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "cost > 'abc'; Could not convert string \"abc\" to DECIMAL(18,2)",
                "started > '2018-13-45'; date field value out of range: \"2018-13-45\"",
                "started > 5; Cannot compare values of type DATE and type INTEGER_LITERAL - an explicit cast is required",
                "child > 5; Cannot compare values of type VARCHAR and type INTEGER_LITERAL - an explicit cast is required",
                "cast(child as integer) > 5; Could not convert string '?' to INT32",
                "regexp_matches(child, '['); missing ]: [",
                "date_diff('foo', started, seen) > 5; extract specifier \"foo\" not recognized"
            })
    void tellsWhatWouldFailWithARow(String sql, String reason) {
        assertThat(aCatalogue().withRule(sql).problems())
                .singleElement()
                .asString()
                .startsWith("returns/assessments.yaml, line 27: found \"" + sql
                        + "\"; expected an expression that fits the columns: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "council = 'XYZ'; XYZ;",
                "'wnc' = council; wnc; WNC",
                "COUNCIL <> 'WNN'; WNN; WNC",
                "council in ('WNC', 'NCC'); NCC; NNC",
                "closed or council not in ('Neither', 'NNC'); Neither;"
            })
    void tellsACodeThatTheColumnDoesNotHave(String sql, String code, String nearest) {
        assertThat(aCatalogue().withRule(sql).problems())
                .containsExactly("returns/assessments.yaml, line 27: found \"" + code
                        + "\"; expected a code of column council: WNC, NNC."
                        + (nearest == null ? "" : " Did you mean \"" + nearest + "\"?"));
    }

    @Test
    void tellsAllMistakesAtOnceByFileAndLine() {
        assertThat(aCatalogue()
                        .withRule("cost")
                        .withRule("authorised >= started")
                        .withRule("assessments.cost > 1")
                        .withView("broken", "select child from assessments")
                        .withIndicator("unit: count", "numerator: cost > 'abc'", "sum: hours / 2")
                        .problems())
                .containsExactly(
                        "indicators/assessments.yaml, line 11: found \"cost > 'abc'\"; expected an expression that fits"
                                + " the columns: Could not convert string \"abc\" to DECIMAL(18,2).",
                        "indicators/assessments.yaml, line 12: found \"hours / 2\"; expected a whole or decimal number;"
                                + " cast a quotient to decimal(18,4).",
                        "returns/assessments.yaml, line 27: found \"cost\"; expected a condition that is true or false.",
                        "returns/assessments.yaml, line 39: found \"assessments.cost\"; expected a column without the"
                                + " name of a table before it.",
                        "views.yaml, line 4: found \"child\"; expected a column team among those the view broken"
                                + " selects.");
    }
}
