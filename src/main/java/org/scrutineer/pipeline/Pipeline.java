package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.scrutineer.answers.CheckFolder;
import org.scrutineer.answers.TeamAnswers;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueFolder;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.AmendmentLine;
import org.scrutineer.intake.AmendmentList;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.Submissions;
import org.scrutineer.locks.Locks;
import org.scrutineer.locks.Work;
import org.scrutineer.locks.WorkInProgressException;
import org.scrutineer.retention.Retention;
import org.scrutineer.validation.Amending;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one door through which runs are started. */
@Component
public class Pipeline {

    private final Inbox inbox;
    private final Submissions submissions;
    private final Runs runs;
    private final RunWorker worker;
    private final Locks locks;
    private final Stopping stopping;
    private final Statuses statuses;
    private final Catalogue catalogue;
    private final CatalogueArchive catalogueArchive;
    private final CatalogueFolder catalogueFolder;
    private final TeamAnswers answers;
    private final CheckFolder checkFolder;
    private final Amending amending;
    private final YearFreeze yearFreeze;
    private final Rebuilding rebuilding;
    private final Previews previews;
    private final Retention retention;
    private final ClosedPeriods closed;
    private final ApplicationEventPublisher events;

    Pipeline(
            Inbox inbox,
            Submissions submissions,
            Runs runs,
            RunWorker worker,
            Locks locks,
            Stopping stopping,
            Statuses statuses,
            Catalogue catalogue,
            CatalogueArchive catalogueArchive,
            CatalogueFolder catalogueFolder,
            TeamAnswers answers,
            CheckFolder checkFolder,
            Amending amending,
            YearFreeze yearFreeze,
            Rebuilding rebuilding,
            Previews previews,
            Retention retention,
            ClosedPeriods closed,
            ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.submissions = submissions;
        this.runs = runs;
        this.worker = worker;
        this.locks = locks;
        this.stopping = stopping;
        this.statuses = statuses;
        this.catalogue = catalogue;
        this.catalogueArchive = catalogueArchive;
        this.catalogueFolder = catalogueFolder;
        this.answers = answers;
        this.checkFolder = checkFolder;
        this.amending = amending;
        this.yearFreeze = yearFreeze;
        this.rebuilding = rebuilding;
        this.previews = previews;
        this.retention = retention;
        this.closed = closed;
        this.events = events;
    }

    /**
     * Does the night's work: finishes what an earlier start was cut off from, takes in what has arrived, and runs every
     * period that has something new. Where one period fails the others go on, and so they do where another process works
     * on one.
     *
     * @param only works on this period alone; files of all periods are taken in all the same
     * @throws WorkInProgressException where another process has the output folder to itself
     * @throws IOException where the input folder cannot be read or the archive not written
     */
    public RunReport run(Optional<ReportingPeriod> only, String startedBy) throws IOException {
        try (Stopping.InHand inHand = stopping.begin()) {
            Objects.requireNonNull(inHand);
            var done = new WorkDone();
            finishCutOff(done);
            Inbox.Delivery delivery = takeIn();
            for (ReportingPeriod period : runs.due(catalogue.hash())) {
                if (only.map(period::equals).orElse(true)) {
                    worker.runIfDue(period, startedBy, done);
                }
            }
            return report(delivery, done);
        }
    }

    /**
     * Runs periods with what is known today, the oldest first, whether they have something new or not.
     *
     * @throws RunRefusedException where there is nothing to run, or a reason is missing; nothing was done then
     * @throws WorkInProgressException as {@link #run}
     * @throws IOException as {@link #run}
     */
    public RunReport rerun(RerunRequest request) throws IOException {
        try (Stopping.InHand inHand = stopping.begin()) {
            Objects.requireNonNull(inHand);
            requireReason(request);
            var done = new WorkDone();
            finishCutOff(done);
            Inbox.Delivery delivery = takeIn();
            List<ReportingPeriod> periods =
                    statuses.periods().stream().filter(request::asksFor).toList();
            if (periods.isEmpty()) {
                throw new RunRefusedException(nothingToRun(request));
            }
            periods.forEach(this::requireReturns);
            for (ReportingPeriod period : periods) {
                worker.runAnew(period, request, done);
            }
            return report(delivery, done);
        }
    }

