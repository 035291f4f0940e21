package org.scrutineer.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting that figures are reported to.
 *
 * @param papersDue the last day on which its papers are in time; null where the catalogue names neither a day nor a rule
 * @param periods the periods reported to it, never empty
 */
public record Meeting(LocalDate date, @Nullable LocalDate papersDue, List<ReportingPeriod> periods, Place place) {

    public Meeting {
        periods = periods.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** The latest period reported to it. */
    public ReportingPeriod latest() {
        return periods.get(periods.size() - 1);
    }
}
