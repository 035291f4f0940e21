package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.catalogue.Column;

class MonthCellsTests {

    @TempDir
    Path folder;

    private Readings readings;

    @BeforeEach
    void open() {
        readings = Readings.in(folder);
    }

    @AfterEach
    void close() {
        readings.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dec-18", "December 2018", "2018-12", "31/12/2018"})
    void readsAMonthHoweverItIsTyped(String typed) {
        assertThat(readings.cell(month(), typed)).isEqualTo("1 Dec 2018");
    }

    @Test
    void readsTheMonthOfADate() {
        assertThat(readings.cell(month(), LocalDate.of(2018, 12, 31))).isEqualTo("1 Dec 2018");
    }

    @Test
    void tellsWhatIsNoMonth() {
        assertThat(readings.cell(month(), "last month"))
                .isEqualTo("ERROR north.xlsx, sheet Things, cell A2: found \"last month\"; expected a month such as"
                        + " December 2018. Type the month as December 2018 or 2018-12.");
    }

    private static Column month() {
        return TestColumn.aColumn(Column.Type.MONTH).column();
    }
}
