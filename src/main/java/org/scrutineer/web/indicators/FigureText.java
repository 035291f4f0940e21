package org.scrutineer.web.indicators;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.publication.ToldFigure;

/** Figures as pages write them: no shorthand, but words. */
final class FigureText {

    private FigureText() {}

    /** With what it was made from, e.g. {@code 65.0 per cent (650 of 1,000 assessments)}; where it has no value, why. */
    static String full(Indicator indicator, IndicatorValue figure) {
        return figure.value() == null ? lacking(figure) : FigureWords.value(indicator, figure);
    }

    /** For example {@code 65.0 per cent}. */
    static String value(Indicator indicator, IndicatorValue figure) {
        BigDecimal value = figure.value();
        return value == null ? lacking(figure) : FigureWords.measured(indicator, value);
    }

    private static String lacking(IndicatorValue figure) {
        return switch (figure.status()) {
            case CONFIDENTIAL -> "Hidden";
            case NOT_AVAILABLE -> "Not available";
            case COMPLETE, PROVISIONAL, NOT_APPLICABLE -> "Not applicable";
        };
    }

    /** What is to be known of it, in whole sentences; empty where there is nothing. */
    static String remark(Indicator indicator, ToldFigure told) {
        IndicatorValue figure = told.figure();
        String status = switch (figure.status()) {
            case COMPLETE -> "";
            case PROVISIONAL ->
                "Provisional: " + FigureWords.received(figure.coverage()) + " returns it rests on were received. ";
            case NOT_AVAILABLE -> FigureWords.notAvailable(indicator, figure.coverage()) + " ";
            case NOT_APPLICABLE -> "There is nothing it could be calculated from. ";
            case CONFIDENTIAL -> "Hidden, so that no small number of people can be told from it. ";
        };
        return (status + (told.revised() ? "Revised: another figure was published before." : "")).strip();
    }

    /** In as many decimals as it has, two at the most; empty where there is none. */
    static String number(@Nullable BigDecimal number) {
        return number == null ? "" : FigureWords.number(number);
    }
}
