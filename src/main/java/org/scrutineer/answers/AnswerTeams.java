package org.scrutineer.answers;

import java.io.IOException;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.Submissions;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Answers every return of the run's period that has its verdict and has not been answered, the oldest first. */
class AnswerTeams implements Tasklet {

    private final FrozenReturns frozen;
    private final TeamAnswers answers;

    AnswerTeams(FrozenReturns frozen, TeamAnswers answers) {
        this.frozen = frozen;
        this.answers = answers;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunKey run = RunKey.of(context.getStepContext().getJobParameters());
        for (Submissions.Checked checked : frozen.of(run.number())) {
            if (checked.verdict() != null && checked.submission().period().equals(run.period())) {
                answers.answer(checked.submission(), checked.verdict());
            }
        }
        return RepeatStatus.FINISHED;
    }
}
