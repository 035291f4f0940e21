package org.scrutineer.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.catalogue.Target;
import org.scrutineer.indicators.FigureWords;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.IndicatorValue.Status;
import org.scrutineer.indicators.Rating;
import org.scrutineer.workbook.OutputWorkbook.Cell;
import org.scrutineer.workbook.OutputWorkbook.Tone;

/** The cells a figure is shown in, the same on every sheet. */
final class FigureCells {

    static final Cell EMPTY = new Cell.Empty();

    static final Cell CONFIDENTIAL = new Cell.Shorthand(Status.CONFIDENTIAL.symbol());

    /** Why a denominator's cell may be empty. */
    static final String NO_DENOMINATOR = "the figure is a count or an amount";

    /** Why a numerator's cell may be empty. */
    static final String NO_NUMERATOR = "the figure is a middle or highest value, which has none";

    /** Why a status's cell may be empty. */
    static final String WHOLE = "every return the value rests on was received, or there is no value";

    private FigureCells() {}

    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell.Text(text);
    }

    static Cell whole(long number) {
        return new Cell.Number(BigDecimal.valueOf(number), 0);
    }

    static Cell numerator(Indicator indicator, IndicatorValue figure) {
        if (figure.numerator() == null) {
            return figure.value() == null ? new Cell.Shorthand(figure.status().symbol()) : EMPTY;
        }
        return isTotal(indicator)
                ? new Cell.Number(figure.numerator(), indicator.decimals())
                : number(figure.numerator());
    }

    static Cell denominator(Indicator indicator, IndicatorValue figure) {
        if (isTotal(indicator)) {
            return EMPTY;
        }
        if (figure.denominator() != null) {
            return number(figure.denominator());
        }
        // Of nothing of a hidden number the value is 0, and shown.
        return figure.value() == null ? new Cell.Shorthand(figure.status().symbol()) : CONFIDENTIAL;
    }

    static Cell value(Indicator indicator, IndicatorValue figure) {
        return figure.value() == null
                ? new Cell.Shorthand(figure.status().symbol())
                : new Cell.Number(figure.value(), indicator.decimals());
    }

    /**
     * The same as a formula over the cells beside it, where it is their quotient.
     *
     * @param numerator the numerator's column, from 0; the denominator stands in the next one
     */
    static Cell quotient(Indicator indicator, IndicatorValue figure, int numerator) {
        BigDecimal value = figure.value();
        if (value == null
                || figure.numerator() == null
                || figure.denominator() == null
                || figure.denominator().signum() == 0) {
            return value(indicator, figure);
        }
        int times = switch (indicator.unit()) {
            case PERCENT -> 100;
            case RATE_PER_10000 -> 10_000;
            case COUNT, MEAN, DAYS, MONEY -> 1;
        };
        BigDecimal printed = printed(indicator, value);
        BigDecimal worked = figure.numerator()
                .multiply(BigDecimal.valueOf(times))
                .divide(figure.denominator(), indicator.decimals(), RoundingMode.HALF_UP);
        // Of a figure published before, or frozen, the cells beside may not be what it was worked out from.
        return worked.compareTo(printed) == 0
                ? new Cell.Quotient(printed, times, numerator, numerator + 1)
                : value(indicator, figure);
    }

    /**
     * Only what qualifies a value; what replaces one stands in its cell.
     *
     * @param isRevised whether another value was published before
     * @param isBroken whether the definition changed, and what came before is neither compared nor added
     */
    static Cell status(IndicatorValue figure, boolean isBroken, boolean isRevised) {
        return status(figure.status() == Status.PROVISIONAL, isBroken, isRevised);
    }

    /** The same of several figures, of at least one of which it holds. */
    static Cell status(boolean isProvisional, boolean isBroken, boolean isRevised) {
        var symbols = new ArrayList<String>();
        if (isProvisional) {
            symbols.add("p");
        }
        if (isRevised) {
            symbols.add("r");
        }
        if (isBroken) {
            symbols.add("b");
        }
        return symbols.isEmpty() ? EMPTY : new Cell.Shorthand(symbols);
    }

    /** In the indicator's decimals; nothing where there is none. */
    static Cell number(Indicator indicator, Optional<BigDecimal> number) {
        return number.<Cell>map(value -> new Cell.Number(value, indicator.decimals()))
                .orElse(EMPTY);
    }

    static Cell target(Optional<Target> target) {
        return target.map(found -> exact(found.value())).orElse(EMPTY);
    }

    static Cell tolerance(Optional<Target> target) {
        return target.map(found -> exact(found.tolerance())).orElse(EMPTY);
    }

    static Cell rating(Optional<Rating> rating) {
        return rating.<Cell>map(found -> new Cell.Rating(found.word(), tone(found)))
                .orElse(EMPTY);
    }

    /** What the course of a part's figure says. */
    static Cell direction(RunFigures figures, Indicator indicator, Part part) {
        return figures.isCourseHidden(indicator, part)
                ? CONFIDENTIAL
                : figures.overTime()
                        .trend(indicator, part)
                        .<Cell>map(trend -> new Cell.Text(trend.variation().words()))
                        .orElse(EMPTY);
    }

    private static Tone tone(Rating rating) {
        return switch (rating) {
            case GREEN -> Tone.GOOD;
            case AMBER -> Tone.MIDDLING;
            case RED -> Tone.BAD;
        };
    }

    /** The difference of two values as printed, so that a reader who subtracts them finds it. */
    static Cell change(Indicator indicator, @Nullable BigDecimal value, Optional<BigDecimal> previous) {
        if (value == null || previous.isEmpty()) {
            return EMPTY;
        }
        return new Cell.Number(
                printed(indicator, value).subtract(printed(indicator, previous.get())), indicator.decimals());
    }

    private static BigDecimal printed(Indicator indicator, BigDecimal value) {
        return value.setScale(indicator.decimals(), RoundingMode.HALF_UP);
    }

    /** A number as others published it. */
    static Cell published(@Nullable BigDecimal number) {
        return number == null ? EMPTY : number(number);
    }

    private static Cell number(BigDecimal number) {
        return new Cell.Number(number, FigureWords.decimals(number));
    }

    /** With all its decimals: a figure is rated by it. */
    private static Cell exact(BigDecimal number) {
        return new Cell.Number(number, FigureWords.exactDecimals(number));
    }

    private static boolean isTotal(Indicator indicator) {
        return indicator.isTotal();
    }
}
