package org.scrutineer.disclosure;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure as a public audience may have it. What is hidden is hidden everywhere: what follows from it goes with it.
 *
 * @param truth what it is made from, which is not for the audience
 * @param numerator as it may be printed, rounded if the profile rounds; null where it is hidden or there is none
 * @param denominator the same
 * @param value the same; worked out from the rounded numerator and denominator if the profile rounds
 * @param hidden whether its value may not be printed; the sign for it is {@value #SYMBOL}
 */
public record PrintedFigure(
        TrueFigure truth,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        boolean hidden) {

    /** As the data files and, in square brackets, the workbooks print it, whatever it is hidden for. */
    public static final String SYMBOL = "c";

    public FigureKey key() {
        return truth.key();
    }

    /** Whether its numerator is there but may not be printed. */
    public boolean hidesNumerator() {
        return truth.numerator() != null && numerator == null;
    }

    /** Whether its denominator is there but may not be printed. */
    public boolean hidesDenominator() {
        return truth.denominator() != null && denominator == null;
    }
}
