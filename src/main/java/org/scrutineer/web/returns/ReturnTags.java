package org.scrutineer.web.returns;

import org.scrutineer.intake.Submissions;
import org.scrutineer.intake.Verdict;
import org.scrutineer.web.Tag;

/** What became of returns, in a word or two. */
public final class ReturnTags {

    private static final Tag RECEIVED = new Tag("Received", "blue");
    private static final Tag REPLACED = new Tag("Replaced", "grey");

    private ReturnTags() {}

    /**
     * @param state as {@link org.scrutineer.pipeline.PeriodStatus.ReturnStatus} has it
     * @param toCorrect how many things there are to correct or confirm
     */
    public static Tag of(String state, long toCorrect) {
        return switch (state) {
            case "superseded" -> REPLACED;
            case "waiting" -> RECEIVED;
            default -> of(Verdict.of(state), toCorrect);
        };
    }

    public static Tag of(Verdict verdict, long toCorrect) {
        return switch (verdict) {
            case ACCEPTED, ACCEPTED_WITH_FINDINGS ->
                toCorrect == 0 ? new Tag("Accepted", "green") : new Tag("To correct", "yellow");
            case HELD -> new Tag("Held", "orange");
            case REFUSED -> new Tag("Refused", "red");
        };
    }

    /** Of an attempt among others. */
    static Tag of(Submissions.Checked checked) {
        Verdict verdict = checked.verdict();
        if (checked.superseded()) {
            return REPLACED;
        }
        return verdict == null ? RECEIVED : of(verdict, verdict == Verdict.ACCEPTED ? 0 : 1);
    }

    /** Of a return that did not come. */
    public static Tag missing(boolean overdue) {
        return overdue ? new Tag("Missing", "red") : new Tag("Not due yet", "grey");
    }
}
