package org.scrutineer.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.CrossRule;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.Names;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.CellPlace;
import org.scrutineer.intake.DatasetReading;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Inbox;
import org.scrutineer.intake.ReturnReader;
import org.scrutineer.intake.RowCount;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Verdict;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RuleBreach;
import org.scrutineer.records.Segment;
import org.scrutineer.records.StagedReturn;
import org.scrutineer.workbook.UnreadableWorkbookException;
import org.springframework.stereotype.Component;

/**
 * Checks a whole return: reads it, asks every rule of every row and keeps every answer. A verdict needs the workbook,
 * so no less than a return is checked at a time.
 */
@Component
public class ReturnChecker {

    private final Catalogue catalogue;
    private final RecordStore records;
    private final ReturnReader reader;

    /** What decides how a return is read, but for its bytes. */
    private record Reading(String returnType, List<Amendment> amendments) {}

    /** The hashes that were asked for: the definitions are long. */
    private final Map<Reading, String> readings = new ConcurrentHashMap<>();

    ReturnChecker(Catalogue catalogue, RecordStore records, ReturnReader reader) {
        this.catalogue = catalogue;
        this.records = records;
        this.reader = reader;
    }

    /** A dataset with the rows that a cell or a rule keeps out. */
    private record Judged(DatasetReading reading, Set<Integer> refused) {

        /** The rows with a value in a column that is asked for. */
        long filled() {
            return reading.read() - reading.blank();
        }
    }

    /** Checks a return and keeps nothing of it. */
    public CheckedReturn tryOut(Submission submission, Path file) throws IOException {
        return tryOut(submission, file, List.of());
    }

    /** The same, with some cells read differently and some rows left out. */
    public CheckedReturn tryOut(Submission submission, Path file, List<Amendment> amendments) throws IOException {
        return check(submission, file, amendments, false);
    }

    /** Checks a return and seals its accepted rows, which count once the ledger names them. */
    public CheckedReturn check(Submission submission, Path file, List<Amendment> amendments) throws IOException {
        return check(submission, file, amendments, true);
    }

    private CheckedReturn check(Submission submission, Path file, List<Amendment> amendments, boolean seal)
            throws IOException {
        try (StagedReturn staged = records.stage(submission.period())) {
            ReturnReader.Reading reading = reader.read(file, submission, amendments, staged);
            var findings = new ArrayList<>(reading.findings());
            List<Judged> judged = judge(reading.datasets(), staged, submission, amendments, findings);
            if (noRowIsLeft(judged)) {
                findings.add(nothingLeft(submission));
            }
            Verdict verdict = verdict(findings);
            var counts = new ArrayList<RowCount>();
            var segments = new ArrayList<Segment>();
            for (Judged dataset : judged) {
                RowCount count = count(dataset, verdict, submission);
                counts.add(count);
                if (seal && verdict.isAccepted() && count.accepted() > 0) {
                    segments.add(seal(dataset, staged, count, submission, amendments));
                }
            }
            return new CheckedReturn(submission, verdict, findings, counts, reading.datasets(), segments);
        } catch (UnreadableWorkbookException e) {
            return new CheckedReturn(
                    submission,
                    Verdict.REFUSED,
                    List.of(Inbox.unreadable(e, submission.fileName())),
                    List.of(),
                    List.of(),
                    List.of());
        }
    }

    /** A return none of whose rows can count must not take the place of an earlier one that does. */
    private static boolean noRowIsLeft(List<Judged> judged) {
        boolean anyFilled = judged.stream().anyMatch(dataset -> dataset.filled() > 0);
        return anyFilled
                && judged.stream()
                        .allMatch(
                                dataset -> dataset.filled() == dataset.refused().size());
    }

    private static Finding nothingLeft(Submission submission) {
        return new Finding(
                "no-row-left",
                Severity.BLOCK,
                submission.fileName(),
                null,
                null,
                null,
                "at least one row that can count; every row has an error",
                "Correct the rows and send the return again.");
    }

    private List<Judged> judge(
            List<DatasetReading> readings,
            StagedReturn staged,
            Submission submission,
            List<Amendment> amendments,
            List<Finding> findings) {
        var told = new RuleFindings(submission, readings, catalogue.waivers());
        List<Judged> judged = readings.stream()
                .map(reading -> new Judged(reading, new TreeSet<>(reading.refusedRows())))
                .toList();
        for (Amendment amendment : amendments) {
            if (!amendment.leavesRowOut() || leaveOut(amendment, judged, staged)) {
                findings.add(AmendmentFindings.of(amendment, submission));
            }
        }
        for (Judged dataset : judged) {
            staged.breaches(dataset.reading().dataset()).forEach((rule, breaches) -> {
                for (StagedReturn.Breach breach : breaches) {
                    keep(told.of(rule, breach, dataset.reading()), List.of(breach.row()), dataset, findings);
                }
            });
        }
        ReturnType type = catalogue.returnType(submission.returnType()).orElseThrow();
        for (CrossRule rule : type.rules()) {
            for (RuleBreach breach : staged.breaches(rule)) {
                Judged over = judged.stream()
                        .filter(dataset -> dataset.reading().dataset().id().equals(rule.over()))
                        .findFirst()
                        .orElseThrow();
                List<Integer> rows = breach.cells().stream()
                        .filter(cell -> cell.dataset().equals(rule.over()))
                        .map(RuleBreach.Cell::row)
                        .toList();
                keep(told.of(rule, breach), rows, over, findings);
            }
        }
        judged.forEach(dataset -> refuseDoubles(dataset.reading(), staged, submission, dataset.refused(), findings));
        findings.addAll(told.ofExpiredWaivers());
        return judged;
    }

