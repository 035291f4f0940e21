package org.scrutineer.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.records.AssessmentCatalogue.aCatalogue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorExpressionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "unit: count; sum: cost",
                "unit: count; sum: contacts",
                "unit: count; sum: cast(cost / 3 as decimal(18,4))",
                "unit: days; mean: working_days(started, authorised)",
                "unit: days; median: authorised - started",
                "unit: days; median: hours / 24",
                "unit: count; distinct: child",
                "unit: count; numerator: team = 'north' and period = '2018-12'",
                "unit: percent; 'per: {from: cases, where: authority = ''WNC'', distinct: child}'"
            })
    void whatCanBeAddedUpExactlyIsFine(String unit, String said) {
        assertThat(aCatalogue().withIndicator(unit, said).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "unit: count; sum: cost / 3; cost / 3; a whole or decimal number; cast a quotient to decimal(18,4)",
                "unit: count; sum: closed; closed; a whole or decimal number; cast a quotient to decimal(18,4)",
                "unit: days; mean: hours / 2; hours / 2; a whole or decimal number; cast a quotient to decimal(18,4)",
                "unit: days; median: child; child; a number;",
                "unit: days; median: started; started; a number;",
                "unit: count; numerator: cost; cost; a condition that is true or false;",
                "unit: count; denominator: child; child; a condition that is true or false;"
            })
    void tellsWhatCannotBe(String unit, String said, String found, String expected, String further) {
        assertThat(aCatalogue().withIndicator(unit, said).problems())
                .containsExactly("indicators/assessments.yaml, line 11: found \"" + found + "\"; expected " + expected
                        + (further == null ? "" : "; " + further) + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "distinct: child, cost; child, cost; an SQL expression over the columns of a row: it is more than one"
                        + " expression.",
                "numerator: sum(cost) > 1 and startd > 1; sum; one of the functions ",
                "'per: {from: cases, where: chid = ''a''}'; chid; a column of cases: team, sheet_row, child, works_in,"
                        + " authority, period, submission. Did you mean \"child\"?",
                "'per: {from: cases, where: authority = ''WN''}'; WN; a code of column authority: WNC, NO. Did you mean"
                        + " \"WNC\"?",
                "'per: {from: visits, sum: hours / 2}'; hours / 2; a whole or decimal number"
            })
    void tellsEveryPartOfADefinition(String said, String found, String expected) {
        assertThat(aCatalogue().withIndicator("unit: count", said).problems())
                .singleElement()
                .asString()
                .startsWith("indicators/assessments.yaml, line 11: found \"" + found + "\"; expected " + expected);
    }
}
