package org.scrutineer.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.AmendmentList;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Archive;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Verdict;
import org.springframework.stereotype.Component;

/**
 * Takes lists of what is to be amended or left out, whole or not at all: each return is tried with what its lines say
 * before anything is kept.
 */
@Component
public class Amending {

    private final AmendmentList lists;
    private final Amendments amendments;
    private final ReturnChecker checker;
    private final Archive archive;

    Amending(AmendmentList lists, Amendments amendments, ReturnChecker checker, Archive archive) {
        this.lists = lists;
        this.amendments = amendments;
        this.checker = checker;
        this.archive = archive;
    }

    /**
     * What became of a list.
     *
     * @param problems why nothing of it was taken; empty where all of it was
     * @param amended the returns that the next run reads again
     */
    public record Outcome(List<Finding> problems, int lines, List<Submission> amended) {}

    public Outcome take(Path list, AmendmentList.Kind kind) throws IOException {
        AmendmentList.Read read = lists.read(list, kind);
        if (!read.problems().isEmpty()) {
            return new Outcome(read.problems(), 0, List.of());
        }
        String name = String.valueOf(list.getFileName());
        var problems = new ArrayList<Finding>();
        for (Map.Entry<Submission, List<Amendment>> entry : read.amendments().entrySet()) {
            Submission submission = entry.getKey();
            var all = new ArrayList<>(amendments.of(submission));
            all.addAll(entry.getValue());
            CheckedReturn tried = checker.tryOut(submission, archive.file(submission), all);
            if (tried.verdict() == Verdict.REFUSED) {
                problems.add(refused(name, submission, tried));
            }
            all.stream()
                    .filter(amendment -> amendment.leavesRowOut() && !isLeftOut(amendment, tried))
                    .forEach(amendment -> problems.add(noRecord(name, submission, amendment)));
        }
        if (!problems.isEmpty()) {
            return new Outcome(problems, 0, List.of());
        }
        lists.keep(read.amendments(), name);
        int lines = read.amendments().values().stream().mapToInt(List::size).sum();
        return new Outcome(List.of(), lines, List.copyOf(read.amendments().keySet()));
    }

    private static boolean isLeftOut(Amendment amendment, CheckedReturn tried) {
        return tried.findings().stream()
                .anyMatch(finding -> finding.rule().equals(AmendmentFindings.ROW_LEFT_OUT)
                        && amendment.cell().equals(finding.cell())
                        && amendment.sheet().equals(finding.sheet()));
    }

    private static Finding noRecord(String list, Submission submission, Amendment amendment) {
        return new Finding(
                "amendment-refused",
                Severity.ERROR,
                list,
                null,
                null,
                amendment.cell(),
                "a row that counts; row " + amendment.row() + " of sheet " + amendment.sheet() + " of "
                        + submission.fileName() + " does not",
                "Take the line off the list.");
    }

    private static Finding refused(String list, Submission submission, CheckedReturn tried) {
        return new Finding(
                "amendment-refused",
                Severity.ERROR,
                list,
                null,
                null,
                submission.fileName(),
                "lines with which the return can be accepted; it would be refused: "
                        + tried.findings().get(0).sentence().replaceAll("\\.$", ""),
                "Correct the lines about this return.");
    }
}
