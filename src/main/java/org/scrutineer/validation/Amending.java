package org.scrutineer.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.AmendmentLine;
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

    /**
     * What stands against an amendment that was tried.
     *
     * @param found what it is about
     * @param expected in words that follow "expected"
     * @param refuses whether the return would be refused; else there is no row to be left out
     */
    private record Objection(String found, String expected, boolean refuses) {}

    public Outcome take(Path list, AmendmentList.Kind kind) throws IOException {
        AmendmentList.Read read = lists.read(list, kind);
        if (!read.problems().isEmpty()) {
            return new Outcome(read.problems(), 0, List.of());
        }
        String name = String.valueOf(list.getFileName());
        var problems = new ArrayList<Finding>();
        for (Map.Entry<Submission, List<Amendment>> entry : read.amendments().entrySet()) {
            objections(entry.getKey(), entry.getValue())
                    .forEach(objection -> problems.add(new Finding(
                            "amendment-refused",
                            Severity.ERROR,
                            name,
                            null,
                            null,
                            objection.found(),
                            objection.expected(),
                            objection.refuses()
                                    ? "Correct the lines about this return."
                                    : "Take the line off the list.")));
        }
        if (!problems.isEmpty()) {
            return new Outcome(problems, 0, List.of());
        }
        lists.keep(read.amendments(), name);
        int lines = read.amendments().values().stream().mapToInt(List::size).sum();
        return new Outcome(List.of(), lines, List.copyOf(read.amendments().keySet()));
    }

    /**
     * Takes one line that somebody typed.
     *
     * @param from where it was typed, as a list's name stands in the ledger
     * @return why it was not taken; empty where it was
     * @throws IOException where the disk fails
     */
    public List<AmendmentLine.Problem> take(AmendmentLine line, AmendmentList.Kind kind, String from)
            throws IOException {
        AmendmentLine.Checked read = lists.read(line, kind);
        if (read.agreed().isEmpty()) {
            return read.problems();
        }
        Submission submission = read.agreed().get().submission();
        List<Amendment> added = List.of(read.agreed().get().amendment());
        List<AmendmentLine.Problem> problems = objections(submission, added).stream()
                .map(objection -> new AmendmentLine.Problem(
                        kind == AmendmentList.Kind.AMEND ? AmendmentLine.Part.NEW : AmendmentLine.Part.CELL,
                        objection.found(),
                        objection.expected(),
                        objection.refuses()
                                ? "Ask the team to send its return again instead."
                                : "There is nothing to leave out."))
                .toList();
        if (problems.isEmpty()) {
            lists.keep(Map.of(submission, added), from);
        }
        return problems;
    }

    private List<Objection> objections(Submission submission, List<Amendment> added) throws IOException {
        var all = new ArrayList<>(amendments.of(submission));
        all.addAll(added);
        CheckedReturn tried = checker.tryOut(submission, archive.file(submission), all);
        var objections = new ArrayList<Objection>();
        if (tried.verdict() == Verdict.REFUSED) {
            objections.add(new Objection(
                    submission.fileName(),
                    "lines with which the return can be accepted; it would be refused: "
                            + tried.findings().get(0).sentence().replaceAll("\\.$", ""),
                    true));
        }
        all.stream()
                .filter(amendment -> amendment.leavesRowOut() && !isLeftOut(amendment, tried))
                .forEach(amendment -> objections.add(new Objection(
                        amendment.cell(),
                        "a row that counts; row " + amendment.row() + " of sheet " + amendment.sheet() + " of "
                                + submission.fileName() + " does not",
                        false)));
        return objections;
    }

    private static boolean isLeftOut(Amendment amendment, CheckedReturn tried) {
        return tried.findings().stream()
                .anyMatch(finding -> finding.rule().equals(AmendmentFindings.ROW_LEFT_OUT)
                        && amendment.cell().equals(finding.cell())
                        && amendment.sheet().equals(finding.sheet()));
    }
}
