package org.scrutineer.pipeline;

import java.util.Optional;
import org.scrutineer.catalogue.ReportingPeriod;

/**
 * Periods that a person wants to have run with what is known today, whether they have something new or not.
 *
 * @param from the first of them
 * @param to the last; those between that there are neither returns nor runs of are passed over
 * @param reason why; demanded where one of them has been published before
 * @param who wants it
 */
public record RerunRequest(ReportingPeriod from, ReportingPeriod to, Optional<String> reason, String who) {

    public RerunRequest {
        reason = reason.map(String::strip).filter(text -> !text.isEmpty());
    }

    boolean asksFor(ReportingPeriod period) {
        return period.compareTo(from) >= 0 && period.compareTo(to) <= 0;
    }
}
