package org.scrutineer.catalogue;

import java.util.List;
import java.util.stream.Stream;

/** Months that follow one another, the first and the last inside. */
public record Months(ReportingPeriod first, ReportingPeriod last) {

    /** @throws IllegalArgumentException where the last is before the first */
    public Months {
        if (last.compareTo(first) < 0) {
            throw new IllegalArgumentException("months from " + first + " to " + last);
        }
    }

    /** In their order. */
    public List<ReportingPeriod> all() {
        return Stream.iterate(first, month -> month.compareTo(last) <= 0, month -> month.plusMonths(1))
                .toList();
    }

    public boolean contains(ReportingPeriod month) {
        return first.compareTo(month) <= 0 && month.compareTo(last) <= 0;
    }
}
