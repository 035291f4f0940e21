package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-09",
                "2018-9",
                "Sep-18",
                "SEP-18",
                "sep 18",
                "Sep-2018",
                "Sept 2018",
                "Sept-18",
                "September 2018",
                "september-18",
                "09/2018",
                "9/2018",
                "30/09/2018",
                "1/9/2018",
                "2018-09-30",
                "30 Sep 2018",
                "1 September 2018",
                "  September   2018 "
            })
    void readsAMonthAsPeopleAndExcelWriteIt(String text) {
        assertThat(ReportingPeriod.read(text)).contains(ReportingPeriod.of(2018, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "13/2018",
                "2018-13",
                "2018",
                "18-12",
                "31/09/2018",
                "30/02/2018",
                "2018-02-30",
                "43435",
                "Q3 2018",
                "+12018-12",
                "+2018-12",
                "-2018-12",
                "12018-12",
                "Dezember 2018"
            })
    void readsNothingElse(String text) {
        assertThat(ReportingPeriod.read(text)).isEmpty();
    }

    @Test
    void readsTheSameOnAMachineInAnotherCountry() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(ReportingPeriod.read("DEC-18")).contains(ReportingPeriod.of(2018, 12));
            assertThat(ReportingPeriod.of(2018, 12).title()).isEqualTo("December 2018");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void isAMonthWithItsDays() {
        var february = ReportingPeriod.of(2020, 2);

        assertThat(february.firstDay()).isEqualTo(LocalDate.of(2020, 2, 1));
        assertThat(february.lastDay()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(february.plusMonths(-2)).hasToString("2019-12");
        assertThat(february).isGreaterThan(ReportingPeriod.of(2019, 12));
    }
}
