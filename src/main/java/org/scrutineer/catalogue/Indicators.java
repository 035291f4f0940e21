package org.scrutineer.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * The indicators read, to look codes up in.
 *
 * @param complete whether every file of them could be read; where not, a code that is not found may still exist
 */
record Indicators(List<Indicator> all, boolean complete, Problems problems) {

    Indicators {
        all = List.copyOf(all);
    }

    /** The indicator of this code; tells a code that no indicator has. */
    Optional<Indicator> find(Place place, String code) {
        Optional<Indicator> found =
                all.stream().filter(indicator -> indicator.id().equals(code)).findFirst();
        if (found.isEmpty() && complete) {
            problems.unknown(
                    place,
                    code,
                    "codes of indicators",
                    all.stream().map(Indicator::id).toList());
        }
        return found;
    }

    /** The one of an indicator's definitions that holds in a month, or else this one. */
    Indicator inForce(Indicator indicator, ReportingPeriod period) {
        return all.stream()
                .filter(other -> other.id().equals(indicator.id()) && other.validIn(period))
                .findFirst()
                .orElse(indicator);
    }
}
