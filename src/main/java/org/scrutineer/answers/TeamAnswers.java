package org.scrutineer.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.PrivateFolders;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.springframework.stereotype.Component;

/**
 * Answers teams, each in a folder of its own, so that sharing it shows nothing of another team. Whatever was received
 * is answered once, and once more each time its reading is amended, under a name of its own.
 */
@Component
public class TeamAnswers {

    private static final String UNRECOGNISED = "unrecognised";
    private static final String ON_ARRIVAL = "on-arrival";

    private final AnswersProperties settings;
    private final Archive archive;
    private final Submissions submissions;
    private final Findings findings;
    private final MatchedColumns columns;
    private final GivenAnswers given;
    private final WrittenAnswers written;
    private final AnswerReader reader;
    private final AnswerWriter writer;
    private final SinceLastTime sinceLastTime;

    TeamAnswers(
            AnswersProperties settings,
            Archive archive,
            Submissions submissions,
            Findings findings,
            MatchedColumns columns,
            GivenAnswers given,
            WrittenAnswers written,
            AnswerReader reader,
            AnswerWriter writer,
            SinceLastTime sinceLastTime) {
        this.settings = settings;
        this.archive = archive;
        this.submissions = submissions;
        this.findings = findings;
        this.columns = columns;
        this.given = given;
        this.written = written;
        this.reader = reader;
        this.writer = writer;
        this.sinceLastTime = sinceLastTime;
    }

    /** Where the answer to a return is, if it has been answered. */
    public Optional<Path> answerTo(Submission submission) {
        return written.of(submission).map(settings.folder()::resolve);
    }

    /** Where the newest answer to a return is: that of a run or, until then, that of its arrival. */
    public Optional<Path> newestAnswerTo(Submission submission) {
        return answerTo(submission).or(() -> written.onArrival(submission.id()).map(settings.folder()::resolve));
    }

    /** Where the answers to a return, or to a file nobody can tell the return of, are or were. */
    public List<Path> answersTo(long submission) {
        return written.all(submission).stream().map(settings.folder()::resolve).toList();
    }

    /** Where an answer is, as a team finds it: beginning with the folder that is shared with the team. */
    public String sharedName(Path answer) {
        return settings.folder().relativize(answer).toString().replace('\\', '/');
    }

    /** Writes an answer that holds until a run has settled the return, in a folder of its own, and says where it is. */
    Path writeOnArrival(Submission submission, AnsweredFile answered) throws IOException {
        String folder = folder(submission) + "/" + ON_ARRIVAL;
        Path target = privateFolder(folder);
        String stem = AnswerWriter.stem(answered.name());
        Path answer =
                writer.write(answered, ending -> target.resolve(free(folder, stem, ending, written::isTakenOnArrival)));
        written.addOnArrival(submission.id(), folder + "/" + answer.getFileName());
        return answer;
    }

    /** Answers files that nobody can tell the return of, in a folder for the data officer. */
    public void answerUnrecognised() throws IOException {
        for (Submissions.Unrecognised file : written.unansweredUnrecognised(submissions)) {
            var answered = new AnsweredFile(
                    file.fileName(),
                    archive.file(file.fileHash(), file.fileName()),
                    null,
                    Verdict.REFUSED,
                    file.findings(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    AnsweredFile.NOTHING_COMPARED,
                    true);
            write(file.submission(), answered, UNRECOGNISED);
        }
    }

    /**
     * Answers a return that has its verdict, unless it has been answered. Meant to be called in a transaction: a crash
     * before its end has the answer written again, with the same name and bytes.
     */
    void answer(Submission submission, Verdict verdict) throws IOException {
        if (written.has(submission.id())) {
            return;
        }
        Path file = archive.file(submission);
        given.replace(submission, reader.read(file, submission.fileName()));
        List<Finding> found = findings.of(submission);
        var answered = new AnsweredFile(
                submission.fileName(),
                file,
                submission,
                verdict,
                found,
                submissions.rowCounts(submission),
                columns.of(submission),
                submissions.acceptedBefore(submission).map(columns::of).orElse(null),
                given.about(submission),
                sinceLastTime.tell(submission, found),
                true);
        write(submission.id(), answered, folder(submission));
        removeOnArrival(submission);
    }

    private static String folder(Submission submission) {
        return submission.team() + "/" + submission.period();
    }

    private void removeOnArrival(Submission submission) throws IOException {
        Optional<String> former = written.onArrival(submission.id());
        if (former.isPresent()) {
            Files.deleteIfExists(settings.folder().resolve(former.get()));
            written.forgetOnArrival(submission.id());
        }
    }

    private void write(long submission, AnsweredFile answered, String folder) throws IOException {
        Path target = privateFolder(folder);
        String stem = AnswerWriter.stem(answered.name());
        Path answer = writer.write(answered, ending -> target.resolve(free(folder, stem, ending, written::isTaken)));
        written.add(submission, folder + "/" + answer.getFileName());
    }

    private Path privateFolder(String relative) throws IOException {
        Path folder = settings.folder();
        PrivateFolders.create(folder);
        for (String step : relative.split("/")) {
            folder = folder.resolve(step);
            PrivateFolders.create(folder);
        }
        return folder;
    }

    /** The first name that is not another return's answer; a file left by a run that was cut off is written over. */
    private static String free(String folder, String stem, String ending, Predicate<String> isTaken) {
        int number = 1;
        while (isTaken.test(folder + "/" + stem + AnswerWriter.numbered(ending, number))) {
            number++;
        }
        return stem + AnswerWriter.numbered(ending, number);
    }
}
