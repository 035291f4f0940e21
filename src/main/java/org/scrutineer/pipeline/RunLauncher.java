package org.scrutineer.pipeline;

import java.util.Objects;
import org.scrutineer.intake.RunKey;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Has Spring Batch work on a run, from its beginning or from where it was cut off. */
@Component
class RunLauncher {

    private final Job job;
    private final JobOperator operator;
    private final JobRepository executions;

    RunLauncher(Job job, JobOperator operator, JobRepository executions) {
        this.job = job;
        this.operator = operator;
        this.executions = executions;
    }

    /**
     * Starts a run's job, or goes on where an earlier start of it ended. The caller holds the lock, so an execution
     * that still calls itself running was cut off.
     */
    JobExecution launch(Run run) throws JobExecutionException {
        JobParameters parameters = new JobParametersBuilder()
                .addLong(RunKey.NUMBER, (long) run.number())
                .addString(RunKey.PERIOD, run.period().toString(), false)
                .toJobParameters();
        JobExecution last = executions.getLastJobExecution(job.getName(), parameters);
        if (last == null) {
            return operator.start(job, parameters);
        }
        if (last.getStatus() == BatchStatus.COMPLETED) {
            return last;
        }
        if (last.isRunning()) {
            operator.recover(last);
        }
        return operator.restart(Objects.requireNonNull(executions.getJobExecution(last.getId())));
    }
}