    private void requireReason(RerunRequest request) {
        if (request.from().compareTo(request.to()) > 0) {
            throw new RunRefusedException(
                    request.from().title() + " is after " + request.to().title() + ": name the earlier period first.");
        }
        if (request.reason().isEmpty()) {
            publishedBefore(request.from(), request.to()).ifPresent(period -> {
                throw new RunRefusedException(period.title()
                        + " has been published before: say why it is to be run again, with --reason \"…\".");
            });
        }
    }

    /** The first of some periods that has been published before; {@link #rerun} demands a reason then. */
    public Optional<ReportingPeriod> publishedBefore(ReportingPeriod from, ReportingPeriod to) {
        return runs.publishedPeriods().stream()
                .filter(period -> period.compareTo(from) >= 0 && period.compareTo(to) <= 0)
                .findFirst();
    }

    /** A figure that was published is not taken back because what it was made from was not kept for ever. */
    private void requireReturns(ReportingPeriod period) {
        closed.why(period).ifPresent(why -> {
            throw new RunRefusedException(
                    period.title() + " cannot be run again, as " + why + ". What was published stays as it is.");
        });
    }

    private String nothingToRun(RerunRequest request) {
        if (request.from().equals(request.to())) {
            return statuses.nothingOf(request.from()).orElseThrow();
        }
        String known = String.join(
                ", ", statuses.periods().stream().map(ReportingPeriod::title).toList());
        return "There are neither returns nor runs of " + request.from().title()
                + " to " + request.to().title()
                + (known.isEmpty() ? "; nothing has been received yet." : "; there are of " + known + ".");
    }

    /**
     * Says what {@link #run} would touch, and touches nothing: what arrived is read, checked and calculated in a copy.
     *
     * @throws IOException as {@link #run}
     */
    public Preview preview(Optional<ReportingPeriod> only) throws IOException {
        return previews.preview((due, all) -> due.stream()
                .filter(period -> only.map(period::equals).orElse(true))
                .toList());
    }

    /**
     * Says what {@link #rerun} would touch, and touches nothing.
     *
     * @param from the first period
     * @param to the last
     * @throws IOException as {@link #run}
     */
    public Preview preview(ReportingPeriod from, ReportingPeriod to) throws IOException {
        return previews.preview((due, all) -> all.stream()
                .filter(period -> period.compareTo(from) >= 0 && period.compareTo(to) <= 0)
                .toList());
    }

    /**
     * Builds a run again exactly as it was issued, in a folder of its own, and says what came out otherwise. Nothing that
     * was published is touched, and nobody is kept from working.
     *
     * @throws RunRefusedException where there is no such run
     * @throws IllegalStateException where it cannot be built any more; its message says why
     * @throws IOException where the disk fails
     */
    public Rebuilt rebuild(RebuildRequest request) throws IOException {
        return rebuilding.rebuild(request);
    }

    /**
     * Keeps the catalogue this process works by, so that it can go on by it whatever becomes of the files.
     *
     * @throws IllegalStateException where they have been changed already
     * @throws WorkInProgressException where another process has the output folder to itself for long
     * @throws IOException where the archive cannot be written
     */
    public void keepCatalogue() throws IOException {
        if (catalogueArchive.holds(catalogue.hash())) {
            return;
        }
        try (Locks.Held held = locks.await(Work.DROP_FOLDER, "keeping the catalogue")) {
            Objects.requireNonNull(held);
            catalogueArchive.keep(catalogueFolder.path(), catalogue.hash());
        }
    }

    /**
     * Asks whatever this process works on to stop at its next safe point, and does not wait for it.
     *
     * @return false where nothing is at work, or it was asked before
     */
    public boolean stop() {
        return stopping.ask();
    }

    /** Whether what this process works on has been asked to stop, and has not yet. */
    public boolean isStopping() {
        return stopping.isAsked();
    }

    /** The run that this process works on; empty where it works on none, or is between two. */
    public Optional<Run> atWork() {
        return worker.atWork();
    }

    /** How far a run is, whichever process works on it. */
    public RunProgress progress(Run run) {
        return worker.progress(run);
    }

