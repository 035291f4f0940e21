package org.scrutineer.pipeline;

import java.util.Objects;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.locks.LockLostException;
import org.scrutineer.locks.Locks;
import org.scrutineer.locks.Work;
import org.scrutineer.locks.WorkInProgressException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Works on one period at a time, under its lock. A period that another process works on is left to it, and told. */
@Component
class RunWorker {

    private final Catalogue catalogue;
    private final FrozenReturns frozen;
    private final Runs runs;
    private final RunLauncher launcher;
    private final Locks locks;
    private final Stopping stopping;
    private final ApplicationEventPublisher events;

    RunWorker(
            Catalogue catalogue,
            FrozenReturns frozen,
            Runs runs,
            RunLauncher launcher,
            Locks locks,
            Stopping stopping,
            ApplicationEventPublisher events) {
        this.catalogue = catalogue;
        this.frozen = frozen;
        this.runs = runs;
        this.launcher = launcher;
        this.locks = locks;
        this.stopping = stopping;
        this.events = events;
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
            if (runs.due(catalogue.hash()).contains(period)) {
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

    private void underLock(ReportingPeriod period, String doing, WorkDone done, Runnable work) {
        if (stopping.isAsked()) {
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
        RunEnding ending = launcher.launch(run);
        if (ending instanceof RunEnding.Finished) {
            runs.finished(run);
            done.ended(run);
        } else if (ending instanceof RunEnding.Failed failed) {
            if (!(failed.cause() instanceof LockLostException)) {
                runs.failed(run);
            }
            done.failed(run, failed.cause());
        }
    }
}
