package org.scrutineer.pipeline;

import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The night's work on one period, step by step. */
@Configuration
class ConsolidationJob {

    /** The steps of the night's work, in order. */
    static final List<String> STEPS = List.of(
            "readAndCheckReturns",
            "settleReturns",
            "compareReturns",
            "calculateIndicators",
            "recomputeHeadlines",
            "reconcile",
            "collectExplanations",
            "publish",
            "renderPapers",
            "answerTeams",
            "askOwners",
            "send");

    static final String LAST_STEP = STEPS.get(STEPS.size() - 1);

    @Bean
    Job consolidation(
            JobRepository jobs,
            Step readAndCheckReturns,
            Step settleReturns,
            Step compareReturns,
            Step calculateIndicators,
            Step recomputeHeadlines,
            Step reconcile,
            Step collectExplanations,
            Step publish,
            Step renderPapers,
            Step answerTeams,
            Step askOwners,
            Step send) {
        return new JobBuilder("consolidation", jobs)
                .start(readAndCheckReturns)
                .next(settleReturns)
                .next(compareReturns)
                .next(calculateIndicators)
                .next(recomputeHeadlines)
                .next(reconcile)
                .next(collectExplanations)
                .next(publish)
                .next(renderPapers)
                .next(answerTeams)
                .next(askOwners)
                .next(send)
                .build();
    }

    /** A run that is built again as it was issued: which of its returns count is in the ledger. */
    @Bean
    Job rebuild(
            JobRepository jobs,
            Step readAndCheckReturns,
            Step compareReturns,
            Step calculateIndicators,
            Step recomputeHeadlines,
            Step reconcile,
            Step collectExplanations,
            Step publish) {
        return new JobBuilder("rebuild", jobs)
                .start(readAndCheckReturns)
                .next(compareReturns)
                .next(calculateIndicators)
                .next(recomputeHeadlines)
                .next(reconcile)
                .next(collectExplanations)
                .next(publish)
                .build();
    }

    /** A run as far as its figures, for whoever wants to know beforehand what it would change. */
    @Bean
    Job calculation(
            JobRepository jobs,
            Step readAndCheckReturns,
            Step settleReturns,
            Step compareReturns,
            Step calculateIndicators) {
        return new JobBuilder("calculation", jobs)
                .start(readAndCheckReturns)
                .next(settleReturns)
                .next(compareReturns)
                .next(calculateIndicators)
                .build();
    }
}
