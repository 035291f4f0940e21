package org.scrutineer.pipeline;

import java.util.List;
import org.scrutineer.publication.ChangedFigures.ChangedFigure;

/**
 * What a run changed, or would change, of what had been published of its period.
 *
 * @param figures how many figures the run has
 * @param changed those that a run before had otherwise; none where there was none
 */
public record PeriodChanges(Run run, int figures, List<ChangedFigure> changed) {

    public PeriodChanges {
        changed = List.copyOf(changed);
    }

    /** The organisation's own figures among them that it is judged by. */
    public List<ChangedFigure> headlines() {
        return changed.stream()
                .filter(figure -> figure.headline() && figure.isOfTheWhole())
                .toList();
    }
}
