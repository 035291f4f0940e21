package org.scrutineer.web.runs;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.web.Mistakes;

/** Periods that are to be run again, as somebody fills them in; each as typed, null where it was not. */
record AgainForm(
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    public String shownFrom() {
        return from == null ? "" : from;
    }

    public String shownTo() {
        return to == null ? "" : to;
    }

    public String shownReason() {
        return reason == null ? "" : reason.strip();
    }

    Optional<ReportingPeriod> first() {
        return ReportingPeriod.read(shownFrom());
    }

    /** The first, where no other is named. */
    Optional<ReportingPeriod> last() {
        return shownTo().isBlank() ? first() : ReportingPeriod.read(shownTo());
    }

    /** @param preview whether it is only to be shown what would be touched, which needs no reason */
    Mistakes mistakes(Pipeline pipeline, boolean preview) {
        var mistakes = new Mistakes();
        if (first().isEmpty()) {
            mistakes.add("from", "Choose the period, or the first of several.");
        }
        if (last().isEmpty() && first().isPresent()) {
            mistakes.add("to", "Choose the last period, or none for one period alone.");
        }
        if (!mistakes.isEmpty()) {
            return mistakes;
        }
        ReportingPeriod begin = first().orElseThrow();
        ReportingPeriod end = last().orElseThrow();
        if (begin.compareTo(end) > 0) {
            mistakes.add("to", "Choose a last period that is not before the first.");
        } else if (!preview && shownReason().isEmpty()) {
            pipeline.publishedBefore(begin, end)
                    .ifPresent(period -> mistakes.add(
                            "reason",
                            "Say why, as " + period.title()
                                    + " has been published before: whoever reads the new publication is told."));
        }
        return mistakes;
    }
}
