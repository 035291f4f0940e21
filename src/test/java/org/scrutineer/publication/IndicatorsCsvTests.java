package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scrutineer.indicators.IndicatorValue.Status;

class IndicatorsCsvTests {

    private static String csv(Example example) {
        return new String(IndicatorsCsv.of(example.report()), StandardCharsets.UTF_8);
    }

    @Test
    void givesEachFigureALine() {
        assertThat(csv(Example.withEveryStatus()).split("\r\n"))
                .startsWith(
                        "period,organisation,organisation_name,level,authority,indicator,indicator_name,unit,timing,"
                                + "numerator,denominator,value,status,returns_expected,returns_received,target,"
                                + "tolerance,rag,previous,change,direction",
                        "2021-12,trust,Shire Children's Trust,trust,,AS01,Assessments in time,percent,month,650,1000,"
                                + "65,,2,2,90,85,Red,60.06,4.94,",
                        "2021-12,front-door,Front Door,service,,AS01,Assessments in time,percent,month,650,1000,65,,2,"
                                + "2,90,85,Red,,,",
                        "2021-12,north,Team North,team,,AS01,Assessments in time,percent,month,88,100,88,,2,2,90,85,"
                                + "Amber,,,",
                        "2021-12,south,Team South,team,,AS01,Assessments in time,percent,month,,,,x,2,1,90,85,,,,",
                        "2021-12,trust,Shire Children's Trust,trust,,FD04,Referrals decided in a day,percent,month,2,"
                                + "3,66.6666666667,p,2,1,60,50,Green,,,");
    }

    @Test
    void holdsTheTargetOfACountForTheWholeOnly() {
        assertThat(csv(Example.withEveryStatus()).lines().filter(line -> line.contains("CN04")))
                .containsExactly(
                        "2021-12,trust,Shire Children's Trust,trust,,CN04,Children without a worker,count,month,7,,7,,"
                                + "2,2,5,10,Amber,,,",
                        "2021-12,north,Team North,team,,CN04,Children without a worker,count,month,7,,7,,2,2,,,,,,");
    }

    @Test
    void holdsATargetOfZeroForEveryPart() {
        Example example = Example.aRun()
                .count("CN04", "Children without a worker", "Children in need")
                .target("CN04", "0", "0")
                .value(Example.figure("CN04", "north", "7", null, "7", Status.COMPLETE));

        assertThat(csv(example)).contains("2021-12,north,Team North,team,,CN04").contains(",2,2,0,0,Red,,,");
    }

    @Test
    void quotesTextWithCommasAndQuotes() {
        Example example = Example.aRun()
                .percent("AS01", "Assessments \"in time\", all", "Front door")
                .value("AS01", "1", "2", "50", Status.COMPLETE);

        assertThat(csv(example)).contains(",AS01,\"Assessments \"\"in time\"\", all\",percent,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "\0x",
                "\uff1d1",
                "=cmd|' /C calc'!A0",
                "=HYPERLINK(\"http://x\")"
            })
    void putsAnApostropheBeforeTextThatASpreadsheetTakesForAFormula(String payload) {
        assertThat(IndicatorsCsv.text(payload)).isEqualTo("'" + payload);
    }

    @Test
    void leavesOtherTextAsItIs() {
        assertThat(IndicatorsCsv.text("Starters - leavers = net")).isEqualTo("Starters - leavers = net");
    }

    @ParameterizedTest
    @CsvSource({"0.0000000000, 0", "1000.0000000000, 1000", "-2.50, -2.5", "66.66666666666, 66.6666666667", "1E+3, 1000"
    })
    void writesNumbersPlainly(BigDecimal number, String text) {
        assertThat(IndicatorsCsv.number(number)).isEqualTo(text);
    }

    @Test
    void isTheSameWheneverItIsWritten() {
        assertThat(IndicatorsCsv.of(Example.withEveryStatus().report()))
                .isEqualTo(IndicatorsCsv.of(Example.withEveryStatus().report()));
    }
}
