package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scrutineer.records.StagedColumn.Kind;

class StagedRowsFunctionTests {

    @TempDir
    Path folder;

    private Engine engine;
    private StagedRowsFunction function;

    @BeforeEach
    void teachesAnEngine() throws SQLException {
        engine = Engine.open(
                RecordsProperties.defaults(folder.toString()),
                aCatalogue().catalogue().calendar());
        function = StagedRowsFunction.teach(engine);
    }

    @AfterEach
    void closesIt() throws SQLException {
        engine.close();
    }

    @Test
    void givesRowsInTheirOrderOnEveryConnection() throws SQLException {
        String from = function.name("some", rows(5_000));

        assertThat(asked("select list(number) = range(5000) from " + from)).containsExactly("true");
        assertThat(asked("select a.number from " + from + " a join " + from + " b on a.number = b.number + 4998"))
                .containsExactlyInAnyOrder("4998", "4999");
    }

    @Test
    void countsRowsNoneOfWhoseColumnsIsUsed() throws SQLException {
        assertThat(asked("select count(*) from " + function.name("some", rows(4_096))))
                .containsExactly("4096");
        assertThat(asked("select count(*) from " + function.name("none", rows(0))))
                .containsExactly("0");
    }

    @Test
    void knowsRowsOnlyWhileTheyAreNamed() throws SQLException {
        String from = function.name("some", rows(1));
        function.forget("some");

        assertThatThrownBy(() -> asked("select number from " + from))
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause()
                .hasMessageContaining("no rows are known as some");
    }

    private static StagedRows rows(int count) {
        var column = new StagedColumn("number", Kind.INTEGER);
        var rows = new StagedRows(List.of(column));
        for (int i = 0; i < count; i++) {
            column.number(Kind.INTEGER, i);
            rows.endRow();
        }
        return rows;
    }

    private List<String> asked(String sql) throws SQLException {
        try (var connection = engine.connect()) {
            return Rows.of(connection, sql, "a question", row -> row.getString(1));
        }
    }
}
