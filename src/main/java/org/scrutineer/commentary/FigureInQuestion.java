package org.scrutineer.commentary;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scrutineer.catalogue.Indicator;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.indicators.Rating;
import org.scrutineer.trends.Trend;

/**
 * A figure of the whole organisation that is to be explained: it is Red or Amber, or has changed by more than chance.
 *
 * @param role the id of the one who answers for it
 * @param roleName as it is printed
 * @param printed the figure as it is printed, which explanations are bound to
 * @param ratingReason why it is rated so, as a sentence; empty where it is not rated
 * @param trend none where no series of it is judged
 * @param written what was said of it last, whichever figure that was written for
 */
public record FigureInQuestion(
        Indicator indicator,
        String role,
        String roleName,
        IndicatorValue value,
        String printed,
        Optional<Rating> rating,
        String ratingReason,
        Optional<Trend> trend,
        Optional<Explanation> written) {

    /** What was said of this very figure. */
    public Optional<Explanation> explanation() {
        return written.filter(one -> one.saysWhy() && one.figure().equals(printed));
    }

    /** What was said when the figure was another; it is asked for again. */
    public Optional<Explanation> stale() {
        return written.filter(one -> one.saysWhy() && !one.figure().equals(printed));
    }

    /** The same with what was said of it put otherwise. */
    public FigureInQuestion saying(UnaryOperator<Explanation> otherwise) {
        return new FigureInQuestion(
                indicator, role, roleName, value, printed, rating, ratingReason, trend, written.map(otherwise));
    }

    /** How its explanation stands, as a sentence. */
    public String standing() {
        if (explanation().isPresent()) {
            return "Received from " + roleName + ".";
        }
        return stale().map(old -> "Asked for again from " + roleName + ": what was received was written for "
                        + old.figure() + ".")
                .orElse("No explanation received from " + roleName + ".");
    }
}
