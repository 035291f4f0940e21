package org.scrutineer.publication;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValue;
import org.scrutineer.publication.RunFigures.Figure;

/**
 * What a run prints otherwise than it was published before.
 *
 * @param all by period, oldest first
 * @param revised which of them are of the run's own period and material
 */
record Restatements(List<Restatement> all, Set<Figure> revised) {

    Restatements {
        all = List.copyOf(all);
        revised = Set.copyOf(revised);
    }

    static Restatements of(ReportingPeriod period, List<Restatement> all) {
        return new Restatements(
                all,
                all.stream()
                        .filter(Restatement::material)
                        .map(Restatement::now)
                        .filter(now -> now.period().equals(period))
                        .map(Figure::of)
                        .collect(Collectors.toSet()));
    }

    /** Whether a figure of the run's period was published otherwise before, and the change is material. */
    boolean revise(IndicatorValue value) {
        return revised.contains(Figure.of(value));
    }
}
