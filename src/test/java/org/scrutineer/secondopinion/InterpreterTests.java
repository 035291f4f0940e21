package org.scrutineer.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Expression;
import org.scrutineer.catalogue.Place;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.records.Formula;
import org.scrutineer.records.NotReadableException;
import org.scrutineer.records.RecordSet;
import org.scrutineer.records.SealedReturns;
import org.scrutineer.records.Window;

class InterpreterTests {

    /** {@code -Dformulas=20000} asks for more. */
    private static final int FORMULAS = Integer.getInteger("formulas", 600);

    private static final int AT_A_TIME = 30;

    private static final Window WINDOW = Window.of(ReportingPeriod.of(2018, 12));

    private final Catalogue catalogue = ThingsCatalogue.things().catalogue();

    private final Interpreter interpreter = new Interpreter(new Functions(catalogue.calendar()));

    @TempDir
    Path folder;

    @Test
    void everyFormulaComesOutAsTheEngineHasIt() throws Exception {
        var random = new RandomRows(20_181_231);
        try (var returns = SealedReturns.in(folder, catalogue)
                        .with(
                                "2018-12",
                                "2019-01-04",
                                "things",
                                "north",
                                IntStream.range(0, 40)
                                        .mapToObj(number -> random.row(1_000))
                                        .toArray(String[]::new));
                RecordSet records = returns.of("2018-12")) {
            List<Object[]> rows = rows(returns);
            for (int first = 0; first < FORMULAS; first += AT_A_TIME) {
                compare(returns, records, rows, first);
            }
        }
    }

    private void compare(SealedReturns returns, RecordSet records, List<Object[]> rows, int first) throws Exception {
        List<String> formulas = IntStream.range(first, first + AT_A_TIME)
                .mapToObj(seed -> new GeneratedFormula(seed).next())
                .toList();
        List<List<String>> byTheEngine = records.query(
                formulas.stream().collect(Collectors.joining("), (", "select (", ") from things order by sheet_row")),
                WINDOW,
                result -> written(result, formulas.size()));
        for (int i = 0; i < formulas.size(); i++) {
            int place = i;
            RowFormula formula = interpreter.formula(formula(returns, formulas.get(i)), things());
            assertThat(rows.stream().map(formula::of).map(InterpreterTests::written))
                    .as("seed %d: %s", first + i, formulas.get(i))
                    .containsExactlyElementsOf(
                            byTheEngine.stream().map(row -> row.get(place)).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "n / m > 1; a division, which is calculated in floating point",
                "regexp_matches(text, 'a'); the function regexp_matches",
                "cast(n as double) > 1; a number in floating point"
            })
    void whatIsNotTheSameInEveryEngineIsRefused(String sql, String what) {
        try (var returns = SealedReturns.in(folder, catalogue)) {
            assertThatThrownBy(() -> interpreter.formula(formula(returns, sql), things()))
                    .isInstanceOf(NotRecomputableException.class)
                    .hasMessage(what);
        }
    }

    @Test
    void aNumberInFloatingPointIsNotRead() {
        try (var returns = SealedReturns.in(folder, catalogue)) {
            assertThatThrownBy(() -> formula(returns, "d > 1e3"))
                    .isInstanceOf(NotReadableException.class)
                    .hasMessage("a number in floating point");
        }
    }

    private static Formula formula(SealedReturns returns, String sql) throws NotReadableException {
        return returns.store().formula(new Expression(sql, new Place("indicators.yaml", 1)), WINDOW);
    }

    private Dataset dataset() {
        return catalogue.datasets().stream()
                .filter(dataset -> dataset.id().equals("things"))
                .findFirst()
                .orElseThrow();
    }

    private Shape things() {
        return RowsThatCount.shape(dataset());
    }

    private List<Object[]> rows(SealedReturns returns) {
        var rows = new ArrayList<Object[]>();
        var columns = things().fields().stream().map(Shape.Field::name).collect(Collectors.toSet());
        new RowsThatCount(returns.store(), returns.segments(), ReportingPeriod.of(2018, 12))
                .each(dataset(), columns, rows::add);
        return rows;
    }

    private static List<String> written(ResultSet result, int columns) throws SQLException {
        Map<Integer, String> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns; i++) {
            row.put(i, written(result.getObject(i)));
        }
        return List.copyOf(row.values());
    }

    /** A value as both ways write it: a number without zeros at its end. */
    private static String written(Object value) {
        if (value instanceof Timestamp moment) {
            return moment.toLocalDateTime().toString();
        }
        return value instanceof Number number
                ? Values.canonical(new BigDecimal(number.toString())).toString()
                : String.valueOf(value);
    }
}
