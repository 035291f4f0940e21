package org.scrutineer.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scrutineer.catalogue.SmallCatalogue.aCatalogue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsReaderTests {

    private static final String HEADER = "indicator,valid_from,target,tolerance\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            V01,2018-12,90,85
            V01,Dec-18,90%,85%
            V01,December 2018," 90 ","85.0"
            \\nV01,01/12/2018,90,85,,,\\n\\n,,,
            V01 ,\\u00a02018-12,90 %,85
            """)
    void readsWhatPeopleAndExcelMakeOfATarget(String rows) {
        String text = rows.replace("\\n", "\n").replace("\\u00a0", "\u00a0");

        assertThat(aCatalogue().with("targets.csv", HEADER + text).catalogue().targets())
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.indicator()).isEqualTo("V01");
                    assertThat(target.validFrom()).isEqualTo(ReportingPeriod.of(2018, 12));
                    assertThat(target.value()).isEqualByComparingTo("90");
                    assertThat(target.tolerance()).isEqualByComparingTo("85");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            indicator;valid_from;target;tolerance\\nV01;Dec-18;90,5;85
            indicator\\tvalid_from\\ttarget\\ttolerance\\nV01\\tDec-18\\t90.5\\t85
            sep=;\\nindicator;valid_from;target;tolerance\\nV01;Dec-18;90.5;85
            Indicator,Valid from,Target,Tolerance\\nV01,Dec-18,90.5,85
            tolerance,target,valid-from,indicator\\n85,90.5,Dec-18,V01
            "indicator","valid_from","target","tolerance"\\n"V01","Dec-18","90.5","85"
            indicator,valid_from,target,tolerance,,\\r\\nV01,Dec-18,90.5,85,,\\r\\n
            """)
    void readsTheSeparatorsAndHeadersOfOtherCountriesAndHands(String file) {
        String text = file.replace("\\n", "\n").replace("\\t", "\t").replace("\\r", "\r");

        assertThat(aCatalogue().with("targets.csv", text).catalogue().targets())
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.value()).isEqualByComparingTo("90.5");
                    assertThat(target.tolerance()).isEqualByComparingTo("85");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ,          | 1,234     | 1234
            ,          | £1,234.50 | 1234.50
            ,          | 1234567   | 1234567
            ,          | -2.5      | -2.5
            ,          | \u22122.5 | -2.5
            ;          | 2,5       | 2.5
            ;          | 0,125     | 0.125
            ;          | 1234      | 1234
            tab        | 1,234     | 1234
            """)
    void readsNumbersThatCanBeReadOneWayOnly(String separator, String written, BigDecimal number) {
        char sign = separator.equals("tab") ? '\t' : separator.charAt(0);

        assertThat(new WrittenNumber(sign, false).read(written)).contains(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            V01,soon,90,85          | line 2: found "soon"; expected a month in the column valid_from, e.g. 2018-12.
            V01,2018-12,ninety,85   | line 2: found "ninety"; expected a number, e.g. 90 or 2.5 in the column target.
            V01,2018-12,90          | line 2: expected a number in the column tolerance.
            V01,2018-12,"9,5",85    | line 2: found "9,5"; expected a number, e.g. 90 or 2.5 in the column target.
            ,2018-12,90,85          | line 2: expected the code of an indicator.
            v01,2018-12,90,85       | line 2: found "v01"; expected one of the codes of indicators V01, V02. Did you mean "V01"?
            V01,2018-12,90,95       | line 2: found "95"; expected a tolerance of at most the target, 90, as high is good.
            V02,2018-12,90,95       | line 2: found "V02"; expected no target, as the indicator is for information.
            V01,2018-12,90,85,agreed| line 2: found "agreed"; expected nothing after the last column.
            V01,2018-12,90,"85      | line 2: expected a closing quote for each one that opens, here or further down.
            """)
    void explainsWhatItCannotRead(String row, String sentence) {
        assertThat(aCatalogue().with("targets.csv", HEADER + row).problems())
                .containsExactly("targets.csv, " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            high        | V01,2018-12,90,85,          | 85
            high        | V01,2018-12,90,85,value     | 85
            high        | V01,2018-12,90,5,points     | 85
            high        | V01,2018-12,90,5,Percent    | 85.50
            high        | V01,2018-12,90,5%,percent   | 85.50
            high        | V01,2018-12,0.7,1,percent   | 0.69
            low         | V01,2018-12,15,5,points     | 20
            low         | V01,2018-12,-4,10,percent   | -3.60
            low         | V01,2018-12,0,10,percent    | 0.00
            near target | V01,2018-12,100,5,points    | 105
            near target | V01,2018-12,100,95,value    | 95
            near target | V01,2018-12,426,10,percent  | 468.60
            """)
    void readsAToleranceAsAValueAsPointsOrInPercentOfTheTarget(String good, String row, BigDecimal limit) {
        var targets = aCatalogue()
                .changing("indicators/visits.yaml", "good: high", "good: " + good)
                .with("targets.csv", "indicator,valid_from,target,tolerance,tolerance_in\n" + row)
                .catalogue()
                .targets();

        assertThat(targets).singleElement().extracting(Target::tolerance).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            V01,2018-12,90,5,point,        | found "point"; expected one of the words for the column tolerance_in value, points, percent. Did you mean "points"?
            V01,2018-12,90,-5,points,      | found "-5"; expected a tolerance of 0 or more, as it is how far from the target Amber reaches.
            V01,2018-12,90,5%,points,      | found "5%"; expected a number without a percent sign, e.g. 90 or 2.5 in the column tolerance.
            V01,2018-12,90,85,,2018-11     | found "2018-11"; expected a month in the column valid_to that is not before valid_from, 2018-12, or none.
            V01,2018-12,90,85,,never       | found "never"; expected a month in the column valid_to that is not before valid_from, 2018-12, or none.
            """)
    void explainsWhatItCannotReadOfTheFurtherColumns(String row, String sentence) {
        assertThat(aCatalogue()
                        .with("targets.csv", "indicator,valid_from,target,tolerance,tolerance_in,valid_to\n" + row)
                        .problems())
                .containsExactly("targets.csv, line 2: " + sentence);
    }

    @Test
    void aTargetMayEnd() {
        Catalogue catalogue = aCatalogue()
                .with(
                        "targets.csv",
                        "indicator,valid_from,target,tolerance,valid_to\nV01,2018-12,90,85,\nV01,2019-04,95,90,2020-03\n")
                .catalogue();

        assertThat(catalogue.target("V01", ReportingPeriod.of(2019, 3))).isPresent();
        assertThat(catalogue.target("V01", ReportingPeriod.of(2020, 3))).isPresent();
        assertThat(catalogue.target("V01", ReportingPeriod.of(2020, 4))).isEmpty();
    }

    @Test
    void explainsNumbersThatCanBeReadTwoWays() {
        var catalogue = aCatalogue().with("targets.csv", """
                indicator;valid_from;target;tolerance
                V01;2018-12;1.234;1,234
                """);

        assertThat(catalogue.problems())
                .containsExactly(
                        "targets.csv, line 2: found \"1.234\"; expected a number that can be read one way only, e.g. 1234 or"
                                + " 90,5 in the column target.",
                        "targets.csv, line 2: found \"1,234\"; expected a number that can be read one way only, e.g. 1234 or"
                                + " 90,5 in the column tolerance.");
    }

    @Test
    void explainsAPercentSignWhereTheIndicatorIsNotAPercentage() {
        var catalogue = aCatalogue()
                .changing("indicators/visits.yaml", "good: information", "good: low")
                .with("targets.csv", HEADER + "V02,2018-12,5%,10\nV02,2019-12,5,4\n");

        assertThat(catalogue.problems())
                .containsExactly(
                        "targets.csv, line 2: found \"5%\"; expected a number without a percent sign, e.g. 90 or 2.5 in the"
                                + " column target.",
                        "targets.csv, line 3: found \"4\"; expected a tolerance of at least the target, 5, as low is good.");
    }

    @Test
    void tellsATargetGivenTwiceWithBothLines() {
        var catalogue = aCatalogue().with("targets.csv", HEADER + "V01,2018-12,90,85\n\nV01,Dec-18,80,75\n");

        assertThat(catalogue.problems())
                .containsExactly(
                        "targets.csv, line 4: found \"V01\"; expected one target of an indicator from 2018-12 on; line 2 has it"
                                + " already.");
    }

    @Test
    void tellsColumnsThatAreLackingOrUnknown() {
        assertThat(aCatalogue()
                        .with("targets.csv", "indicator,valid_from,target,tolerence\nV01,2018-12,90,85\n")
                        .problems())
                .containsExactly(
                        "targets.csv, line 1: found \"tolerence\"; expected one of the columns indicator, valid_from, target,"
                                + " tolerance, tolerance_in, valid_to. Did you mean \"tolerance\"?",
                        "targets.csv, line 1: expected the header indicator,valid_from,target,tolerance; lacking is tolerance.");
        assertThat(aCatalogue().with("targets.csv", "\n\n").problems())
                .containsExactly("targets.csv, line 1: expected the header indicator,valid_from,target,tolerance.");
    }

    @Test
    void findsTheTargetInForceInAPeriod() {
        Catalogue catalogue = aCatalogue()
                .with("targets.csv", HEADER + "V01,2018-12,90,85\nV01,2020-04,95,90\n")
                .catalogue();

        assertThat(catalogue.target("V01", ReportingPeriod.of(2018, 11))).isEmpty();
        assertThat(catalogue
                        .target("V01", ReportingPeriod.of(2020, 3))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("90");
        assertThat(catalogue
                        .target("V01", ReportingPeriod.of(2020, 4))
                        .orElseThrow()
                        .value())
                .isEqualByComparingTo("95");
    }
}