    /** What a run that has its figures changed of what had been published of its period before it. */
    public PeriodChanges changes(Run run) {
        return worker.changes(run);
    }

    /** Finishes deletions that were cut off, and takes the next step of runs that were, by the catalogue they began with. */
    private void finishCutOff(WorkDone done) throws IOException {
        retention.finish();
        keepCatalogue();
        for (Run run : runs.unfinished(catalogue.hash())) {
            worker.finish(run, done);
        }
    }

    /**
     * Takes in the files that have arrived; the next run works on them.
     *
     * @throws IOException where the input folder cannot be read or the archive not written
     */
    public Inbox.Delivery takeIn() throws IOException {
        try (Locks.Held held = locks.await(Work.DROP_FOLDER, "taking in files")) {
            Objects.requireNonNull(held);
            return inbox.receive();
        }
    }

    private RunReport report(Inbox.Delivery delivery, WorkDone done) throws IOException {
        if (done.isCutShort()) {
            return RunReport.stopped(delivery, done);
        }
        CheckFolder.Look checked;
        try (Locks.Held held = locks.await(Work.DROP_FOLDER, "answering files")) {
            Objects.requireNonNull(held);
            answers.answerUnrecognised();
            checked = checkFolder.answer();
        }
        var notices = new ArrayList<>(delivery.notices());
        notices.addAll(checked.notices());
        var report = new RunReport(
                delivery.found(),
                delivery.received(),
                notices,
                done.periods().stream().map(statuses::of).toList(),
                done.failures(),
                done.finished(),
                done.finished().stream().map(worker::changes).toList(),
                done.inTheWay(),
                done.closed(),
                false,
                submissions.unrecognised(),
                checked.answers(),
                withOtherCatalogue());
        events.publishEvent(new RunsEnded(report));
        return report;
    }

    private List<ReportingPeriod> withOtherCatalogue() {
        return statuses.periods().stream()
                .filter(period -> runs.newest(period)
                        .filter(run -> !runs.catalogueHash(run).equals(catalogue.hash()))
                        .isPresent())
                .toList();
    }

    /**
     * Takes a list of cells to be read differently or of rows to be left out, whole or not at all. The next run reads
     * the returns again and publishes their periods anew.
     *
     * @throws RunRefusedException where a run was cut off: it would go on without the rows that are to be read again
     * @throws WorkInProgressException where a run is at work: it may count the very rows
     * @throws IOException where the disk fails
     */
    public Amending.Outcome amend(Path list, AmendmentList.Kind kind) throws IOException {
        return betweenRuns(() -> amending.take(list, kind));
    }

    /**
     * Takes one such line that somebody typed.
     *
     * @param from where it was typed, as a list's name stands in the ledger
     * @return why it was not taken; empty where it was
     * @throws RunRefusedException as for a list
     * @throws WorkInProgressException as for a list
     * @throws IOException where the disk fails
     */
    public List<AmendmentLine.Problem> amend(AmendmentLine line, AmendmentList.Kind kind, String from)
            throws IOException {
        return betweenRuns(() -> amending.take(line, kind, from));
    }

    /** A change of returns. */
    private interface Change<T> {
        T make() throws IOException;
    }

    private <T> T betweenRuns(Change<T> change) throws IOException {
        try (Locks.Held held = locks.take(Work.EVERYTHING, "amending returns")) {
            Objects.requireNonNull(held);
            for (Run run : runs.all()) {
                if (run.state() == Run.State.STARTED || run.state() == Run.State.FAILED) {
                    throw new RunRefusedException("Run " + run.number() + " of "
                            + run.period().title() + " was begun and has not ended. Call run, so that it is finished"
                            + " first, then give the list again.");
                }
            }
            return change.make();
        }
    }

    /**
     * Freezes the figures of a whole year as a run has them: runs opened from now on print them so, whatever is corrected.
     *
     * @throws WorkInProgressException where a run is at work: it may be that year's
     */
    public FreezeOutcome freeze(YearToFreeze year, String frozenBy) {
        try (Locks.Held held = locks.take(Work.EVERYTHING, "freezing a year")) {
            Objects.requireNonNull(held);
            return yearFreeze.freeze(year, frozenBy);
        }
    }
}
