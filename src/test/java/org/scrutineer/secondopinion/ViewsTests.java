package org.scrutineer.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.SealedReturns;
import org.scrutineer.records.Window;

/** A view gives the same rows in both ways. */
class ViewsTests {

    private static final ReportingPeriod DECEMBER = ReportingPeriod.of(2018, 12);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select team, k, n from things where yes",
                "select * from things",
                "select t.*, 1 as one from things as t where t.n > 0",
                "select team, k, 'one' as list from things union all select team, k, 'two' from events where yes",
                "select team, k from things union select team, k from events",
                "select distinct team, code from events",
                "select team, count(*) as rows from things group by team",
                "select team, code, count(n) as some, count(distinct k) as keys, sum(d) as total, min(a) as first,"
                        + " max(b) as last from things group by team, code",
                "select team, sum(n) filter (where yes) as n, bool_or(yes) as any, bool_and(yes) as every,"
                        + " count_if(yes) as counted from things group by 1 having count(*) > 3 and max(n) > 0",
                "select team, year(a) as y, count(*) + 1 as more from things group by team, year(a)",
                "select team, month(a) as y, count(*) as rows from things group by team, y",
                "select max(team) as team, count(*) as rows from things where false",
                "select things.team, things.k, events.n from things join events on things.k = events.k"
                        + " and events.a between :start and :end and things.n <> events.n",
                "select l.team, l.k, r.n from things l left join events r on r.k = l.k and r.n > 2 where l.yes",
                "select team, k from things where k in (select k from events where yes) and n is not null",
                "select k, things.team as team, events.n as n from things left join events using (k)",
                "with early as (select * from events where a < :start) select e.team, t.k from early e join things t"
                        + " on e.k = t.k where t.yes is not null",
                "select team, worker, cases from (select team, code as worker, count(*) as cases from events"
                        + " group by team, code) as counted where cases > 1 and worker is not null"
            })
    void aViewGivesTheRowsTheEngineGives(String sql) throws Exception {
        Catalogue catalogue = ThingsCatalogue.things().withView("seen", sql).catalogue();
        try (var returns = returns(catalogue);
                RecordSet records = returns.of("2018-12")) {
            records.aim(Window.of(DECEMBER));
            List<String> columns = List.copyOf(records.columns("seen"));

            List<List<String>> given = rows(catalogue, returns);

            assertThat(given)
                    .hasSizeGreaterThanOrEqualTo(1)
                    .containsExactlyInAnyOrderElementsOf(records.query(
                            "select * from seen", Window.of(DECEMBER), row -> {
                                var cells = new ArrayList<String>();
                                for (int i = 1; i <= columns.size(); i++) {
                                    cells.add(written(row.getObject(i)));
                                }
                                return cells;
                            }));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "select team, row_number() over (partition by k order by n) as r from things;"
                        + " a function over a window of rows in the view seen",
                "select team from things where exists (select 1 from events where events.k = things.k);"
                        + " a query within an expression in the view seen",
                "select team, k from things where yes or k in (select k from events);"
                        + " a query within an expression in the view seen",
                "select team, median(n) as n from things group by team; the function median over a group in the view seen",
                "select team from things full join events using (team);"
                        + " a join other than inner or left in the view seen",
                "select team from things except select team from events; except or intersect in the view seen"
            })
    void whatItCannotDoItNames(String sql, String what) {
        Catalogue catalogue = ThingsCatalogue.things().withView("seen", sql).catalogue();
        try (var returns = SealedReturns.in(folder, catalogue)) {
            assertThatThrownBy(() -> rows(catalogue, returns))
                    .isInstanceOf(NotRecomputableException.class)
                    .hasMessage(what);
        }
    }

    private SealedReturns returns(Catalogue catalogue) {
        var random = new RandomRows(7);
        var returns = SealedReturns.in(folder, catalogue);
        for (String team : List.of("north", "south", "west")) {
            for (String dataset : List.of("things", "events")) {
                returns.with(
                        "2018-12",
                        "2019-01-04",
                        dataset,
                        team,
                        IntStream.range(0, 25)
                                .mapToObj(number -> random.row(12))
                                .toArray(String[]::new));
            }
        }
        return returns;
    }

    private static List<List<String>> rows(Catalogue catalogue, SealedReturns returns) throws NotRecomputableException {
        Map<String, RowStream> datasets = new LinkedHashMap<>();
        catalogue
                .datasets()
                .forEach(dataset -> datasets.put(dataset.id(), new RowStream(RowsThatCount.shape(dataset))));
        var views = new Views(
                catalogue,
                returns.store(),
                new Interpreter(new Functions(catalogue.calendar())),
                datasets,
                Window.of(DECEMBER));
        var rows = new ArrayList<List<String>>();
        views.stream("seen").to(row -> {
            var cells = new ArrayList<String>();
            for (Object value : row) {
                cells.add(written(value));
            }
            rows.add(cells);
        });
        var counted = new RowsThatCount(returns.store(), returns.segments(), DECEMBER);
        for (Dataset dataset : catalogue.datasets()) {
            RowStream stream = datasets.get(dataset.id());
            counted.each(
                    dataset,
                    stream.shape().fields().stream().map(Shape.Field::name).collect(Collectors.toSet()),
                    stream::row);
        }
        datasets.values().forEach(RowStream::end);
        return rows;
    }

    private static String written(Object value) {
        if (value instanceof java.sql.Timestamp moment) {
            return moment.toLocalDateTime().toString();
        }
        return value instanceof Number number
                ? Values.canonical(new BigDecimal(number.toString())).toString()
                : String.valueOf(value);
    }
}
