package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;

/** What the rows of a view were made of: v is the sheet of visits, c that of cases, each with return and row. */
class LineageTests {

    private static final Window DECEMBER = Window.of(ReportingPeriod.of(2018, 12));

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource
    void aRowOfAViewSaysWhatItWasMadeOf(String sql, List<String> rows) {
        var catalogue = aCatalogue().withView("worked", sql).catalogue();
        try (var returns = returns(catalogue);
                RecordSet records = returns.of("2018-12")) {
            assertThat(followed(records, "worked")).containsExactlyInAnyOrderElementsOf(rows);
            assertThat(plain(records, "worked")).hasSameSizeAs(rows);
        }
    }

    static Stream<Arguments> aRowOfAViewSaysWhatItWasMadeOf() {
        return Stream.of(
                view("select team, child from visits where hours > 2", "north B = v0:4", "south C = v1:2"),
                view("select * from visits where visited = :end - 11", "north A = v0:3"),
                view(
                        "select v.* from visits v join cases c using (child) where c.authority = 'NO'",
                        "north B = v0:4 c2:3"),
                view(
                        "select team, child from (select team, child from visits)"
                                + " natural join (select team, child from cases)",
                        "north A = v0:2 c2:2",
                        "north A = v0:3 c2:2",
                        "north B = v0:4 c2:3"),
                view(
                        "select c.team, c.child from cases c left join visits v on v.child = c.child and v.hours = 1",
                        "north A = v0:2 c2:2",
                        "north B = c2:3",
                        "south D = c2:4"),
                view(
                        "select team, child from cases semi join visits using (child)",
                        "north A = c2:2",
                        "north B = c2:3"),
                view(
                        "select team, child, sum(hours) as hours from visits group by team, child",
                        "north A = v0:2 v0:3",
                        "north B = v0:4",
                        "south C = v1:2"),
                view("select team, count(*) as n from visits group by all", "north = v0:2 v0:3 v0:4", "south = v1:2"),
                view("select max(team) as team, count(*) as n from cases", "south = c2:2 c2:3 c2:4"),
                view("select distinct team from visits", "north = v0:2 v0:3 v0:4", "south = v1:2"),
                view(
                        "select team, child from visits union select team, child from cases",
                        "north A = v0:2 v0:3 c2:2",
                        "north B = v0:4 c2:3",
                        "south C = v1:2",
                        "south D = c2:4"),
                view(
                        "select team from visits where child = 'C' union all select team from cases",
                        "south = v1:2",
                        "north = c2:2",
                        "north = c2:3",
                        "south = c2:4"),
                view(
                        "with busy(team, child) as (select team, child from visits group by all having count(*) > 1)"
                                + " select * from busy where child in (select child from busy)",
                        "north A = v0:2 v0:3"),
                view(
                        "select team, child, lag(hours) over (partition by child order by visited) as before"
                                + " from visits where child = 'A'",
                        "north A = v0:2",
                        "north A = v0:2 v0:3"),
                view(
                        "select team, child, sum(hours) over (partition by team) as all_hours from visits"
                                + " qualify row_number() over (partition by team order by visited) = 1",
                        "north A = v0:2 v0:3 v0:4",
                        "south C = v1:2"),
                view(
                        "select team, child, (select max(hours) from visits v where v.child = c.child) as h from cases c",
                        "north A = v0:2 v0:3 c2:2",
                        "north B = v0:4 c2:3",
                        "south D = c2:4"),
                view(
                        "select team, child from cases c where exists (select 1 from visits v where v.child = c.child)",
                        "north A = v0:2 v0:3 c2:2",
                        "north B = v0:4 c2:3"),
                view(
                        "select team, child from cases where child in (select child from visits where hours < 3)",
                        "north A = v0:2 v0:3 c2:2"),
                view(
                        "select team, count(*) as n from cases where child in (select child from visits) group by team",
                        "north = v0:2 v0:3 v0:4 c2:2 c2:3"),
                view("select team, child from cases where child not in (select child from visits)", "south D = c2:4"),
                view(
                        "select team, child from (select team, child, count(*) as n from visits group by all) as x"
                                + " where n > 1",
                        "north A = v0:2 v0:3"));
    }

    @Test
    void aViewOfAViewIsFollowedToTheBottom() {
        var catalogue = aCatalogue()
                .withView("hours_by_child", "select team, child, sum(hours) as hours from visits group by team, child")
                .withView("worked", "select team, max(hours) as hours from hours_by_child group by team")
                .catalogue();
        try (var returns = returns(catalogue);
                RecordSet records = returns.of("2018-12")) {
            assertThat(followed(records, "worked")).containsExactly("north = v0:2 v0:3 v0:4", "south = v1:2");
        }
    }

    @ParameterizedTest
    @MethodSource
    void aViewWhoseRowsCannotBeFollowedIsToldBeforeARun(String sql) {
        assertThat(aCatalogue().withView("v", sql).problems())
                .containsExactly(
                        "views.yaml, line 4: found \"" + sql + "\"; expected a query whose rows can be followed"
                                + " to the rows they are made of, without except, intersect, pivot or unpivot.");
    }

    static Stream<String> aViewWhoseRowsCannotBeFollowedIsToldBeforeARun() {
        return Stream.of(
                "select team, child from cases except select team, child from visits",
                "select team, child from cases intersect select team, child from visits");
    }

    private SealedReturns returns(Catalogue catalogue) {
        return SealedReturns.in(folder, catalogue)
                .with(
                        "2018-12",
                        "2019-01-03",
                        "visits",
                        "north",
                        "A | 2018-12-05 | 1",
                        "A | 2018-12-20 | 2",
                        "B | 2018-12-06 | 3")
                .with("2018-12", "2019-01-03", "visits", "south", "C | 2018-12-07 | 4")
                .with("2018-12", "2019-01-03", "cases", "hr", "A | north | WNC", "B | north | NO", "D | south | WNC");
    }

    private static Arguments view(String sql, String... rows) {
        return Arguments.of(sql, List.of(rows));
    }

    /** Each row by its team and child, with what it was made of. */
    private static List<String> followed(RecordSet records, String view) {
        try (FollowedRows rows = records.follow(DECEMBER)) {
            String shown = Stream.of("team", "child")
                    .filter(rows.columns(view)::contains)
                    .collect(Collectors.joining(", "));
            return rows
                    .of(
                            view,
                            List.of("concat_ws(' ', " + shown + ")"),
                            (row, origins) -> row.getString(1) + " = "
                                    + origins.stream()
                                            .map(origin -> origin.dataset().charAt(0) + "" + origin.submission() + ":"
                                                    + origin.row())
                                            .collect(Collectors.joining(" ")))
                    .stream()
                    .sorted()
                    .toList();
        }
    }

    private static List<String> plain(RecordSet records, String view) {
        records.aim(DECEMBER);
        return records.query("select team from " + view, DECEMBER, row -> row.getString(1));
    }
}
