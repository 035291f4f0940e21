package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.scrutineer.answers.CheckFolder;
import org.scrutineer.answers.TeamAnswers;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueFolder;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.AmendmentList;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.Submissions;
import org.scrutineer.validation.Amending;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The one door through which runs are started. */
@Component
public class Pipeline {

    private final Inbox inbox;
    private final Submissions submissions;
    private final FrozenReturns frozen;
    private final Runs runs;
    private final RunLock lock;
    private final Statuses statuses;
    private final Catalogue catalogue;
    private final CatalogueArchive catalogueArchive;
    private final CatalogueFolder catalogueFolder;
    private final RunLauncher launcher;
    private final TeamAnswers answers;
    private final CheckFolder checkFolder;
    private final Amending amending;
    private final YearFreeze yearFreeze;
    private final ApplicationEventPublisher events;

    Pipeline(
            Inbox inbox,
            Submissions submissions,
            FrozenReturns frozen,
            Runs runs,
            RunLock lock,
            Statuses statuses,
            Catalogue catalogue,
            CatalogueArchive catalogueArchive,
            CatalogueFolder catalogueFolder,
            RunLauncher launcher,
            TeamAnswers answers,
            CheckFolder checkFolder,
            Amending amending,
            YearFreeze yearFreeze,
            ApplicationEventPublisher events) {
        this.inbox = inbox;
        this.submissions = submissions;
        this.frozen = frozen;
        this.runs = runs;
        this.lock = lock;
        this.statuses = statuses;
        this.catalogue = catalogue;
        this.catalogueArchive = catalogueArchive;
        this.catalogueFolder = catalogueFolder;
        this.launcher = launcher;
        this.answers = answers;
        this.checkFolder = checkFolder;
        this.amending = amending;
        this.yearFreeze = yearFreeze;
        this.events = events;
    }

    /**
     * Does the night's work: finishes what an earlier start was cut off from, takes in what has arrived, and runs every
     * period that has something new. Where one period fails the others go on.
     *
     * @param only works on this period alone; files of all periods are taken in all the same
     * @throws RunInProgressException where another process is at it
     * @throws IOException where the input folder cannot be read or the archive not written
     */
    public RunReport run(Optional<ReportingPeriod> only, String startedBy) throws IOException {
        try (RunLock.Held held = lock.take()) {
            Objects.requireNonNull(held);
            catalogueArchive.keep(catalogueFolder.path(), catalogue.hash());
            var worked = new TreeSet<ReportingPeriod>();
            var failures = new ArrayList<RunReport.Failure>();
            var periods = new TreeSet<ReportingPeriod>();
            for (Run run : runs.unfinished()) {
                if (runs.catalogueHash(run).equals(catalogue.hash())) {
                    worked.add(run.period());
                    work(run, true, failures);
                } else {
                    // Half of a run by one catalogue and half by another would be explained by neither.
                    runs.abandoned(run);
                    periods.add(run.period());
                }
            }
            Inbox.Delivery delivery = inbox.receive();
            periods.addAll(submissions.periodsToCheck());
            periods.removeIf(period -> only.isPresent() && !only.get().equals(period));
            for (ReportingPeriod period : periods) {
                worked.add(period);
                work(runs.open(period, startedBy, catalogue.hash()), false, failures);
            }
            answers.answerUnrecognised();
            CheckFolder.Look checked = checkFolder.answer();
            var notices = new ArrayList<>(delivery.notices());
            notices.addAll(checked.notices());
            return new RunReport(
                    delivery.found(),
                    delivery.received(),
                    notices,
                    worked.stream().map(statuses::of).toList(),
                    failures,
                    submissions.unrecognised(),
                    checked.answers(),
                    withOtherCatalogue());
        }
    }

    /**
     * Takes a list of cells to be read differently or of rows to be left out, whole or not at all. The next run reads
     * the returns again and publishes their periods anew.
     *
     * @throws RunInProgressException where another process is at it
     * @throws IOException where the disk fails
     */
    public Amending.Outcome amend(Path list, AmendmentList.Kind kind) throws IOException {
        try (RunLock.Held held = lock.take()) {
            Objects.requireNonNull(held);
            return amending.take(list, kind);
        }
    }

    /**
     * Freezes the figures of a whole year as a run has them: runs opened from now on print them so, whatever is corrected.
     *
     * @throws RunInProgressException where another process is at it
     */
    public FreezeOutcome freeze(YearToFreeze year, String frozenBy) throws IOException {
        try (RunLock.Held held = lock.take()) {
            Objects.requireNonNull(held);
            return yearFreeze.freeze(year, frozenBy);
        }
    }

    private List<ReportingPeriod> withOtherCatalogue() {
        return statuses.periods().stream()
                .filter(period -> runs.newest(period)
                        .filter(run -> !runs.catalogueHash(run).equals(catalogue.hash()))
                        .isPresent())
                .toList();
    }

    private void work(Run run, boolean resumed, List<RunReport.Failure> failures) {
        int toCheck = (int) frozen.of(run.number()).stream()
                .filter(checked -> checked.verdict() == null)
                .count();
        events.publishEvent(new RunStarted(run, toCheck, resumed));
        JobExecution execution;
        try {
            execution = launcher.launch(run);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("run " + run.number() + " of " + run.period() + " cannot be started", e);
        }
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            runs.finished(run);
        } else {
            runs.failed(run);
            Throwable cause = execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .orElseGet(() -> new IllegalStateException("the job ended " + execution.getStatus()));
            failures.add(new RunReport.Failure(run, cause));
        }
    }
}
