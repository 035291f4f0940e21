package org.scrutineer.answers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.CellCount;
import org.scrutineer.intake.DatasetReading;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Findings;
import org.scrutineer.intake.MatchedColumn;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.scrutineer.validation.CheckedReturn;
import org.scrutineer.validation.ReturnChecker;
import org.scrutineer.workbook.AnswerSheet;
import org.springframework.stereotype.Component;

/**
 * Tells how returns were read and what was found, for whoever looks at them without the answer: from the ledger where a run
 * has settled them, else by checking them now and keeping nothing of it.
 */
@Component
public class ReturnsAsRead {

    private final Submissions submissions;
    private final Findings findings;
    private final MatchedColumns columns;
    private final Amendments amendments;
    private final Archive archive;
    private final ReturnChecker checker;
    private final AnswerWriter writer;
    private final SinceLastTime sinceLastTime;

    ReturnsAsRead(
            Submissions submissions,
            Findings findings,
            MatchedColumns columns,
            Amendments amendments,
            Archive archive,
            ReturnChecker checker,
            AnswerWriter writer,
            SinceLastTime sinceLastTime) {
        this.submissions = submissions;
        this.findings = findings;
        this.columns = columns;
        this.amendments = amendments;
        this.archive = archive;
        this.checker = checker;
        this.writer = writer;
        this.sinceLastTime = sinceLastTime;
    }

    /**
     * A return as it was read.
     *
     * @param settled whether a run has; else the verdict may change with what else arrives until then
     * @param findings worst first
     * @param beside for each of them a few words on whether the attempt before had it too; blank where there are none
     * @param sinceLastTime how it differs from the attempt before, in sentences; none for a first attempt
     * @param cells what became of the cells of each dataset's sheet
     * @param columns where the datasets' columns were found
     */
    public record AsRead(
            Submission submission,
            boolean settled,
            Verdict verdict,
            List<Finding> findings,
            List<String> beside,
            List<String> sinceLastTime,
            List<RowCount> counts,
            Map<String, CellCount> cells,
            List<MatchedColumn> columns) {

        public AsRead {
            findings = List.copyOf(findings);
            beside = List.copyOf(beside);
            sinceLastTime = List.copyOf(sinceLastTime);
            counts = List.copyOf(counts);
            cells = Map.copyOf(cells);
            columns = List.copyOf(columns);
        }

        /** How many findings somebody has to do something about, be it only to look. */
        public long toCorrect() {
            return findings.stream().filter(AnsweredFile::asks).count();
        }

        /** What the verdict means, as a sentence. */
        public String outcome() {
            return WhatToCorrect.outcome(verdict, counts);
        }
    }

    /** @throws IOException where the disk fails */
    public AsRead of(Submissions.Checked checked) throws IOException {
        Submission submission = checked.submission();
        Verdict verdict = checked.verdict();
        if (verdict == null) {
            return asReadNow(checker.tryOut(submission, archive.file(submission), amendments.of(submission)));
        }
        List<Finding> found = findings.of(submission);
        SinceLastTime.Told since = sinceLastTime.tell(submission, found);
        return new AsRead(
                submission,
                true,
                verdict,
                found,
                since.beside(),
                since.lines(),
                submissions.rowCounts(submission),
                submissions.cellCounts(submission),
                columns.of(submission));
    }

    private static AsRead asReadNow(CheckedReturn result) {
        return new AsRead(
                result.submission(),
                false,
                result.verdict(),
                result.findings(),
                List.of(),
                List.of(),
                result.counts(),
                result.readings().stream()
                        .collect(Collectors.toMap(reading -> reading.dataset().id(), DatasetReading::cells)),
                CheckAnswers.columns(result));
    }

    /**
     * The sheet that tells a team how its file was read, but for its formulas.
     *
     * @throws IOException where the disk fails
     */
    public AnswerSheet howWeRead(AsRead read) throws IOException {
        Submission submission = read.submission();
        return writer.howWeRead(new AnsweredFile(
                submission.fileName(),
                archive.file(submission),
                submission,
                read.verdict(),
                read.findings(),
                read.counts(),
                read.columns(),
                submissions.acceptedBefore(submission).map(columns::of).orElse(null),
                List.of(),
                AnsweredFile.NOTHING_COMPARED,
                true));
    }
}
