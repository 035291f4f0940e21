package org.scrutineer.answers;

import java.io.IOException;
import java.nio.file.Path;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Verdict;
import org.scrutineer.validation.CheckedReturn;
import org.scrutineer.validation.ReturnChecker;
import org.springframework.stereotype.Component;

/**
 * Answers a return as soon as it has arrived, so that its team need not wait for the night. It is checked as a run would,
 * and nothing of that is kept: the run that comes finds the return as it would have without. Its own answer takes the
 * place of this one, and knows of earlier returns too.
 */
@Component
public class ArrivalAnswers {

    private final ReturnChecker checker;
    private final Archive archive;
    private final Amendments amendments;
    private final TeamAnswers answers;

    ArrivalAnswers(ReturnChecker checker, Archive archive, Amendments amendments, TeamAnswers answers) {
        this.checker = checker;
        this.archive = archive;
        this.amendments = amendments;
        this.answers = answers;
    }

    /**
     * What a return came to.
     *
     * @param toCorrect how many things there are to correct or confirm
     * @param answer where the receipt or the marked workbook lies
     */
    public record Told(Verdict verdict, int toCorrect, Path answer) {}

    /** Checks a return that no run has settled, and answers it. Meant to be called in a transaction, once a return. */
    public Told answer(Submission submission) throws IOException {
        Path file = archive.file(submission);
        CheckedReturn result = checker.tryOut(submission, file, amendments.of(submission));
        AnsweredFile answered = CheckAnswers.answered(submission.fileName(), file, submission, result, true);
        return new Told(result.verdict(), (int) answered.asked(), answers.writeOnArrival(submission, answered));
    }
}
