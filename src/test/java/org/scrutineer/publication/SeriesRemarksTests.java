package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.Indicator.Timing;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Basis;
import org.scrutineer.indicators.IndicatorValue.Coverage;
import org.scrutineer.indicators.IndicatorValue.Outturn;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.workbook.OutputWorkbook.Table;

/** What the scorecard of December 2021 says of changed and new definitions, stored months and frozen years. */
class SeriesRemarksTests {

    private static Example assessments() {
        return Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .value("AS01", "1", "2", "50", Status.COMPLETE)
                .previous("AS01", "40");
    }

    private static IndicatorValue figure(
            Timing timing, @Nullable String value, Basis basis, @Nullable Outturn outturn) {
        BigDecimal number = value == null ? null : new BigDecimal(value);
        return new IndicatorValue(
                "AS01",
                "trust",
                IndicatorValue.ALL,
                timing,
                number,
                number == null ? null : BigDecimal.valueOf(100),
                number,
                number == null ? Status.NOT_AVAILABLE : Status.COMPLETE,
                new Coverage(2, 2),
                basis,
                outturn);
    }

    private static String cell(Example example, String column) {
        Table table = new ScorecardSheet(example.report()).page().tables().get(0);
        int at = IntStream.range(0, table.columns().size())
                .filter(i -> table.columns().get(i).text().equals(column))
                .findFirst()
                .orElseThrow();
        return Printed.row(table, 0).get(at);
    }

    private static ReportingPeriod month(String text) {
        return ReportingPeriod.read(text).orElseThrow();
    }

    @Test
    void aChangedDefinitionIsNotComparedWithWhatCameBefore() {
        Example example = assessments()
                .redefined("AS01", Example.PERIOD, false)
                .value(figure(Timing.YEAR_TO_DATE, null, Basis.ROWS, null));

        assertThat(cell(example, "Value")).isEqualTo("50.0");
        assertThat(cell(example, "Status")).isEqualTo("[b]");
        assertThat(cell(example, "Previous")).isEmpty();
        assertThat(cell(example, "Change")).isEmpty();
        assertThat(cell(example, "Year to date")).isEqualTo("[x]");
        assertThat(cell(example, "Note"))
                .isEqualTo(
                        "The definition changed in December 2021 [b]: nothing before it is compared. Year to date is not"
                                + " given, as it would reach across the change.");
        assertThat(Printed.lines(new ScorecardSheet(example.report()).page().sheet(example.report())))
                .anyMatch(
                        line -> line.contains("[b] break in the series, as the definition changed: what came before is"
                                + " neither compared nor added"));
    }

    @Test
    void severalWindowsThatWouldReachAcrossAreNamedTogether() {
        Example example = assessments()
                .redefined("AS01", month("2021-06"), false)
                .value(figure(Timing.YEAR_TO_DATE, null, Basis.ROWS, null))
                .value(figure(Timing.YEAR, null, Basis.ROWS, null));

        assertThat(cell(example, "Note"))
                .startsWith("The definition changed in June 2021 [b]: nothing before it is compared. ")
                .containsAnyOf(
                        "Year to date and Year 2020-21 are not given, as they would reach across the change.",
                        "Year 2020-21 and Year to date are not given, as they would reach across the change.");
        assertThat(cell(example, "Previous")).isEqualTo("40.0");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12, false, [b], ''",
        "2021-11, false, [b], 40.0",
        "2021-01, false, [b], 40.0",
        "2020-04, false, '', 40.0",
        "2021-12, true, '', 40.0"
    })
    void aBreakIsMarkedWhereAComparisonIsWithheld(String from, boolean continues, String status, String previous) {
        Example example = assessments().redefined("AS01", month(from), continues);

        assertThat(cell(example, "Status")).isEqualTo(status);
        assertThat(cell(example, "Previous")).isEqualTo(previous);
    }

    @Test
    void aBreakStandsBesideOtherMarks() {
        Example example = Example.aRun()
                .percent("AS01", "Assessments in time", "Front door")
                .value("AS01", "1", "2", "50", Status.PROVISIONAL)
                .redefined("AS01", Example.PERIOD, false);

        assertThat(cell(example, "Status")).isEqualTo("[p][b]");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12, Not collected before December 2021.",
        "2021-01, Not collected before January 2021.",
        "2020-12, ''"
    })
    void aNewIndicatorSaysSinceWhenItIsCollected(String from, String note) {
        assertThat(cell(assessments().collectedFrom("AS01", month(from)), "Note"))
                .isEqualTo(note);
    }

    @Test
    void saysWhichFigureIsAddedUpFromStoredMonths() {
        assertThat(cell(assessments().value(figure(Timing.YEAR_TO_DATE, "52", Basis.MONTHS, null)), "Note"))
                .isEqualTo("Year to date: from the stored figures of 8 earlier months.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "52.04 | 52.01 | Year 2020-21 is frozen as \"As reported\".",
                "52.04 | 53    | Year 2020-21 is frozen as \"As reported\"; calculated now it would be 53.0.",
                "52.04 |       | Year 2020-21 is frozen as \"As reported\"; calculated now it would not be available."
            })
    void aFrozenYearSaysWhatItWouldBeNow(String frozen, String now, String note) {
        var outturn = new Outturn("As reported", now == null ? null : new BigDecimal(now));
        Example example = assessments()
                .collectedFrom("AS01", month("2014-04"))
                .value(figure(Timing.YEAR, frozen, Basis.ROWS, outturn));

        assertThat(cell(example, "Note")).isEqualTo("Year 2020-21: 52.0 per cent (52.04 of 100 referrals). " + note);
    }

    @Test
    void theDefinitionsTellWhatCameBefore() {
        Example example = assessments().redefined("AS01", month("2021-06"), false);
        Table table = new DefinitionsSheet(example.report()).page().tables().get(0);

        assertThat(Printed.rows(table))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .endsWith(
                                "| June 2021 | To May 2021: Assessments in time as before. How it is defined. Calculated as"
                                        + " number of those in the denominator where working_days(received, decided) <= 1, over number of rows of"
                                        + " referrals where received between :start and :end. The figures before and after are not"
                                        + " compared."));
    }
}
