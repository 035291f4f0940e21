package org.scrutineer.comparison;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.scrutineer.catalogue.ReportingPeriod;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.PlacedFinding;
import org.scrutineer.intake.PlacedFindings;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;

/**
 * For how many months running a team's return of a type has had a problem: the same rule, in the same column. A month
 * counts if any attempt had it, as a problem that is put right each time it is pointed out is still made every month.
 */
final class RepeatedProblems {

    private final Submissions submissions;
    private final PlacedFindings findings;
    private final Submission submission;
    private final Map<ReportingPeriod, Set<List<Object>>> problems = new HashMap<>();

    RepeatedProblems(Submissions submissions, PlacedFindings findings, Submission submission) {
        this.submissions = submissions;
        this.findings = findings;
        this.submission = submission;
    }

    /** At least 1: the month of the return itself. */
    int months(PlacedFinding finding) {
        int months = 1;
        List<Object> problem = problem(finding);
        ReportingPeriod earlier = submission.period().plusMonths(-1);
        while (problems.computeIfAbsent(earlier, this::ofPeriod).contains(problem)) {
            months++;
            earlier = earlier.plusMonths(-1);
        }
        return months;
    }

    private Set<List<Object>> ofPeriod(ReportingPeriod period) {
        return submissions.of(period).stream()
                .filter(checked -> checked.verdict() != null)
                .map(Submissions.Checked::submission)
                .filter(earlier -> earlier.team().equals(submission.team())
                        && earlier.returnType().equals(submission.returnType()))
                .flatMap(earlier -> findings.of(earlier).stream())
                .filter(finding -> finding.finding().severity() != Severity.INFO)
                .map(RepeatedProblems::problem)
                .collect(Collectors.toSet());
    }

    private static List<Object> problem(PlacedFinding finding) {
        return Arrays.asList(
                finding.finding().rule(),
                finding.first().dataset() != null
                        ? finding.first().dataset()
                        : finding.finding().sheet(),
                finding.first().column());
    }
}
