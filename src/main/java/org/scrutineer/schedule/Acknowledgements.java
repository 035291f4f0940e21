package org.scrutineer.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.scrutineer.answers.ArrivalAnswers;
import org.scrutineer.answers.TeamAnswers;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.distribution.Letters;
import org.scrutineer.distribution.Letters.Answer;
import org.scrutineer.distribution.Message.Line;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.scrutineer.locks.Locks;
import org.scrutineer.locks.Work;
import org.scrutineer.locks.WorkInProgressException;
import org.scrutineer.pipeline.Pipeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what has arrived in the drop folder and tells its senders and the officers what it came to, once for the same
 * bytes. No figure is made: the run that comes finds the returns unchecked, as it would have without.
 */
@Component
public class Acknowledgements {

    static final String JOB = "acknowledge";

    private final Pipeline pipeline;
    private final Submissions submissions;
    private final Findings findings;
    private final ArrivedFiles arrived;
    private final ArrivalAnswers arrivals;
    private final TeamAnswers answers;
    private final Catalogue catalogue;
    private final Letters letters;
    private final JobDays days;
    private final Locks locks;
    private final TransactionTemplate transaction;

    Acknowledgements(
            Pipeline pipeline,
            Submissions submissions,
            Findings findings,
            ArrivedFiles arrived,
            ArrivalAnswers arrivals,
            TeamAnswers answers,
            Catalogue catalogue,
            Letters letters,
            JobDays days,
            Locks locks,
            PlatformTransactionManager transactions) {
        this.pipeline = pipeline;
        this.submissions = submissions;
        this.findings = findings;
        this.arrived = arrived;
        this.arrivals = arrivals;
        this.answers = answers;
        this.catalogue = catalogue;
        this.letters = letters;
        this.days = days;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What senders were told of a file when it had arrived.
     *
     * @param toCorrect how many things there are to correct or confirm
     */
    public record Told(Verdict verdict, int toCorrect) {}

    /** What was told of a file with this hash; nothing where nobody has looked at it yet. */
    public Optional<Told> of(String fileHash) {
        return arrived.told(fileHash);
    }

    /**
     * Looks into the drop folder and acknowledges what is new since the schedule was kept for the first time. Where
     * another process is at it, nothing is done.
     *
     * @throws IOException where the input folder cannot be read, or the disk fails
     */
    public void look() throws IOException {
        try (Locks.Held held = locks.take(new Work("job-" + JOB, "The schedule"), JOB)) {
            Objects.requireNonNull(held);
            Instant since = days.since(JOB);
            pipeline.takeIn();
            for (String hash : arrived.unacknowledged(since)) {
                transaction.executeWithoutResult(status -> acknowledge(hash));
            }
        } catch (WorkInProgressException e) {
            // A run may be publishing, or somebody has the output folder to himself: the next look finds the same.
            return;
        }
    }

    private void acknowledge(String hash) {
        try {
            Optional<Submissions.Checked> known =
                    submissions.withHash(hash).stream().findFirst();
            if (known.isPresent()) {
                acknowledge(known.get());
            } else {
                submissions.unrecognised().stream()
                        .filter(file -> file.fileHash().equals(hash))
                        .forEach(this::tellUnrecognised);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acknowledge(Submissions.Checked checked) throws IOException {
        Submission submission = checked.submission();
        ArrivalAnswers.Told told = told(checked);
        Answer answer = !told.verdict().isAccepted()
                ? Answer.REFUSED
                : told.toCorrect() > 0 ? Answer.TO_CORRECT : Answer.ACCEPTED;
        String where = answers.sharedName(told.answer());
        letters.answer(
                submission.team(),
                submission.period(),
                submission.fileHash(),
                shortName(submission.fileName()),
                answer,
                told.toCorrect(),
                where);
        String sender = catalogue.organisation().senderName(submission.team());
        letters.toOfficers(
                "arrival",
                submission.fileHash(),
                sender + ", " + submission.period().title() + ": a return arrived",
                List.of(Line.paragraph("The file " + shortName(submission.fileName()) + " from " + sender + " for "
                        + submission.period().title() + " arrived and "
                        + switch (answer) {
                            case ACCEPTED -> "can be counted; there is nothing to correct.";
                            case TO_CORRECT ->
                                "can be counted; things to correct or confirm: " + told.toCorrect() + ".";
                            case REFUSED -> "cannot be counted as it is; things to correct: " + told.toCorrect() + ".";
                        }
                        + " The answer is " + where + ".")));
        arrived.acknowledged(submission.fileHash(), told.verdict(), told.toCorrect());
    }

    /** A run may have been faster; then its answer holds. */
    private ArrivalAnswers.Told told(Submissions.Checked checked) throws IOException {
        Verdict verdict = checked.verdict();
        Optional<Path> answer = answers.answerTo(checked.submission());
        if (verdict == null || answer.isEmpty()) {
            return arrivals.answer(checked.submission());
        }
        int toCorrect = (int) findings.of(checked.submission()).stream()
                .filter(finding -> finding.severity() != Severity.INFO && finding.waiver() == null)
                .count();
        return new ArrivalAnswers.Told(verdict, toCorrect, answer.get());
    }

    /** What was found is not quoted: it may be anything. */
    private void tellUnrecognised(Submissions.Unrecognised file) {
        String name = shortName(file.fileName());
        letters.toOfficers(
                "arrival",
                file.fileHash(),
                "a file arrived that is no return",
                Stream.concat(
                                Stream.of(Line.paragraph("The file " + name
                                        + " arrived, and nobody can tell whose return it is. It is not counted, and its"
                                        + " sender is not told, as nobody knows who that is.")),
                                file.findings().stream()
                                        .map(finding -> Line.paragraph(
                                                "Expected: " + finding.expected() + ". " + finding.remedy())))
                        .toList());
        arrived.acknowledged(file.fileHash(), Verdict.REFUSED, file.findings().size());
    }

    private static String shortName(String fileName) {
        return fileName.substring(fileName.lastIndexOf('/') + 1);
    }
}
