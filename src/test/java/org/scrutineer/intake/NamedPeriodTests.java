package org.scrutineer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedPeriodTests {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2015-01-sample.xlsx          | 2015-01
            Annex A 2019_12.xlsx         | 2019-12
            annex201912.xlsx             | 2019-12
            Annex A Dec-19 v2.xlsx       | 2019-12
            AnnexA_December_2019.xlsx    | 2019-12
            Annex A 31.12.2019.xlsx      | 2019-12
            2018-11/Annex 2019-12.xlsx   | 2019-12
            example-A-2005.xls           |
            Annex A 2019-20.xlsx         |
            Annex A Nov-19 to Dec-19.xlsx|
            Annex A.xlsx                 |
            """)
    void readsTheOneMonthInTheNameOfAFile(String name, @Nullable String month) {
        assertThat(NamedPeriod.ofFile(name).map(Object::toString).orElse(null)).isEqualTo(month);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            Annex A 2019-12-31.xlsx      | 2019-12-31
            Annex A 31-12-2019.xlsx      | 2019-12-31
            Annex A 31.11.2019.xlsx      |
            Annex A 2019-12.xlsx         |
            """)
    void readsTheOneDayInTheNameOfAFile(String name, @Nullable String day) {
        assertThat(NamedPeriod.dayOfFile(name).map(Object::toString).orElse(null))
                .isEqualTo(day);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2018-12/north.xlsx           | 2018-12
            2018-12/late/north.xlsx      | 2018-12
            2018-12/Jan 2019/north.xlsx  | 2019-01
            2018_12/north.xlsx           | 2018-12
            returns/2018-12.xlsx         |
            north.xlsx                   |
            """)
    void readsTheMonthOfTheNearestFolder(String path, @Nullable String month) {
        assertThat(NamedPeriod.ofFolder(path).map(Object::toString).orElse(null))
                .isEqualTo(month);
    }
}
