package org.scrutineer.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.slf4j.MDC;
import org.springframework.batch.core.configuration.annotation.JobScope;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step that reads and checks returns. One item is one return, and its verdict, findings and segments are committed
 * with the job's own progress; each worker has its share of the frozen list and goes through it by itself.
 */
@Configuration
class ReadAndCheckReturnsConfig {

    private static final String WORKER = "worker-";

    @Bean
    Step readAndCheckReturns(JobRepository jobs, Step checkReturns, Partitioner sharesOfWorkers) {
        var threads = new SimpleAsyncTaskExecutor("reader-");
        threads.setTaskDecorator(ReadAndCheckReturnsConfig::namingTheRun);
        return new StepBuilder("readAndCheckReturns", jobs)
                .partitioner("checkReturns", sharesOfWorkers)
                .step(checkReturns)
                .taskExecutor(threads)
                .build();
    }

    /** What a worker logs names the run and the period as what the job logs does. */
    private static Runnable namingTheRun(Runnable work) {
        Map<String, String> names = MDC.getCopyOfContextMap();
        return () -> {
            MDC.setContextMap(names == null ? Map.of() : names);
            try {
                work.run();
            } finally {
                MDC.clear();
            }
        };
    }

    /**
     * One share a worker of the frozen list, which is the same when a run is restarted. Its name says which: its context is
     * committed after the name, and would be lost for good by a kill between the two.
     */
    @Bean
    @JobScope
    Partitioner sharesOfWorkers(FrozenReturns frozen, @Value("#{jobParameters['run']}") Long run) {
        return gridSize -> {
            Map<String, ExecutionContext> shares = new LinkedHashMap<>();
            for (int worker : frozen.workers(run.intValue())) {
                shares.put(WORKER + worker, new ExecutionContext());
            }
            return shares;
        };
    }

    @Bean
    Step checkReturns(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            ReturnsToCheck returnsToCheck,
            ItemProcessor<Submission, CheckedReturn> checkReturn,
            ItemWriter<CheckedReturn> keepVerdict) {
        return new StepBuilder("checkReturns", jobs)
                .<Submission, CheckedReturn>chunk(1)
                .transactionManager(transactions)
                .reader(returnsToCheck)
                .processor(checkReturn)
                .writer(keepVerdict)
                .build();
    }

    @Bean
    @StepScope
    ReturnsToCheck returnsToCheck(
            FrozenReturns frozen,
            @Value("#{jobParameters['run']}") Long run,
            @Value("#{stepExecution.stepName}") String step) {
        return new ReturnsToCheck(frozen.toCheck(run.intValue(), worker(step)).iterator());
    }

    private static int worker(String step) {
        return Integer.parseInt(step.substring(step.lastIndexOf(WORKER) + WORKER.length()));
    }

    @Bean
    ItemProcessor<Submission, CheckedReturn> checkReturn(
            ReturnChecker checker, Archive archive, Amendments amendments) {
        return submission -> {
            // By its number and not by its file's name, which somebody chose.
            try (MDC.MDCCloseable named = MDC.putCloseable("return", String.valueOf(submission.id()))) {
                Objects.requireNonNull(named);
                return checker.check(submission, archive.file(submission), amendments.of(submission));
            }
        };
    }

    @Bean
    ItemWriter<CheckedReturn> keepVerdict(Submissions submissions, ApplicationEventPublisher events) {
        return checkedReturns -> {
            for (CheckedReturn checked : checkedReturns) {
                submissions.settle(
                        checked.submission(),
                        checked.verdict(),
                        checked.findings(),
                        checked.counts(),
                        checked.readings(),
                        checked.segments());
                events.publishEvent(new ReturnChecked(checked.submission().fileName(), checked.verdict()));
            }
        };
    }
}
