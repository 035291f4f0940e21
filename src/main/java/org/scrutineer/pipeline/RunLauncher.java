package org.scrutineer.pipeline;

import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.scrutineer.intake.RunKey;
import org.scrutineer.locks.LockLostException;
import org.scrutineer.locks.Locks;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.FatalStepExecutionException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Has Spring Batch work on a run, from its beginning or from where it was cut off. */
@Component
class RunLauncher {

    private static final Duration UNTIL_IT_HAS_BEGUN = Duration.ofMillis(20);

    private final Job consolidation;
    private final Job rebuild;
    private final Job calculation;
    private final JobOperator operator;
    private final JobRepository executions;
    private final Locks locks;

    /** What is at work. */
    private volatile @Nullable Started current;

    /** @param before the execution that an earlier start has left, which nobody works on; null for the first */
    private record Started(
            Job job,
            JobParameters parameters,
            Run run,
            @Nullable JobExecution before) {

        boolean isLeftFromBefore(JobExecution execution) {
            return before != null && before.getId() == execution.getId();
        }
    }

    RunLauncher(
            Job consolidation,
            Job rebuild,
            Job calculation,
            JobOperator operator,
            JobRepository executions,
            Locks locks) {
        this.consolidation = consolidation;
        this.rebuild = rebuild;
        this.calculation = calculation;
        this.operator = operator;
        this.executions = executions;
        this.locks = locks;
    }

    /**
     * Starts a run's job, or goes on where an earlier start of it ended. The caller holds the lock, so an execution
     * that still calls itself running was cut off.
     */
    RunEnding launch(Run run) {
        return launch(consolidation, run);
    }

    /** Builds a run again whose returns have been settled; in a {@link Trial}. */
    RunEnding rebuild(Run run) {
        return launch(rebuild, run);
    }

    /** Works on a run until its figures are known, and publishes nothing; in a {@link Trial}. */
    RunEnding calculate(Run run) {
        return launch(calculation, run);
    }

    private RunEnding launch(Job job, Run run) {
        JobParameters parameters = parameters(run);
        try {
            var started = new Started(job, parameters, run, last(job, parameters));
            current = started;
            return ending(launch(started));
        } catch (JobExecutionException | RuntimeException e) {
            // Spring Batch has many ways to say that a job did not end; what its tables say is what holds.
            return failed(job, parameters, e);
        } finally {
            current = null;
        }
    }

    private static JobParameters parameters(Run run) {
        return new JobParametersBuilder()
                .addLong(RunKey.NUMBER, (long) run.number())
                .addString(RunKey.PERIOD, run.period().toString(), false)
                .toJobParameters();
    }

    /** The run that this process works on; empty where it works on none. */
    Optional<Run> current() {
        return Optional.ofNullable(current).map(Started::run);
    }

    /** The name of the step that a run has come to, whichever process works on it; empty where it has begun none. */
    Optional<String> step(Run run) {
        return Optional.ofNullable(executions.getLastJobExecution(consolidation.getName(), parameters(run))).stream()
                .flatMap(execution -> execution.getStepExecutions().stream())
                // Workers have steps of their own, named after the one they have a share in.
                .filter(step -> ConsolidationJob.STEPS.contains(step.getStepName()))
                .max(Comparator.comparing(StepExecution::getId))
                .map(StepExecution::getStepName);
    }

    private JobExecution launch(Started started) throws JobExecutionException {
        JobExecution before = started.before();
        if (before == null) {
            forgetWhatWasNeverBegun(started);
            return operator.start(started.job(), started.parameters());
        }
        if (before.getStatus() == BatchStatus.COMPLETED) {
            return before;
        }
        recover(before);
        return operator.restart(Objects.requireNonNull(executions.getJobExecution(before.getId())));
    }

    /** A job that was noted, and of which no execution was, could neither be started nor restarted. */
    private void forgetWhatWasNeverBegun(Started started) {
        JobInstance noted = executions.getJobInstance(started.job().getName(), started.parameters());
        if (noted != null) {
            executions.deleteJobInstance(noted);
        }
    }

    /**
     * Has what nobody saw end count as failed: it was killed, or the ledger was away at the moment at which its end was to be
     * noted, which Spring Batch calls unknown and would neither recover nor restart. What a step had done by then is committed
     * with its progress, or is done again.
     */
    private void recover(JobExecution before) {
        for (StepExecution step : before.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.STARTED);
            }
        }
        if (before.getStatus() == BatchStatus.UNKNOWN) {
            before.setStatus(BatchStatus.STARTED);
        }
        if (before.isRunning()
                || before.getStepExecutions().stream()
                        .anyMatch(step -> step.getStatus().isRunning())) {
            operator.recover(before);
        }
    }

    private @Nullable JobExecution last(Job job, JobParameters parameters) {
        return executions.getLastJobExecution(job.getName(), parameters);
    }

    private RunEnding ending(JobExecution execution) {
        try {
            locks.requireHeld();
        } catch (LockLostException e) {
            return new RunEnding.Failed(e);
        }
        return switch (execution.getStatus()) {
            case COMPLETED -> new RunEnding.Finished();
            case STOPPED, STOPPING -> new RunEnding.Stopped();
            default -> new RunEnding.Failed(cause(execution));
        };
    }

    /**
     * What stopped it. A worker's step is begun after the one it has a share in, which itself only says that a share failed;
     * and a step of items only that an item did.
     */
    private static Throwable cause(JobExecution execution) {
        Throwable cause = execution.getStepExecutions().stream()
                .sorted(Comparator.comparing(StepExecution::getId).reversed())
                .flatMap(step -> step.getFailureExceptions().stream())
                .findFirst()
                .or(() -> execution.getFailureExceptions().stream().findFirst())
                .orElseGet(() -> new IllegalStateException("the job ended " + execution.getStatus()));
        return cause instanceof FatalStepExecutionException && cause.getCause() != null ? cause.getCause() : cause;
    }

    private RunEnding failed(Job job, JobParameters parameters, Exception thrown) {
        try {
            locks.requireHeld();
            JobExecution last = last(job, parameters);
            if (last != null
                    && (last.getStatus() == BatchStatus.COMPLETED || last.getStatus() == BatchStatus.STOPPED)) {
                return ending(last);
            }
        } catch (RuntimeException e) {
            // Overtaken, or the ledger has gone: that is the cause of all that followed.
            e.addSuppressed(thrown);
            return new RunEnding.Failed(e);
        }
        return new RunEnding.Failed(thrown);
    }

    /** Asks the job that is at work to stop at its next safe point; nothing where none is, or where none is left before its end. */
    void stop() {
        Started started = current;
        if (started == null) {
            return;
        }
        boolean asked = false;
        while (!asked && current == started) {
            JobExecution last = last(started.job(), started.parameters());
            if (last == null || !last.isRunning() || started.isLeftFromBefore(last)) {
                // It has not begun yet, or has just ended.
                LockSupport.parkNanos(UNTIL_IT_HAS_BEGUN.toNanos());
            } else if (isInItsLastStep(last)) {
                return;
            } else {
                asked = asksToStop(last);
            }
        }
    }

    /** Stopped there, it would have done all its work and not be finished. */
    private static boolean isInItsLastStep(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .anyMatch(step -> step.getStepName().equals(ConsolidationJob.LAST_STEP));
    }

    /** Not where the job has moved on at the same moment; then it is asked again. */
    private boolean asksToStop(JobExecution execution) {
        try {
            return operator.stop(execution);
        } catch (OptimisticLockingFailureException movedOn) {
            return false;
        } catch (JobExecutionException ended) {
            return true;
        }
    }
}
