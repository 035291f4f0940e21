package org.scrutineer.web.returns;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.scrutineer.intake.AmendmentLine;
import org.scrutineer.intake.AmendmentList;
import org.scrutineer.intake.Amendments;
import org.scrutineer.intake.Submission;
import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.scrutineer.locks.WorkInProgressException;
import org.scrutineer.pipeline.Pipeline;
import org.scrutineer.pipeline.RunRefusedException;
import org.scrutineer.web.Mistakes;
import org.scrutineer.web.OvertakenException;
import org.scrutineer.web.RoomPart;

/** Has cells of a return read differently, or rows left out, as the commands {@code amend} and {@code exclude} do. */
@RoomPart
class Changing {

    /** Stands where the ledger names the list that an amendment came with. */
    private static final String FROM = "page of the return";

    private final Pipeline pipeline;
    private final AmendmentList lists;
    private final Amendments amendments;

    Changing(Pipeline pipeline, AmendmentList lists, Amendments amendments) {
        this.pipeline = pipeline;
        this.lists = lists;
        this.amendments = amendments;
    }

    /** Whether anything may be changed in a return as it stands. */
    static boolean isOpen(Submissions.Checked checked) {
        return !checked.superseded() && checked.verdict() != null && checked.verdict() != Verdict.HELD;
    }

    /** A form with what stands in the cell, where one is named. */
    ChangeForm blank(Submissions.Checked checked, String sheet, String cell) throws IOException {
        requireOpen(checked);
        String standing =
                cell.isEmpty() ? "" : lists.standing(checked.submission(), sheet, cell.toUpperCase(Locale.ROOT));
        return new ChangeForm(sheet, cell, standing, null, null, null, null);
    }

    /** Whether it has been done, as where somebody clicked twice. */
    boolean isDone(Submissions.Checked checked, AmendmentList.Kind kind, ChangeForm form) {
        Submission submission = checked.submission();
        return amendments.of(submission).stream().anyMatch(agreed -> form.says(agreed, kind, submission));
    }

    /** Makes the change, unless anything is wrong with it. */
    Mistakes make(Submissions.Checked checked, AmendmentList.Kind kind, ChangeForm form) throws IOException {
        requireOpen(checked);
        var mistakes = new Mistakes();
        try {
            List<AmendmentLine.Problem> problems = pipeline.amend(form.line(checked.submission()), kind, FROM);
            problems.forEach(problem -> mistakes.add(ChangeForm.field(problem.part()), sentence(problem)));
        } catch (RunRefusedException | WorkInProgressException busy) {
            throw new OvertakenException(busy.getMessage() + (busy instanceof WorkInProgressException ? "." : ""));
        }
        return mistakes;
    }

    private static String sentence(AmendmentLine.Problem problem) {
        if (problem.found().isEmpty() && problem.part() != AmendmentLine.Part.OLD) {
            return switch (problem.part()) {
                case SHEET, SUBMISSION -> "Choose the sheet.";
                case CELL -> "Enter the cell, such as C14.";
                case REASON -> "Say why.";
                case ASKED_BY -> "Enter who asked for it.";
                case APPROVED_BY -> "Enter who approved it.";
                case OLD, NEW -> "Expected " + problem.expected() + ". " + problem.remedy();
            };
        }
        return "Expected " + problem.expected() + ". " + problem.remedy();
    }

    private static void requireOpen(Submissions.Checked checked) {
        if (!isOpen(checked)) {
            throw new OvertakenException(
                    checked.superseded()
                            ? "A later return has taken the place of this one. Change that one, if it needs the same."
                            : "The next run has to read this return first, as something about it changed since the"
                                    + " last.");
        }
    }
}
