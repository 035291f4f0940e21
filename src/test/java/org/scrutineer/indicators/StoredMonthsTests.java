package org.scrutineer.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.indicators.SmallTrust.aTrust;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.indicators.IndicatorValue.Basis;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Status;

/** Figures of several months where the returns tell of the last one only; December's are all in. */
class StoredMonthsTests {

    @TempDir
    Path folder;

    private static SmallTrust december(String... said) {
        return aTrust().withIndicator("V1", said)
                .with("2018-12", "visits", "north", "A | 2018-12-05 | 1 | |", "B | 2018-12-06 | 0 | |")
                .with("2018-12", "visits", "south", "A | 2018-12-07 | 2 | |")
                .with("2018-12", "visits", "west")
                .with("2018-12", "cases", "north", "A |", "B |")
                .with("2018-12", "cases", "south");
    }

    private static SmallTrust percent() {
        return december(
                "timing: month", "also: [rolling-3-months]", "from: visits", "unit: percent", "numerator: hours >= 1");
    }

    private IndicatorValue quarterOf(SmallTrust trust, String organisation) {
        return trust.values(folder, "2018-12").stream()
                .filter(value -> value.timing() == Timing.ROLLING_3_MONTHS
                        && value.organisation().equals(organisation)
                        && value.authority().equals(IndicatorValue.ALL))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areAddedUpNumeratorsOverDenominators() {
        IndicatorValue figure = quarterOf(
                percent()
                        .withEarlier("2018-10", "V1", "trust", "3", "4", Status.COMPLETE)
                        .withEarlier("2018-11", "V1", "trust", "0", "0", Status.NOT_APPLICABLE),
                "trust");

        assertThat(SmallTrust.line(figure)).isEqualTo("V1 trust rolling-3-months: 5 / 7 = 71.4285714286");
        assertThat(figure.basis()).isEqualTo(Basis.MONTHS);
        assertThat(figure.coverage()).isEqualTo(new Coverage(3, 3));
    }

    @Test
    void areNotGivenWhereAMonthLacks() {
        SmallTrust trust = percent()
                .withEarlier("2018-09", "V1", "trust", "3", "4", Status.COMPLETE)
                .withEarlier("2018-11", "V1", "trust", "3", "4", Status.COMPLETE);

        assertThat(SmallTrust.line(quarterOf(trust, "trust"))).isEqualTo("V1 trust rolling-3-months: - / - = - [x]");
        assertThat(SmallTrust.line(quarterOf(
                        trust.withEarlier("2018-10", "V1", "trust", null, null, Status.NOT_AVAILABLE), "trust")))
                .isEqualTo("V1 trust rolling-3-months: - / - = - [x]");
    }

    @Test
    void areProvisionalWhereAMonthIs() {
        assertThat(SmallTrust.line(quarterOf(
                        percent()
                                .withEarlier("2018-10", "V1", "trust", "3", "4", Status.PROVISIONAL)
                                .withEarlier("2018-11", "V1", "trust", "1", "1", Status.COMPLETE),
                        "trust")))
                .isEqualTo("V1 trust rolling-3-months: 6 / 8 = 75 [p]");
    }

    @Test
    void areMadeFromRowsWhereTheReturnsTellOfEveryMonth() {
        SmallTrust trust = percent()
                .withEarlier("2018-10", "V1", "trust", "3", "4", Status.COMPLETE)
                .withEarlier("2018-11", "V1", "trust", "3", "4", Status.COMPLETE);
        for (String month : List.of("2018-10", "2018-11")) {
            trust.with(month, "visits", "north", "A | " + month + "-05 | 0 | |")
                    .with(month, "visits", "south")
                    .with(month, "visits", "west");
        }

        IndicatorValue figure = quarterOf(trust, "trust");

        assertThat(SmallTrust.line(figure)).isEqualTo("V1 trust rolling-3-months: 2 / 5 = 40");
        assertThat(figure.basis()).isEqualTo(Basis.ROWS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "timing: month; from: visits & unit: count; 10 / - = 10",
                "timing: month; from: visits & unit: count & sum: hours; 10 / - = 10",
                "timing: month; from: visits & unit: mean & mean: hours; 10 / 11 = 0.9090909091",
                "timing: month; from: visits & unit: mean & per: {from: cases}; 10 / 2 = 5",
                "timing: month; from: visits & unit: mean & per: {from: cases, distinct: child}; - / - = - [x]",
                "timing: month; from: visits & unit: count & distinct: child; - / - = - [x]",
                "timing: month; from: visits & unit: days & median: hours; - / - = - [x]",
                "timing: month; from: visits & unit: count & max: hours; - / - = - [x]",
                "timing: month; from: long_visits & unit: count; - / - = - [x]",
                "timing: rolling-12-months; from: visits & unit: count; - / - = - [x]"
            })
    void areGivenOnlyWhereMonthsAddUp(String timing, String said, String figure) {
        SmallTrust trust = december((timing + " & also: [rolling-3-months] & decimals: 1 & " + said).split(" & "))
                .withView("long_visits", "select * from visits where hours > 0")
                .withEarlier("2018-10", "V1", "trust", "3", said.contains("unit: count") ? null : "4", Status.COMPLETE)
                .withEarlier("2018-11", "V1", "trust", "4", said.contains("unit: count") ? null : "4", Status.COMPLETE);

        assertThat(SmallTrust.line(quarterOf(trust, "trust"))).isEqualTo("V1 trust rolling-3-months: " + figure);
    }

    @Test
    void ofAMergedTeamAreThoseOfTheTeamsItTookThePlaceOf() {
        SmallTrust trust = percent()
                .withTeam("{id: duty-a, name: Duty A, service: care, valid-to: 2018-11-30, owes: {visits: [visits]}}")
                .withTeam("{id: duty-b, name: Duty B, service: care, valid-to: 2018-11-30, owes: {visits: [visits]}}")
                .withTeam("{id: duty, name: Duty, service: care, valid-from: 2018-12-01, formerly: [duty-a, duty-b],"
                        + " owes: {visits: [visits]}}")
                .with("2018-12", "visits", "duty", "A | 2018-12-05 | 1 | |")
                .withEarlier("2018-10", "V1", "duty-a", "1", "2", Status.COMPLETE)
                .withEarlier("2018-10", "V1", "duty-b", "1", "3", Status.COMPLETE)
                .withEarlier("2018-11", "V1", "duty", "3", "4", Status.COMPLETE);

        assertThat(SmallTrust.line(quarterOf(trust, "duty"))).isEqualTo("V1 duty rolling-3-months: 6 / 10 = 60");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "valid-from: 2018-12; - / - = - [x]",
                "valid-from: 2018-12 & continues: true; 8 / 11 = 72.7272727273"
            })
    void areNotAddedUpAcrossAChangedDefinition(String second, String figure) {
        String[] both = {
            "timing: month", "also: [rolling-3-months]", "from: visits", "unit: percent", "numerator: hours >= 1"
        };
        SmallTrust trust = december((String.join(" & ", both) + " & valid-to: 2018-11").split(" & "))
                .withIndicator("V1", (String.join(" & ", both) + " & " + second).split(" & "))
                .withEarlier("2018-10", "V1", "trust", "3", "4", Status.COMPLETE)
                .withEarlier("2018-11", "V1", "trust", "3", "4", Status.COMPLETE);

        assertThat(trust.figuresOf("trust", folder, "2018-12"))
                .contains("V1 trust rolling-3-months: " + figure, "V1 trust month: 2 / 3 = 66.6666666667");
    }

    @Test
    void makeAYearThatWasReportedBefore() {
        SmallTrust trust =
                december("timing: month", "also: [year]", "from: visits", "unit: percent", "numerator: hours >= 1");
        for (int month = 4; month <= 15; month++) {
            String period = month <= 12 ? "2017-%02d".formatted(month) : "2018-%02d".formatted(month - 12);
            trust.withEarlier(period, "V1", "trust", "1", "4", Status.COMPLETE);
        }

        assertThat(trust.figuresOf("trust", folder, "2018-12")).contains("V1 trust year: 12 / 48 = 25");
    }
}
