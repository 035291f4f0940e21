package org.scrutineer.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.DatasetReading;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Verdict;
import org.scrutineer.validation.CheckedReturn;
import org.scrutineer.validation.ReturnChecker;
import org.springframework.stereotype.Component;

/**
 * Checks a file as a run would, keeps nothing of it, and answers it. As anybody can give a file any team's name, the
 * answer tells only what is in the file: nothing of earlier returns.
 */
@Component
public class CheckAnswers {

    private final Inbox inbox;
    private final ReturnChecker checker;
    private final AnswerWriter writer;

    CheckAnswers(Inbox inbox, ReturnChecker checker, AnswerWriter writer) {
        this.inbox = inbox;
        this.checker = checker;
        this.writer = writer;
    }

    /** What became of a file that was checked. */
    public static final class Outcome {

        private final AnsweredFile file;

        private final Map<String, CellCount> cells;

        private Outcome(AnsweredFile file, Map<String, CellCount> cells) {
            this.file = file;
            this.cells = Map.copyOf(cells);
        }

        public Verdict verdict() {
            return file.verdict();
        }

        /** Worst first. */
        public List<Finding> findings() {
            return file.findings();
        }

        /** Empty where the file was not read. */
        public List<RowCount> counts() {
            return file.counts();
        }

        /** What became of the cells of each dataset's sheet; empty where the file was not read. */
        public Map<String, CellCount> cells() {
            return cells;
        }
    }

    public Outcome check(Path file) throws IOException {
        Inbox.Recognition recognition = inbox.recognise(file);
        if (recognition instanceof Inbox.Recognition.Recognised recognised) {
            CheckedReturn result = checker.tryOut(recognised.submission(), file);
            Map<String, CellCount> cells = result.readings().stream()
                    .collect(Collectors.toMap(reading -> reading.dataset().id(), DatasetReading::cells));
            return new Outcome(answered(name(file), file, recognised.submission(), result, false), cells);
        }
        List<Finding> findings = ((Inbox.Recognition.Unrecognised) recognition).findings();
        var answered = new AnsweredFile(
                name(file),
                file,
                null,
                Verdict.REFUSED,
                findings,
                List.of(),
                List.of(),
                null,
                List.of(),
                AnsweredFile.NOTHING_COMPARED,
                false);
        return new Outcome(answered, Map.of());
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** A file that was checked and nothing of it kept; of earlier returns nothing is said. */
    static AnsweredFile answered(String name, Path file, Submission submission, CheckedReturn result, boolean stored) {
        return new AnsweredFile(
                name,
                file,
                submission,
                result.verdict(),
                result.findings(),
                result.counts(),
                columns(result),
                null,
                List.of(),
                AnsweredFile.NOTHING_COMPARED,
                stored);
    }

    /** Where the columns of the datasets were found. */
    static List<MatchedColumn> columns(CheckedReturn result) {
        return result.readings().stream()
                .flatMap(reading -> reading.columns().entrySet().stream()
                        .map(match -> new MatchedColumn(
                                reading.dataset().id(),
                                match.getKey(),
                                reading.sheet(),
                                match.getValue().sheetColumn(),
                                match.getValue().header())))
                .toList();
    }

    /** Writes the answer into a folder that exists, under a name no file has yet, and returns where. */
    public Path write(Outcome outcome, Path folder) throws IOException {
        return writer.write(outcome.file, ending -> freeIn(folder, AnswerWriter.stem(outcome.file.name()), ending));
    }

    static Path freeIn(Path folder, String stem, String ending) {
        int number = 1;
        Path place = folder.resolve(stem + ending);
        while (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            place = folder.resolve(stem + AnswerWriter.numbered(ending, ++number));
        }
        return place;
    }
}
