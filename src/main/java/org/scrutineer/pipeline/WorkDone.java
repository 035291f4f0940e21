package org.scrutineer.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.locks.Holder;

/** What a start of the pipeline has worked on so far. */
final class WorkDone {

    private final Set<ReportingPeriod> periods = new TreeSet<>();
    private final List<Run> ended = new ArrayList<>();
    private final List<RunReport.Failure> failures = new ArrayList<>();
    private final List<RunReport.Closed> closed = new ArrayList<>();
    private final Set<Holder> inTheWay = new LinkedHashSet<>();
    private boolean cutShort;

    void workedOn(ReportingPeriod period) {
        periods.add(period);
    }

    void ended(Run run) {
        ended.add(run);
    }

    void failed(RunReport.Failure failure) {
        failures.add(failure);
    }

    void inTheWay(List<Holder> holders) {
        inTheWay.addAll(holders);
    }

    void closed(RunReport.Closed period) {
        closed.add(period);
    }

    void cutShort() {
        cutShort = true;
    }

    /** Whether something was left for the next start because somebody asked to stop; not where that came after all was done. */
    boolean isCutShort() {
        return cutShort;
    }

    /** Oldest first. */
    List<ReportingPeriod> periods() {
        return List.copyOf(periods);
    }

    /** The runs that were finished, in that order. */
    List<Run> finished() {
        return List.copyOf(ended);
    }

    List<RunReport.Failure> failures() {
        return List.copyOf(failures);
    }

    /** Periods with something new that are not run any more. */
    List<RunReport.Closed> closed() {
        return List.copyOf(closed);
    }

    /** Who works on what this start would have worked on too. */
    List<Holder> inTheWay() {
        return List.copyOf(inTheWay);
    }
}
