package org.scrutineer.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.Rating;
import org.scrutineer.trends.Variation;

class FiguresAsPublishedTests {

    private static final String HEADER =
            "period,organisation,organisation_name,level,authority,indicator,indicator_name,unit,timing,numerator,"
                    + "denominator,value,status,returns_expected,returns_received,target,tolerance,rag,previous,change,"
                    + "direction\r\n";

    @Test
    void areReadAsTheyWerePrinted() throws IOException {
        ToldFigure told =
                read("2018-12,frt,First Response,team,,AS01,Assessments,percent,month,13,20,65,p,2,1,90,85,Red,"
                                + "70,-5,concern")
                        .get(0);

        assertThat(told.figure())
                .isEqualTo(new IndicatorValue(
                        "AS01",
                        "frt",
                        "",
                        Indicator.Timing.MONTH,
                        new BigDecimal("13"),
                        new BigDecimal("20"),
                        new BigDecimal("65"),
                        IndicatorValue.Status.PROVISIONAL,
                        new IndicatorValue.Coverage(2, 1)));
        assertThat(told.target()).contains(new BigDecimal("90"));
        assertThat(told.rating()).contains(Rating.RED);
        assertThat(told.previous()).contains(new BigDecimal("70"));
        assertThat(told.direction()).contains(Variation.CONCERN);
    }

    @Test
    void hideWhatWasHidden() throws IOException {
        ToldFigure told = read("2018-12,t,The trust,trust,WNC,AS01,Assessments,percent,month,,,,c,2,2,,,,,,")
                .get(0);

        assertThat(told.figure().value()).isNull();
        assertThat(told.figure().numerator()).isNull();
        assertThat(told.figure().status()).isEqualTo(IndicatorValue.Status.CONFIDENTIAL);
        assertThat(told.rating()).isEmpty();
    }

    @Test
    void sayThatAnotherFigureWasPublishedBefore() throws IOException {
        ToldFigure told = read("2018-12,t,'=Trust,trust,,AS01,Assessments,count,month,5,,5,r,2,2,,,,,,")
                .get(0);

        assertThat(told.revised()).isTrue();
        assertThat(told.figure().status()).isEqualTo(IndicatorValue.Status.COMPLETE);
        assertThat(told.organisationName()).isEqualTo("=Trust");
    }

    private static List<ToldFigure> read(String line) throws IOException {
        return FiguresAsPublished.read((HEADER + line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
}
