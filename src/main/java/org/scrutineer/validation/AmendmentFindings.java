package org.scrutineer.validation;

import org.scrutineer.catalogue.Severity;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.CellValue;
import org.scrutineer.intake.Finding;
import org.scrutineer.intake.Submission;

/** What is told of amendments, in the return they hold for and in the one they lapse with. */
final class AmendmentFindings {

    static final String ROW_LEFT_OUT = "row-left-out";

    private AmendmentFindings() {}

    static Finding of(Amendment amendment, Submission submission) {
        return finding(
                amendment.leavesRowOut() ? ROW_LEFT_OUT : "cell-amended",
                Severity.INFO,
                submission,
                amendment,
                change(amendment) + ", " + amendment.agreement(),
                "Correct it in the source as well; this holds until the return is sent again.");
    }

    static Finding lapsed(Amendment amendment, Submission newer, Submission older) {
        return finding(
                "amendment-lapsed",
                Severity.WARNING,
                newer,
                amendment,
                "a return that needs no amendment; " + change(amendment) + " in " + older.fileName() + ", "
                        + amendment.agreement() + ", and that holds no more",
                "Look whether this return has it right; if not, ask for the amendment again.");
    }

    private static String change(Amendment amendment) {
        CellValue replacement = amendment.replacement();
        if (replacement == null) {
            return "row " + amendment.row() + " left out";
        }
        return (replacement.shown().isEmpty() ? "nothing" : "\"" + replacement.shown() + "\"") + " to count instead";
    }

    private static Finding finding(
            String rule,
            Severity severity,
            Submission submission,
            Amendment amendment,
            String expected,
            String remedy) {
        return new Finding(
                rule,
                severity,
                submission.fileName(),
                amendment.sheet(),
                amendment.cell(),
                amendment.old().isEmpty() ? null : amendment.old(),
                expected,
                remedy);
    }
}
