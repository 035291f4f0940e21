package org.scrutineer.comparison;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.scrutineer.catalogue.Catalogue;
import org.scrutineer.catalogue.Dataset;
import org.scrutineer.catalogue.ReturnType;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.FrozenReturns;
import org.scrutineer.intake.MatchedColumns;
import org.scrutineer.intake.PlacedFinding;
import org.scrutineer.intake.PlacedFindings;
import org.scrutineer.intake.RunKey;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.scrutineer.records.RecordStore;
import org.scrutineer.records.RowChanges;
import org.scrutineer.records.Segment;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Compares each newly checked return with what its team sent before, once all of the run have their verdict. What it
 * says is kept and never made anew: it is what was known then.
 */
class CompareReturns implements Tasklet {

    private final Catalogue catalogue;
    private final FrozenReturns frozen;
    private final Submissions submissions;
    private final MatchedColumns columns;
    private final PlacedFindings findings;
    private final Comparisons comparisons;
    private final RecordStore records;

    CompareReturns(
            Catalogue catalogue,
            FrozenReturns frozen,
            Submissions submissions,
            MatchedColumns columns,
            PlacedFindings findings,
            Comparisons comparisons,
            RecordStore records) {
        this.catalogue = catalogue;
        this.frozen = frozen;
        this.submissions = submissions;
        this.columns = columns;
        this.findings = findings;
        this.comparisons = comparisons;
        this.records = records;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        RunKey run = RunKey.of(context.getStepContext().getJobParameters());
        var alike = new AlikeLastMonth(submissions, columns, records);
        for (Submissions.Checked checked : frozen.of(run.number())) {
            Submission submission = checked.submission();
            if (checked.verdict() != null
                    && submission.period().equals(run.period())
                    && comparisons.of(submission).isEmpty()) {
                ReturnType type = catalogue.returnType(submission.returnType()).orElseThrow();
                if (checked.verdict().isAccepted()) {
                    alike.of(submission, type).forEach(finding -> submissions.tell(submission, finding));
                }
                comparisons.record(submission, compare(checked, type));
            }
        }
        return RepeatStatus.FINISHED;
    }

    private Comparison compare(Submissions.Checked checked, ReturnType type) throws IOException {
        Submission submission = checked.submission();
        Optional<Submissions.Checked> previous = previous(submission);
        List<PlacedFinding> now = previous.isEmpty() ? toAct(submission) : toActWithKeys(submission);
        List<PlacedFinding> before =
                previous.isEmpty() ? List.of() : toActWithKeys(previous.get().submission());
        Map<Integer, Integer> matches = FindingMatcher.match(now, before);
        var repeated = new RepeatedProblems(submissions, findings, submission);
        var history = new HashMap<Integer, Comparison.History>();
        for (PlacedFinding one : now) {
            Comparison.Since since = previous.isEmpty()
                    ? null
                    : matches.containsKey(one.placeInOrder()) ? Comparison.Since.STILL_WRONG : Comparison.Since.NEW;
            history.put(one.placeInOrder(), new Comparison.History(since, repeated.months(one)));
        }
        var stillThere = new HashSet<>(matches.values());
        var fixed = new TreeMap<Integer, Finding>();
        before.stream()
                .filter(one -> !stillThere.contains(one.placeInOrder()))
                .forEach(one -> fixed.put(one.placeInOrder(), one.finding()));
        Optional<Map<String, RowChanges>> unasked =
                previous.flatMap(earlier -> unasked(earlier, checked, type, before, now));
        return new Comparison(
                previous.map(Submissions.Checked::submission).orElse(null),
                unasked.isPresent(),
                history,
                fixed,
                unasked.orElse(Map.of()));
    }

    /** Nothing where the rows of one of the attempts are not there to be compared. */
    private Optional<Map<String, RowChanges>> unasked(
            Submissions.Checked earlier,
            Submissions.Checked later,
            ReturnType type,
            List<PlacedFinding> before,
            List<PlacedFinding> now) {
        List<Segment> old = submissions.segments(earlier.submission());
        List<Segment> young = submissions.segments(later.submission());
        if (earlier.verdict() == Verdict.REFUSED
                || later.verdict() == Verdict.REFUSED
                || !Stream.concat(old.stream(), young.stream()).allMatch(records::holds)) {
            return Optional.empty();
        }
        Map<String, RowChanges> unasked = new LinkedHashMap<>();
        for (Dataset dataset : type.datasets()) {
            if (!AskedChanges.ofWholeSheet(dataset, before)) {
                RowChanges changes = records.changes(
                        dataset, of(dataset, old), of(dataset, young), AskedChanges.of(dataset, before, now));
                if (!changes.isEmpty()) {
                    unasked.put(dataset.id(), changes);
                }
            }
        }
        return Optional.of(unasked);
    }

    private static Optional<Segment> of(Dataset dataset, List<Segment> segments) {
        return segments.stream()
                .filter(segment -> segment.dataset().equals(dataset.id()))
                .findFirst();
    }

    /** The attempt before that is still kept, refused or not, in the order in which attempts count. */
    private Optional<Submissions.Checked> previous(Submission submission) {
        return submissions.kept(submission.period()).stream()
                .takeWhile(checked -> checked.submission().id() != submission.id())
                .filter(checked -> checked.verdict() != null)
                .filter(checked -> checked.submission().team().equals(submission.team())
                        && checked.submission().returnType().equals(submission.returnType()))
                .reduce((older, newer) -> newer);
    }

    private List<PlacedFinding> toActWithKeys(Submission submission) throws IOException {
        return findings.withKeys(submission, CompareReturns::isToAct);
    }

    private List<PlacedFinding> toAct(Submission submission) {
        return findings.of(submission).stream()
                .filter(one -> isToAct(one.finding()))
                .toList();
    }

    private static boolean isToAct(Finding finding) {
        return finding.severity() != Severity.INFO;
    }
}
