package org.scrutineer.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.indicators.IndicatorValues;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Submissions;
import org.scrutineer.locks.LockLostException;
import org.scrutineer.locks.Locks;
import org.scrutineer.locks.Work;
import org.scrutineer.locks.WorkInProgressException;
import org.scrutineer.publication.ChangedFigures;
import org.scrutineer.publication.Publications;
import org.scrutineer.records.RecordStore;
import org.scrutineer.workbook.WorkbookWriter;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on one period at a time, under its lock. A period that another process works on is left to it, and told. */
@Component
class RunWorker {

    private final Catalogue catalogue;
    private final FrozenReturns frozen;
    private final ClosedPeriods closed;
    private final Runs runs;
    private final RunLauncher launcher;
    private final Locks locks;
    private final Stopping stopping;
    private final IndicatorValues values;
    private final Publications publications;
    private final ChangedFigures changedFigures;
    private final Statuses statuses;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RunWorker(
            Catalogue catalogue,
            FrozenReturns frozen,
            ClosedPeriods closed,
            Runs runs,
            RunLauncher launcher,
            Locks locks,
            Stopping stopping,
            IndicatorValues values,
            Publications publications,
            ChangedFigures changedFigures,
            Statuses statuses,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.catalogue = catalogue;
        this.frozen = frozen;
        this.closed = closed;
        this.runs = runs;
        this.launcher = launcher;
        this.locks = locks;
        this.stopping = stopping;
        this.values = values;
        this.publications = publications;
        this.changedFigures = changedFigures;
        this.statuses = statuses;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes on with a run that was cut off, unless another process has done so meanwhile. */
    void finish(Run run, WorkDone done) {
        underLock(run.period(), "run", done, () -> {
            if (runs.unfinished(catalogue.hash()).contains(run)) {
                work(run, true, done);
            }
        });
    }

    /** Runs a period, unless another process has done so meanwhile. */
    void runIfDue(ReportingPeriod period, String startedBy, WorkDone done) {
        underLock(period, "run", done, () -> {
            Optional<String> isClosed = closed.sentence(period);
            if (isClosed.isPresent()) {
                done.closed(new RunReport.Closed(period, isClosed.get()));
            } else if (runs.due(catalogue.hash()).contains(period)) {
                work(runs.open(period, RunKind.SCHEDULED, null, startedBy, catalogue.hash()), false, done);
            }
        });
    }

    /** Runs a period because a person wants it. */
    void runAnew(ReportingPeriod period, RerunRequest request, WorkDone done) {
        underLock(
                period,
                "rerun",
                done,
                () -> work(
                        runs.open(
                                period,
                                RunKind.CURRENT,
                                request.reason().orElse(null),
                                request.who(),
                                catalogue.hash()),
                        false,
                        done));
    }

    /** Whether it has published. Nothing is noted, or known, where another process has the run, or the ledger is gone. */
    private boolean noteFailure(Run run, Throwable cause) {
        if (cause instanceof LockLostException) {
            return false;
        }
        try {
            runs.failed(run);
            return !publications.of(run.number()).isEmpty();
        } catch (RuntimeException e) {
            if (Troubles.isOfTheLedger(e)) {
                return false;
            }
            throw e;
        }
    }

    Optional<Run> atWork() {
        return launcher.current();
    }

    RunProgress progress(Run run) {
        List<Submissions.Checked> returns = frozen.of(run.number());
        int checked =
                (int) returns.stream().filter(one -> one.verdict() != null).count();
        return RunProgress.of(returns.size(), checked, launcher.step(run));
    }

    /** What a run that has its figures changes of what had been published of its period. */
    PeriodChanges changes(Run run) {
        return new PeriodChanges(run, values.of(run.number()).size(), changedFigures.of(run.number(), run.period()));
    }

    private void underLock(ReportingPeriod period, String doing, WorkDone done, Runnable work) {
        if (stopping.isAsked()) {
            done.cutShort();
            return;
        }
        try (Locks.Held held = locks.take(Work.on(period), doing)) {
            Objects.requireNonNull(held);
            work.run();
        } catch (WorkInProgressException e) {
            done.inTheWay(e.holders());
        }
    }

    private void work(Run run, boolean resumed, WorkDone done) {
        done.workedOn(run.period());
        int toCheck = (int) frozen.of(run.number()).stream()
                .filter(checked -> checked.verdict() == null)
                .count();
        events.publishEvent(new RunStarted(run, toCheck, resumed));
        RecordStore.prepare();
        WorkbookWriter.prepare();
        RunEnding ending = launch(run);
        if (ending instanceof RunEnding.Finished) {
            transaction.executeWithoutResult(status -> {
                runs.finished(run);
                events.publishEvent(new RunFinished(statuses.of(run.period())));
            });
            done.ended(run);
        } else if (ending instanceof RunEnding.Failed failed) {
            done.failed(new RunReport.Failure(run, failed.cause(), noteFailure(run, failed.cause())));
        } else {
            done.cutShort();
        }
    }

    /** Whatever is logged meanwhile names the run and the period. */
    private RunEnding launch(Run run) {
        try (MDC.MDCCloseable number = MDC.putCloseable("run", String.valueOf(run.number()));
                MDC.MDCCloseable period =
                        MDC.putCloseable("period", run.period().toString())) {
            Objects.requireNonNull(number);
            Objects.requireNonNull(period);
            return launcher.launch(run);
        }
    }
}
