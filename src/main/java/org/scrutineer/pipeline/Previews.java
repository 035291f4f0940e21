package org.scrutineer.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.scrutineer.catalogue.Audience;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CatalogueFolder;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.distribution.ExpectedMails;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.locks.Locks;
import org.scrutineer.locks.Work;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Works out what a run would touch, by having one in a {@link Trial} as far as its figures: a transaction that is rolled
 * back would keep everybody else waiting, and would not take back what is written beside the ledger.
 */
@Component
class Previews {

    private final Catalogue catalogue;
    private final CatalogueFolder catalogueFolder;
    private final Trials trials;
    private final ClosedPeriods closed;
    private final Path input;

    Previews(
            Catalogue catalogue,
            CatalogueFolder catalogueFolder,
            Trials trials,
            ClosedPeriods closed,
            @Value("${folders.input}") Path input) {
        this.catalogue = catalogue;
        this.catalogueFolder = catalogueFolder;
        this.trials = trials;
        this.closed = closed;
        this.input = input;
    }

    /** Which periods a start would work on, of those that have something new and of all. */
    @FunctionalInterface
    interface Wanted {
        List<ReportingPeriod> of(List<ReportingPeriod> due, List<ReportingPeriod> all);
    }

    Preview preview(Wanted wanted) throws IOException {
        try (Trial trial = trials.open(catalogue, catalogueFolder, input, copy -> {})) {
            Inbox.Delivery delivery = trial.bean(Inbox.class).receive();
            var previewed = new ArrayList<Preview.Period>();
            List<ReportingPeriod> due = trial.bean(Runs.class).due(catalogue.hash());
            List<ReportingPeriod> all = trial.bean(Statuses.class).periods();
            for (ReportingPeriod period : wanted.of(due, all)) {
                previewed.add(preview(period, trial));
            }
            return new Preview(delivery.notices(), previewed);
        }
    }

    private Preview.Period preview(ReportingPeriod period, Trial trial) {
        return closed.sentence(period)
                .map(why -> new Preview.Period(
                        period,
                        true,
                        List.of(),
                        new PeriodChanges(trial.bean(Runs.class).newest(period).orElseThrow(), 0, List.of()),
                        why,
                        List.of(),
                        List.of()))
                .orElseGet(() -> calculated(period, trial));
    }

    private Preview.Period calculated(ReportingPeriod period, Trial trial) {
        Runs runs = trial.bean(Runs.class);
        FrozenReturns frozen = trial.bean(FrozenReturns.class);
        boolean published = runs.newest(period).isPresent();
        Run run = open(period, trial);
        List<Submission> unread = frozen.of(run.number()).stream()
                .filter(checked -> checked.verdict() == null)
                .map(Submissions.Checked::submission)
                .toList();
        RunEnding ending = trial.bean(RunLauncher.class).calculate(run);
        if (ending instanceof RunEnding.Finished) {
            // Later periods are calculated with this one's figures.
            runs.finished(run);
        }
        List<Submissions.Checked> read = frozen.of(run.number());
        List<Audience> audiences = catalogue.audiences().stream()
                .filter(audience -> audience.isPublishedIn(period, catalogue.organisation()))
                .toList();
        return new Preview.Period(
                period,
                published,
                unread.stream()
                        .map(submission -> described(submission, read, trial))
                        .toList(),
                trial.bean(RunWorker.class).changes(run),
                ending instanceof RunEnding.Failed failed ? Troubles.sentence(failed.cause()) : "",
                audiences.stream().map(Audience::name).toList(),
                trial.bean(ExpectedMails.class)
                        .of(
                                period,
                                audiences,
                                !trial.bean(Statuses.class)
                                        .of(period)
                                        .toCorrect()
                                        .isEmpty()));
    }

    /** The lock is the trial's own: nobody else is there to hold it. */
    private Run open(ReportingPeriod period, Trial trial) {
        try (Locks.Held held = trial.bean(Locks.class).take(Work.on(period), "preview")) {
            Objects.requireNonNull(held);
            return trial.bean(Runs.class).open(period, RunKind.CURRENT, null, "", catalogue.hash());
        }
    }

    private Preview.Return described(Submission submission, List<Submissions.Checked> read, Trial trial) {
        String verdict = read.stream()
                .filter(checked -> checked.submission().id() == submission.id())
                .flatMap(checked -> Optional.ofNullable(checked.verdict()).stream())
                .map(given -> given.id().replace('-', ' '))
                .findFirst()
                .orElse("not read");
        boolean before = trial.bean(Submissions.class).of(submission.period()).stream()
                .map(Submissions.Checked::submission)
                .anyMatch(other -> other.id() < submission.id()
                        && other.team().equals(submission.team())
                        && other.returnType().equals(submission.returnType()));
        boolean amended = !trial.bean(Amendments.class).of(submission).isEmpty();
        return new Preview.Return(
                submission.fileName(),
                catalogue.organisation().senderName(submission.team()),
                amended ? Preview.Kind.AMENDED : before ? Preview.Kind.CHANGED : Preview.Kind.NEW,
                verdict,
                late(submission));
    }

    private int late(Submission submission) {
        boolean owed = catalogue.organisation().teams(submission.period()).stream()
                .anyMatch(team ->
                        team.id().equals(submission.team()) && team.owes().containsKey(submission.returnType()));
        return owed
                ? catalogue
                        .returnType(submission.returnType())
                        .map(type -> catalogue.deadline(type, submission.period()))
                        .map(due -> Math.max(0, catalogue.calendar().workedAfter(due, submission.preparedOn())))
                        .orElse(0)
                : 0;
    }
}
