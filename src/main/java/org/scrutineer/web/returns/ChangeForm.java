package org.scrutineer.web.returns;

import org.jspecify.annotations.Nullable;
import org.scrutineer.catalogue.Names;
import org.scrutineer.intake.Amendment;
import org.scrutineer.intake.AmendmentLine;
import org.scrutineer.intake.AmendmentList;
import org.scrutineer.intake.Submission;

/** What is to be amended or left out, as somebody fills it in; what a form does not ask for is null. */
record ChangeForm(
        @Nullable String sheet,
        @Nullable String cell,
        @Nullable String old,
        @Nullable String replacement,
        @Nullable String reason,
        @Nullable String askedBy,
        @Nullable String approvedBy) {

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    AmendmentLine line(Submission submission) {
        return AmendmentLine.typed(
                submission,
                text(sheet),
                text(cell),
                text(old),
                text(replacement),
                text(reason),
                text(askedBy),
                text(approvedBy));
    }

    /** Whether this is what was agreed. */
    boolean says(Amendment agreed, AmendmentList.Kind kind, Submission submission) {
        AmendmentLine line = line(submission);
        boolean leavesOut = kind == AmendmentList.Kind.EXCLUDE;
        return agreed.leavesRowOut() == leavesOut
                && Names.same(agreed.sheet(), line.sheet())
                && (agreed.cell().equalsIgnoreCase(line.cell())
                        || leavesOut && String.valueOf(agreed.row()).equals(line.cell()))
                && (leavesOut || line.replacement().equals(agreed.replacement()))
                && agreed.reason().equals(line.reason())
                && agreed.askedBy().equals(line.askedBy())
                && agreed.approvedBy().equals(line.approvedBy());
    }

    /** The id of the field that a part of the line is typed into. */
    static String field(AmendmentLine.Part part) {
        return switch (part) {
            case SUBMISSION, SHEET -> "sheet";
            case CELL -> "cell";
            case OLD -> "old";
            case NEW -> "replacement";
            case REASON -> "reason";
            case ASKED_BY -> "askedBy";
            case APPROVED_BY -> "approvedBy";
        };
    }
}