    /** Whether there is a record in the row; else there is nothing to leave out. */
    private static boolean leaveOut(Amendment amendment, List<Judged> judged, StagedReturn staged) {
        boolean found = false;
        for (Judged dataset : judged) {
            if (Names.same(dataset.reading().sheet(), amendment.sheet())
                    && staged.holds(dataset.reading().dataset(), amendment.row())) {
                dataset.refused().add(amendment.row());
                found = true;
            }
        }
        return found;
    }

    private static void keep(Finding finding, List<Integer> rows, Judged dataset, List<Finding> findings) {
        findings.add(finding);
        if (finding.keepsOut()) {
            dataset.refused().addAll(rows);
        }
    }

    /** Of the rows of one key that nothing else keeps out the first one counts. */
    private static void refuseDoubles(
            DatasetReading reading,
            StagedReturn staged,
            Submission submission,
            Set<Integer> refused,
            List<Finding> findings) {
        var counting = new HashMap<Integer, Integer>();
        for (StagedReturn.Double repeated : staged.doubles(reading.dataset())) {
            int first = repeated.firstRow();
            if (!refused.contains(first)) {
                counting.putIfAbsent(first, first);
            }
            if (!refused.contains(repeated.row())) {
                Integer counts = counting.putIfAbsent(first, repeated.row());
                if (counts != null) {
                    refused.add(repeated.row());
                    findings.add(doubled(repeated.row(), counts, reading, submission));
                }
            }
        }
    }

    private static Finding doubled(int row, int first, DatasetReading reading, Submission submission) {
        String key = reading.dataset().key().stream().map(reading::header).collect(Collectors.joining(", "));
        return new Finding(
                "row-repeated",
                Severity.ERROR,
                submission.fileName(),
                reading.sheet(),
                reading.cell(reading.dataset().key().get(0), row),
                "the same " + key + " as in row " + first,
                "each " + key + " once",
                "Remove the row that is wrong; until then the first one counts.",
                List.of(new CellPlace(
                        reading.sheet(), reading.cell(reading.dataset().key().get(0), first))),
                null);
    }

    private static Verdict verdict(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK && finding.keepsOut())) {
            return Verdict.REFUSED;
        }
        return findings.stream().allMatch(finding -> finding.severity() == Severity.INFO)
                ? Verdict.ACCEPTED
                : Verdict.ACCEPTED_WITH_FINDINGS;
    }

    private static RowCount count(Judged judged, Verdict verdict, Submission submission) {
        DatasetReading reading = judged.reading();
        long filled = judged.filled();
        long kept = verdict.isAccepted() ? filled - judged.refused().size() : 0;
        return new RowCount(
                reading.dataset().id(),
                reading.read(),
                kept,
                filled - kept,
                reading.blank(),
                verdict.isAccepted()
                        && submission
                                .nothingToReport()
                                .contains(reading.dataset().id()));
    }

    private Segment seal(
            Judged judged, StagedReturn staged, RowCount count, Submission submission, List<Amendment> amendments)
            throws IOException {
        Dataset dataset = judged.reading().dataset();
        ReturnType type = catalogue.returnType(submission.returnType()).orElseThrow();
        Segment segment = staged.seal(dataset, judged.refused(), segmentName(submission, type, amendments));
        if (segment.rows() != count.accepted()) {
            throw new IllegalStateException("rows do not close: " + submission.fileName() + ", " + dataset.id()
                    + ": read " + count.read() + ", refused " + count.refused() + ", blank " + count.blank()
                    + ", but sealed " + segment.rows());
        }
        return segment;
    }

    /**
     * Whether a return was read and judged by definitions that have changed since. Its rows, findings and verdict stay
     * what they were; a new one would be read and judged otherwise.
     *
     * @param segments of the return
     */
    public boolean isByFormerDefinitions(Submission submission, List<Segment> segments, List<Amendment> amendments) {
        return catalogue
                .returnType(submission.returnType())
                .map(type -> segmentName(submission, type, amendments))
                .filter(name -> segments.stream()
                        .anyMatch(segment -> !segment.fileName().equals(name)))
                .isPresent();
    }

    private String segmentName(Submission submission, ReturnType type, List<Amendment> amendments) {
        return submission.fileHash() + "-" + readingHash(type, amendments) + ".parquet";
    }

    /** Differs whenever the same bytes might be read or judged differently: by another reader, or another definition. */
    private String readingHash(ReturnType type, List<Amendment> amendments) {
        return readings.computeIfAbsent(
                new Reading(type.id(), amendments),
                reading -> DigestUtils.sha256Hex(
                                ReturnReader.VERSION + ReadingDefinition.of(catalogue, type) + amendments)
                        .substring(0, 16));
    }
}
