package org.scrutineer.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.Notice;
import org.scrutineer.intake.Submissions;
import org.scrutineer.locks.Holder;

/**
 * What a start of the pipeline did.
 *
 * @param found files in the input folder
 * @param received those of them that were new
 * @param notices what else a person should know of files in the input folder and in the check folder
 * @param periods those worked on, as they stand now, oldest first; none where it was stopped
 * @param failed those whose run did not end; the next start tries again
 * @param finished the runs that ended, in that order; told also where it was stopped before all was done
 * @param changes what the runs that ended changed of what had been published, in the order they ended
 * @param inTheWay who works on periods that would have been worked on too
 * @param closed those that have something new and are not run any more
 * @param stopped whether somebody asked it to stop before all was done; the next start goes on
 * @param unrecognised files nobody can tell the return of, also from earlier starts
 * @param checked the answers to files of the check folder, written by this start
 * @param catalogueChanged periods published with another catalogue than today's, which nothing was done about
 */
public record RunReport(
        int found,
        int received,
        List<Notice> notices,
        List<PeriodStatus> periods,
        List<Failure> failed,
        List<Run> finished,
        List<PeriodChanges> changes,
        List<Holder> inTheWay,
        List<Closed> closed,
        boolean stopped,
        List<Submissions.Unrecognised> unrecognised,
        List<Path> checked,
        List<ReportingPeriod> catalogueChanged) {

    /**
     * A run that did not end, with what stopped it.
     *
     * @param published whether its publication had appeared by then
     */
    public record Failure(Run run, Throwable cause, boolean published) {}

    /**
     * A period that has something new and is not run, as returns its figures were made from were deleted by a rule.
     *
     * @param sentence why, and what to do; several sentences
     */
    public record Closed(ReportingPeriod period, String sentence) {}

    public RunReport {
        notices = List.copyOf(notices);
        periods = List.copyOf(periods);
        failed = List.copyOf(failed);
        finished = List.copyOf(finished);
        changes = List.copyOf(changes);
        inTheWay = List.copyOf(inTheWay);
        closed = List.copyOf(closed);
        unrecognised = List.copyOf(unrecognised);
        checked = List.copyOf(checked);
        catalogueChanged = List.copyOf(catalogueChanged);
    }

    /** Nothing is looked up any more: whoever asked to stop may be about to close the ledger. */
    static RunReport stopped(Inbox.Delivery delivery, WorkDone done) {
        return new RunReport(
                delivery.found(),
                delivery.received(),
                delivery.notices(),
                List.of(),
                done.failures(),
                done.finished(),
                List.of(),
                done.inTheWay(),
                List.of(),
                true,
                List.of(),
                List.of(),
                List.of());
    }
}
