package org.scrutineer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.LinkedHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.TestLedger;
import org.scrutineer.locks.TestLocks;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

class RunLauncherTests {

    private static final Run RUN = new Run(1, ReportingPeriod.of(2018, 12), Run.State.STARTED);

    private static final int ENOUGH = 500;

    private final DataSource ledger = TestLedger.aLedger().source();
    private JdbcTransactionManager transactions;
    private JobRepository executions;
    private Job job;
    private int worked;

    @BeforeEach
    void makeAJobOfSeconds() throws Exception {
        new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-h2.sql"))
                .execute(ledger);
        transactions = new JdbcTransactionManager(ledger);
        var factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(ledger);
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        executions = factory.getObject();
        job = new JobBuilder("job", executions)
                .start(new StepBuilder("work", executions)
                        .tasklet((contribution, context) -> workALittle(), transactions)
                        .build())
                .build();
    }

    @Test
    void aStopIsAskedOfTheJobThatGoesOnAndNotOfTheOneThatAKillLeft() throws Exception {
        JobExecution left = left(BatchStatus.STARTED);
        var operator = new StoppedWhileItRecovers();
        RunLauncher launcher = launcher(operator);
        operator.launcher = launcher;

        RunEnding ending = launcher.launch(RUN);

        assertThat(ending).isEqualTo(new RunEnding.Stopped());
        assertThat(executions.getJobExecution(left.getId()).getStatus()).isEqualTo(BatchStatus.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"STARTED, STARTED", "FAILED, STARTED", "FAILED, UNKNOWN", "STARTED, UNKNOWN", "UNKNOWN, UNKNOWN"})
    void goesOnHoweverTheJobAndItsStepWereLeft(BatchStatus ofJob, BatchStatus ofStep) throws Exception {
        JobExecution left = left(ofJob);
        StepExecution step = executions.createStepExecution("work", left);
        step.setStatus(ofStep);
        executions.update(step);
        worked = ENOUGH - 1;

        RunEnding ending = launcher(new TaskExecutorJobOperator()).launch(RUN);

        assertThat(ending).isEqualTo(new RunEnding.Finished());
        assertThat(executions.getJobExecution(left.getId()).getStepExecutions())
                .extracting(StepExecution::getStatus)
                .containsExactly(BatchStatus.FAILED);
    }

    @Test
    void beginsAJobOfWhichNoMoreWasNotedThanThatThereIsOne() throws Exception {
        executions.createJobInstance(job.getName(), parameters());
        worked = ENOUGH - 1;

        RunEnding ending = launcher(new TaskExecutorJobOperator()).launch(RUN);

        assertThat(ending).isEqualTo(new RunEnding.Finished());
    }

    @Test
    void whatFailedIsWhatHappenedToAnItemOfAShare() throws Exception {
        var shares = new LinkedHashMap<String, ExecutionContext>();
        shares.put("one", new ExecutionContext());
        shares.put("other", new ExecutionContext());
        job = new JobBuilder("job", executions)
                .start(new StepBuilder("sharedOut", executions)
                        .partitioner("work", gridSize -> shares)
                        .step(new StepBuilder("work", executions)
                                .<String, String>chunk(1)
                                .transactionManager(transactions)
                                .reader(() -> {
                                    throw new IllegalStateException("the return cannot be read");
                                })
                                .writer(items -> {})
                                .build())
                        .build())
                .build();

        RunEnding ending = launcher(new TaskExecutorJobOperator()).launch(RUN);

        assertThat(((RunEnding.Failed) ending).cause()).hasMessage("the return cannot be read");
    }

    private RunLauncher launcher(TaskExecutorJobOperator operator) throws Exception {
        operator.setJobRepository(executions);
        var registry = new MapJobRegistry();
        registry.register(job);
        operator.setJobRegistry(registry);
        operator.afterPropertiesSet();
        return new RunLauncher(
                job, job, job, operator, executions, TestLocks.ofProcess(4711, ledger, Clock.systemUTC()));
    }

    private RepeatStatus workALittle() throws InterruptedException {
        Thread.sleep(10);
        return ++worked < ENOUGH ? RepeatStatus.CONTINUABLE : RepeatStatus.FINISHED;
    }

    private static JobParameters parameters() {
        return new JobParametersBuilder()
                .addLong(RunKey.NUMBER, (long) RUN.number())
                .addString(RunKey.PERIOD, RUN.period().toString(), false)
                .toJobParameters();
    }

    private JobExecution left(BatchStatus status) {
        JobParameters parameters = parameters();
        JobExecution left = executions.createJobExecution(
                executions.createJobInstance(job.getName(), parameters), parameters, new ExecutionContext());
        left.setStatus(status);
        executions.update(left);
        return left;
    }

    /** One of whom a stop is asked just before it recovers what is left. */
    private static final class StoppedWhileItRecovers extends TaskExecutorJobOperator {

        private @Nullable RunLauncher launcher;

        @Override
        public JobExecution recover(JobExecution execution) {
            var stopping = new Thread(launcher::stop);
            stopping.start();
            await().until(() -> stopping.getState() != Thread.State.RUNNABLE);
            return super.recover(execution);
        }
    }
}
